import type { Counted } from '@ess-widgets/core/charts';
import { formatChange, formatQuantity, formatValue, periodInWords } from '@ess-widgets/core/format';
import { badgesOf, type Measure, pointOf, type Quantity } from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';
import { styled } from '../views/styled.ts';

/**
 * Renders the change since the previous edition, and the value of that edition.
 * @param asked what the page's author wants it compared with: a period, `previous` or `none`
 */
export function changeView({ quantity, change, previous }: Measure, asked: string | undefined, m: Localized): Content {
  if (!change || !previous) {
    return asked && !['previous', 'none'].includes(asked) && quantity
      ? html`<p class="change none" part="change">${m.content('counterNoCompare', { period: periodInWords(asked, m.lang) })}</p>`
      : nothing;
  }
  const period = periodInWords(previous.period, m.lang, { against: true });
  return html`<p class="change" part="change"><strong>${formatChange(change, m.lang)}</strong> ${m.content('comparedWith', { period })} (${formatQuantity(previous.quantity, m.lang)})</p>`;
}

/** Allows a line break in "about 20,000" before the number, never within it. */
const divisible = (written: string): string => written.replace('\u00a0', ' ');

/** Renders the part in the whole country, then the figures beside. */
export function detailsView({ share, total, sides }: Counted, m: Localized): Content {
  return html`${share?.quantity ? shareView(share.quantity, total, m) : totalView(total, m)}${
    sides.length
      ? html`<dl class="figures" part="figures">${sides.map(({ label, measure }) => {
          const { quantity } = measure;
          return quantity
            ? html`<div><dt>${m.content(label, { n: Math.round(pointOf(quantity)) })}</dt><dd>${divisible(formatValue(quantity, measure, m.lang))}</dd></div>`
            : nothing;
        })}</dl>`
      : nothing
  }`;
}

function shareView(share: Quantity, total: Measure | undefined, m: Localized): Content {
  return html`<div class="part" part="share">
    <div class="line" aria-hidden="true" ${styled({ '--_share': `${pointOf(share)}%` })}><i></i><i></i></div>
    <p><span><strong>${formatQuantity(share, m.lang)}</strong> ${m.content('counterNational')}${
      total ? html` (${numberOf(total, m)})` : nothing
    }</span> <span class="rest" aria-hidden="true">${m.content('counterElsewhere')}</span></p></div>`;
}

/** Renders the total alone, because without a known part there is no share to draw. */
const totalView = (total: Measure | undefined, m: Localized): Content =>
  total
    ? html`<div class="part" part="share"><p><span>${m.content('counterTotal')} ${numberOf(total, m)}</span></p></div>`
    : nothing;

/** Renders "près de 1 900, calculé". The basis is written out because the figure has no badge of its own. */
function numberOf(measure: Measure, m: Localized): Content {
  const { quantity } = measure;
  return quantity
    ? html`<strong>${formatValue(quantity, measure, m.lang)}</strong>, ${m.content(`quality_${badgesOf(measure).origin}`)}`
    : nothing;
}
