import { dayInWords, type Finding, type FindingPlace } from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { type BilingualText, placeOf, report, subjectOf } from './shared/finding.ts';
import { allPrinted } from './shared/printed.ts';
import {
  isoDay,
  numericDates,
  type WrittenDate,
  weekdayAt,
  weekdayName,
  writtenDates,
} from './shared/printed-dates.ts';

const id = 'weekdays';

interface Line {
  readonly text: string;
  readonly where: FindingPlace;
  readonly subject: BilingualText;
  /** Day that the text belongs to, for dates printed without their year. */
  readonly date: string | undefined;
}

/** Names of the days of the week, in the languages of the format: most texts have none and are left at once. */
const WEEKDAY = /\b(?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)[\p{L}.]*[ \u00a0\u202f]/iu;

function* titles({ index }: CheckContext): Generator<Line> {
  for (const name of ['events', 'publications', 'missions', 'projects'] as const) {
    for (const record of index.list(name)) {
      const date = 'period' in record ? record.period : record.date;
      const where = placeOf(name, record, 'title');
      for (const text of Object.values(record.title ?? {}))
        yield { text, where, subject: subjectOf(record), date: date ?? undefined };
    }
  }
}

/** Returns all dates of a text: written, and in figures, the day first. */
const datesIn = (text: string): readonly WrittenDate[] => [
  ...writtenDates(text),
  ...numericDates(text).map(({ first, second, ...rest }) => ({ ...rest, day: first, month: second })),
];

function judge({ text, where, subject, date }: Line): Finding[] {
  if (!WEEKDAY.test(text)) return [];
  return datesIn(text).flatMap(({ text: printed, day, month, year: written, weekday }) => {
    const year = written ?? (date ? Number(date.slice(0, 4)) : undefined);
    const iso = year === undefined ? null : isoDay(year, month, day);
    if (weekday === undefined || year === undefined || iso === null) return [];
    const right = weekdayAt(year, month, day);
    if (right === weekday) return [];
    const [name, said] = [weekdayName(right), dayInWords(iso)];
    return report({
      rule: id,
      severity: 'warning',
      certainty: written === undefined ? 'likely' : 'certain',
      where,
      subject,
      found: printed,
      expected: name.fr,
      what: {
        fr: `« ${printed} » : le ${said.fr} est un ${name.fr}`,
        en: `"${printed}": ${said.en} is a ${name.en}`,
      },
      todo: {
        fr: 'Relisez le jour, le mois et l’année dans le document.',
        en: 'Read the day, the month and the year again in the document.',
      },
    });
  });
}

/** A day of the week printed beside a date is the day of that date. */
export const weekdays: Check = {
  id,
  label: { fr: 'Jours de la semaine', en: 'Days of the week' },
  needs: ['events', 'publications', 'missions', 'projects'],
  run: (context) => {
    const found: Finding[] = [];
    for (const { text, where, subject, date } of allPrinted(context)) {
      found.push(...judge({ text, where, subject, date }));
    }
    for (const line of titles(context)) found.push(...judge(line));
    return found;
  },
};
