/** Years that a report document writes out where it could say `@period` or `@previous`. Loaded by commands alone. */
import type { Finding } from '../finding.ts';
import { type Period, parsePeriod } from '../period.ts';
import { previousPeriod } from '../previous-period.ts';
import { mapPeriods, type PeriodPlace } from './relative-periods.ts';

/** The `rule` of these findings. */
export const PINNED_YEARS = 'pinned-years';

/** A written period, and what to write in its place: nothing where it is part of the name of a record. */
interface Pinned {
  readonly found: string;
  readonly expected?: string;
  /** Whether it is the period before the report's, which a document copied from the last report still names. */
  readonly isPrevious: boolean;
}

/** The two periods that a document has words for. */
interface Known {
  readonly period: Period;
  readonly previous: Period;
}

/**
 * Finds the periods that a report document writes out, of those that it has words for: the period that the report is
 * about, and the one before it. Copied for the next report, the document would still speak of them. Other periods are
 * dates of what they tell, and so is the period of the report in the name of a record (`vote=statuts-2024`).
 * @param document the document as it is written, which the reader has accepted
 * @param file address of the document, for the place of the findings
 */
export function pinnedYears(document: Readonly<Record<string, unknown>>, file?: string): readonly Finding[] {
  const { period } = document;
  if (typeof period !== 'string' || !parsePeriod(period)) return [];
  const known: Known = { period, previous: previousPeriod(period, 'flow') };
  const findings: Finding[] = [];
  // A text says the same in each of its languages.
  const told = new Set<string>();
  mapPeriods(document, (value, place) => {
    const field = place.isText ? place.field.replace(/(^|\.)(title|intro|text)\.[^.]+$/, '$1$2') : place.field;
    const pinned = told.has(field) ? [] : pinnedIn(String(value), place, known);
    if (pinned.length > 0) told.add(field);
    findings.push(...pinned.map((each) => findingOf(each, { ...place, field }, file)));
    return value;
  });
  for (const field of ['id', 'document'] as const) {
    const value = document[field];
    if (typeof value === 'string')
      findings.push(
        ...nameOf(value, known).map((each) => findingOf(each, { field, section: '', isText: false }, file)),
      );
  }
  return findings;
}

function pinnedIn(value: string, { field, isText }: PeriodPlace, known: Known): readonly Pinned[] {
  if (isText) return inText(value, known);
  if (!/\.where$/.test(field)) return periodOf(value, known);
  return value.split(/\s+/).flatMap((pair) => {
    const at = pair.indexOf('=') + 1;
    const [key, named] = [pair.slice(0, at), pair.slice(at)];
    const pinned = parsePeriod(named) ? periodOf(named, known) : nameOf(named, known);
    return pinned.map(({ expected, isPrevious }) => ({
      found: pair,
      ...(expected === undefined ? {} : { expected: `${key}${expected}` }),
      isPrevious,
    }));
  });
}

const YEAR = /(?<!\d)\d{4}(?!\d)/;

/** Returns the text with each mention of a period replaced by its word. */
const replaced = (text: string, period: Period, word: string): string =>
  text.replace(new RegExp(`(?<![\\w-])${period}(?!\\w)`, 'g'), word);

/** Judges a period: `2024-Q3` is `@period-Q3` in a report on 2024. One that names another year besides is a date. */
function periodOf(value: string, { period, previous }: Known): readonly Required<Pinned>[] {
  const own = replaced(value, period, '@period');
  const expected = replaced(own, previous, '@previous');
  if (expected === value || YEAR.test(expected)) return [];
  return [{ found: value, expected, isPrevious: own === value }];
}

/** Judges the name of a record: that of the report's period may be one of a kind, that of the one before may be left over. */
const nameOf = (value: string, { previous }: Known): readonly Pinned[] =>
  new RegExp(`(?<!\\d)${previous}(?!\\d)`).test(value) ? [{ found: value, isPrevious: true }] : [];

/** `2023-2024`, `[[members-stock@2023]]`, or a year. */
const IN_TEXT = /(?<!\d)(\d{4})[-–/](\d{4})(?!\d)|@([\w/-]+)(?=[^[\]]*\]\])|(?<![\d@-])\d{4}(?![\d-])/g;

/** Judges the periods of the figures and of the words of a text. */
const inText = (text: string, known: Known): readonly Pinned[] =>
  [...text.matchAll(IN_TEXT)].flatMap(([found, first, last, ofFigure]) => {
    const isSchoolYear = first !== undefined && Number(last) === Number(first) + 1;
    const written = ofFigure ?? (isSchoolYear ? `${first}-SY` : first ? `${first}/${last}` : found);
    if (!parsePeriod(written)) return [];
    return periodOf(written, known).map(({ expected, isPrevious }) => {
      return { found, expected: ofFigure ? expected : `[[${expected}]]`, isPrevious };
    });
  });

function findingOf(
  { found, expected, isPrevious }: Pinned,
  { section, field, isText }: PeriodPlace,
  file: string | undefined,
): Finding {
  // A comparison names the period before, and so may a sentence.
  const isCompared = isText || /\.(?:beside\.\d+|periods\.[1-9]\d*)$/.test(field);
  const place = section === '' ? '' : `, section ${section}`;
  return {
    rule: PINNED_YEARS,
    severity: isPrevious && !isCompared ? 'warning' : 'info',
    certainty: isPrevious ? 'possible' : 'certain',
    where: { ...(file === undefined ? {} : { file }), ...(section === '' ? {} : { section }), field },
    found,
    ...(expected === undefined ? {} : { expected }),
    message: isPrevious
      ? {
          fr: `Rapport${place}\u202f: «\u202f${found}\u202f» nomme la période d’avant celle du rapport. Si c’est un reste du rapport précédent, corrigez-le${expected === undefined ? '' : `\u202f; sinon, écrivez «\u202f${expected}\u202f», qui suit le rapport`}.`,
          en: `Report${place}: "${found}" names the period before that of the report. If it is left over from the last report, correct it${expected === undefined ? '' : `; otherwise write "${expected}", which follows the report`}.`,
        }
      : {
          fr: `Rapport${place}\u202f: «\u202f${found}\u202f» écrit la période du rapport en chiffres. Recopié pour le rapport suivant, ce passage parlerait encore d’elle\u202f: écrivez «\u202f${expected}\u202f».`,
          en: `Report${place}: "${found}" writes out the period of the report. Copied for the next report, this would still name it: write "${expected}".`,
        },
  };
}
