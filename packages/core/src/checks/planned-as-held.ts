import {
  type CollectionName,
  dayFirst,
  type Event,
  eventDays,
  expandEvents,
  type Finding,
  withoutSettledPlans,
} from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { UNKNOWN_DAY } from './shared/dataset-index.ts';
import { type FindingDraft, placeOf, report, subjectOf } from './shared/finding.ts';

const id = 'planned-as-held';

interface Plan {
  readonly collection: CollectionName;
  readonly record: {
    readonly id: string;
    readonly source?: { readonly document: string; readonly section?: string | undefined } | undefined;
  };
  readonly field: 'date' | 'startsAt' | 'endsAt' | 'period';
  readonly date: string;
  /** Event of a record, where it may be a recurring one. */
  readonly event?: Event;
}

function* plans({ index }: CheckContext): Generator<Plan> {
  for (const record of withoutSettledPlans(index.list('events'))) {
    const date = record.status === 'planned' && eventDays(record);
    const field = record.date ? 'date' : record.startsAt ? 'startsAt' : 'endsAt';
    if (date) yield { collection: 'events', record, field, date, event: record };
  }
  for (const record of withoutSettledPlans(index.list('meetings')))
    if (record.status === 'planned' && record.date)
      yield { collection: 'meetings', record, field: 'date', date: record.date };
  for (const collection of ['projects', 'missions', 'observations'] as const) {
    for (const record of index.list(collection))
      if (record.status === 'planned') yield { collection, record, field: 'period', date: record.period };
  }
}

type Words = Pick<FindingDraft, 'what' | 'todo'>;

const once = (date: string, today: string): Words => ({
  what: {
    fr: `était prévu pour ${dayFirst(date)}, avant le ${dayFirst(today)} : rien ne dit qu'il a eu lieu, et il n'est pas compté`,
    en: `was planned for ${date}, before ${today}: nothing says that it took place, and it is not counted`,
  },
  todo: {
    fr: 'Dites s’il a été tenu, annulé ou reporté.',
    en: 'Say whether it was held, cancelled or postponed.',
  },
});

/** Returns the words on a recurring event: one record of it as held would leave no dates ahead. */
const goesOn = (date: string, today: string): Words => ({
  what: {
    fr: `revient depuis le ${dayFirst(date)} et continue : rien ne dit que ses dates d'avant le ${dayFirst(today)} ont été tenues, et elles ne sont pas comptées`,
    en: `has come back since ${date} and goes on: nothing says that its dates before ${today} were held, and they are not counted`,
  },
  todo: {
    fr: 'Faites-en deux fiches : ce qui a été tenu, « held » jusqu’à la dernière date passée (« until »), et la suite, prévue.',
    en: 'Make two records of it: what was held, `held` until the last date that has passed (`until`), and what follows, planned.',
  },
});

const isAhead = (event: Event, today: string): boolean =>
  expandEvents([event], { today }).some((time) => (eventDays(time) ?? '') >= today);

/**
 * Finds records that are still planned though their day has passed: the message says "was planned", and they are never
 * counted as held.
 */
export const plannedAsHeld: Check = {
  id,
  label: { fr: 'Prévus dont la date est passée', en: 'Planned for a day that has passed' },
  needs: ['events', 'meetings', 'projects', 'missions', 'observations'],
  run: (context): readonly Finding[] => {
    const { index, dataset } = context;
    const found: Finding[] = [];
    for (const { collection, record, field, date, event } of plans(context)) {
      const span = index.span(date);
      const published = index.publishedOn(record);
      const updated = index.span(dataset.manifest.updated.slice(0, 10))?.last ?? '';
      const today = published > updated ? published : updated;
      if (!span || span.last >= today || today === UNKNOWN_DAY) continue;
      const words = event?.recurrence && isAhead(event, today) ? goesOn : once;
      found.push(
        report({
          rule: id,
          severity: 'info',
          certainty: 'certain',
          where: placeOf(collection, record, field),
          subject: subjectOf(record),
          found: date,
          expected: `> ${today}`,
          ...words(date, today),
        }),
      );
    }
    return found;
  },
};
