/** Participations as dots: a row an organisation, a column a programme or an event. */

import { type Dataset, records } from '@ess-widgets/core/model';
import { type Matrix, type MatrixColumn, type MatrixLink, matrixOf } from '@ess-widgets/core/picture';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { EssElement } from '../base/element.ts';
import type { Content } from '../base/frame.ts';
import { addStyles } from '../base/lazy-module.ts';
import type { Localized } from '../texts/texts.ts';
import { wordOf } from '../views/record-word.ts';
import { moveFocus, rovingIndex } from '../views/roving.ts';
import { styled } from '../views/styled.ts';
import type { TableContent } from './content.ts';

/** A matrix in the frame of a table. */
export interface MatrixView {
  readonly subtitle: string;
  readonly body: TemplateResult;
}

/** Rows that can be read at once, and those shown first; a few more are no reason for a button. */
const ROWS = 30;
const FIRST = 10;
const FEW_MORE = 4;

/** Wishes of the page and of its visitor. */
export interface MatrixOptions {
  readonly isAsked: boolean;
  /** Whether paper gets all rows, because it has no control that leads to the rest. */
  readonly printing: boolean;
  readonly isUnfolded: boolean;
  readonly unfold: (drawn: number, all: number) => void;
  readonly caption: Content;
}

/** Renders the participations of a table as a matrix. Returns null where they are of too few organisations, programmes and events. */
export function matrixView(
  dataset: Dataset,
  { grid }: TableContent,
  options: MatrixOptions,
  m: Localized,
  host: EssElement,
): MatrixView | null {
  const kept = new Set(grid.rows.map(({ id }) => id));
  const shown = records(dataset, 'participations').filter(({ id }) => kept.has(id));
  const { isAsked, printing } = options;
  const matrix = matrixOf(dataset, shown, { lang: m.lang, isAsked, limit: printing ? Infinity : ROWS });
  if (!matrix) return null;
  addStyles(host, [matrixStyles]);
  const { organisations, themes, links } = matrix;
  return {
    subtitle: [
      m.text('matrixOrganisations', { n: organisations }),
      m.text('matrixThemes', { n: themes }),
      m.text('matrixLinks', { n: links }),
    ].join(', '),
    body: body(matrix, options, m),
  };
}

function body(
  { columns, rows: all, organisations }: Matrix,
  { printing, isUnfolded, unfold, caption }: MatrixOptions,
  m: Localized,
): TemplateResult {
  const isFolded = !printing && !isUnfolded && organisations > FIRST + FEW_MORE;
  const rows = isFolded ? all.slice(0, FIRST) : all;
  const names = columns.map((column) => nameOf(column, m));
  const isCounted = rows.some(({ cells }) => cells.some((links) => countOf(links) > 1));
  let marks = 0;
  return html`<div class="matrix-of" ${styled({ '--_columns': String(columns.length) })} @keydown=${moveMark} @focusin=${readOut} @pointerover=${readOut} @click=${readOut}>
    <ol class="letters" aria-hidden="true">${names.map(({ text, lang }, at) => html`<li><b>${letter(at)}</b> <span lang=${langOf(lang, m)}>${text}</span></li>`)}</ol>
    <table class="matrix" part="matrix" role="table">
      <caption class="hidden">${caption}</caption>
      <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${m.content('col_organisation')}</th>${names.map(({ text, lang }, at) => html`<th scope="col" role="columnheader"><span class="letter" aria-hidden="true">${letter(at)}</span><span class="head" aria-hidden="true" lang=${langOf(lang, m)}>${shortened(text)}</span><span class="hidden" lang=${langOf(lang, m)}>${text}</span></th>`)}</tr></thead>
      <tbody role="rowgroup">${rows.map(
        (row) =>
          html`<tr role="row"><th scope="row" role="rowheader"><span class="row-head"><span class="row-name" lang=${langOf(row.name?.lang, m)}>${row.name?.text ?? m.text('matrixUnnamed')}</span><span class="hidden">, ${m.content('matrixLinks', { n: row.count })}</span><span class="count" aria-hidden="true">${row.count}</span></span></th>${row.cells.map((links, at) => cell(links, columns[at], at, links.length ? marks++ : 0, m))}</tr>`,
      )}</tbody>
    </table>
    <p class="readout" aria-hidden="true" data-hint=${m.text('matrixHint')}></p>
    <div class="more">
      ${isFolded ? html`<button class="button" type="button" part="more" @click=${() => unfold(rows.length, all.length)}>${m.content('tableMore')}</button>` : nothing}
      ${isFolded ? html`<p>${m.content('tableShownOf', { n: rows.length, all: organisations })}</p>` : organisations > rows.length ? html`<p>${m.content('matrixRest', { n: organisations - rows.length })}</p>` : nothing}
      ${isCounted ? html`<p>${m.content('matrixCounted')}</p>` : nothing}
    </div>
  </div>`;
}

/** Renders a cell: empty, or a dot that says the roles in words; in the column of several themes, their names too. */
function cell(
  links: readonly MatrixLink[],
  column: MatrixColumn | undefined,
  at: number,
  mark: number,
  m: Localized,
): TemplateResult {
  if (links.length === 0) return html`<td role="cell"></td>`;
  const count = countOf(links);
  const words = links.map(({ theme, roles }) => {
    const own = [...new Set(roles)].map((role) => wordOf(role, 'role', m) ?? role).join(', ');
    return column?.name === null ? `${theme?.text ?? m.text('matrixUnnamed')} (${own})` : own;
  });
  return html`<td role="cell" tabindex=${rovingIndex(mark)}><span class="dot" aria-hidden="true"><span class="letter">${letter(at)}</span>${count > 1 ? html`<span class="many">${count}</span>` : nothing}</span><span class="hidden">${words.join(', ')}${count > 1 ? ` (${m.text('matrixLinks', { n: count })})` : ''}</span></td>`;
}

const countOf = (links: readonly MatrixLink[]): number => links.reduce((sum, { roles }) => sum + roles.length, 0);

function nameOf({ name, themes }: MatrixColumn, m: Localized): { readonly text: string; readonly lang: string } {
  if (name === null) return { text: m.text('matrixOthers', { n: themes }), lang: m.lang };
  return name ?? { text: m.text('matrixUnnamed'), lang: m.lang };
}

const langOf = (lang: string | undefined, m: Localized): string | typeof nothing =>
  lang === undefined || lang === m.lang ? nothing : lang;

const letter = (at: number): string => String.fromCharCode(65 + at);

/** Letters that a heading has room for, in three lines. */
const LONGEST = 38;

/** Cuts a heading after a word. The key, the readout and screen readers have the whole. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  // A word that is cut, and the little ones that lead to it, say nothing.
  return `${text
    .slice(0, LONGEST)
    .replace(/(\s+\S{1,3})*\s+\S*$/, '')
    .replace(/[,;:]$/, '')}…`;
}

/** Moves the focus among the dots: along a row as in a list, up and down to the nearest dot of the next row that has one. */
function moveMark(event: KeyboardEvent): void {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const from = (event.target as Element).closest<HTMLTableCellElement>('td[tabindex]');
  if (!step || !from) return moveFocus(event);
  const rows = [...(from.closest('tbody')?.rows ?? [])];
  const at = rows.indexOf(from.parentElement as HTMLTableRowElement);
  const ahead = step > 0 ? rows.slice(at + 1) : rows.slice(0, at).reverse();
  const marks = ahead
    .map((row) => [...row.cells].filter((each) => each.hasAttribute('tabindex')))
    .find((row) => row.length);
  const distance = (each: HTMLTableCellElement): number => Math.abs(each.cellIndex - from.cellIndex);
  const next = marks?.reduce((a, b) => (distance(b) < distance(a) ? b : a));
  if (!next) return;
  event.preventDefault();
  from.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

/** Writes out the dot that has the focus or the pointer. Screen readers have its words in the cell. */
function readOut(event: Event): void {
  const mark = (event.target as Element).closest<HTMLTableCellElement>('td[tabindex]');
  const line = (event.currentTarget as Element).querySelector('.readout');
  const table = mark?.closest('table');
  if (!mark || !line || !table) return;
  const row = mark.parentElement?.querySelector('.row-name')?.textContent ?? '';
  const column = table.tHead?.rows[0]?.cells[mark.cellIndex]?.querySelector('.hidden')?.textContent ?? '';
  line.textContent = [row, column, mark.querySelector('.hidden')?.textContent].filter(Boolean).join(' – ');
}

const matrixStyles = css`
  .matrix-of {
    --_columns: 12;
    overflow-wrap: break-word;
  }
  .matrix {
    inline-size: auto;
    max-inline-size: 100%;
  }
  .matrix th,
  .matrix td {
    padding: 0.2rem 0;
    vertical-align: middle;
  }
  .matrix thead th {
    vertical-align: bottom;
  }
  .matrix th:first-child {
    min-inline-size: 9em;
    max-inline-size: 22em;
    padding-inline-end: var(--_4);
  }
  .matrix tbody th {
    line-height: 1.25;
  }
  .matrix tbody tr:is(:hover, :focus-within) {
    background: var(--_surface-2);
  }
  .matrix thead th:not(:first-child),
  .matrix td {
    inline-size: 2.5rem;
    min-inline-size: 2rem;
    text-align: center;
  }
  .head {
    display: inline-block;
    margin-inline: 0.15em;
    max-inline-size: 11.5em;
    writing-mode: vertical-rl;
    /* An apostrophe would stand upright, with the room of a letter. */
    text-orientation: sideways;
    rotate: 180deg;
    font-weight: 400;
    line-height: 1.15;
    text-align: start;
  }
  .matrix .letter,
  .letters {
    display: none;
  }
  .row-head {
    display: flex;
    gap: var(--_3);
    justify-content: space-between;
  }
  .count {
    flex: none;
    color: var(--_ink-2);
  }
  .dot {
    display: inline-flex;
    gap: 0.15em;
    align-items: center;
    justify-content: center;
    box-sizing: border-box;
    min-inline-size: 1.125rem;
    block-size: 1.125rem;
    padding-inline: 0.2em;
    border-radius: 1.125rem;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: var(--_text-xs);
    font-weight: 700;
    line-height: 1;
    vertical-align: middle;
    print-color-adjust: exact;
  }
  .matrix td:empty::before {
    content: '';
    display: inline-block;
    inline-size: 0.25rem;
    block-size: 0.25rem;
    border-radius: 50%;
    background: var(--_line);
    vertical-align: middle;
    print-color-adjust: exact;
  }
  .matrix td[tabindex] {
    cursor: default;
  }
  .matrix td:is(:hover, :focus-visible) > .dot {
    outline: 2px solid var(--_ink);
    outline-offset: 2px;
  }
  .readout {
    min-block-size: 1.5em;
    margin: 0;
    padding-block: var(--_1);
    background: var(--_surface);
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  /* Long rows of dots leave the words of one in view. */
  .readout:not(:empty) {
    position: sticky;
    inset-block-end: 0;
  }
  .readout:empty::before {
    content: attr(data-hint);
  }
  .matrix-of > .more {
    margin-block-start: var(--_1);
  }
  /* Columns are told apart by letters, which the dots bear too, and a name stands above its dots. */
  @container (max-width: 48em) {
    .letters {
      display: grid;
      gap: 0.125rem;
      margin: 0 0 var(--_3);
      padding: 0;
      list-style: none;
      color: var(--_ink-2);
      font-size: var(--_text-sm);
      line-height: 1.3;
    }
    .letters > li {
      display: grid;
      grid-template-columns: 1.5em minmax(0, 1fr);
    }
    .letters b {
      color: var(--_ink);
    }
    .matrix .letter {
      display: inline;
    }
    .head {
      display: none;
    }
    .matrix,
    .matrix :is(thead, tbody) {
      display: block;
    }
    .matrix tr {
      display: grid;
      grid-template-columns: repeat(var(--_columns), minmax(0, 2.75rem));
      border-block-end: 1px solid var(--_line);
    }
    .matrix thead tr {
      border-block-end: 2px solid var(--_ink);
    }
    .matrix tr > :is(th, td):nth-child(n) {
      min-inline-size: 0;
      max-inline-size: none;
      inline-size: auto;
      padding: 0;
      border: 0;
    }
    .matrix tr > :first-child {
      grid-column: 1 / -1;
      padding-block: 0.2rem 0.05rem;
    }
    .matrix td {
      min-block-size: 1.5rem;
    }
    .dot {
      gap: 0;
    }
  }
  @media print {
    .readout {
      display: none;
    }
    .matrix tr {
      break-inside: avoid;
    }
  }
  @media (forced-colors: active) {
    .dot {
      forced-color-adjust: none;
      background: CanvasText;
      color: Canvas;
    }
    .matrix td:empty::before {
      forced-color-adjust: none;
      background: GrayText;
    }
  }
`;
