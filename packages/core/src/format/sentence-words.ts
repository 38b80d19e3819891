import { type ParsedPeriod, type Period, period } from '../model/index.ts';
import { type FormatLang, formatLang, formatLanguage } from './language.ts';
import { NO_BREAK } from './number.ts';
import { frenchOrganisation } from './organisation-name.ts';
import { periodInWords } from './period.ts';

/** Texts and rules of a language for sentences about figures. */
export interface SentenceWords {
  /** "In", before a period: `en 2024`, `le 18 juin 2024`. */
  readonly during: (p: ParsedPeriod, words: string) => string;
  /**
   * Whether a label names in the plural what is counted, so that it can stand after a number: `9 nouvelles adhésions`. Not one
   * that names two things: 18 arrivals are not 18 "arrivals and departures"; nor one that names what it can be split by, where
   * it is no ratio: 33 "participants par type de structure" would be so many of each type.
   */
  readonly counts: (label: string, isRatio: boolean) => boolean;
  /** Returns "there are so many", with their owner where it is known. */
  readonly there: (count: string, owner: string | null) => string;
  /** An indicator has a value. */
  readonly is: (label: string, value: string) => string;
  /** An indicator has values, one for each part; what names them begins with a comma or a colon. */
  readonly gives: (label: string, parts: string) => string;
  /** "By", before the name of a dimension: `par collège`. */
  readonly by: string;
  /** Before a list. */
  readonly colon: string;
  /** Between remarks. */
  readonly semicolon: string;
  readonly more: (n: number) => string;
  readonly quote: (text: string) => string;
  /** Title of a document as a noun of a sentence: with its article where its first word tells it, else between quotes. */
  readonly document: (title: string) => string;
  readonly source: string;
  readonly publisher: string;
  readonly partial: string;
  readonly check: string;
  /** Of a figure that stands in no document as it is: what it was computed from, documents between quotes. */
  readonly computed: (from: string) => string;
  readonly section: string;
  /** In a larger document. */
  readonly within: string;
  /** Returns the place and the day of reading. */
  readonly read: (address: string, day: string) => string;
  /** Prefixes in full, by what figures write: `env.` is read "environ". */
  readonly full: (text: string) => string;
}

/** Whether a range is two days that follow each other, or the dates between which something happened. */
const isPair = (p: ParsedPeriod): boolean =>
  p.kind === 'range' && Date.parse(p.last) - Date.parse(p.first) === 86_400_000;

/** Returns a first letter that begins no abbreviation, in lower case. */
export const lowered = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** Returns a text between French quotes; those within are of the second kind, so that the end of each is visible. */
const guillemets = (text: string): string => `«\u202f${text.replace(/«\s*/g, '“').replace(/\s*»/g, '”')}\u202f»`;

const FEMININE = /^(part|évolution|présence|fidélité|croissance|participation|somme|durée|moyenne)(?= |$)/i;
const MASCULINE = /^(taux|montant|nombre|public|effectif)(?= |$)/i;

/**
 * Returns a label with its article, where its first word is one of those that measures begin with; else between quotes.
 */
function definite(label: string): string {
  const text = lowered(label);
  if (!FEMININE.test(label) && !MASCULINE.test(label)) return `l’indicateur ${french.quote(label)}`;
  if (/^[aeéèêio]/i.test(text)) return `l’${text}`;
  return `${FEMININE.test(label) ? 'la' : 'le'} ${text}`;
}

/** "By", before the name of a dimension; not before an agent, which has an article. */
const SPLIT_BY = / par (?!l[ae’]|un)/;

/** Kinds of document that take "le". */
const DOCUMENT = /^(rapport|bilan|guide|livret|panorama|tableau|communiqué|recueil|catalogue)(?= |$)/i;

const AT: Readonly<Partial<Record<ParsedPeriod['kind'], string>>> = {
  year: 'en ',
  month: 'en ',
  day: 'le ',
  half: 'au ',
  quarter: 'au ',
  'school-year': 'pendant l’',
};

const french: SentenceWords = {
  during: (p, words) => (isPair(p) ? `les ${words}` : `${AT[p.kind] ?? ''}${words}`),
  counts: (label, isRatio) =>
    /^\p{L}+[sx](?! et )(?= |$)/u.test(label) && !MASCULINE.test(label) && (isRatio || !SPLIT_BY.test(label)),
  there: (count, owner) => `${owner ? frenchOrganisation(owner) : 'on'} compte ${count}`,
  is: (label, value) => `${definite(label)} est ${/^[aeou]/i.test(value) ? 'd’' : 'de '}${value}`,
  gives: (label, parts) => `l’indicateur ${french.quote(label)} donne${parts}`,
  by: 'par',
  colon: '\u202f: ',
  semicolon: '\u202f; ',
  more: (n) => `et ${n} autres`,
  quote: guillemets,
  document: (title) => (DOCUMENT.test(title) ? `le ${lowered(title)}` : guillemets(title)),
  source: 'source\u202f: ',
  publisher: 'données\u202f: ',
  partial: 'chiffre partiel',
  check: 'chiffre à vérifier',
  // "Chiffre", as above: the label that it would agree with may be of any gender and number.
  computed: (from) => `chiffre calculé d’après ${from}`,
  section: 'section',
  within: 'Dans',
  read: (address, day) => `${address ? `Disponible sur ${address} (consulté le ${day})` : `Consulté le ${day}`}.`,
  full: (text) => text.replaceAll(`env.${NO_BREAK}`, `environ${NO_BREAK}`),
};

/** The words of labels that name one thing in the singular. */
const SINGULAR =
  /^(share|amount|number|attendance|audience|reach|headcount|net change|change|growth|use)(?= |$)| (rate|retention)(?= of |$)/i;
const PREPOSITION = / (?:of|in|at|by|per|on|from|among|for|with|to|that)(?= )/;

const english: SentenceWords = {
  during: (p, words) => {
    if (p.kind === 'day' || isPair(p)) return `on ${words}`;
    if (p.kind === 'range') return `from ${words}`;
    return `${p.kind === 'year' || p.kind === 'month' ? 'in' : 'in the'} ${words}`;
  },
  counts: (label) => {
    const head = (label.split(PREPOSITION)[0] ?? '').split(' ');
    return (
      !head.includes('and') &&
      [head[0], head[head.length - 1]].some((word) => word !== undefined && /\p{Ll}s$/u.test(word))
    );
  },
  there: (count, owner) => (owner ? `${owner} had ${count}` : `there were ${count}`),
  is: (label, value) =>
    SINGULAR.test(label) ? `the ${lowered(label)} was ${value}` : `the indicator ${english.quote(label)} was ${value}`,
  gives: (label, parts) => `the indicator ${english.quote(label)} gave${parts}`,
  by: 'by',
  colon: ': ',
  semicolon: '; ',
  more: (n) => `and ${n} others`,
  quote: (text) => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`,
  document: (title) => (/ report$/i.test(title) ? `the ${lowered(title)}` : english.quote(title)),
  source: 'source: ',
  publisher: 'data: ',
  partial: 'partial figure',
  check: 'figure to check',
  computed: (from) => `figure computed from ${from}`,
  section: 'section',
  within: 'In',
  read: (address, day) => `${address ? `Available at ${address} (accessed ${day})` : `Accessed ${day}`}.`,
  full: (text) => text,
};

/** Breton keeps to sentences that need no mutation: a number, its word, what it is about. */
const breton: SentenceWords = {
  during: (p, words) => {
    if (p.kind === 'year') return `e ${words}`;
    if (p.kind === 'month') return `e miz ${words}`;
    if (p.kind === 'day') return formatLanguage('br').at(words);
    if (p.kind === 'range') return isPair(p) ? formatLanguage('br').at(words) : words;
    if (p.kind === 'school-year') return `e-pad ar ${words}`;
    return `e-pad ${/^[14]/.test(words) ? 'ar' : 'an'} ${words}`;
  },
  counts: () => false,
  there: (count, owner) => `e oa ${count}${owner ? ` gant ${owner}` : ''}`,
  is: (label, value) => `${breton.quote(label)}\u202f: ${value}`,
  gives: (label, parts) => `${breton.quote(label)}${parts}`,
  // "Dre" would soften the word after it.
  by: 'hervez',
  colon: '\u202f: ',
  semicolon: '\u202f; ',
  more: (n) => `ha ${n} all`,
  quote: guillemets,
  document: guillemets,
  source: 'mammenn\u202f: ',
  publisher: 'roadennoù\u202f: ',
  partial: 'sifr darnel',
  check: 'sifr da wiriañ',
  computed: (from) => `sifr jedet diwar ${from}`,
  section: 'rann',
  within: 'E-barzh',
  read: (address, day) => {
    const seen = formatLanguage('br').at(day);
    return `${address ? `Da gavout war ${address} (gwelet ${seen})` : `Gwelet ${seen}`}.`;
  },
  full: (text) => text,
};

export const sentenceWords: Readonly<Record<FormatLang, SentenceWords>> = { fr: french, br: breton, en: english };

/** Returns the language that sentences about figures are written in: French for one that has no words for them. */
export const sentenceLang = (lang: string): FormatLang => {
  const own = formatLang(lang);
  return own === 'br' || own === 'en' ? own : 'fr';
};

/** Returns a period as a part of a sentence: `en 2024`, `du 25 au 30 mars 2024`. */
export const during = (text: Period, lang: FormatLang): string =>
  sentenceWords[lang].during(period(text), periodInWords(text, lang));

/** Returns "p. 4", which never ends a line between its two halves. */
export const pageWord = (page: number): string => `p.${NO_BREAK}${page}`;
