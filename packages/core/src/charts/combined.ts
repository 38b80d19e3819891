import { uncapitalised } from '../format/index.ts';
import {
  apart,
  type Basis,
  badgesOf,
  type IndicatorTexts,
  inOneLanguage,
  LANGUAGES,
  type Measure,
  resolveText,
  type Text,
} from '../model/index.ts';

/** A measure and the texts of its indicator. */
export interface MeasuredFigure {
  readonly measure: Measure;
  readonly texts: IndicatorTexts;
}

const TO_CHECK: Text = { fr: 'À vérifier', br: 'Da wiriañ', en: 'To check' };
const LEAST_SURE_FIRST: readonly Basis[] = ['listed', 'computed', 'published', 'both'];
const AND: Text = { fr: ' et ', br: ' ha ', en: ' and ' };

/**
 * Several figures that stand together, as one for the source line and the source card: all their labels, sources, definitions
 * and notes, the least sure of their origins, and a doubt where one of them has it. It has no value of its own.
 */
export function combined(figures: readonly MeasuredFigure[]): MeasuredFigure | undefined {
  const [first, ...others] = figures;
  if (!first || others.length === 0) return first;
  const measures = figures.map(({ measure }) => measure);
  const { where, territory } = first.measure;
  // The basis is that of figures with a known value: the basis of an unknown value says nothing about the known ones.
  const known = measures.filter(({ quantity, parts = [] }) => quantity ?? parts.some((part) => part.quantity));
  const doubtful = figures.filter(({ measure }) => badgesOf(measure).doubts.includes('check'));
  const agreement = measures.find((each) => each.agreement?.agrees === false)?.agreement;
  const checks = measures.flatMap((each) => each.checks ?? []);
  const added = measures.flatMap((each) => each.added ?? []);
  return {
    measure: {
      indicator: [...new Set(measures.map(({ indicator }) => indicator))].join('-'),
      period: first.measure.period,
      quantity: null,
      combines: measures,
      // What all are kept to is the subject of the whole: its file is named after it, and the card says it.
      ...(where !== undefined && measures.every((each) => each.where === where) ? { where } : {}),
      ...(territory !== undefined && measures.every((each) => each.territory === territory) ? { territory } : {}),
      parts: figures.flatMap(({ measure, texts }) => [
        { id: measure.indicator, label: texts.label, quantity: measure.quantity },
        ...(measure.parts ?? []),
      ]),
      basis: LEAST_SURE_FIRST.find((basis) => known.some((each) => each.basis === basis)) ?? first.measure.basis,
      ...(agreement ? { agreement } : {}),
      ...(checks.length ? { checks } : {}),
      ...(added.length ? { added } : {}),
      population: null,
      missing: null,
      sources: measures.flatMap(({ sources }) => sources),
      notes: [
        ...doubtful.map(({ texts }) => inEach((lang) => `${inLang(TO_CHECK, lang)}: ${inLang(texts.label, lang)}.`)),
        ...measures.flatMap(({ notes }) => notes),
      ],
    },
    texts: {
      ...first.texts,
      label: inEach((lang) => listed(figures, lang)),
      definition: inEach((lang) =>
        once(figures, ({ texts }) => `${inLang(texts.label, lang)}: ${inLang(texts.definition, lang)}`).join(' '),
      ),
    },
  };
}

/** Figures of one indicator share their words, which are said once. */
const once = (figures: readonly MeasuredFigure[], words: (figure: MeasuredFigure) => string): readonly string[] => [
  ...new Set(figures.map(words)),
];

/** "Adhérents, nouvelles adhésions et adhésions non renouvelées" */
function listed(figures: readonly MeasuredFigure[], lang: string): string {
  const labels = once(figures, ({ texts }) => inLang(texts.label, lang)).map((each, at) =>
    at ? uncapitalised(each) : each,
  );
  return [labels.slice(0, -1).join(', '), ...labels.slice(-1)].filter(Boolean).join(inLang(AND, lang));
}

const inLang = (text: Text, lang: string): string => resolveText(text, lang).text;

/**
 * A text put together in each language that has all its words; French has a space before its colons. That a language lacks one is
 * noted where the text is shown, not here, where all of them are read.
 */
export function inEach(write: (lang: string) => string): Text {
  const written = LANGUAGES.map((lang) => [lang, apart(() => inOneLanguage(() => write(lang)))] as const);
  const whole = written.flatMap(([lang, { made, isWhole }]) => (isWhole ? [[lang, made] as const] : []));
  return { ...Object.fromEntries(whole), fr: write('fr').replaceAll(': ', '\u202f: ') };
}
