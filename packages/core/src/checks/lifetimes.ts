import { dayFirst, eventDays, type Finding, type Network, type ParsedPeriod } from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { type At, type BilingualText, placeAndSubject, report, subjectOf } from './shared/finding.ts';

const id = 'lifetimes';

/** Returns the finding on a date outside the time of what its record belongs to. */
const outside = (at: At, found: string, expected: string, what: BilingualText): Finding =>
  report({
    rule: id,
    severity: 'warning',
    certainty: 'likely',
    ...placeAndSubject(at),
    found,
    expected,
    what,
    todo: { fr: 'Relisez les dates des deux fiches.', en: 'Read the dates of both records again.' },
  });

/** Networks that begin after the data that tell of them. */
const unborn = ({ index }: CheckContext): readonly Network[] =>
  index.list('networks').filter((each) => (index.span(each.since)?.first ?? '') > index.publishedOn(each));

const tooNew = ({ index }: CheckContext, record: Network): Finding => {
  const [since, published] = [record.since ?? '', index.publishedOn(record)];
  return outside({ collection: 'networks', record, field: 'since' }, since, `≤ ${published}`, {
    fr: `la création de ce réseau (${dayFirst(since)}) est plus tard que ces données (${dayFirst(published)})`,
    en: `this network is said to begin in ${since}, after these data, of ${published}`,
  });
};

/** Finds members of a network that does not exist yet. */
function* early({ index }: CheckContext, apart: ReadonlySet<Network | undefined>): Generator<Finding> {
  for (const record of index.list('memberships')) {
    const network = index.byId('networks').get(record.network);
    const [since, start] = [index.span(network?.since), index.span(record.start)];
    // A network that has a finding already gets no further one for each membership.
    if (!network || apart.has(network) || !since || !start || start.last >= since.first) continue;
    const [own, begun] = [record.start ?? '', network.since ?? ''];
    const name = subjectOf(network);
    yield outside({ collection: 'memberships', record, field: 'start' }, own, `≥ ${begun}`, {
      fr: `l'adhésion commence (${dayFirst(own)}) avant la création de ${name.fr} (${dayFirst(begun)})`,
      en: `the membership begins in ${own}, before ${name.en} does, in ${begun}`,
    });
  }
}

/**
 * Finds missions, projects, jobs and participations dated before the thing that they are part of begins, or after it is
 * over.
 */
function* outOfTime({ index }: CheckContext): Generator<Finding> {
  const known = (of: string) => {
    const programme = index.byId('programmes').get(of) ?? index.byId('calls').get(of);
    if (programme) return { whole: programme, time: programme.period };
    const meeting = index.byId('meetings').get(of);
    if (meeting) return { whole: meeting, time: meeting.date };
    const event = index.byId('events').get(of);
    // The date of an event that comes back is only that of its first time.
    return event && { whole: event, time: event.recurrence ? null : eventDays(event) };
  };
  const parts = [
    ...(['projects', 'missions', 'jobs'] as const).flatMap((collection) =>
      index.list(collection).map((record) => ({ collection, record, of: record.programme })),
    ),
    ...index.list('participations').map((record) => ({ collection: 'participations', record, of: record.of })),
  ];
  for (const { collection, record, of } of parts) {
    const { whole, time } = known(of) ?? {};
    const { period } = record;
    const [around, span] = [index.span(time), index.span(period)];
    if (!whole || !time || !period || !around || !span || meets(span, around)) continue;
    const name = subjectOf(whole);
    yield outside({ collection, record, field: 'period' }, period, time, {
      fr: `la période, ${dayFirst(period)}, est en dehors de celle de ${name.fr}, ${dayFirst(time)}`,
      en: `the period, ${period}, is outside that of ${name.en}, ${time}`,
    });
  }
}

type Span = Pick<ParsedPeriod, 'first' | 'last'>;

const meets = (a: Span, b: Span): boolean => a.last >= b.first && a.first <= b.last;

/**
 * Finds records dated before the network, the programme or the event that they belong to exists, or after it is over.
 */
export const lifetimes: Check = {
  id,
  label: {
    fr: 'Dates hors de la durée d’un réseau, d’un programme ou d’un événement',
    en: 'Dates outside a network’s, a programme’s or an event’s time',
  },
  needs: [
    'memberships',
    'networks',
    'projects',
    'missions',
    'jobs',
    'programmes',
    'participations',
    'events',
    'meetings',
    'calls',
  ],
  run: (context) => {
    const news = unborn(context);
    return [
      ...news.map((network) => tooNew(context, network)),
      ...early(context, new Set(news)),
      ...outOfTime(context),
    ];
  },
};
