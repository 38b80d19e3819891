import { formatChange, formatPeriod, formatQuantity } from '@ess-widgets/core/format/lean';
import { type Measure, pointOf } from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import type { Content } from '../internal/frame.ts';
import type { Measured } from '../internal/measure-controller.ts';
import { styled } from '../internal/styled.ts';
import type { Localized } from '../messages/messages.ts';
import type { CounterPlan } from './figures.ts';

/** The change since the edition before, where both are known. */
export function changeView({ change, previous }: Measure, m: Localized): Content {
  // Between incomplete lists there is no change to speak of.
  if (!change || !previous || change.absolute.partial !== undefined) return nothing;
  const period = formatPeriod(previous.period, m.lang);
  return html`<p class="change" part="change"><strong>${formatChange(change, m.lang)}</strong> ${m.content('comparedWith', { period })}</p>`;
}

/** The part in a larger whole, then the figures beside. */
export function detailsView({ figures }: CounterPlan, others: readonly (Measured | null)[], m: Localized): Content {
  if (!figures) return nothing;
  const share = others[0]?.measure.quantity;
  const sides = figures.sides.flatMap((side, at) => {
    const quantity = others[at + 1]?.measure.quantity;
    return quantity ? [{ label: side.label, quantity }] : [];
  });
  return html`${
    share
      ? html`<div class="part" part="share">
          <div class="line" aria-hidden="true" ${styled({ '--_share': `${pointOf(share)}%` })}><i></i><i></i></div>
          <p><span><strong>${formatQuantity(share, m.lang)}</strong> ${m.content(figures.share.label)}</span> <span class="rest" aria-hidden="true">${m.content(figures.share.rest)}</span></p>
        </div>`
      : nothing
  }${
    sides.length
      ? html`<dl class="figures" part="figures">${sides.map(
          ({ label, quantity }) =>
            html`<div><dt>${m.content(label, { n: Math.round(pointOf(quantity)) })}</dt><dd>${formatQuantity(quantity, m.lang)}</dd></div>`,
        )}</dl>`
      : nothing
  }`;
}
