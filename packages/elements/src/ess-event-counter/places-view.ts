/** The number by département: a table with bars. Loaded where a visitor asks for it. */

import { departementsOf } from '@ess-widgets/core/charts';
import { formatNumber, formatQuantity } from '@ess-widgets/core/format';
import type { Measure } from '@ess-widgets/core/model';
import { css, html, nothing } from 'lit';
import { addStyles } from '../base/added-styles.ts';
import { contentStyles } from '../base/content.styles.ts';
import type { EssElement } from '../base/element.ts';
import type { Content } from '../base/frame.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized } from '../texts/texts.ts';
import { styled } from '../views/styled.ts';

const placesStyles = css`
  .places {
    margin: var(--_2) 0 0;
    font-size: var(--_text-sm);
  }
  .places table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: inherit;
  }
  .places :is(th, td) {
    padding: var(--_2) 0;
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    overflow-wrap: normal;
  }
  .places thead :is(th, td) {
    border-block-end: 2px solid var(--_ink);
    color: var(--_ink-2);
    font-weight: 600;
  }
  .places :is(th, td):last-child {
    text-align: end;
    font-variant-numeric: lining-nums tabular-nums;
  }
  .places td > b {
    font-weight: 700;
    white-space: nowrap;
  }
  .places .bar {
    --_length: 0;
    inline-size: 33%;
    padding-inline: var(--_3);
  }
  .places i {
    display: block;
    block-size: 0.75em;
    inline-size: max(2px, calc(100% * var(--_length)));
    border-radius: var(--_radius-1);
    background: var(--_accent);
    print-color-adjust: exact;
  }
  .places p {
    margin: var(--_2) 0 0;
    color: var(--_ink-2);
  }
  /* The numbers are written: where letters are large beside the place, bars and whole words give way. */
  @container (max-width: 15em) {
    .places table {
      table-layout: fixed;
    }
    .places .bar {
      display: none;
    }
    .places :is(th, td) {
      overflow-wrap: anywhere;
    }
    .places :is(th, td):last-child {
      inline-size: 36%;
    }
  }
  @media (forced-colors: active) {
    .places i {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;

/** Gives the counter the styles of the table. */
export const dressed = (host: EssElement): void => addStyles(host, [contentStyles, placesStyles]);

export function placesView(measure: Measure, m: Localized): Content {
  const found = departementsOf(measure);
  if (!found) return nothing;
  const { marks, placed, all } = found;
  return html`<div class="places" part="places"><table>
    <caption class="hidden">${m.content('counterPlaces')}</caption>
    <thead><tr><th scope="col">${m.content('counterPlace')}</th><td class="bar"></td><th scope="col">${m.content('counterTitle')}</th></tr></thead>
    <tbody>${marks.map(
      ({ label, length, quantity }) => html`<tr><th scope="row">${domainText(label, m)}</th>
        <td class="bar" aria-hidden="true"><i ${styled({ '--_length': String(length) })}></i></td>
        <td>${quantity ? html`<b>${formatQuantity(quantity, m.lang)}</b>` : m.content('unknown')}</td></tr>`,
    )}</tbody></table>${
      placed < all
        ? html`<p>${m.content('counterPlaced', { n: placed, count: formatNumber(placed, m.lang), all: formatNumber(all, m.lang) })}</p>`
        : nothing
    }</div>`;
}
