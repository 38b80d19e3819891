/** One bar of two or three parts of a whole, with its labels right below it. */

import type { ShareSegment } from '@ess-widgets/core/charts';
import { shareText, valueText } from '@ess-widgets/core/charts';
import { css, html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/added-styles.ts';
import type { EssElement } from '../base/element.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized } from '../texts/texts.ts';
import { type Breakdown, doubtOf } from '../views/breakdown-words.ts';
import { moveFocus, rovingIndex } from '../views/roving.ts';
import { styled } from '../views/styled.ts';
import type { DrawnBreakdown } from './view.ts';

export { shareInWords as marks } from '@ess-widgets/core/charts';

/** Segments under this fraction of the whole have their share below the bar alone. */
const SMALL = 0.12;

/** Renders the bar, which is hidden from screen readers, and the list of its parts: "CDI, 256, 80 %". */
export function view(
  _marks: unknown,
  { breakdown, segments }: DrawnBreakdown,
  m: Localized,
  host: EssElement,
): TemplateResult {
  addStyles(host, [shareStyles]);
  if (!segments) return html``;
  // Room for a word or two under a narrow segment too.
  const columns = segments
    .map(({ length }) => `minmax(min(14em, ${Math.round(90 / segments.length)}%), ${100 * length}fr)`)
    .join(' ');
  const end = segments.reduce((sum, { length }) => sum + length, 0);
  return html`<div class="segments whole" aria-hidden="true">
      ${segments.map((each) => bar(each, m))}${end < 1 - 1e-6 ? html`<span class="rest" ${styled({ '--_length': String(1 - end) })}></span>` : nothing}
    </div>
    <ul class="parts" role="list" part="bars" ${styled({ '--_columns': columns })} @keydown=${moveFocus}>
      ${segments.map((each, at) => label(breakdown, each, at, m))}
    </ul>`;
}

function bar({ rank, length, share }: ShareSegment, m: Localized): TemplateResult {
  return html`<span class="segment pattern p${rank} ${length === 0 ? 'nothing' : ''}" part="segment" ${styled({ '--_length': String(length) })}>${
    share && length >= SMALL ? html`<span class="chip">${shareText(share, m)}</span>` : nothing
  }</span>`;
}

const label = (
  breakdown: Breakdown,
  { label: name, quantity, share, rank, checks }: ShareSegment,
  at: number,
  m: Localized,
): TemplateResult => html`<li tabindex=${rovingIndex(at)}>
  <span class="key"><i class="swatch pattern p${rank}"></i><span>${domainText(name, m)}${doubtOf(checks, m)}</span></span>
  <span class="amount"><span class="hidden">, </span><strong class="known" part="value">${valueText(quantity, breakdown, m)}</strong>${
    share ? html`<span class="hidden">, </span> <span class="share">${shareText(share, m)}</span>` : nothing
  }</span>
</li>`;

/** The bar has the patterns of a stack; labels stand below their segments as far as there is room. */
const shareStyles = css`
  .whole {
    --_length: 0;
    block-size: 2.75em;
    font-variant-numeric: lining-nums tabular-nums;
  }
  .whole .segment {
    justify-content: center;
  }
  .whole .nothing {
    display: none;
  }
  .whole .chip {
    font-size: 1em;
  }
  .parts {
    --_columns: 1fr;
    display: grid;
    grid-template-columns: var(--_columns);
    gap: var(--_2) var(--_4);
    margin: var(--_2) 0 0;
    padding: 0;
    list-style: none;
    font-variant-numeric: lining-nums tabular-nums;
  }
  .parts > li {
    min-inline-size: 0;
    line-height: 1.3;
  }
  .parts .key {
    font-size: 0.9375em;
  }
  .parts .swatch {
    align-self: flex-start;
    inline-size: 1em;
    block-size: 0.85em;
    margin-block-start: 0.25em;
  }
  .parts .amount {
    display: block;
    margin-block-start: 0.125rem;
    font-size: 1.125em;
  }
  .parts > li:hover .swatch {
    outline: 2px solid var(--_ink);
    outline-offset: 1px;
  }
  /* A third of less is too narrow for a long word. */
  @container (max-width: 36em) {
    .parts {
      grid-template-columns: minmax(0, 1fr);
    }
    .parts > li {
      display: flex;
      gap: var(--_4);
      align-items: baseline;
      justify-content: space-between;
    }
    .parts .amount {
      flex: none;
      margin: 0;
      white-space: nowrap;
    }
  }
`;
