import { dayFirst, dayInWords, type Finding, push } from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { allPrinted, type Printed } from './shared/printed.ts';
import {
  daysInMonth,
  isoDay,
  type NumericDate,
  numericDates,
  writtenDates,
  writtenMonth,
} from './shared/printed-dates.ts';
import { type PrintedVerdict, type Seen, severalWays, verdictFinding } from './shared/printed-verdict.ts';

const id = 'printed-dates';

const findingOf = (printed: Printed, said: PrintedVerdict): Finding => verdictFinding(id, printed, said);

function impossible(printed: Printed, text: string): Finding {
  return findingOf(printed, {
    severity: 'error',
    certainty: 'certain',
    found: text,
    fr: [`« ${text} » n'est pas une date qui existe`, 'Relisez la date dans le document.'],
    en: [`"${text}" is no date that exists`, 'Read the date again in the document.'],
  });
}

function monthFirst(printed: Printed, { text }: NumericDate, iso: string): Finding {
  const read = printed.typed === undefined || printed.typed === iso;
  return findingOf(printed, {
    severity: 'warning',
    certainty: read ? 'certain' : 'likely',
    found: text,
    expected: dayFirst(iso),
    fr: [
      `« ${text} » met le mois avant le jour, à l'américaine`,
      `Écrivez ${dayFirst(iso)} dans le document${read ? '' : `, et ${iso} dans la fiche`}.`,
    ],
    en: [
      `"${text}" has the month before the day`,
      `Write ${dayFirst(iso)} in the document${read ? '' : `, and ${iso} in the record`}.`,
    ],
  });
}

/**
 * Judges a date that both orders allow. Day first is the rule in French; a neighbour that puts the month first makes it
 * doubtful.
 */
function ambiguous(printed: Printed, { text }: NumericDate, usual: string, other: string, mixed: boolean): Finding {
  const wrong = printed.typed === other;
  const [one, two] = [dayInWords(usual), dayInWords(other)];
  return findingOf(printed, {
    severity: mixed || wrong ? 'warning' : 'info',
    certainty: wrong ? 'likely' : 'possible',
    found: text,
    expected: `${usual} / ${other}`,
    fr: [
      `« ${text} » se lit de deux façons : ${one.fr} ou ${two.fr}${mixed ? ' ; ailleurs, le même document met le mois avant le jour' : ''}`,
      wrong
        ? `La fiche dit ${other} ; vérifiez que ce n'est pas ${usual}.`
        : 'Écrivez le mois en lettres, ou vérifiez.',
    ],
    en: [
      `"${text}" reads two ways: ${one.en} or ${two.en}${mixed ? '; elsewhere the same document puts the month first' : ''}`,
      wrong
        ? `The record says ${other}; make sure that it is not ${usual}.`
        : 'Write the month in letters, or make sure.',
    ],
  });
}

function differs(printed: Printed, text: string, read: string): Finding {
  return findingOf(printed, {
    severity: 'warning',
    certainty: 'likely',
    found: printed.typed ?? '',
    expected: read,
    fr: [`le document écrit « ${text} », la fiche dit ${printed.typed ?? ''}`, `Écrivez ${read} dans la fiche.`],
    en: [`the document prints "${text}", the record says ${printed.typed ?? ''}`, `Write ${read} in the record.`],
  });
}

const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

const isOn = (iso: string, weekday: number): boolean => new Date(`${iso}T00:00:00Z`).getUTCDay() === weekday;

/** Numbers of dates of a document that can be read in one way only, by their order of day and month. */
interface Habit {
  dayFirst: number;
  monthFirst: number;
}

/** Dates that show that a document puts the day first: fewer may be chance. */
const ENOUGH = 2;

function judgeNumeric(printed: Printed, date: NumericDate, habit: Habit): Finding | null {
  const mixed = habit.monthFirst > 0;
  const { first, second, year, text, weekday } = date;
  const usual = isoDay(year, second, first);
  const other = isoDay(year, first, second);
  if (!usual && !other) return impossible(printed, text);
  if (!usual && other) return monthFirst(printed, date, other);
  if (!usual) return null;
  if (isDay(printed.typed) && printed.typed !== usual && printed.typed !== other) return differs(printed, text, usual);
  if (!other || usual === other)
    return isDay(printed.typed) && printed.typed !== usual ? differs(printed, text, usual) : null;
  // The day of the week that is printed with it settles it.
  if (weekday !== undefined && isOn(usual, weekday) && !isOn(other, weekday)) return null;
  const isClear = !mixed && habit.dayFirst >= ENOUGH && (printed.typed === undefined || printed.typed === usual);
  // One slip among many dates that put the day first makes the others no worse.
  const isDoubtful = mixed && habit.dayFirst <= ENOUGH * habit.monthFirst;
  return isClear ? null : ambiguous(printed, date, usual, other, isDoubtful);
}

/** Notations of dates, by their kind: a document with two notations of one kind is hard to read by machine. */
const FORMATS: readonly (readonly [family: 'day' | 'month' | 'years', name: string, pattern: RegExp])[] = [
  ['day', 'jj/mm/aaaa', /(?<![\d/])(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])\/\d{4}/u],
  ['day', 'mm/jj/aaaa', /(?<![\d/])(?:0?[1-9]|1[0-2])\/(?:1[3-9]|2\d|3[01])\/\d{4}/u],
  ['day', 'jj.mm', /(?<![\d.,])(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?![\d.,]|\s?%)/u],
  [
    'month',
    'mois aaaa',
    /(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) 20\d\d/iu,
  ],
  [
    'month',
    'mois aa',
    /(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) \d\d(?!\d)/iu,
  ],
  ['years', 'aaaa/aa', /(?<!\d)(?:19|20)\d\d\/\d\d(?!\d)/u],
  ['years', 'aaaa-aa', /(?<!\d)(?:19|20)\d\d-\d\d(?![\d-])/u],
  ['years', 'aaaa-aaaa', /(?<!\d)(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d(?!\d)/u],
];

const WRITTEN = { fr: 'les dates de ce document sont écrites', en: 'dates of this document are written' };

/** Finds a month that is printed alone (`septembre`) and is not that of the typed date. */
function otherMonth(printed: Printed): readonly Finding[] {
  const typed = /^(\d{4})-(\d{2})(?:-\d{2})?$/.exec(printed.typed ?? '');
  const month = typed ? writtenMonth(printed.text) : null;
  if (!typed || month === null || month === Number(typed[2])) return [];
  return [differs(printed, printed.text, `${typed[1] ?? ''}-${String(month).padStart(2, '0')}`)];
}

/** Whether a text of several days of one month names this one among them: "25 et 26 septembre". */
function namesDay(text: string, typed: string, month: number): boolean {
  const [, typedMonth, day] = typed.split('-').map(Number);
  const days = [...text.matchAll(/(?<!\d)\d{1,2}(?!\d)/g)].map(([n]) => Number(n));
  return month === typedMonth && days.length > 1 && days.includes(day ?? 0);
}

const isMonthFirst = ({ first, second }: NumericDate): boolean => first <= 12 && second > 12 && second <= 31;
const isDayFirst = ({ first, second }: NumericDate): boolean => second <= 12 && first > 12 && first <= 31;

function habitsOf(numeric: readonly { readonly printed: Printed; readonly date: NumericDate }[]) {
  const habits = new Map<string, Habit>();
  for (const { printed, date } of numeric) {
    const habit = habits.get(printed.document) ?? { dayFirst: 0, monthFirst: 0 };
    if (isMonthFirst(date)) habit.monthFirst += 1;
    if (isDayFirst(date)) habit.dayFirst += 1;
    habits.set(printed.document, habit);
  }
  return habits;
}

/** Dates as they are printed: impossible, month first, ambiguous, read as another day, written in several ways. */
export const printedDates: Check = {
  id,
  label: { fr: 'Dates imprimées', en: 'Printed dates' },
  needs: [],
  run: (context: CheckContext) => {
    const seen = new Map<string, Seen[]>();
    const found: Finding[] = [];
    const numeric: { readonly printed: Printed; readonly date: NumericDate }[] = [];
    for (const printed of allPrinted(context)) {
      if (!/\d/.test(printed.text)) {
        found.push(...otherMonth(printed));
        continue;
      }
      for (const [family, format, pattern] of FORMATS) {
        const match = pattern.exec(printed.text);
        if (match) push(seen, `${printed.document}\u0000${family}`, { way: format, text: match[0], printed });
      }
      for (const date of numericDates(printed.text)) numeric.push({ printed, date });
      if (/^\d{4}-\d{2}$/.test(printed.typed ?? '')) found.push(...otherMonth(printed));
      for (const { text, day, month, year } of writtenDates(printed.text)) {
        if (day < 1 || day > daysInMonth(month, year)) found.push(impossible(printed, text));
        else if (isDay(printed.typed) && !namesDay(printed.text, printed.typed, month)) {
          const read = isoDay(year ?? Number(printed.typed.slice(0, 4)), month, day);
          if (read !== null && read !== printed.typed) found.push(differs(printed, text, read));
        }
      }
    }
    const habits = habitsOf(numeric);
    const inFigures = numeric.flatMap(({ printed, date }) => {
      const habit = habits.get(printed.document);
      return (habit && judgeNumeric(printed, date, habit)) ?? [];
    });
    return [...found, ...inFigures, ...severalWays(id, WRITTEN, seen)];
  },
};
