/** Differences between a value and its schema, in words for the people who edit the data. */
import type * as z from 'zod/mini';
import { parsePeriod, type Text } from '../../model/index.ts';
import { suggestPeriod } from './suggest-period.ts';
import { suggestValue } from './suggest-value.ts';
import { excerpt, isObject } from './values.ts';

type Issue = z.core.$ZodIssue;
/** A text in each of the languages that findings are read in. */
type Words = Text & { readonly br: string; readonly en: string };

/** First difference between a value and its schema. */
export interface Mismatch {
  /** `collections.events.count`; empty for the value itself. */
  readonly path: string;
  /** Empty for what is missing. */
  readonly found: string;
  /** The value in good data: "a text". */
  readonly expected: Words;
  /** The whole as a clause: "title is 3, expected: a text". */
  readonly said: Words;
}

/** Returns the first difference that a schema reports. @param name of the value itself, where it is what differs */
export const mismatchOf = (
  { issues: [issue] }: Pick<z.core.$ZodError, 'issues'>,
  value: unknown,
  name?: string,
): Mismatch => differenceOf(issue, value, name);

/** Returns all differences that a schema reports. */
export const mismatchesOf = (
  { issues }: Pick<z.core.$ZodError, 'issues'>,
  value: unknown,
  name?: string,
): readonly Mismatch[] => issues.map((issue) => differenceOf(issue, value, name));

function differenceOf(reported: Issue | undefined, value: unknown, name = 'id'): Mismatch {
  const issue = deepest(reported);
  const keys = issue?.path ?? [];
  const received = valueAt(value, keys);
  const [path, found, expected] = [keys.map(String).join('.'), excerpt(received), expectedBy(issue, received)];
  return { path, found, expected, said: clause(path || name, found, expected) };
}

/** Returns the clause on a value; for a missing one it says so. */
const clause = (at: string, found: string, { fr, br, en }: Words): Words => ({
  fr: `${at} ${found ? `vaut ${found}` : 'manque'}, attendu\u202f: ${fr}`,
  br: `${at}\u202f: ${found || 'mankout a ra'}, gortozet\u202f: ${br}`,
  en: `${at} is ${found || 'missing'}, expected: ${en}`,
});

/**
 * Returns the innermost issue: an alternative that failed says nothing by itself, the reasons of its first branch do.
 */
function deepest(issue: Issue | undefined): Issue | undefined {
  if (issue?.code !== 'invalid_union') return issue;
  const inner = issue.errors.find((branch) => branch.length > 0)?.[0];
  return inner ? { ...inner, path: [...issue.path, ...inner.path] } : issue;
}

const TYPES: Readonly<Record<string, Words>> = {
  string: { fr: 'un texte', br: 'un destenn', en: 'a text' },
  number: { fr: 'un nombre', br: 'un niver', en: 'a number' },
  int: { fr: 'un nombre entier', br: 'un niver klok', en: 'a whole number' },
  boolean: { fr: 'true ou false', br: 'true pe false', en: 'true or false' },
  array: { fr: 'une liste', br: 'ur roll', en: 'a list' },
  object: { fr: 'un objet', br: 'un objed', en: 'an object' },
  record: { fr: 'un objet', br: 'un objed', en: 'an object' },
};
const PERIODS = '2024, 2024-H1, 2024-Q4, 2024-06, 2024-06-18, 2023-SY';

/** Returns the same words in all languages, for values and bounds. */
const same = (text: string): Words => ({ fr: text, br: text, en: text });

function expectedBy(issue: Issue | undefined, received: unknown): Words {
  switch (issue?.code) {
    case 'invalid_type':
      return typeExpected(issue.expected, received, String(issue.path?.at(-1) ?? ''));
    case 'invalid_value':
      return same(issue.values.map((value) => JSON.stringify(value)).join(' | '));
    case 'too_small':
      return issue.origin === 'array'
        ? { fr: 'au moins un élément', br: 'un elfenn da nebeutañ', en: 'at least one item' }
        : same(`≥ ${issue.minimum}`);
    case 'too_big':
      return same(`≤ ${issue.maximum}`);
    default:
      return refined(issue?.message ?? '?', received);
  }
}

/** Returns the kind of a value, with the value that was probably meant: `un objet, sans doute {"fr": "Adhérents"}`. */
function typeExpected(type: string, received: unknown, key: string): Words {
  const words = TYPES[type] ?? same(type);
  const meant = suggestValue(type, received, key);
  if (meant === null) return words;
  return {
    fr: `${words.fr}, sans doute ${meant}`,
    br: `${words.br}, ${meant} moarvat`,
    en: `${words.en}, probably ${meant}`,
  };
}

/** Returns the expectation of a refinement of the model, whose own messages are in English. */
function refined(message: string, received: unknown): Words {
  // A report document names its own period in words, which no other document understands.
  if (message.endsWith('@previous') && String(received).startsWith('@')) return same('@period | @previous');
  if (message.startsWith('expected a period')) return periodExpected(typeof received === 'string' ? received : '');
  if (message.startsWith('a range needs')) {
    return {
      fr: 'min ≤ max pour «\u202frange\u202f», sinon value',
      br: 'min ≤ max evit «\u202frange\u202f», a-hend-all value',
      en: 'min ≤ max for "range", otherwise a value',
    };
  }
  return same(message.replace(/^expected /, ''));
}

function periodExpected(received: string): Words {
  const [start, end] = received.split('/');
  const turned = `${end}/${start}`;
  if (start && end && parsePeriod(turned)) {
    return {
      fr: `une fin qui suit le début, comme ${turned}`,
      br: `un dibenn goude an deroù, evel ${turned}`,
      en: `an end after the start, such as ${turned}`,
    };
  }
  const impossible = impossibleDay(received);
  if (impossible) return impossible;
  const meant = suggestPeriod(received);
  if (meant === null) {
    return {
      fr: `une période comme ${PERIODS} ou début/fin`,
      br: `ur prantad evel ${PERIODS} pe deroù/dibenn`,
      en: `a period such as ${PERIODS} or start/end`,
    };
  }
  return meant.endsWith('SY') ? seasonExpected(meant) : meantExpected(meant);
}

/** Says that a day is in no calendar: `2024-02-30`, `30/02/2024`. Null for another text. */
function impossibleDay(text: string): Words | null {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ??
    /^(?=\d{1,2}\D\d{1,2}\D(\d{4})$)(?=\d{1,2}\D(\d{1,2}))(\d{1,2})/.exec(text) ??
    [];
  const [m, d] = [Number(month), Number(day)];
  const last = new Date(Date.UTC(Number(year), m, 0)).getUTCDate();
  if (m < 1 || m > 12 || d <= last || d > 31) return null;
  // 29 February is missing in some years only.
  const which = m === 2 && d === 29 ? ` ${year}` : '';
  const wordIn = (language: string): string =>
    new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, m - 1));
  return {
    fr: `un jour qui existe\u202f: le ${d} ${wordIn('fr')}${which} n’existe pas`,
    br: `un deiz a zo anezhañ\u202f: n’eus ket eus an ${day}/${month}${which && `/${year}`}`,
    en: `a day that exists: ${d} ${wordIn('en')}${which} does not exist`,
  };
}

const meantExpected = (meant: string): Words => ({
  fr: `${meant}, sans doute (une période s’écrit ${PERIODS} ou début/fin)`,
  br: `${meant}, moarvat (skrivet e vez ur prantad ${PERIODS} pe deroù/dibenn)`,
  en: `${meant}, probably (a period is written ${PERIODS} or start/end)`,
});

/** A season that does not begin in September is spelt by its ends. */
function seasonExpected(meant: string): Words {
  const year = Number(meant.slice(0, 4));
  const ends = `${year}-07/${year + 1}-06`;
  return {
    fr: `${meant} de septembre à août, sinon début/fin comme ${ends}`,
    br: `${meant} eus Gwengolo da Eost, a-hend-all deroù/dibenn evel ${ends}`,
    en: `${meant} from September to August, otherwise start/end such as ${ends}`,
  };
}

/** Returns the value at a path. */
export function valueAt(value: unknown, keys: readonly PropertyKey[]): unknown {
  return keys.reduce<unknown>((at, key) => (isObject(at) ? at[String(key)] : undefined), value);
}
