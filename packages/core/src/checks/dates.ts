import {
  dayFirst,
  type Finding,
  type FindingPlace,
  isComplete,
  type Membership,
  type Observation,
  type ParsedPeriod,
} from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { type Bounds, bounds, type DatedRecord, datedRecords, dayOfId } from './shared/dated-records.ts';
import { type BilingualText, both, doubtful, type FindingDraft, placeOf, report, subjectOf } from './shared/finding.ts';

const id = 'dates';

type Verdict = Omit<FindingDraft, 'rule' | 'todo'>;

const ADVICE: BilingualText = { fr: 'Relisez la date dans le document.', en: 'Read the date again in the document.' };

const findingOf = (verdict: Verdict): Finding => report({ rule: id, todo: ADVICE, ...verdict });

/** Years around the data set's periods within which what happens, and what is counted, may lie. */
const RECORDS = { before: 10, after: 10 };
const FIGURES = { before: 20, after: 15 };

const isFar = ({ first, last }: ParsedPeriod, limits: Bounds, { before, after } = RECORDS): boolean =>
  Number(last.slice(0, 4)) < limits.first - before || Number(first.slice(0, 4)) > limits.last + after;

function far(where: FindingPlace, subject: BilingualText, found: string, { first, last }: Bounds): Finding {
  const about = first === last ? String(first) : `${first}–${last}`;
  return findingOf({
    severity: 'warning',
    certainty: 'likely',
    where,
    subject,
    found,
    expected: about,
    what: {
      fr: `${dayFirst(found)} est très loin des périodes que ces données décrivent, ${about}`,
      en: `${found} is very far from the periods that these data describe, ${about}`,
    },
  });
}

/** Collections whose records say whether they are planned: of those of the others, a date ahead is wrong. */
const WITH_STATUS: ReadonlySet<string> = new Set(['events', 'meetings', 'projects', 'missions', 'observations']);

/**
 * Returns a date ahead in words: of the document that gives it, or of the data where no document of a known day does.
 */
function laterWords(
  date: string,
  published: string,
  isDocument: boolean,
  hasStatus: boolean,
): Pick<FindingDraft, 'what' | 'todo'> {
  const past = hasStatus
    ? { fr: ', et la fiche la dit passée', en: ', and the record says that it is past' }
    : both('');
  const orPlanned = hasStatus
    ? { fr: ', ou donnez à la fiche l’état « planned » (prévu)', en: ', or give the record the status "planned"' }
    : both('');
  const orUpdated = isDocument
    ? both('')
    : {
        fr: ' ; si elle est juste, mettez à jour « updated » dans le manifeste',
        en: '; if it is right, bring "updated" of the manifest up to date',
      };
  const than = isDocument
    ? { fr: 'le document qui la donne', en: 'the document that gives it' }
    : { fr: 'ces données', en: 'these data' };
  return {
    what: {
      fr: `la date, ${dayFirst(date)}, est plus tard que ${than.fr}, du ${dayFirst(published)}${past.fr}`,
      en: `the date, ${date}, is later than ${than.en}, of ${published}${past.en}`,
    },
    todo: { fr: `Relisez-la${orPlanned.fr}${orUpdated.fr}.`, en: `Read it again${orPlanned.en}${orUpdated.en}.` },
  };
}

/**
 * Finds things that were held, joined or published after the document that reports them, or after the data themselves.
 */
function later({ dataset, index }: CheckContext, happening: Omit<DatedRecord, 'status'>): Finding[] {
  const { collection, record, field, date } = happening;
  const published = index.publishedOn(record);
  if (!date || (index.span(date)?.first ?? '') <= published) return [];
  const document = dataset.manifest.documents[record.source?.document ?? ''];
  return [
    report({
      rule: id,
      // A membership may well begin next month.
      severity: collection === 'memberships' ? 'warning' : 'error',
      certainty: 'likely',
      where: placeOf(collection, record, field),
      subject: subjectOf(record),
      found: date,
      expected: `≤ ${published}`,
      ...laterWords(date, published, index.span(document?.date) !== null, WITH_STATUS.has(collection)),
    }),
  ];
}

const endsEarly = (where: FindingPlace, subject: BilingualText, start: string, end: string): Finding =>
  findingOf({
    severity: 'error',
    certainty: 'certain',
    where,
    subject,
    found: end,
    expected: `≥ ${start}`,
    what: {
      fr: `la fin, ${dayFirst(end)}, est avant le début, ${dayFirst(start)}`,
      en: `the end, ${end}, is before the start, ${start}`,
    },
  });

const reasonWithoutEnd = (record: Membership): Finding =>
  report({
    rule: id,
    severity: 'warning',
    certainty: 'likely',
    where: placeOf('memberships', record, 'exitReason'),
    subject: subjectOf(record),
    found: record.exitReason ?? '',
    what: {
      fr: `l'adhésion a un motif de départ et pas de fin : elle est comptée comme si elle continuait`,
      en: 'the membership has a reason for leaving and no end: it is counted as one that goes on',
    },
    todo: {
      fr: 'Donnez la date du départ, l’année seule s’il le faut, ou retirez le motif.',
      en: 'Give the date of leaving, or the year alone, or remove the reason.',
    },
  });

function* memberships(context: CheckContext): Generator<Finding> {
  const { index } = context;
  for (const record of index.list('memberships')) {
    yield* later(context, { collection: 'memberships', record, field: 'start', date: record.start });
    if (record.exitReason && !record.end) yield reasonWithoutEnd(record);
    const [start, end] = [index.span(record.start), index.span(record.end)];
    if (!start || !end || end.last >= start.first) continue;
    yield endsEarly(placeOf('memberships', record, 'end'), subjectOf(record), record.start ?? '', record.end ?? '');
  }
}

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/**
 * Returns the local day of an instant at the event's place; an instant in universal time is converted to the local
 * clock.
 */
function dayOf(instant: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(instant)?.[0];
  if (!day || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return undefined;
  const at = Date.parse(instant);
  return isUniversal(instant) && !Number.isNaN(at) ? here.format(at) : day;
}

/** Days here, as `YYYY-MM-DD`. */
const here = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });

const isUniversal = (instant: string): boolean => /(Z|[+-]00:?00)$/i.test(instant);

function* hours({ index }: CheckContext): Generator<Finding> {
  for (const e of index.list('events')) {
    const span = index.span(e.date);
    let isOff = false;
    for (const field of ['startsAt', 'endsAt'] as const) {
      const instant = e[field];
      const day = instant ? dayOf(instant) : undefined;
      if (!instant || !span || !day) continue;
      // An evening may end on the next day.
      const last = field === 'endsAt' ? nextDay(span.last) : span.last;
      if (day >= span.first && day <= last) continue;
      isOff = true;
      yield findingOf({
        severity: 'error',
        // An instant in universal time may belong to another place.
        certainty: isUniversal(instant) ? 'likely' : 'certain',
        where: placeOf('events', e, field),
        subject: subjectOf(e),
        found: instant,
        expected: e.date ?? '',
        what: {
          fr: `l'heure est celle du ${dayFirst(day)}, la date est ${dayFirst(e.date ?? '')}`,
          en: `the hour is on ${day}, the date is ${e.date ?? ''}`,
        },
      });
    }
    const [start, end] = [Date.parse(e.startsAt ?? ''), Date.parse(e.endsAt ?? '')];
    // An hour on another day has that finding already.
    if (!isOff && end < start)
      yield endsEarly(placeOf('events', e, 'endsAt'), subjectOf(e), e.startsAt ?? '', e.endsAt ?? '');
  }
}

/** Finds a figure that is a year outside the period that it is dated with. */
function yearFinding(o: Observation, span: ParsedPeriod): Finding[] {
  const year = o.quantity.value;
  if (year === undefined) return [];
  if (year >= Number(span.first.slice(0, 4)) && year <= Number(span.last.slice(0, 4))) return [];
  return [
    findingOf({
      ...doubtful(o),
      expected: o.period,
      what: {
        fr: `l'année est ${year}, mais la période est ${o.period}`,
        en: `the year is ${year}, but the period is ${o.period}`,
      },
    }),
  ];
}

function observations(context: CheckContext, limits: Bounds): readonly Finding[] {
  const { index } = context;
  return index.list('observations').flatMap((o): readonly Finding[] => {
    const span = index.span(o.period);
    if (!span) return [];
    if (o.quantity.unit === 'year') return yearFinding(o, span);
    if (isFar(span, limits, FIGURES))
      return [far(placeOf('observations', o, 'period'), subjectOf(o), o.period, limits)];
    if (o.status !== 'held') return [];
    return later(context, { collection: 'observations', record: o, field: 'period', date: o.period });
  });
}

/** Finds votes of a body whose meetings are listed that took place on the day of none of them. */
function voteDays({ dataset, index }: CheckContext): readonly Finding[] {
  return index.list('votes').flatMap((vote): readonly Finding[] => {
    const { body, date } = vote;
    const span = index.span(date);
    // The day of a vote by post, or of a body whose meetings are not listed, is not known from them.
    if (!body || !date || !span || span.first !== span.last) return [];
    if (!isComplete(dataset, 'meetings', date, `body=${body}`)) return [];
    const days = index.list('meetings').flatMap((meeting) => {
      const day = meeting.body === body && meeting.status !== 'cancelled' ? index.span(meeting.date) : null;
      return day ?? [];
    });
    if (days.length === 0 || days.some(({ first, last }) => first <= date && date <= last)) return [];
    return [
      findingOf({
        severity: 'warning',
        certainty: 'likely',
        where: placeOf('votes', vote, 'date'),
        subject: subjectOf(vote),
        found: date,
        what: {
          fr: `la liste des réunions de cette instance, dite complète, n'en a pas le ${dayFirst(date)}`,
          en: `the list of meetings of this body, said to be complete, has none on ${date}`,
        },
      }),
    ];
  });
}

/** Dates against each other: ends before starts, hours on another day, far from the data set, held after its document. */
export const dates: Check = {
  id,
  label: { fr: 'Dates et périodes', en: 'Dates and periods' },
  needs: [
    ...(['events', 'meetings', 'projects', 'missions', 'audiences', 'memberships', 'observations'] as const),
    ...(['publications', 'votes', 'prizes', 'seats'] as const),
  ],
  run: (context) => {
    const { index } = context;
    const limits = bounds(context);
    const found: Finding[] = [];
    for (const happening of datedRecords(context)) {
      const { collection, record, field, date, status } = happening;
      const span = index.span(date);
      if (!span) continue;
      // A slip of the date has one finding: see `stray-dates`.
      if (dayOfId(happening) !== undefined) continue;
      if (isFar(span, limits))
        found.push(far(placeOf(collection, record, field), subjectOf(record), date ?? '', limits));
      else if (status === 'held') found.push(...later(context, happening));
    }
    return [
      ...found,
      ...memberships(context),
      ...hours(context),
      ...voteDays(context),
      ...observations(context, limits),
    ];
  },
};
