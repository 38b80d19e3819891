import type { Finding, FindingPlace } from '../model/finding.ts';
import type { Observation } from '../model/observation.ts';
import type { ParsedPeriod } from '../model/period.ts';
import type { Check, CheckContext } from './check.ts';
import { show } from './shared/amounts.ts';
import { placeOf, report, subjectOf, type Told } from './shared/finding.ts';
import { type Bounds, bounds, dayOfId, type Happening, happenings } from './shared/happenings.ts';

const id = 'dates';

interface Judged {
  readonly severity: Finding['severity'];
  readonly certainty: Finding['certainty'];
  readonly where: FindingPlace;
  readonly subject: Told;
  readonly found: string;
  readonly expected?: string;
  readonly what: Told;
}

const ADVICE: Told = { fr: 'Relisez la date dans le document.', en: 'Read the date again in the document.' };

const told = (judged: Judged, todo = ADVICE): Finding => report({ rule: id, todo, ...judged });

/** Years around the data set's periods within which what happens, and what is counted, may lie. */
const RECORDS = { before: 10, after: 10 };
const FIGURES = { before: 20, after: 15 };

const isFar = ({ first, last }: ParsedPeriod, limits: Bounds, { before, after } = RECORDS): boolean =>
  Number(last.slice(0, 4)) < limits.first - before || Number(first.slice(0, 4)) > limits.last + after;

function far(where: FindingPlace, subject: Told, found: string, { first, last }: Bounds): Finding {
  const about = first === last ? String(first) : `${first}–${last}`;
  return told({
    severity: 'warning',
    certainty: 'likely',
    where,
    subject,
    found,
    expected: about,
    what: {
      fr: `${found} est très loin des périodes que ces données décrivent, ${about}`,
      en: `${found} is very far from the periods that these data describe, ${about}`,
    },
  });
}

function heldLater({ collection, record, field, date }: Happening, published: string): Finding {
  return told(
    {
      severity: 'error',
      certainty: 'likely',
      where: placeOf(collection, record, field),
      subject: subjectOf(record),
      found: date ?? '',
      expected: `≤ ${published}`,
      what: {
        fr: `le ${date ?? ''} est dit passé, mais le document qui le dit est du ${published}`,
        en: `${date ?? ''} is said to be past, but the document that says so is of ${published}`,
      },
    },
    {
      fr: 'Relisez la date, ou donnez-lui l’état « planned » (prévu).',
      en: 'Read the date again, or give it the status "planned".',
    },
  );
}

const endsEarly = (where: FindingPlace, subject: Told, start: string, end: string): Finding =>
  told({
    severity: 'error',
    certainty: 'certain',
    where,
    subject,
    found: end,
    expected: `≥ ${start}`,
    what: {
      fr: `la fin, ${end}, est avant le début, ${start}`,
      en: `the end, ${end}, is before the start, ${start}`,
    },
  });

function* memberships({ index }: CheckContext): Generator<Finding> {
  for (const m of index.list('memberships')) {
    const [start, end] = [index.span(m.start), index.span(m.end)];
    const published = index.publishedOn(m);
    if (start && start.first > published) {
      const happening = {
        collection: 'memberships',
        record: m,
        field: 'start',
        date: m.start,
        status: 'held',
      } as const;
      yield heldLater(happening, published);
    }
    if (!start || !end || end.last >= start.first) continue;
    yield endsEarly(placeOf('memberships', m, 'end'), subjectOf(m), m.start ?? '', m.end ?? '');
  }
}

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** The day of an hour where the event is: that of the clocks here for one that is told in universal time. */
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
    for (const field of ['startsAt', 'endsAt'] as const) {
      const instant = e[field];
      const day = instant ? dayOf(instant) : undefined;
      if (!instant || !span || !day) continue;
      // An evening may end on the next day.
      const last = field === 'endsAt' ? nextDay(span.last) : span.last;
      if (day >= span.first && day <= last) continue;
      yield told({
        severity: 'error',
        // In universal time it may be told for another place than here.
        certainty: isUniversal(instant) ? 'likely' : 'certain',
        where: placeOf('events', e, field),
        subject: subjectOf(e),
        found: instant,
        expected: e.date ?? '',
        what: {
          fr: `l'heure est celle du ${day}, la date est ${e.date ?? ''}`,
          en: `the hour is on ${day}, the date is ${e.date ?? ''}`,
        },
      });
    }
    const [start, end] = [Date.parse(e.startsAt ?? ''), Date.parse(e.endsAt ?? '')];
    if (end < start) yield endsEarly(placeOf('events', e, 'endsAt'), subjectOf(e), e.startsAt ?? '', e.endsAt ?? '');
  }
}

/** A figure that is a year lies in the period that it is dated with. */
function yearFinding(o: Observation, span: ParsedPeriod): Finding[] {
  const year = o.quantity.value;
  if (o.quantity.unit !== 'year' || year === undefined) return [];
  if (year >= Number(span.first.slice(0, 4)) && year <= Number(span.last.slice(0, 4))) return [];
  return [
    told({
      severity: 'warning',
      certainty: 'likely',
      where: placeOf('observations', o, 'quantity'),
      subject: subjectOf(o),
      found: show(o.quantity),
      expected: o.period,
      what: {
        fr: `l'année est ${year}, mais la période est ${o.period}`,
        en: `the year is ${year}, but the period is ${o.period}`,
      },
    }),
  ];
}

function observations({ index }: CheckContext, limits: Bounds): readonly Finding[] {
  return index.list('observations').flatMap((o): readonly Finding[] => {
    const span = index.span(o.period);
    if (!span) return [];
    if (o.quantity.unit === 'year') return yearFinding(o, span);
    if (isFar(span, limits, FIGURES))
      return [far(placeOf('observations', o, 'period'), subjectOf(o), o.period, limits)];
    const happening = {
      collection: 'observations',
      record: o,
      field: 'period',
      date: o.period,
      status: o.status,
    } as const;
    const published = index.publishedOn(o);
    return o.status === 'held' && span.first > published ? [heldLater(happening, published)] : [];
  });
}

/** Dates against each other: ends before starts, hours on another day, far from the data set, held after its document. */
export const dates: Check = {
  id,
  label: { fr: 'Dates et périodes', en: 'Dates and periods' },
  needs: [
    ...(['events', 'meetings', 'projects', 'missions', 'audiences', 'memberships', 'observations'] as const),
    ...(['publications', 'votes'] as const),
  ],
  run: (context) => {
    const { index } = context;
    const limits = bounds(context);
    const found: Finding[] = [];
    for (const happening of happenings(context)) {
      const { collection, record, field, date, status } = happening;
      const span = index.span(date);
      if (!span) continue;
      // A slip of the date is said once: see `stray-dates`.
      if (dayOfId(happening) !== undefined) continue;
      const published = index.publishedOn(record);
      if (isFar(span, limits))
        found.push(far(placeOf(collection, record, field), subjectOf(record), date ?? '', limits));
      else if (status === 'held' && span.first > published) found.push(heldLater(happening, published));
    }
    return [...found, ...memberships(context), ...hours(context), ...observations(context, limits)];
  },
};
