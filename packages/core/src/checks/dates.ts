import type { CollectionName } from '../model/dataset.ts';
import type { Finding, FindingPlace } from '../model/finding.ts';
import type { Observation } from '../model/observation.ts';
import type { ParsedPeriod } from '../model/period.ts';
import type { Check, CheckContext } from './check.ts';
import { show } from './shared/amounts.ts';
import { placeOf, report, subjectOf, type Told } from './shared/finding.ts';
import { push } from './shared/text.ts';

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

/** A record that happens, whatever its collection. */
interface Happening {
  readonly collection: CollectionName;
  readonly record: {
    readonly id: string;
    readonly source?: { readonly document: string; readonly section?: string | undefined } | undefined;
  };
  readonly field: 'date' | 'period' | 'start';
  readonly date: string | null | undefined;
  readonly status: string;
}

function* happenings({ index }: CheckContext): Generator<Happening> {
  for (const collection of ['events', 'meetings'] as const) {
    for (const record of index.list(collection))
      yield { collection, record, field: 'date', date: record.date, status: record.status };
  }
  for (const collection of ['projects', 'missions'] as const) {
    for (const record of index.list(collection))
      yield { collection, record, field: 'period', date: record.period, status: record.status };
  }
  for (const collection of ['audiences', 'publications', 'votes'] as const) {
    for (const record of index.list(collection))
      yield { collection, record, field: 'date', date: record.date, status: 'held' };
  }
}

/** Years around the data set's periods within which what happens, and what is counted, may lie. */
const RECORDS = { before: 10, after: 10 };
const FIGURES = { before: 20, after: 15 };

interface Bounds {
  readonly first: number;
  readonly last: number;
}

function bounds({ dataset, index }: CheckContext): Bounds {
  const spans = dataset.manifest.periods.flatMap((each) => index.span(each) ?? []);
  const years = [...spans.flatMap(({ first, last }) => [first, last]), dataset.manifest.updated];
  const numbers = years.map((day) => Number(day.slice(0, 4))).filter((year) => Number.isFinite(year));
  return { first: Math.min(...numbers), last: Math.max(...numbers) };
}

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

/** The days that an hour may be on where the event is: one that is told in universal time may be on the next one. */
function daysOf(instant: string): readonly string[] {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(instant)?.[0];
  if (!day || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return [];
  return /Z$/i.test(instant) ? [day, nextDay(day)] : [day];
}

function* hours({ index }: CheckContext): Generator<Finding> {
  for (const e of index.list('events')) {
    const span = index.span(e.date);
    for (const field of ['startsAt', 'endsAt'] as const) {
      const instant = e[field];
      const days = instant ? daysOf(instant) : [];
      if (!instant || !span || days.length === 0) continue;
      // An evening may end on the next day.
      const last = field === 'endsAt' ? nextDay(span.last) : span.last;
      if (days.some((day) => day >= span.first && day <= last)) continue;
      yield told({
        severity: 'error',
        certainty: 'certain',
        where: placeOf('events', e, field),
        subject: subjectOf(e),
        found: instant,
        expected: e.date ?? '',
        what: {
          fr: `l'heure est celle du ${days[0] ?? ''}, la date est ${e.date ?? ''}`,
          en: `the hour is on ${days[0] ?? ''}, the date is ${e.date ?? ''}`,
        },
      });
    }
    const [start, end] = [Date.parse(e.startsAt ?? ''), Date.parse(e.endsAt ?? '')];
    if (end < start) yield endsEarly(placeOf('events', e, 'endsAt'), subjectOf(e), e.startsAt ?? '', e.endsAt ?? '');
  }
}

/** The day that an id ends with is that of its record: "board/2024-03-12". */
const DAY_OF_ID = /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/;

function otherDay({ collection, record, field, date }: Happening): Finding[] {
  const day = DAY_OF_ID.exec(record.id)?.[1];
  if (day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date ?? '') || day === date) return [];
  return [
    told({
      severity: 'warning',
      certainty: 'possible',
      where: placeOf(collection, record, field),
      subject: subjectOf(record),
      found: date ?? '',
      expected: day,
      what: { fr: `la date est ${date ?? ''}, l'identifiant dit ${day}`, en: `the date is ${date ?? ''}, the id says ${day}` },
    }),
  ];
}

/** Neighbours in the periods of the data for each one that is not, before that one looks like a slip. */
const NEIGHBOURS = 4;

/** Years between a day and the periods of the data, from which on it is none of a neighbouring year. */
const APART = 2;

/** Days years away from the periods that all their neighbours lie in: a meeting of 2013 among those of 2023. */
function strays(list: readonly Happening[], { index }: CheckContext, limits: Bounds): readonly Finding[] {
  const groups = new Map<string, { readonly happening: Happening; readonly gap: number }[]>();
  for (const happening of list) {
    const { collection, record, date, status } = happening;
    const span = index.span(date);
    const isOne = collection === 'meetings' || collection === 'events';
    if (!isOne || span?.kind !== 'day' || status !== 'held') continue;
    const year = Number(span.first.slice(0, 4));
    const gap = Math.max(limits.first - year, year - limits.last, 0);
    const group = 'body' in record ? String(record.body) : (record.source?.document ?? '');
    push(groups, `${collection}\u0000${group}`, { happening, gap });
  }
  const about = limits.first === limits.last ? String(limits.first) : `${limits.first}–${limits.last}`;
  return [...groups.values()].flatMap((group) => {
    const out = group.filter(({ gap }) => gap > 0);
    const isRare = (group.length - out.length) >= NEIGHBOURS * out.length;
    // Of a series former editions may be told.
    const isSlip = ({ gap, happening: { record } }: (typeof out)[number]): boolean =>
      gap >= APART && gap <= RECORDS.before && !('series' in record && record.series);
    const lost = isRare ? out.filter(isSlip) : [];
    return lost.map(({ happening: { collection, record, field, date } }) =>
      told({
        severity: 'warning',
        certainty: 'possible',
        where: placeOf(collection, record, field),
        subject: subjectOf(record),
        found: date ?? '',
        expected: about,
        what: {
          fr: `${date ?? ''} est hors des périodes que ces données décrivent, ${about}, où sont presque tous ses voisins`,
          en: `${date ?? ''} is outside the periods that these data describe, ${about}, where almost all its neighbours are`,
        },
      }),
    );
  });
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
    const happened = [...happenings(context)];
    for (const happening of happened) {
      const { collection, record, field, date, status } = happening;
      const span = index.span(date);
      if (!span) continue;
      const other = otherDay(happening);
      found.push(...other);
      // A slip of the date is said once.
      if (other.length > 0) continue;
      const published = index.publishedOn(record);
      if (isFar(span, limits))
        found.push(far(placeOf(collection, record, field), subjectOf(record), date ?? '', limits));
      else if (status === 'held' && span.first > published) found.push(heldLater(happening, published));
    }
    const said = new Set(found.map(({ where }) => `${where.collection}/${where.id}`));
    const lost = strays(happened, context, limits).filter(({ where }) => !said.has(`${where.collection}/${where.id}`));
    return [...found, ...lost, ...memberships(context), ...hours(context), ...observations(context, limits)];
  },
};
