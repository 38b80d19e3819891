/** Dates of one year, a mark each, in rows of twelve months. */

import type { Strip, StripMark, StripRow, StripState, TimelineItem } from '@ess-widgets/core/charts';
import { capitalised, monthName, periodInWords } from '@ess-widgets/core/format';
import { resolveText } from '@ess-widgets/core/model';
import { css, html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/added-styles.ts';
import type { EssElement } from '../base/element.ts';
import type { Content } from '../base/frame.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized } from '../texts/texts.ts';
import { moveFocus, rovingIndex } from '../views/roving.ts';
import { styled } from '../views/styled.ts';

/** Renders the rows, the words of the mark that is looked at, a key of marks that are not plain, and what has no place. */
export function stripView({ rows, rough, undated }: Strip, m: Localized, host: EssElement): TemplateResult {
  addStyles(host, [stripStyles]);
  let marks = 0;
  const lines = rows.flatMap((row) => row.marks.map((mark) => lineOf(wordsOf(row, m), spokenOf(mark, row, m))));
  const longest = lines.reduce((one, other) => (other.length > one.length ? other : one), '');
  return html`<div class="strip" part="strip">
    <div class="months" aria-hidden="true">${[...Array(12).keys()].map((at) => {
      const name = monthName(at + 1, m.lang, 'short');
      return html`<span><span class="short">${name}</span><span class="initial">${name.slice(0, 1).toUpperCase()}</span></span>`;
    })}</div>
    <ul class="lines" role="list" @keydown=${moveFocus} @focusin=${readOut} @pointerover=${readOut} @click=${readOut}>${rows.map(
      (row, at) => html`<li class="line">
        <p class="line-name" id="line-${at}"><span>${nameOf(row, m)}</span> <span class="count" aria-hidden="true">${row.count}</span><span class="hidden">, ${m.content('timelineCount', { n: row.count })}</span></p>
        <ol class="track" role="list" aria-labelledby="line-${at}">${row.marks.map((mark) => markView(mark, row, marks++, m))}</ol>
      </li>`,
    )}</ul>
    <div class="reading" aria-hidden="true" data-longest=${longest}><p class="readout" data-hint=${m.text('stripHint')}></p></div>
    ${keyView(rows, m)}
    ${rough.length ? html`<p class="note" part="note">${m.content('stripRough', { names: rough.map((row) => (row.rough > 1 ? `${wordsOf(row, m)} (${row.rough})` : wordsOf(row, m))).join(', ') })}</p>` : nothing}
    ${undated ? html`<p class="note" part="note">${m.content('timelineUndated', { n: undated })}</p>` : nothing}
  </div>`;
}

function nameOf(row: StripRow, m: Localized): Content {
  return row.name && !row.isRest ? domainText(row.name, m) : wordsOf(row, m);
}

function wordsOf({ name, isRest, isEnd, collection }: StripRow, m: Localized): string {
  if (isRest) return m.text('stripRest');
  return name ? resolveText(name, m.lang).text : m.text(isEnd ? 'stripOf_left' : `stripOf_${collection}`);
}

function markView(mark: StripMark, row: StripRow, at: number, m: Localized): TemplateResult {
  const { state, isExact, length, items } = mark;
  const kinds = ['point', state, isExact ? '' : 'hollow', length ? 'bar' : ''].filter(Boolean).join(' ');
  const place = { '--_at': String(mark.at), '--_length': String(length), '--_nth': String(mark.nth) };
  return html`<li class=${kinds} part="step" tabindex=${rovingIndex(at)} ${styled(place)}>${items.length > 1 ? html`<span class="many" aria-hidden="true">${items.length}</span>` : nothing}<span class="hidden">${spokenOf(mark, row, m)}</span></li>`;
}

/** Number of dates of a mark that are written out. The list has them all. */
const SPOKEN = 3;

/** Returns the date of a mark and what its row does not say of it: "19 octobre 2024, Lorient". */
function spokenOf({ items }: StripMark, row: StripRow, m: Localized): string {
  const first = items[0]?.date;
  const isOne = items.every(({ date }) => date === first);
  const date = isOne ? first : first?.slice(0, 7);
  const rowName = wordsOf(row, m);
  const all = [...new Set(items.map((item) => aboutOf(item, rowName, m)).filter(Boolean))];
  const said = all.length > SPOKEN ? [...all.slice(0, SPOKEN), '…'] : all;
  const count = items.length > 1 ? ` (${m.text('timelineCount', { n: items.length })})` : '';
  const when = date ? `${capitalised(periodInWords(date, m.lang))}${count}` : '';
  return [when, said.join(' ; ')].filter(Boolean).join(', ');
}

function aboutOf({ title, about, place, printed, tags }: TimelineItem, rowName: string, m: Localized): string {
  const names = [title, about].flatMap((text) => (text ? [resolveText(text, m.lang).text] : []));
  const words = [
    ...names.filter((name) => name !== rowName),
    place ?? '',
    printed ? m.text('printedAs', { printed }) : '',
    ...tags.map((tag) => m.text(`agendaTag_${tag}`)),
  ];
  return words.filter(Boolean).join(', ');
}

const lineOf = (row: string, words: string): string => [row, words].filter(Boolean).join(' – ');

/** Writes out the words of a mark that has the focus or the pointer. Screen readers have them in the mark. */
function readOut(event: Event): void {
  const mark = (event.target as Element).closest('.point');
  const line = (event.currentTarget as Element).parentElement?.querySelector('.readout');
  if (!mark || !line) return;
  const row = mark.closest('.line')?.querySelector('.line-name')?.firstElementChild?.textContent ?? '';
  line.textContent = lineOf(row, mark.querySelector('.hidden')?.textContent ?? '');
}

/** Explains the marks that are not plain, where there are some. */
function keyView(rows: readonly StripRow[], m: Localized): Content {
  const marks = rows.flatMap((row) => row.marks);
  const has = (state: StripState): boolean => marks.some((mark) => mark.state === state);
  const isMany = marks.some(({ items }) => items.length > 1);
  const keys = [
    isMany ? (['held', 'stripKeyMany'] as const) : null,
    marks.some(({ isExact }) => !isExact) ? (['held hollow', 'stripKeyMonth'] as const) : null,
    has('open') ? (['open', 'stripKeyOpen'] as const) : null,
    has('off') ? (['off', 'stripKeyOff'] as const) : null,
  ].flatMap((key) => (key ? [key] : []));
  if (keys.length === 0) return nothing;
  return html`<p class="keys">${keys.map(([kind, words]) => html`<span><i class="point ${kind}" aria-hidden="true">${words === 'stripKeyMany' ? html`<span class="many">2</span>` : nothing}</i>${m.content(words)}</span>`)}</p>`;
}

const stripStyles = css`
  .strip {
    display: grid;
    grid-template-columns: fit-content(34%) minmax(0, 1fr);
    column-gap: var(--_4);
    font-variant-numeric: lining-nums tabular-nums;
  }
  .months {
    grid-column: 2;
    display: grid;
    grid-template-columns: repeat(12, minmax(0, 1fr));
    color: var(--_ink-3);
    font-size: var(--_text-xs);
    line-height: 1.4;
    text-align: center;
    overflow-wrap: normal;
  }
  .initial {
    display: none;
  }
  .lines {
    grid-column: 1 / -1;
    display: grid;
    grid-template-columns: subgrid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .line {
    grid-column: 1 / -1;
    display: grid;
    grid-template-columns: subgrid;
    align-items: center;
    min-block-size: 2.2rem;
    border-block-start: 1px solid var(--_line);
  }
  .line-name {
    margin: 0;
    padding-block: 0.125rem;
    font-size: 0.875em;
    line-height: 1.2;
  }
  .count {
    color: var(--_ink-2);
    white-space: nowrap;
  }
  .track {
    position: relative;
    align-self: stretch;
    margin: 0;
    padding: 0;
    list-style: none;
    background: repeating-linear-gradient(to right, var(--_line) 0 1px, transparent 1px calc(100% / 12));
    border-inline-end: 1px solid var(--_line);
    print-color-adjust: exact;
  }
  .point {
    --_at: 0;
    --_length: 0;
    --_nth: 0;
    --_mark: var(--_accent);
    --_size: 0.8125rem;
    box-sizing: border-box;
    display: inline-grid;
    place-items: center;
    min-inline-size: var(--_size);
    block-size: var(--_size);
    border: 2px solid var(--_mark);
    border-radius: var(--_size);
    background: var(--_mark);
    color: var(--_on-accent);
    font-size: var(--_text-xs);
    font-style: normal;
    font-weight: 700;
    line-height: 1;
    print-color-adjust: exact;
  }
  .track > .point {
    position: absolute;
    inset-block-start: 50%;
    inset-inline-start: calc(100% * var(--_at) + 0.7rem * var(--_nth));
    translate: -50% -50%;
    /* Marks that touch stay apart. */
    box-shadow: 0 0 0 1.5px var(--_surface);
  }
  .track > .point.bar {
    inline-size: max(1.5 * var(--_size), 100% * var(--_length));
  }
  .track > .point:has(.many),
  .keys .point:has(.many) {
    --_size: 1.125rem;
  }
  /* As much room for a finger as there is in a row. */
  .track > .point::after {
    content: '';
    position: absolute;
    inset: -0.5rem -0.4rem;
  }
  .point.open {
    --_size: 0.625rem;
    border-radius: 0;
  }
  .point.open:not(.bar) {
    rotate: 45deg;
  }
  .point.open:not(.bar) > .many {
    rotate: -45deg;
  }
  .point.hollow {
    background: var(--_surface);
    color: var(--_ink);
  }
  .point.off {
    --_mark: var(--_ink-2);
    border-radius: 0;
    border-color: transparent;
    background:
      linear-gradient(45deg, transparent 42%, var(--_mark) 42% 58%, transparent 58%),
      linear-gradient(-45deg, transparent 42%, var(--_mark) 42% 58%, transparent 58%);
    background-origin: border-box;
  }
  .point.off:has(.many) {
    border: 2px dashed var(--_mark);
    background: var(--_surface);
    color: var(--_ink);
    text-decoration: line-through;
  }
  .track > .point:is(:hover, :focus-visible) {
    z-index: 1;
    outline: 2px solid var(--_ink);
    outline-offset: 2px;
  }
  .reading,
  .keys {
    grid-column: 1 / -1;
    margin: var(--_2) 0 0;
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  /* As high as the longest words: nothing moves under a pointer that passes. */
  .reading {
    display: grid;
  }
  .readout,
  .reading::after {
    grid-area: 1 / 1;
    margin: 0;
  }
  .reading::after {
    content: attr(data-longest);
    visibility: hidden;
  }
  .readout:empty::before {
    content: attr(data-hint);
  }
  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1) var(--_4);
    margin-block-start: var(--_1);
  }
  .keys .point {
    margin-inline-end: 0.45em;
    vertical-align: -0.1em;
  }
  .strip > .note {
    grid-column: 1 / -1;
    margin-block-start: var(--_2);
  }
  @container (max-width: 40em) {
    .short {
      display: none;
    }
    .initial {
      display: inline;
    }
  }
  @container (max-width: 30em) {
    .track > .point {
      --_size: 0.6875rem;
    }
    .strip {
      grid-template-columns: minmax(0, 1fr);
    }
    .months {
      grid-column: 1;
    }
    .line {
      padding-block-start: var(--_1);
    }
    .track {
      block-size: 1.625rem;
    }
  }
  @media print {
    .reading {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .point,
    .point.off {
      --_mark: CanvasText;
      forced-color-adjust: none;
      color: Canvas;
    }
    .point.hollow {
      background: Canvas;
      color: CanvasText;
    }
    .track > .point {
      box-shadow: 0 0 0 1.5px Canvas;
    }
    .track {
      forced-color-adjust: none;
      background: repeating-linear-gradient(to right, CanvasText 0 1px, transparent 1px calc(100% / 12));
      border-color: CanvasText;
    }
  }
`;
