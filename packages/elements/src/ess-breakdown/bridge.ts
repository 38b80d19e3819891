/** A stock a year earlier, what came in and went out, and the stock now: one bar in steps. */

import {
  type BridgeStep,
  bridgeFinding,
  CSV_HEADER,
  combined,
  csvRows,
  findingTitle,
  PLURAL_COUNT,
} from '@ess-widgets/core/charts';
import { capitalised, elided, formatQuantity, formatStockDate, toCsv, unitWord } from '@ess-widgets/core/format';
import { resolveText } from '@ess-widgets/core/model';
import { css, html, type TemplateResult } from 'lit';
import { addStyles } from '../base/added-styles.ts';
import type { EssElement } from '../base/element.ts';
import type { Measured } from '../base/measure-controller.ts';
import { domainText } from '../base/quality.ts';
import type { Localized } from '../texts/texts.ts';
import { keptLabel, withKept } from '../views/breakdown-words.ts';
import { moveFocus, rovingIndex } from '../views/roving.ts';
import { styled } from '../views/styled.ts';
import type { WholeChart } from './view.ts';

/** Looks of a step: a tone, or the pattern of a rank. */
const LOOKS = {
  before: { class: 'tone-ink-2', colour: 'ink-2' },
  in: { class: 'pattern p2', colour: 'accent', rank: 2 },
  out: { class: 'pattern p4', colour: 'accent', rank: 4 },
  after: { class: '', colour: 'accent' },
} as const;

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
  const [{ measure, texts }, inflow, outflow] = figures;
  const dateOf = (period: string): string => formatStockDate(period, m.lang);
  const before = measure.previous?.period ?? measure.period;
  const isComputed = measure.previous?.basis === 'computed' && measure.basis !== 'computed';
  const labels = {
    before: capitalised(dateOf(before)) + (isComputed ? ` (${m.text('quality_computed')})` : ''),
    in: resolveText(inflow.texts.label, m.lang).text,
    out: resolveText(outflow.texts.label, m.lang).text,
    after: capitalised(dateOf(measure.period)),
  };
  const rows = steps.map((step) => ({
    ...step,
    ...LOOKS[step.kind],
    label: labels[step.kind],
    zero: 0,
    value: valueOf(step, m),
  }));
  const unit = unitWord(measure.quantity?.unit ?? texts.unit, PLURAL_COUNT, m.lang) ?? '';
  const at = m.text('periodsAt', { at: dateOf(before), before: dateOf(measure.period) });
  const neutral = withKept(kept, domainText(texts.label, m));
  const title = findingTitle(bridgeFinding(steps), texts, m);
  const words = m.content('breakdownCount', { unit, de: elided(unit), at });
  const room = Math.max(...rows.map(({ value }) => value.length));
  return {
    figure: combined(figures) ?? figures[0],
    title: title ? withKept(kept, title) : neutral,
    subtitle: words,
    chart:
      () => html`<ul class="bars bridge" role="list" part="bars" ${styled({ '--_room': `${room}ch` })} @keydown=${moveFocus}>
      ${rows.map(
        (each, place) => html`<li tabindex=${rovingIndex(place)} class=${each.kind}>
          <span class="label"><span>${each.label}</span></span>
          <span class="track" ${styled({ '--_length': String(each.length), '--_start': String(each.start) })}>
            <span class="bar ${each.length ? each.class : 'none'}" part="bar" aria-hidden="true"></span>
            <span class="amount"><span class="hidden">, </span><strong class="known" part="value">${each.value}</strong></span>
          </span>
        </li>`,
      )}
    </ul>`,
    table: () => stepsTable(rows, neutral, m),
    csv: () =>
      toCsv(
        CSV_HEADER,
        figures.flatMap((figure) => csvRows(figure.measure, m.lang, keptLabel(kept, figure.texts, m))),
      ),
    drawn: { chart: 'bridge', marks: rows },
  };
}

/** Returns the value with the sign of its step: "+9", "−6". */
function valueOf({ kind, quantity }: BridgeStep, m: Localized): string {
  const signed = kind === 'out' ? { ...quantity, value: -(quantity.value ?? 0) + 0 } : quantity;
  return formatQuantity(signed, m.lang, { sign: kind === 'in' });
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

/** Thin lines carry the level of a step on to the next one. */
const bridgeStyles = css`
  .bridge .track::after {
    content: '';
    position: absolute;
    inset-block: calc(50% + 0.625em) calc(-50% - var(--_2) + 0.625em);
    inset-inline-start: calc(var(--_axis) * (var(--_start) + var(--_length)));
    border-inline-start: 1px dashed var(--_line-strong);
  }
  .bridge > .out .track::after {
    inset-inline-start: calc(var(--_axis) * var(--_start));
  }
  .bridge > .after .track::after {
    content: none;
  }
  .bridge .bar {
    box-sizing: border-box;
    border-radius: 0;
  }
  .bridge > :is(.in, .out) strong {
    font-weight: 600;
  }
`;
