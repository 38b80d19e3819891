/**
 * The words in which a feed says where a value is: `"venue.zip,venue.0.zip"` is the first of two paths that is filled,
 * `"title|fr|text"` what two functions make of it. A step `*` is every item of a list, or every value of an object; a path `.`
 * is the thing itself.
 */
import { plainText } from '../sources/plain-text.ts';
import { isObject, objectOf } from '../sources/values.ts';

export type Json = Readonly<Record<string, unknown>>;

/** An expression, or several, of which the first that is filled counts. */
export type Expression = string | readonly string[];

/** Lists of words that an expression names: those of the feed, by patterns of what is written; names of categories. */
export interface Vocabulary {
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  readonly names?: ReadonlyMap<string, string>;
}

/** Returns the text of a text, a number or a truth: a list within lists has none, however deep it is. */
export const textOf = (value: unknown): string =>
  isObject(value) || value === undefined || value === null ? '' : String(value);

export const isFilled = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Returns what is at a path. */
function at(thing: unknown, steps: readonly string[], from = 0): unknown {
  const step = steps[from];
  if (step === undefined) return thing;
  if (!isObject(thing)) return undefined;
  if (step === '*') return Object.values(thing).map((each) => at(each, steps, from + 1));
  return Object.hasOwn(thing, step) ? at(thing[step], steps, from + 1) : undefined;
}

const stepsOf = (path: string): readonly string[] => path.split('.').filter((step) => step !== '');

/** Returns what is at a path that somebody wrote, in which no function stands. */
export const valueAtPath = (thing: unknown, path: string): unknown => at(thing, stepsOf(path));

const placesOf = (paths: string): readonly (readonly string[])[] => paths.split(',').map(stepsOf);

/** Returns the first value that is filled, of those at some paths; else the last of them. */
function firstAt(thing: unknown, paths: readonly (readonly string[])[]): unknown {
  const values = paths.map((steps) => at(thing, steps));
  return values.find(isFilled) ?? values.at(-1);
}

type Call = (value: unknown, argument: string, thing: Json, words: Vocabulary) => unknown;

/** Returns a time as if it were one of UTC: only differences of two are used. */
const timeOf = (text: string): number => Date.parse(`${text.slice(0, 19).replace(' ', 'T')}Z`);

const isAmong: Call = (value, argument) => {
  const given = Array.isArray(value) ? value : [value];
  return argument.split(',').some((word) => given.some((each) => textOf(each) === word));
};

/** All functions that a declaration may name. */
const FUNCTIONS: Readonly<Record<string, Call>> = {
  /** Plain text of HTML, of each item of a list. */
  text: (value) => (Array.isArray(value) ? value.map(plainText) : plainText(value)),
  /** The French of a text in several languages, else the first of them. */
  fr: (value) => {
    if (!isObject(value) || Array.isArray(value)) return value ?? '';
    return value['fr'] ?? Object.values(value)[0] ?? '';
  },
  /** A list or an object that is written as JSON in a text. */
  json: (value) => {
    if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      return value;
    }
  },
  first: (value) => (Array.isArray(value) ? value.find(isFilled) : value),
  /** What a thing is called, where it is no text by itself. */
  label: (value) => (isObject(value) ? (value['label'] ?? value) : value),
  /** The word of the feed's list of that name whose pattern fits. */
  word: (value, name, _thing, { words }) =>
    Object.entries(words?.[name] ?? {}).find(([pattern]) => new RegExp(pattern).test(textOf(value)))?.[1] ?? '',
  /** Names of categories, a line each: commas stand in some of them. */
  names: (value, _argument, _thing, { names }) =>
    (Array.isArray(value) ? value : [])
      .map((each) =>
        isObject(each)
          ? each['name']
          : isNumber(each)
            ? names?.get(String(each))
            : typeof each === 'string'
              ? each
              : '',
      )
      .filter((name) => typeof name === 'string' && name !== '')
      .join('\n'),
  /** A text with values in it: nothing where one is missing. */
  fill: (_value, text, thing) => {
    const parts = text.split(/\{([^}]+)\}/);
    const filled = parts.map((part, index) => (index % 2 === 0 ? part : at(thing, stepsOf(part))));
    return filled.every((part) => typeof part === 'string' || typeof part === 'number') ? filled.join('') : undefined;
  },
  is: isAmong,
  isnt: (...given) => !isAmong(...given),
  list: (value) => Array.isArray(value),
  /** The value, unless it is one that stands for none. */
  not: (value, argument) => (value === argument ? undefined : value),
  /** One of two coordinates, unless both are 0, which is how a map writes that it knows no place. */
  unless0: (value, other, thing) =>
    Number(value) === 0 && Number(firstAt(thing, placesOf(other))) === 0 ? undefined : value,
  /** Whether a number is none below 0. */
  from0: (value) => !(typeof value === 'number' && value < 0),
  /** Whether an object has anything in it. */
  any: (value) => isObject(value) && Object.keys(value).length > 0,
  /** A text or a number, and nothing of a thing. */
  plain: (value) => (isObject(value) ? '' : value),
  /** The day alone of what lasts all day. */
  day: (value, flag, thing) => (typeof value === 'string' && thing[flag] === true ? value.slice(0, 10) : value),
  /** The hour of a place with its offset, which is what lies between it and the hour of UTC. */
  offset: (value, paths, thing) => {
    const utc = firstAt(thing, placesOf(paths));
    if (typeof value !== 'string') return '';
    const minutes = typeof utc === 'string' ? (timeOf(value) - timeOf(utc)) / 60_000 : Number.NaN;
    if (!Number.isInteger(minutes) || Math.abs(minutes) > 14 * 60 || value.length <= 10) return value;
    const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
    const two = (number: number): string => String(number).padStart(2, '0');
    return `${value.slice(0, 16).replace(' ', 'T')}${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
  },
  /** A street without the postal code and the town that follow it. */
  street: (value) => textOf(value).replace(/ \d{5} .*$/, ''),
};

/** Whether a category is a number, whose name stands elsewhere. */
export const isNumber = (category: unknown): boolean => !isObject(category) && /^\d+$/.test(String(category));

/** Returns what an expression reads of a thing. @throws TypeError for a function that there is none of */
export function reader(expression: Expression, words: Vocabulary = {}): (thing: unknown) => unknown {
  if (typeof expression !== 'string') {
    const all = expression.map((each) => reader(each, words));
    return (thing) => {
      for (const read of all) {
        const value = read(thing);
        if (isFilled(value)) return value;
      }
      return undefined;
    };
  }
  const [paths = '', ...calls] = expression.split('|');
  const places = placesOf(paths);
  const steps = calls.map((call) => {
    const [, name = '', argument = ''] = /^(\w+):?(.*)$/s.exec(call) ?? [];
    const run = FUNCTIONS[name];
    if (!run) throw new TypeError(`No function "${name}" for "${expression}".`);
    return { run, argument };
  });
  return (thing) =>
    steps.reduce((value, { run, argument }) => run(value, argument, objectOf(thing), words), firstAt(thing, places));
}
