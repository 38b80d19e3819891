/** A stock a year earlier, what came in and went out, and the stock now: two numbers, and two bars between them. */

import {
  type BridgeStep,
  bridgeFinding,
  bridgeInWords,
  bridgeSaid,
  combined,
  findingTitle,
} from '@ess-widgets/core/charts';
import { css, html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/added-styles.ts';
import type { EssElement } from '../base/element.ts';
import type { Measured } from '../base/measure-controller.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized } from '../texts/texts.ts';
import { withKept } from '../views/breakdown-words.ts';
import { moveFocus, rovingIndex } from '../views/roving.ts';
import { styled } from '../views/styled.ts';
import type { WholeChart } from './view.ts';

/**
 * Makes the chart of a stock with its flows.
 * @param figures the stock, what came in, what went out
 * @param kept names of what they are kept to
 */
export function bridgeChart(
  figures: readonly [stock: Measured, inflow: Measured, outflow: Measured],
  steps: readonly BridgeStep[],
  kept: string,
  m: Localized,
  host: EssElement,
): WholeChart {
  addStyles(host, [bridgeStyles]);
  const [{ texts }] = figures;
  const rows = bridgeInWords(figures, steps, m);
  const neutral = withKept(kept, domainText(texts.label, m));
  const title = findingTitle(bridgeFinding(steps), texts, m);
  const { key, params } = bridgeSaid(figures, m);
  const room = Math.max(...rows.map(({ value }) => value.length));
  return {
    figure: combined(figures) ?? figures[0],
    title: title ? withKept(kept, title) : neutral,
    subtitle: m.content(key, params),
    chart:
      () => html`<ul class="bars bridge" role="list" part="bars" ${styled({ '--_room': `${room}ch` })} @keydown=${moveFocus}>
      ${rows.map(
        (each, place) => html`<li tabindex=${rovingIndex(place)} class=${each.isNumber ? 'stock' : 'flow'}>
          <span class="label"><span>${each.label}</span></span>
          <span class="track" ${styled({ '--_length': String(each.length) })}>
            ${each.isNumber ? nothing : html`<span class="bar ${each.length ? `pattern p${each.rank}` : 'none'}" part="bar" aria-hidden="true"></span>`}
            <span class="amount"><span class="hidden">, </span><strong class="known" part="value">${each.value}</strong></span>
          </span>
        </li>`,
      )}
    </ul>`,
    table: () => stepsTable(rows, neutral, m),
    isStated: title !== null,
    drawn: { chart: 'bridge', marks: rows },
  };
}

const stepsTable = (
  rows: readonly { readonly label: string; readonly value: string }[],
  caption: unknown,
  m: Localized,
): TemplateResult => html`<div class="region" part="region" role="group" tabindex="0" aria-labelledby="title"><table class="rows" part="table">
    <caption class="hidden">${caption}</caption>
    <thead><tr><th scope="col">${m.content('bridgeStep')}</th><th scope="col" class="number">${m.content('columnValue')}</th></tr></thead>
    <tbody>${rows.map(({ label, value }) => html`<tr><th scope="row">${label}</th><td class="number"><strong>${value}</strong></td></tr>`)}</tbody>
  </table></div>`;

/** A stock is a large number, and has no axis. */
const bridgeStyles = css`
  .bridge > .stock .track::before {
    content: none;
  }
  .bridge > .stock strong {
    font-size: 1.5em;
    line-height: 1.2;
  }
  .bridge .bar {
    box-sizing: border-box;
  }
  .bridge > .flow strong {
    font-weight: 600;
  }
`;
