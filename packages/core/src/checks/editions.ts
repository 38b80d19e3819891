import { type Event, type Finding, fold, push } from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { type At, placeAndSubject, placeOf, report, subjectOf } from './shared/finding.ts';

const id = 'editions';

/** The edition of an event or of a prize. */
interface Edition {
  readonly at: At;
  readonly edition: number;
  readonly year: number;
}

function findingOf({ at, edition }: Edition, expected: string, fr: string, en: string, sure = true): Finding {
  return report({
    rule: id,
    severity: 'warning',
    certainty: sure ? 'likely' : 'possible',
    ...placeAndSubject(at),
    found: String(edition),
    expected,
    what: { fr, en },
    todo: {
      fr: 'Relisez le numéro de l’édition et sa date.',
      en: 'Read the number of the edition and its date again.',
    },
  });
}

/** The number that a title begins with, or that stands before "édition": "5e conférence", "3rd forum". */
const ORDINAL = /^(?:l[ae]s? )?(\d{1,3}) ?(?:e|ème|è|er|ère|re|st|nd|rd|th)(?![\p{L}\d])/iu;
const NUMBERED = /(?<!\d)(\d{1,3}) ?(?:e|ème|è|er|ère|re|st|nd|rd|th) [ée]dition/iu;

/** Ordinals of something else than editions. */
const OTHER =
  /\d ?\p{L}+ (?:anniversaire|anniversary|siècle|century|année|year|arrondissement|trimestre|quarter)(?!\p{L})/iu;

function titled(each: Edition, title: string): Finding[] {
  const printed = OTHER.test(title) ? undefined : (ORDINAL.exec(title) ?? NUMBERED.exec(title))?.[1];
  if (printed === undefined || Number(printed) === each.edition) return [];
  return [
    findingOf(
      each,
      printed,
      `l'édition est ${each.edition}, mais le titre dit ${printed}`,
      `the edition is ${each.edition}, but the title says ${printed}`,
    ),
  ];
}

/** Finds more editions than years since the first one. */
function tooMany(each: Edition, firstYear: number | null | undefined): Finding[] {
  if (!firstYear || firstYear < 1000) return [];
  const most = each.year - firstYear + 1;
  if (each.edition <= most) return [];
  return [
    findingOf(
      each,
      `≤ ${most}`,
      `c'est l'édition ${each.edition} en ${each.year}, mais la première est de ${firstYear}`,
      `this is edition ${each.edition} in ${each.year}, but the first one was in ${firstYear}`,
    ),
  ];
}

/**
 * Finds editions out of order: of two the later one has the higher number, and no more numbers than years lie between
 * them.
 */
function outOfStep(list: readonly Edition[]): readonly Finding[] {
  const sorted = [...list].sort((a, b) => a.year - b.year || a.edition - b.edition);
  return sorted.flatMap((each, at) => {
    const before = sorted[at - 1];
    if (!before || before.year === each.year) return [];
    const [rise, years] = [each.edition - before.edition, each.year - before.year];
    if (rise > 0 && rise <= years) return [];
    const expected = `${before.edition + 1}${years > 1 ? `–${before.edition + years}` : ''}`;
    return findingOf(
      each,
      expected,
      `l'édition ${each.edition} est de ${each.year}, mais l'édition ${before.edition} est de ${before.year}`,
      `edition ${each.edition} is of ${each.year}, but edition ${before.edition} is of ${before.year}`,
      rise <= 0,
    );
  });
}

/** Finds the year that the title of an event of a series ends with. */
function otherYear({ index }: CheckContext, event: Event): Finding[] {
  const span = index.span(event.date);
  const year = /(?<!\d|[-–/])((?:19|20)\d\d)$/.exec(event.title.fr.trim())?.[1];
  if (!event.series || !span || year === undefined) return [];
  if (year >= span.first.slice(0, 4) && year <= span.last.slice(0, 4)) return [];
  return [
    report({
      rule: id,
      severity: 'warning',
      certainty: 'likely',
      where: placeOf('events', event, 'date'),
      subject: subjectOf(event),
      found: event.date ?? '',
      expected: year,
      what: {
        fr: `le titre dit ${year}, la date est ${event.date ?? ''}`,
        en: `the title says ${year}, the date is ${event.date ?? ''}`,
      },
      todo: { fr: 'Relisez l’année dans le document.', en: 'Read the year again in the document.' },
    }),
  ];
}

/** Returns the editions of the prizes of each name. */
function prizesByName({ index }: CheckContext): readonly (readonly Edition[])[] {
  const named = new Map<string, Edition[]>();
  for (const record of index.list('prizes')) {
    const span = index.span(record.date);
    if (typeof record.edition !== 'number' || !span) continue;
    const at = { collection: 'prizes', record, field: 'edition' };
    push(named, fold(record.name.fr), { at, edition: record.edition, year: Number(span.first.slice(0, 4)) });
  }
  return [...named.values()];
}

/** Numbers of editions against years, titles and each other. */
export const editions: Check = {
  id,
  label: { fr: 'Numéros d’édition', en: 'Edition numbers' },
  needs: ['events', 'series', 'prizes'],
  run: (context) => {
    const { index } = context;
    const series = new Map<string, Edition[]>();
    const found: Finding[] = [];
    for (const event of index.list('events')) {
      const other = otherYear(context, event);
      found.push(...other);
      const span = index.span(event.date);
      if (typeof event.edition !== 'number' || !span) continue;
      const at = { collection: 'events', record: event, field: 'edition' };
      const each = { at, edition: event.edition, year: Number(span.first.slice(0, 4)) };
      const { firstEdition } = index.byId('series').get(event.series ?? '') ?? {};
      const wrong = [...titled(each, event.title.fr), ...tooMany(each, firstEdition)];
      found.push(...wrong);
      // A wrong number or date has a finding already, and its neighbours are not measured by it.
      if (event.series && wrong.length + other.length === 0) push(series, event.series, each);
    }
    return [...found, ...[...series.values(), ...prizesByName(context)].flatMap(outOfStep)];
  },
};
