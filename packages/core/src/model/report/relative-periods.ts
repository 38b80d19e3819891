/** `@period` and `@previous`: the periods that a report document, or its story, names without writing their years. */
import { type Period, parsePeriod } from '../period.ts';
import { previousPeriod } from '../previous-period.ts';

type Raw = Readonly<Record<string, unknown>>;

/** The words that stand for a period. */
export const RELATIVE_PERIODS = ['@period', '@previous'] as const;

/** Place of a value in which a period may be written. */
export interface PeriodPlace {
  /** Path in the file: `chapters.0.sections.1.blocks.2.period`. */
  readonly field: string;
  /** Number of its section or chapter; empty for the title of the report. */
  readonly section: string;
  /** Whether readers read it; otherwise it is an attribute of a block. */
  readonly isText: boolean;
}

/** Fields that hold texts, and attributes of blocks that hold periods. */
const TEXTS: readonly string[] = ['title', 'intro', 'text', 'standfirst', 'thesis'];
const ATTRIBUTES: readonly string[] = ['period', 'periods', 'beside', 'edition', 'where', 'of', 'to'];

/** Fields of a report, and those of its story, that hold such values at any depth. */
const READ: readonly string[] = ['opening', 'chapters', 'cover', 'messages', 'doors'];

/** Returns a copy of a document, as it is written, in which the values that may hold a period are replaced. */
export function mapPeriods(document: Raw, replace: (value: string | number, place: PeriodPlace) => unknown): Raw {
  const read = (value: unknown, place: PeriodPlace, isHolding: boolean): unknown => {
    if (typeof value === 'string' || typeof value === 'number') return isHolding ? replace(value, place) : value;
    if (Array.isArray(value))
      return value.map((each, at) => read(each, { ...place, field: `${place.field}.${at}` }, isHolding));
    if (typeof value !== 'object' || value === null) return value;
    const { id } = value as Raw;
    // What a block calls its id is no number of a section.
    const section = typeof id === 'string' && !place.field.includes('.blocks.') ? id : place.section;
    const entries = Object.entries(value).map(([key, inner]) => {
      const isText = place.isText || TEXTS.includes(key);
      const inside = { field: `${place.field}.${key}`, section, isText };
      return [key, read(inner, inside, isText || ATTRIBUTES.includes(key))] as const;
    });
    return Object.fromEntries(entries);
  };
  const entries = Object.entries(document).map(([key, value]) => {
    const isText = key === 'title';
    const isRead = isText || READ.includes(key);
    return [key, isRead ? read(value, { field: key, section: '', isText }, isText) : value] as const;
  });
  return Object.fromEntries(entries);
}

/** A word for a period, after the id of an indicator (`[[members-stock@previous]]`) or by itself. */
const WORD = /(\w?)@(period|previous)(?!\w)/g;

/**
 * Returns a report document, as it is written, with its periods in place of `@period`, the one that it is about, and
 * `@previous`, the one of the same length before it: in the attributes `period`, `periods`, `beside`, `edition` and
 * `where` of its blocks, whole or with a part (`@period-Q3`, `@previous-SY`), and between the double brackets of its
 * texts: `[[members-stock@previous]]`, or `[[@period]]`, which gives the year alone, or the first and the last one of
 * several. A document whose own period cannot be read is returned as it is.
 */
export function resolvePeriods(document: Raw): Raw {
  const { period } = document;
  if (typeof period !== 'string' || !parsePeriod(period)) return document;
  const known: Readonly<Record<string, Period>> = { period, previous: previousPeriod(period, 'flow') };
  const resolve = (text: string): string =>
    text.replace(WORD, (_, before: string, word: string) => `${before}${before && '@'}${known[word]}`);
  const resolveText = (text: string): string =>
    text.replace(/\[\[([^[\]]*)\]\]/g, (run, inner: string) =>
      inner.startsWith('@') ? (yearsOf(resolve(inner)) ?? run) : `[[${resolve(inner)}]]`,
    );
  return mapPeriods(document, (value, { isText, field }) => {
    if (typeof value === 'number') return value;
    if (isText) return resolveText(value);
    const resolved = resolve(value);
    // An edition is a number: that of its year.
    return field.endsWith('.edition') && resolved !== value && /^\d{4}$/.test(resolved) ? Number(resolved) : resolved;
  });
}

/** Returns the year of a period, or the first and the last one: `2024`, `2023-2024`. Undefined for another text. */
function yearsOf(text: string): string | undefined {
  const days = parsePeriod(text);
  if (!days) return undefined;
  const [first, last] = [days.first.slice(0, 4), days.last.slice(0, 4)];
  return first === last ? first : `${first}-${last}`;
}
