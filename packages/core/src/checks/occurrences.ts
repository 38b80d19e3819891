import { addDays, daysByRule, type Event, eventDays, type Finding, parsePeriod } from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import {
  type BilingualText,
  both,
  type FindingDraft,
  nameOf,
  placeOf,
  quoted,
  report,
  subjectOf,
} from './shared/finding.ts';

const id = 'occurrences';

type Verdict = Pick<FindingDraft, 'severity' | 'found' | 'expected' | 'what' | 'todo'>;

const findingOf = (event: Event, field: string, verdict: Verdict): Finding =>
  report({
    rule: id,
    certainty: 'certain',
    where: placeOf('events', event, field),
    subject: subjectOf(event),
    ...verdict,
  });

/** Days on both sides of one: those of a rule that are nearest to it are found there, if it comes back every year. */
const AROUND = 400;

/** Returns the days of a rule that are nearest to a day which is none of them; null where the day is one. */
function nearest(rule: Event, day: string): readonly string[] | null {
  if (parsePeriod(day)?.kind !== 'day') return [];
  const days = daysByRule(rule, addDays(day, -AROUND), addDays(day, AROUND));
  if (days.includes(day)) return null;
  const after = days.findIndex((one) => one > day);
  return after < 0 ? days.slice(-1) : days.slice(Math.max(0, after - 1), after + 1);
}

const expecting = (days: readonly string[]): Pick<Verdict, 'expected'> =>
  days.length ? { expected: days.join(', ') } : {};

/** Returns these days in words; an empty text without any. */
const nearby = (days: readonly string[]): BilingualText =>
  days.length
    ? { fr: ` (les plus proches : ${days.join(' et ')})`, en: ` (the nearest are ${days.join(' and ')})` }
    : both('');

/** Finds exceptions on days on which the rule has no event: they change nothing. */
const strayExceptions = (event: Event): readonly Finding[] =>
  (event.recurrence?.exceptions ?? []).flatMap((day): readonly Finding[] => {
    const days = nearest(event, day);
    if (days === null || !comesBack(event)) return [];
    const near = nearby(days);
    return [
      findingOf(event, 'recurrence.exceptions', {
        severity: 'warning',
        found: day,
        ...expecting(days),
        what: {
          fr: `l'exception du ${day} n'est pas une de ses dates${near.fr} : elle n'en retire aucune`,
          en: `the exception of ${day} is none of its dates${near.en}: it leaves none out`,
        },
        todo: { fr: 'Relisez le jour, ou la règle.', en: 'Read the day again, or the rule.' },
      }),
    ];
  });

/** Whether its rule can be followed: the first day is one of it then. */
function comesBack(event: Event): boolean {
  const first = (eventDays(event) ?? '').slice(0, 10);
  return daysByRule(event, first, first).length > 0;
}

const nameIn = (event: Event): BilingualText => quoted(nameOf(event) ?? both(event.id));

function notComingBack(event: Event, rule: Event): Finding {
  const name = nameIn(rule);
  return findingOf(event, 'occurrenceOf.event', {
    severity: 'error',
    found: rule.id,
    what: {
      fr: `occurrenceOf nomme ${name.fr}, qui ne revient pas`,
      en: `occurrenceOf names ${name.en}, which does not come back`,
    },
    todo: {
      fr: 'Donnez-lui une « recurrence » et le jour exact de sa première date, ou retirez « occurrenceOf ».',
      en: 'Give it a `recurrence` and the exact day of its first date, or take `occurrenceOf` away.',
    },
  });
}

function noTimeOf(event: Event, rule: Event, day: string, days: readonly string[]): Finding {
  const [name, near] = [nameIn(rule), nearby(days)];
  return findingOf(event, 'occurrenceOf.date', {
    severity: 'error',
    found: day,
    ...expecting(days),
    what: {
      fr: `le ${day} n'est pas une des dates de ${name.fr}${near.fr} : cette fiche s'y ajoute, et ne remplace rien`,
      en: `${day} is none of the dates of ${name.en}${near.en}: this record is one more, and takes the place of none`,
    },
    todo: {
      fr: 'Écrivez le jour que la règle donnait, même si cette fois a lieu un autre jour : celui-là va dans « date ».',
      en: 'Write the day that the rule had for it, even if it takes place on another day: that one goes into `date`.',
    },
  });
}

const toldTwice = (event: Event, day: string, other: Event): Finding =>
  findingOf(event, 'occurrenceOf', {
    severity: 'error',
    found: day,
    expected: other.id,
    what: {
      fr: `la fiche « ${other.id} » remplace déjà la date du ${day}`,
      en: `the record "${other.id}" takes the place of ${day} already`,
    },
    todo: { fr: 'Gardez une seule fiche pour cette date.', en: 'Keep one record for that date.' },
  });

const comesBackItself = (event: Event): Finding =>
  findingOf(event, 'recurrence', {
    severity: 'error',
    found: event.id,
    what: {
      fr: `une fiche qui remplace une date d'un événement ne peut pas revenir elle-même`,
      en: 'a record that takes the place of one date of an event cannot come back itself',
    },
    todo: { fr: 'Retirez « recurrence » ou « occurrenceOf ».', en: 'Take `recurrence` or `occurrenceOf` away.' },
  });

function* ofOthers({ index }: CheckContext): Generator<Finding> {
  const events = index.byId('events');
  const known = new Map<string, Event>();
  for (const event of index.list('events')) {
    const { occurrenceOf, recurrence } = event;
    // A reference to an unknown record has a finding of the rule on references.
    const rule = events.get(occurrenceOf?.event ?? '');
    if (!occurrenceOf || !rule) continue;
    const key = `${rule.id} ${occurrenceOf.date}`;
    const [days, other] = [nearest(rule, occurrenceOf.date), known.get(key)];
    known.set(key, other ?? event);
    if (recurrence) yield comesBackItself(event);
    if (!comesBack(rule)) yield notComingBack(event, rule);
    else if (days) yield noTimeOf(event, rule, occurrenceOf.date, days);
    else if (other) yield toldTwice(event, occurrenceOf.date, other);
  }
}

/** Single times of events that come back: each names an event that does, and a day of its rule, that no other record has. */
export const occurrences: Check = {
  id,
  label: { fr: 'Dates d’un événement qui revient', en: 'Times of an event that comes back' },
  needs: ['events'],
  run: (context) => [...context.index.list('events').flatMap(strayExceptions), ...ofOthers(context)],
};
