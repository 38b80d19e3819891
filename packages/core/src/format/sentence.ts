import {
  badgesOf,
  type IndicatorTexts,
  type Manifest,
  type Measure,
  type MeasurePart,
  pointOf,
  type Quantity,
  resolveText,
  type SourceRef,
} from '../model/index.ts';
import { capitalised } from './capitalised.ts';
import { dateInWords } from './date.ts';
import type { FormatLang } from './language.ts';
import { formatFigureDate } from './period.ts';
import { formatCount, formatQuantity, formatValue } from './quantity.ts';
import { during, lowered, pageWord, type SentenceWords, sentenceLang, sentenceWords } from './sentence-words.ts';
import { unitWord } from './units.ts';

/** Input of a sentence about a figure. */
export interface Stated {
  readonly measure: Measure;
  readonly texts: IndicatorTexts;
  readonly manifest: Pick<Manifest, 'publisher' | 'documents' | 'title' | 'updated'>;
  /** Names of what the figure is limited to: a collège, a territory. */
  readonly limits?: readonly string[];
}

/** Number of parts that are named; the others are counted. */
const NAMED = 8;
/** Number of places of one document that are listed. */
const PLACES = 3;

/**
 * Returns a sentence of our own with a figure, its unit, its date and its source: "Au 31 décembre 2024, la Cress
 * Bretagne compte 117 adhérents (source : Rapport d’activité 2024, I.1.a, p. 4)." Null where there is no figure to
 * state.
 * @since 0.1.0
 */
export function figureSentence(stated: Stated, language: string): string | null {
  const lang = sentenceLang(language);
  const words = sentenceWords[lang];
  const said = statement(stated, lang, words);
  if (said === null) return null;
  // Breton says what is counted after "was", and names an indicator after a comma.
  const between = stated.measure.combines ? '' : lang === 'br' && said.startsWith('e oa') ? ' ' : ', ';
  // A part is never told as the whole: its subject comes first, as in the titles of charts.
  const { limits = [] } = stated;
  const subject = limits.length > 0 ? `${limits.join(', ')}${words.colon}` : '';
  const told = words.full(capitalised(`${subject}${whenOf(stated, lang)}${between}${said}`));
  return `${told} (${remarks(stated, lang, words).join(words.semicolon)}).`;
}

/**
 * Returns a figure without its name, beside it: "120 personnes en 2024", "117 adhérents au 31 décembre 2024". Null
 * where there is none.
 */
export function figureWords(stated: Pick<Stated, 'measure' | 'texts'>, language: string): string | null {
  const lang = sentenceLang(language);
  const { measure, texts } = stated;
  const { quantity } = measure;
  return quantity && sentenceWords[lang].full(`${valueOf(quantity, measure, lang, texts)} ${whenOf(stated, lang)}`);
}

function statement({ measure, texts, manifest }: Stated, lang: FormatLang, words: SentenceWords): string | null {
  const label = resolveText(texts.label, lang).text;
  const parts = partsOf(measure, texts, lang, words);
  const { quantity } = measure;
  // Several figures are named each, with their values: together they have no name.
  if (measure.combines) return parts || null;
  if (!quantity) return parts ? words.gives(label, parts) : null;
  if (isUnit(label, quantity, lang))
    return words.there(formatValue(quantity, measure, lang, { unit: 'long' }), ownerOf(measure, manifest)) + parts;
  const isMany = pointOf(quantity) >= 2 && !texts.signed && !/^(percent|euros)$/.test(quantity.unit);
  if (isMany && words.counts(label, quantity.unit.includes('/'))) {
    return words.there(formatValue(quantity, measure, lang, { noun: lowered(label) }), null) + parts;
  }
  return words.is(label, valueOf(quantity, measure, lang, texts)) + parts;
}

/**
 * Returns a value with its word, and its sign where it is a change; of a ratio only what is counted, since its label
 * says for each of what.
 */
function valueOf(quantity: Quantity, measure: Measure, lang: FormatLang, { signed }: IndicatorTexts): string {
  const [counted = '', each] = quantity.unit.split('/');
  if (each === undefined) return formatValue(quantity, measure, lang, { sign: !!signed, unit: 'long' });
  const noun = unitWord(counted, pointOf(quantity), lang);
  return formatValue(quantity, measure, lang, noun === null ? {} : { noun });
}

/** Whether an indicator counts what its unit says, and nothing else: "Adhérents". */
const isUnit = (label: string, { unit }: Quantity, lang: FormatLang): boolean => {
  if (unit.includes('/')) return false;
  const plural = lang === 'br' ? PLURAL_BR[unit] : unitWord(unit, 100, lang);
  return label.toLowerCase() === plural?.toLowerCase();
};

/** Breton counts in the singular: the plural that a label has is not among the forms of its numbers. */
const PLURAL_BR: Readonly<Record<string, string>> = {
  members: 'izili',
  publications: 'embannadurioù',
  projects: 'raktresoù',
};

/**
 * Returns the owner of a count: the publisher, for its own members; not for those of another network, nor where the
 * publisher is named after a file.
 */
function ownerOf({ where }: Measure, { publisher }: Stated['manifest']): string | null {
  return where || !publisher.name || isFileName(publisher.name) ? null : publisher.name;
}

/** Whether a publisher is named after a file: that of a list, which names none. */
export const isFileName = (name: string): boolean => /\.\w{2,5}$/.test(name);

/** ", par collège : Associations (59), Coopératives (19) et 5 autres"; empty where no part is known. */
function partsOf(
  { by, parts = [], quantity }: Measure,
  { label, dimensions, signed }: IndicatorTexts,
  lang: FormatLang,
  words: SentenceWords,
): string {
  const known = parts.filter((part) => part.quantity !== null);
  if (known.length === 0) return '';
  const first = known.length > NAMED + 1 ? [...known].sort(bySize).slice(0, NAMED) : known;
  // A number alone is read in the unit of the whole: where one part has another, each says its own.
  const write = known.every((part) => part.quantity?.unit === quantity?.unit) ? formatQuantity : formatCount;
  const named = first.flatMap((part) =>
    part.quantity ? `${resolveText(part.label, lang).text} (${write(part.quantity, lang, { sign: !!signed })})` : [],
  );
  const rest = known.length - first.length;
  // Semicolons separate the names where one has a comma of its own.
  const between = first.some((part) => resolveText(part.label, lang).text.includes(', ')) ? words.semicolon : ', ';
  const list = named.join(between) + (rest ? ` ${words.more(rest)}` : '');
  const dimension = dimensions.find(({ id }) => id === by);
  const name = dimension && lowered(resolveText(dimension.label, lang).text);
  // In Breton the value follows its label after a colon, so that a second colon needs words before it.
  const isSaid = !name || (lang !== 'br' && resolveText(label, lang).text.toLowerCase().includes(name.toLowerCase()));
  return isSaid ? words.colon + list : `, ${words.by} ${name}${words.colon}${list}`;
}

const bySize = (a: MeasurePart, b: MeasurePart): number =>
  (b.quantity ? pointOf(b.quantity) : 0) - (a.quantity ? pointOf(a.quantity) : 0);

/** Returns the remarks between parentheses: the doubts of the figure, its source. */
function remarks({ measure, manifest }: Stated, lang: FormatLang, words: SentenceWords): readonly string[] {
  const { doubts } = badgesOf(measure);
  const sources = sourcesText(measure, manifest, lang, words);
  const { publisher, title } = manifest;
  return [
    ...(doubts.includes('partial') ? [words.partial] : []),
    ...(doubts.includes('check') ? [words.check] : []),
    ...(isPrinted(measure) ? [] : [words.computed(sources || words.quote(resolveText(title, lang).text))]),
    ...(sources ? (isPrinted(measure) ? [words.source + sources] : []) : [words.publisher + publisher.name]),
  ];
}

/** Whether the value stands in the documents that are named as its sources; else it only comes from what stands there. */
const isPrinted = (measure: Measure): boolean =>
  (measure.combines ?? [measure]).every(({ basis }) => basis === 'published' || basis === 'both');

type Documents = Pick<Manifest, 'documents'>;

const placeOf = ({ section, page }: SourceRef, word: string): string =>
  [...(section ? [`${word}${section}`] : []), ...(page === undefined ? [] : [pageWord(page)])].join(', ');

/**
 * Documents and places: several places of one document are joined, many are left out. Empty without a source. Titles have
 * quotes where they stand in the middle of words, after "computed from".
 */
function sourcesText(
  measure: Measure,
  { documents }: Documents,
  lang: FormatLang,
  { semicolon, quote }: SentenceWords,
  section = '',
): string {
  const { sources } = measure;
  const ids = [...new Set(sources.map(({ document }) => document))];
  const each = ids.map((id) => {
    const name = documents[id] ? resolveText(documents[id].title, lang).text : id;
    const title = isPrinted(measure) ? name : quote(name);
    const own = sources.filter(({ document }) => document === id).map((source) => placeOf(source, section));
    const places = [...new Set(own)].filter(Boolean);
    return places.length > 0 && places.length <= PLACES ? `${title}, ${places.join(semicolon)}` : title;
  });
  return each.join(semicolon);
}

/** Address and day of a reading. */
interface Reading {
  /** Address of the page, empty where it has none that others could open. */
  readonly address: string;
  /** Day, `YYYY-MM-DD`. */
  readonly day: string;
}

/**
 * Returns a reference to a figure: who publishes it, when, what it is, in which document and where, and the page on
 * which it was read: "Cress Bretagne (2025). « Adhérents », au 31 décembre 2024. Dans Rapport d’activité 2024, section
 * I.1.a, p. 4. …" Of a figure that is not printed there: "… Chiffre calculé d’après « Rapport d’activité 2024 »,
 * section I.1.a, p. 4. …"
 * @since 0.1.0
 */
export function citation(stated: Stated, { address, day }: Reading, language: string): string {
  const { measure, texts, manifest, limits = [] } = stated;
  const lang = sentenceLang(language);
  const words = sentenceWords[lang];
  const title = resolveText(manifest.title, lang).text;
  const from = sourcesText(measure, manifest, lang, words, `${words.section} `);
  const where = isPrinted(measure)
    ? `${words.within} ${from || title}`
    : capitalised(words.computed(from || words.quote(title)));
  const [source] = measure.sources;
  const year = ((source && manifest.documents[source.document]?.date) || manifest.updated).slice(0, 4);
  const what = words.quote([resolveText(texts.label, lang).text, ...limits].join(', '));
  const read = words.read(address, dateInWords(day, lang));
  return `${manifest.publisher.name} (${year}). ${what}, ${whenOf(stated, lang)}. ${where}. ${read}`;
}

/** Returns the date of a figure: of a stock a day, of a flow a period. */
const whenOf = ({ measure, texts }: Pick<Stated, 'measure' | 'texts'>, lang: FormatLang): string =>
  texts.kind === 'stock' || (measure.until ?? measure.asOf)
    ? formatFigureDate(measure, texts.kind, lang)
    : during(measure.period, lang);
