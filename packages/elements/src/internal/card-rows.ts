import { detailTotal, sharesTotal } from '@ess-widgets/core/chart';
import { formatNumber, formatQuantity } from '@ess-widgets/core/format/lean';
import { findMeasure } from '@ess-widgets/core/indicators/written';
import { badgesOf, type Dimension, isExact, type Measure, type Quantity } from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import type { Localized } from '../messages/messages.ts';
import type { Content } from './frame.ts';
import { domainText } from './quality.ts';
import type { Shown } from './source-card.ts';

/** As many terms are written out. */
const TERMS = 15;

/** A measure whose parts can be added, and the dimension that splits it: its own, or the first that the build has written. */
function splitOf({ dataset, measure, texts }: Shown): readonly [Measure, Dimension] | null {
  const exclusive = texts.dimensions.filter((dimension) => dimension.exclusive);
  if (measure.by) {
    const own = exclusive.find(({ id }) => id === measure.by);
    return own ? [measure, own] : null;
  }
  const { measures } = dataset;
  if (!measures || measure.where || measure.territory) return null;
  for (const dimension of exclusive) {
    const { indicator, period } = measure;
    const found = findMeasure(measures, { indicator, period, by: dimension.id });
    if (found?.parts?.length) return [found, dimension];
  }
  return null;
}

/** "19 + 9 + 59 = 87, par collège", and the total where the sum is another; nothing where parts cannot be added. */
export function sumCheck(shown: Shown): Content {
  const { m } = shown;
  const split = splitOf(shown);
  if (!split) return nothing;
  const [measure, dimension] = split;
  const terms = (measure.parts ?? []).flatMap(({ quantity }) => quantity ?? []);
  if (terms.length < 2 || terms.length > TERMS || terms.length < (measure.parts?.length ?? 0) || !terms.every(isExact))
    return nothing;
  const sum = sumOf(measure, terms);
  if (!sum) return nothing;
  const { quantity } = measure;
  const differs = quantity && sum.value !== quantity.value;
  const written = terms.map((term) => formatQuantity(term, m.lang)).join(' + ');
  const more = differs ? html`. ${m.content('cardSumDiffers', { total: formatQuantity(quantity, m.lang) })}` : nothing;
  return html`${written} = ${formatQuantity(sum, m.lang)}, ${m.content('cardBy')} ${domainText(dimension.label, m)}${more}`;
}

/** The sum of counts; of percents only where they are all of one whole, as they were printed. */
function sumOf(measure: Measure, terms: readonly Quantity[]): Quantity | null {
  if (terms[0]?.unit !== 'percent') return detailTotal(measure);
  return terms.every(({ unit }) => unit === 'percent') && sharesTotal(terms, false) === 'whole' && reaches(terms)
    ? { value: 100, op: '=', unit: 'percent' }
    : null;
}

const reaches = (terms: readonly Quantity[]): boolean =>
  Math.abs(terms.reduce((sum, { value }) => sum + (value ?? 0), 0) - 100) < 1e-6;

/** How complete a figure is: what the list behind it holds, what it lacks, why it is partial. */
export function completeness({ basis, derivedFrom, quantity, population, missing }: Measure, m: Localized): Content {
  const lines = [
    ...(basis === 'listed' ? [m.content('cardListIncomplete')] : []),
    ...((basis === 'computed' && !derivedFrom) || (basis === 'both' && population !== null)
      ? [m.content('cardListComplete')]
      : []),
    ...(quantity?.partial && basis !== 'listed' ? [reason(quantity.partial, m)] : []),
    ...(population === null ? [] : [m.content('cardPopulation', counted(population, m))]),
    ...(missing ? [m.content('cardMissing', counted(missing, m))] : []),
  ];
  return lines.length ? html`${lines.map((line, at) => html`${at ? ' ' : nothing}${line}`)}` : nothing;
}

const counted = (n: number, m: Localized) => ({ n, count: formatNumber(n, m.lang) });

/** Why a figure is partial, in the publisher's words: they are in French. */
function reason(text: string, m: Localized): Content {
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  return m.lang === 'fr' ? sentence : html`<span lang="fr">${sentence}</span>`;
}

/** The badges of a measure, each explained in words. */
export function qualityList(measure: Measure, m: Localized): Content {
  const { origin, doubts } = badgesOf(measure);
  return html`${[origin, ...doubts].map((badge, at) => html`${at ? html`<br>` : nothing}${m.content(`cardMeans_${badge}`)}`)}`;
}
