/** Parts at two dates: two dots a row, joined by a line, with both values and the change. */

import { changesFinding, type Dumbbells, dumbbellsInWords } from '@ess-widgets/core/charts';
import { css, html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/added-styles.ts';
import type { EssElement } from '../base/element.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized } from '../texts/texts.ts';
import { doubtedIn, doubtOf } from '../views/breakdown-words.ts';
import { moveFocus, rovingIndex } from '../views/roving.ts';
import { styled } from '../views/styled.ts';
import { symbol } from '../views/symbols.ts';
import type { DrawnBreakdown } from './view.ts';

export { changesFinding as finding, dumbbellsInWords as marks };

/** Renders the key, and a row for each part: "LinkedIn, 2023, 5 178, 2024, 7 148, +38 % (+1 970)". */
export function view(
  { rows, periods, zero }: Dumbbells,
  { breakdown: { groups } }: DrawnBreakdown,
  m: Localized,
  host: EssElement,
): TemplateResult {
  addStyles(host, [dumbbellStyles]);
  const room = Math.max(...rows.map(({ value, change }) => Math.max(value.length, 0.875 * change.length)));
  const [now, before] = periods;
  return html`<p class="keys" aria-hidden="true">
      <span class="key"><i class="end before"></i>${before}</span><span class="key"><i class="end now"></i>${now}</span>
    </p>
    <ul class="bars dumbbell" role="list" part="bars" ${styled({ '--_room': `${room}ch`, '--_zero': String(zero) })} @keydown=${moveFocus}>
      ${rows.map((row, at) => {
        const { before: a, now: b, values, change, tone } = row;
        const place = { '--_from': String(a ?? b ?? 0), '--_to': String(b ?? a ?? 0) };
        return html`<li tabindex=${rovingIndex(at)}>
          <span class="label">${tone ? symbol(tone.shape, { cssVar: tone.cssVar }) : nothing}<span>${domainText(row.name, m)}${doubtOf(row.checks, m, groups && doubtedIn(groups, row.id))}</span></span>
          <span class="track" ${styled(place)}>
            <span class="ends" aria-hidden="true">${a !== undefined && b !== undefined ? html`<i class="way"></i>` : nothing}${a === undefined ? nothing : html`<i class="end before"></i>`}${b === undefined ? nothing : html`<i class="end now"></i>`}</span>
            <span class="amount"><span class="hidden">, ${before}, </span><span part="value">${values[1]}</span><span aria-hidden="true">&nbsp;→ </span><span class="hidden">, ${now}, </span><strong class=${row.isKnown ? 'known' : 'unknown'} part="value">${values[0]}</strong>${
              change ? html`<span class="hidden">, </span><span class="change">${change}</span>` : nothing
            }</span>
          </span>
        </li>`;
      })}
    </ul>`;
}

const dumbbellStyles = css`
  .bars.dumbbell {
    row-gap: 0;
  }
  .dumbbell > li {
    padding-block: var(--_1);
    border-block-start: 1px solid var(--_line);
  }
  .dumbbell .track {
    --_from: 0;
    --_to: 0;
    --_axis: calc(100% - min(var(--_room) + 2.75em, 65%));
    min-block-size: 2.75em;
  }
  .dumbbell .track::before {
    content: none;
  }
  .ends::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(100% * var(--_zero));
    border-inline-start: 1px solid var(--_line-strong);
  }
  .ends {
    position: relative;
    flex: none;
    align-self: stretch;
    inline-size: var(--_axis);
    margin-inline: 0.5em;
  }
  .end {
    --_ink-of-mark: var(--_accent);
    box-sizing: border-box;
    display: inline-block;
    inline-size: 0.875em;
    block-size: 0.875em;
    border: 2px solid var(--_ink-of-mark);
    border-radius: 50%;
    background: var(--_ink-of-mark);
    print-color-adjust: exact;
  }
  .end.before {
    background: var(--_surface);
  }
  .ends > * {
    position: absolute;
    inset-block-start: 50%;
    translate: -50% -50%;
  }
  .ends > .before {
    inset-inline-start: calc(100% * var(--_from));
  }
  .ends > .now {
    inset-inline-start: calc(100% * var(--_to));
    /* A value that stayed is a disc in its ring. */
    inline-size: 0.625em;
    block-size: 0.625em;
  }
  .ends > .way {
    inset-inline-start: calc(100% * (var(--_from) + var(--_to)) / 2);
    inline-size: max(calc(100% * (var(--_to) - var(--_from))), calc(100% * (var(--_from) - var(--_to))));
    border-block-start: 3px solid var(--_accent);
    print-color-adjust: exact;
  }
  .keys > .key {
    align-items: center;
  }
  .dumbbell .amount {
    flex: 1 1 0;
    min-inline-size: 0;
    color: var(--_ink-2);
    font-size: 0.9375em;
  }
  .dumbbell .amount > .known {
    color: var(--_ink);
  }
  .dumbbell .change {
    display: block;
    font-size: var(--_text-sm);
  }
  .bars.dumbbell > li:hover .end {
    outline: 2px solid var(--_ink);
    outline-offset: 1px;
  }
  @container (max-width: 36em) {
    .bars.dumbbell {
      grid-template-columns: minmax(0, 1fr);
    }
    /* The axis has the whole width, below the name and, where there is room beside it, the values. */
    .dumbbell > li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--_3);
    }
    .dumbbell .track {
      display: contents;
    }
    .ends {
      flex: none;
      order: 1;
      inline-size: calc(100% - 1em);
      block-size: 1.375em;
    }
    .dumbbell .amount {
      flex: 0 1 auto;
      margin-inline-start: auto;
    }
    .dumbbell .change {
      display: inline-block;
      margin-inline-start: 0.75em;
    }
  }
  @media (forced-colors: active) {
    .end {
      --_ink-of-mark: CanvasText;
      forced-color-adjust: none;
    }
    .end.before {
      background: Canvas;
    }
    .ends > .way {
      border-color: CanvasText;
    }
  }
`;
