import { detailTotal, sharesTotal } from '@ess-widgets/core/charts';
import {
  capitalised,
  formatCount,
  formatNumber,
  formatQuantity,
  formatStockDate,
  frenchOrganisation,
  MINUS,
  NO_BREAK,
  periodInWords,
  sentenceLang,
  sentenceWords,
} from '@ess-widgets/core/format';
import { findMeasure } from '@ess-widgets/core/indicators';
import {
  badgesOf,
  type Calculation,
  type Dataset,
  type Dimension,
  isExact,
  isFigureHidden,
  type Measure,
  type Operand,
  type Quantity,
  resolveText,
} from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import { domainText } from '../../texts/domain-text.ts';
import { type Localized, type MessageKey, shownLang } from '../../texts/texts.ts';
import type { Content } from '../frame.ts';
import { limitsOf } from './limits.ts';
import type { Shown } from './source-card.ts';

/** Largest number of terms that are written out. */
const TERMS = 15;

/**
 * Renders "1 − 6/114 = 94,7 %" and the name of each number; nothing for a figure that is no arithmetic on a few values, or where
 * one of these is internal.
 */
export function calculationView({ dataset, measure, m }: Shown): Content {
  const { calculation, agreement, quantity } = measure;
  const result = agreement?.computed ?? quantity;
  if (!calculation || !result || calculation.operands.length > TERMS) return nothing;
  const { operands } = calculation;
  if (operands.some((each) => isFigureHidden(dataset, each))) return nothing;
  const lines = operands.map((each) => {
    // The last word of a name stays beside its number.
    const value = m.text('cardValueOf', { what: '', value: formatQuantity(each.quantity, m.lang) });
    return html`<br>${operandName(each, dataset, measure, m)}${value.replace(': ', `:${NO_BREAK}`)}`;
  });
  return html`${formulaText(calculation, m.lang)} = ${formatQuantity(result, m.lang)}${lines}`;
}

/** Renders the name of an operand: its indicator, the part of it that it is kept to, and its date where that is another. */
function operandName(operand: Operand, dataset: Dataset, measure: Measure, m: Localized): Content {
  const { label, indicator = '', where, period } = operand;
  const kept = where ? limitsOf(dataset, { indicator, where }, m).join(', ') : '';
  // Parts of the figure itself need no name but their own.
  const name =
    kept && indicator === measure.indicator ? kept : html`${domainText(label, m)}${kept && `\u00a0– ${kept}`}`;
  const isDay = period?.length === 10;
  return period ? html`${name}, ${isDay ? formatStockDate(period, m.lang) : periodInWords(period, m.lang)}` : name;
}

/** Returns a formula with its operands in place: "1 − 6/114". */
function formulaText({ form, operands }: Calculation, lang: string): string {
  const terms = operands.map(({ quantity }) => termText(quantity, lang));
  const [a = '', b = ''] = terms;
  // Words around a slash would be read as one word.
  const slash = /[^\d.,\s]/.test(a + b) ? `${NO_BREAK}/${NO_BREAK}` : '/';
  if (form === 'growth') return `(${a} ${MINUS} ${b})${slash}${b}`;
  if (form !== 'sum') return `${form === 'rest' ? `1 ${MINUS} ` : ''}${a}${slash}${b}`;
  return terms.map((term, at) => (at === 0 ? '' : operands[at]?.minus ? ` ${MINUS} ` : ' + ') + term).join('');
}

/** Returns a value as a term: between parentheses where it is not one number, or has a sign of its own. */
function termText(quantity: Quantity, lang: string): string {
  const text = formatQuantity(quantity, lang);
  return quantity.op === 'range' || text.startsWith(MINUS) ? `(${text})` : text;
}

type Split = readonly [measure: Measure, dimension: Dimension];

/**
 * Returns measures whose parts make their total, each with its dimension: the figure's own, or those that the build has
 * written.
 */
function splitsOf({ dataset, measure, texts }: Shown): readonly Split[] {
  const { indicator, period, by, where, territory, quantity } = measure;
  const whole = texts.dimensions.filter(({ exclusive, exhaustive }) => exclusive && exhaustive);
  if (by) return whole.filter(({ id }) => id === by).map((dimension) => [measure, dimension]);
  const { measures } = dataset;
  if (!measures || where || territory) return [];
  return whole.flatMap((dimension): readonly Split[] => {
    const found = findMeasure(measures, { indicator, period, by: dimension.id });
    return found && isSame(found.quantity, quantity) ? [[found, dimension]] : [];
  });
}

/** Whether two values are the same amount: the parts of one then make the other. */
const isSame = (a: Quantity | null, b: Quantity | null): boolean =>
  a?.value === b?.value && a?.op === b?.op && a?.unit === b?.unit;

/** Returns the parts of a measure, where all of them are plain numbers, few enough to be written out. */
function termsOf({ parts = [] }: Measure): readonly Quantity[] | null {
  const terms = parts.flatMap(({ quantity }) => (quantity && isExact(quantity) ? quantity : []));
  return terms.length === parts.length && terms.length > 1 && terms.length <= TERMS ? terms : null;
}

/**
 * Renders "19 + 9 + 59 = 87, par collège", and the total where the sum is another; nothing where parts cannot be added. Of
 * several splits the one whose sum is not the total is written.
 */
export function sumCheck(shown: Shown): Content {
  const { lang, content } = shown.m;
  const sums = splitsOf(shown).flatMap(([measure, dimension]) => {
    const terms = termsOf(measure);
    const sum = terms && sumOf(measure, terms);
    const { quantity } = measure;
    return sum ? [{ terms, sum, quantity, dimension, differs: quantity !== null && sum.value !== quantity.value }] : [];
  });
  const chosen = sums.find(({ differs }) => differs) ?? sums[0];
  if (!chosen) return nothing;
  const { terms, sum, quantity, dimension, differs } = chosen;
  // The calculation of a sum of parts already adds them up.
  const { calculation, indicator } = shown.measure;
  if (!differs && calculation?.operands.every((each) => each.indicator === indicator && each.where)) return nothing;
  const total = quantity && formatQuantity(quantity, lang);
  const written = terms.map((term) => formatQuantity(term, lang)).join(' + ');
  return html`${written} = ${formatQuantity(sum, lang)}, ${content('cardBy')} ${domainText(dimension.label, shown.m)}${
    differs && total ? html`. ${content('cardSumDiffers', { total })}` : nothing
  }`;
}

/** Returns the sum of counts; of percents only where they are all of one whole, as they were printed. */
function sumOf(measure: Measure, terms: readonly Quantity[]): Quantity | null {
  if (terms[0]?.unit !== 'percent') return detailTotal(measure);
  return terms.every(({ unit }) => unit === 'percent') && sharesTotal(terms, false) === 'whole' && reaches(terms)
    ? { value: 100, op: '=', unit: 'percent' }
    : null;
}

const reaches = (terms: readonly Quantity[]): boolean =>
  Math.abs(terms.reduce((sum, { value }) => sum + (value ?? 0), 0) - 100) < 1e-6;

/** Renders the previous values that are computed, if the figure itself is not: "2023 : 114 adhérents (calculé)". */
export function computedBefore({ basis, previous, parts = [] }: Measure, m: Localized): Content {
  const whole = previous?.basis ? [[periodInWords(previous.period, m.lang), previous.quantity] as const] : [];
  const split = parts.flatMap(({ label, previous: before, previousBasis }) =>
    before && previousBasis ? [[resolveText(label, m.lang).text, before] as const] : [],
  );
  const all = [...whole, ...split];
  if (all.length === 0 || basis === 'computed') return nothing;
  return html`${all.map(([what, value], at) => html`${at ? html`<br>` : nothing}${m.content('cardValueOf', { what, value: formatCount(value, m.lang) })} (${m.content('quality_computed')})`)}`;
}

/** Renders how complete a figure is: whether its list is complete, how many records lack the value, why it is partial. */
export function completeness(measure: Measure, m: Localized): Content {
  const { basis, combines, derivedFrom, quantity, population, missing } = measure;
  // Of several figures one list may hold all, and another not.
  if (combines?.some((each) => each.basis !== basis)) return nothing;
  const lines = [
    ...(basis === 'listed' ? [m.content('cardListIncomplete')] : []),
    ...((basis === 'computed' && !derivedFrom) || (basis === 'both' && population !== null)
      ? [m.content('cardListComplete')]
      : []),
    // The notes already say, in every language, that the period of a figure is not over.
    ...(quantity?.partial && basis !== 'listed' && !measure.until ? [reason(quantity.partial, m)] : []),
    ...(population === null ? [] : [m.content('cardPopulation', counted(population, m))]),
    ...(missing ? [m.content('cardMissing', counted(missing, m))] : []),
  ];
  return lines.length ? html`${lines.map((line, at) => html`${at ? ' ' : nothing}${line}`)}` : nothing;
}

const counted = (n: number, m: Localized) => ({ n, count: formatNumber(n, m.lang) });

/** Renders the reason why a figure is partial, in the publisher's words, which are French. */
function reason(text: string, m: Localized): Content {
  const sentence = `${capitalised(text)}.`;
  return m.lang === 'fr' ? sentence : html`<span lang="fr">${sentence}</span>`;
}

const FOUND: Readonly<Record<string, MessageKey>> = {
  'announced-and-listed': 'cardFoundList',
  'parts-and-totals': 'cardFoundParts',
};

/**
 * Renders the findings of the build about a figure in words for visitors; the texts of the checks are for editors of the
 * data.
 */
export function foundBy({ checks, parts = [] }: Measure, m: Localized): Content {
  const lines = [
    ...wordsOf(checks).map((key): Content => html`${m.content(key)} `),
    ...parts.flatMap(({ label, checks: own }) =>
      wordsOf(own).map((key): Content => html`${domainText(label, m)} – ${m.content(key)} `),
    ),
  ];
  return lines.length ? html`${lines}` : nothing;
}

const wordsOf = (checks: readonly string[] = []): readonly MessageKey[] => [
  ...new Set(checks.map((rule) => FOUND[rule] ?? 'cardFound')),
];

/** Renders one sentence: where a figure comes from, and how sure it is. */
export function originSentence({ dataset, measure, m }: Shown): Content {
  const { agreement, quantity, missing } = measure;
  const { origin, doubts } = badgesOf(measure);
  const n = missing ?? 0;
  const remarks: readonly Content[] = [
    agreement?.agrees ? m.content('cardFromSame') : nothing,
    agreement?.agrees === false
      ? m.content('cardFromOther', { value: formatQuantity(agreement.computed, m.lang) })
      : doubts.includes('check')
        ? m.content('cardFromDoubt')
        : nothing,
    doubts.includes('approx') && quantity ? m.content(limitKey(quantity)) : nothing,
    doubts.includes('partial') && origin !== 'listed' ? m.content('cardFromPartial') : nothing,
    n ? m.content('cardFromMissing', { n }) : nothing,
  ];
  return html`${originWords(dataset, measure, m)}${remarks}.`;
}

/** Returns the text that says what kind of amount an inexact one is. */
function limitKey({ op }: Quantity): MessageKey {
  if (op === 'range') return 'cardFromRange';
  return op === '=' || op === '~' ? 'cardFromAbout' : op.startsWith('>') ? 'cardFromLeast' : 'cardFromMost';
}

/** Renders the beginning of the sentence: the document that publishes the figure, or what it is computed from. */
function originWords(dataset: Dataset, measure: Measure, m: Localized): Content {
  const { sources, derivedFrom, population } = measure;
  const { origin } = badgesOf(measure);
  // A sentence that a language lacks is French, and so are the names in it.
  const lang = sentenceLang(shownLang('cardMethod', m));
  const { name } = dataset.manifest.publisher;
  const publisher = lang === 'fr' ? frenchOrganisation(name) : name;
  const [first] = sources;
  const title = first && dataset.manifest.documents[first.document]?.title;
  const document = first && sentenceWords[lang].document(title ? resolveText(title, lang).text : first.document);
  const place = html`${first?.page === undefined ? nothing : m.content('cardFromPage', { page: first.page })}${sources.length > 1 ? m.content('cardFromMore', { n: sources.length - 1 }) : nothing}`;
  if (origin === 'listed') return m.content('cardFrom_listed');
  if (origin !== 'computed')
    return document
      ? html`${m.content('cardFrom_published', { document })}${place}`
      : m.content('cardFrom_publisher', { publisher });
  if (derivedFrom?.length && document)
    return html`${m.content('cardFrom_derived', { n: derivedFrom.length, document })}${place}`;
  if (population !== null) return m.content('cardFrom_complete', { records: recordsText(measure, population, m) });
  return document
    ? html`${m.content('cardFrom_computed', { document })}${place}`
    : m.content('cardFrom_records', { publisher });
}

/** Returns a number of records with their word, where the figure is a count of them: "24 réunions". */
function recordsText({ quantity, missing }: Measure, population: number, m: Localized): string {
  const value = quantity?.value ?? -1;
  const isCount = value <= population && value + (missing ?? 0) >= population;
  return quantity && isCount
    ? formatCount({ value: population, op: '=', unit: quantity.unit }, m.lang)
    : m.text('cardFromRecords', counted(population, m));
}

/** Renders the badges of a measure, each explained in words; of several figures of unlike origins, whose origin each is. */
export function qualityList(measure: Measure, m: Localized): Content {
  const { origin, doubts } = badgesOf(measure);
  const { combines = [], parts = [] } = measure;
  const origins = [...new Set(combines.map((each) => badgesOf(each).origin))];
  const ofEach = origins.map((one): Content => {
    const own = combines.filter((each) => badgesOf(each).origin === one).map(({ indicator }) => indicator);
    const names = parts.filter(({ id }) => own.includes(id)).map(({ label }) => domainText(label, m));
    return html`${names.map((name, at) => html`${at ? ', ' : nothing}${name}`)} – ${m.content(`cardMeans_${one}`)}`;
  });
  const means = (doubt: (typeof doubts)[number]): MessageKey =>
    doubt === 'check' && measure.agreement?.agrees !== false ? 'cardMeans_found' : `cardMeans_${doubt}`;
  const first = origins.length > 1 ? ofEach : [m.content(`cardMeans_${origin}`)];
  const lines = [...first, ...doubts.map((doubt) => m.content(means(doubt)))];
  return html`${lines.map((line, at) => html`${at ? html`<br>` : nothing}${line}`)}`;
}
