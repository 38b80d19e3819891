/** Rules over time: dates against each other, against plans and numbers of editions, against what a record belongs to. */
import {
  addDays,
  type CollectionName,
  dayFirst,
  dayInWords,
  daysByRule,
  type Event,
  eventDays,
  expandEvents,
  fold,
  isComplete,
  type ParsedPeriod,
  parsePeriod,
  push,
  withoutSettledPlans,
} from '../model/index.ts';
import type { CheckContext } from './check.ts';
import { type Hits, inAmount, inField, inManifest, type Pattern, rule } from './rule.ts';
import { dimensionsKey, UNKNOWN_DAY } from './shared/dataset-index.ts';
import { type Bounds, bounds, type DatedRecord, datedRecords, dayOfId } from './shared/dated-records.ts';
import {
  type At,
  type BilingualText,
  bilingualName,
  findingPlace,
  findingSubject,
  quotedName,
  sameInBoth,
} from './shared/finding.ts';
import { groupByKey, numbered } from './shared/lists.ts';
import { allPrinted } from './shared/printed.ts';
import { isoDay, numericDates, weekdayAt, weekdayInBoth, writtenDates } from './shared/printed-dates.ts';

/** A date as each language of a finding writes it. */
const dated = (date: string): BilingualText => ({ fr: dayFirst(date), en: date });

const REREAD_DATE: Pattern = ['Relisez la date dans le document.', 'Read the date again in the document.'];

/** Years around the data set's periods within which what happens, and what is counted, may lie. */
const RECORDS = { before: 10, after: 10 };
const FIGURES = { before: 20, after: 15 };

const isFar = ({ first, last }: ParsedPeriod, limits: Bounds, { before, after } = RECORDS): boolean =>
  Number(last.slice(0, 4)) < limits.first - before || Number(first.slice(0, 4)) > limits.last + after;

const yearsOf = ({ first, last }: Bounds): string => (first === last ? String(first) : `${first}–${last}`);

/** Collections whose records say whether they are planned: of those of the others, a date ahead is wrong. */
const WITH_STATUS: ReadonlySet<string> = new Set(['events', 'meetings', 'projects', 'missions', 'observations']);

const NOTHING = sameInBoth('');
const AHEAD_OF_DOCUMENT = {
  than: { fr: 'le document qui la donne', en: 'the document that gives it' },
  orUpdated: NOTHING,
};
/** Where no document of a known day gives a date, it is ahead of the data. */
const AHEAD_OF_DATA = {
  than: { fr: 'ces données', en: 'these data' },
  orUpdated: {
    fr: ' ; si elle est juste, mettez à jour « updated » dans le manifeste',
    en: '; if it is right, bring "updated" of the manifest up to date',
  },
};
const SAID_PAST = {
  past: { fr: ', et la fiche la dit passée', en: ', and the record says that it is past' },
  orPlanned: {
    fr: ', ou donnez à la fiche l’état « planned » (prévu)',
    en: ', or give the record the status "planned"',
  },
};

/** Finds what was held, joined or published after the document that reports it, or after the data themselves. */
function* later({ dataset, index }: CheckContext, happening: Omit<DatedRecord, 'status'>): Hits<'later'> {
  const { collection, record, date } = happening;
  const published = index.publishedOn(record);
  if (!date || (index.span(date)?.first ?? '') <= published) return;
  const document = dataset.manifest.documents[record.source?.document ?? ''];
  const values = {
    published: dated(published),
    ...(index.span(document?.date) ? AHEAD_OF_DOCUMENT : AHEAD_OF_DATA),
    ...(WITH_STATUS.has(collection) ? SAID_PAST : { past: NOTHING, orPlanned: NOTHING }),
  };
  // A membership may well begin next month.
  const weight = collection === 'memberships' ? 'warning, likely' : undefined;
  yield ['later', { at: happening, found: dated(date), expected: `≤ ${published}`, values, weight }];
}

function* happenings(context: CheckContext, limits: Bounds): Hits<'far' | 'later'> {
  for (const happening of datedRecords(context)) {
    const { date, status } = happening;
    const span = context.index.span(date);
    // A slip of the date has one finding: see `stray-dates`.
    if (!span || dayOfId(happening) !== undefined) continue;
    if (isFar(span, limits)) yield ['far', { at: happening, found: dated(date ?? ''), expected: yearsOf(limits) }];
    else if (status === 'held') yield* later(context, happening);
  }
}

const endsEarly = (at: At, start: string, end: string) =>
  ['ends', { at, found: dated(end), expected: `≥ ${start}`, values: { start: dated(start) } }] as const;

function* memberships(context: CheckContext): Hits<'later' | 'reason' | 'ends'> {
  const { index } = context;
  for (const record of index.list('memberships')) {
    yield* later(context, { collection: 'memberships', record, field: 'start', date: record.start });
    if (record.exitReason && !record.end)
      yield ['reason', { at: inField('memberships', record, 'exitReason'), found: record.exitReason }];
    const [start, end] = [index.span(record.start), index.span(record.end)];
    if (start && end && end.last < start.first)
      yield endsEarly(inField('memberships', record, 'end'), record.start ?? '', record.end ?? '');
  }
}

/** Days here, as `YYYY-MM-DD`. */
const here = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });

const isUniversal = (instant: string): boolean => /(Z|[+-]00:?00)$/i.test(instant);

/** Returns the local day of an instant at the event's place; one in universal time is converted to the local clock. */
function dayOf(instant: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(instant)?.[0];
  if (!day || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return undefined;
  const at = Date.parse(instant);
  return isUniversal(instant) && !Number.isNaN(at) ? here.format(at) : day;
}

function* hours({ index }: CheckContext): Hits<'hour' | 'ends'> {
  for (const event of index.list('events')) {
    const span = index.span(event.date);
    let isOff = false;
    for (const field of ['startsAt', 'endsAt'] as const) {
      const found = event[field];
      const day = found ? dayOf(found) : undefined;
      if (!found || !span || !day) continue;
      // An evening may end on the next day.
      const last = field === 'endsAt' ? addDays(span.last, 1) : span.last;
      if (day >= span.first && day <= last) continue;
      isOff = true;
      const [expected, values] = [dated(event.date ?? ''), { day: dated(day) }];
      // An instant in universal time may belong to another place.
      const weight = isUniversal(found) ? 'error, likely' : undefined;
      yield ['hour', { at: inField('events', event, field), found, expected, values, weight }];
    }
    // An hour on another day has that finding already.
    const { startsAt, endsAt } = event;
    if (!isOff && Date.parse(endsAt ?? '') < Date.parse(startsAt ?? ''))
      yield endsEarly(inField('events', event, 'endsAt'), startsAt ?? '', endsAt ?? '');
  }
}

/** Finds votes of a body whose meetings are listed that took place on the day of none of them. */
function* voteDays({ dataset, index }: CheckContext): Hits<'vote'> {
  for (const vote of index.list('votes')) {
    const { body, date } = vote;
    const span = index.span(date);
    // The day of a vote by post, or of a body whose meetings are not listed, is not known from them.
    if (!body || !date || !span || span.first !== span.last) continue;
    if (!isComplete(dataset, 'meetings', date, `body=${body}`)) continue;
    const days = index.list('meetings').flatMap((meeting) => {
      const day = meeting.body === body && meeting.status !== 'cancelled' ? index.span(meeting.date) : null;
      return day ?? [];
    });
    if (days.length === 0 || days.some(({ first, last }) => first <= date && date <= last)) continue;
    yield ['vote', { at: inField('votes', vote, 'date'), found: dated(date) }];
  }
}

function* figureDates(context: CheckContext, limits: Bounds): Hits<'year' | 'far' | 'later'> {
  for (const o of context.index.list('observations')) {
    const { period, quantity } = o;
    const span = context.index.span(period);
    if (!span) continue;
    const at = inField('observations', o, 'period');
    if (quantity.unit === 'year') {
      const year = quantity.value;
      const isOutside =
        year !== undefined && (year < Number(span.first.slice(0, 4)) || year > Number(span.last.slice(0, 4)));
      if (isOutside) yield ['year', { at: inAmount(o), found: quantity, expected: period, values: { year } }];
    } else if (isFar(span, limits, FIGURES)) yield ['far', { at, found: dated(period), expected: yearsOf(limits) }];
    else if (o.status === 'held')
      yield* later(context, { collection: 'observations', record: o, field: 'period', date: period });
  }
}

/** Dates against each other: ends before starts, hours on another day, far from the data set, held after its document. */
export const dates = rule(
  'dates',
  { fr: 'Dates et périodes', en: 'Dates and periods' },
  [
    ...(['events', 'meetings', 'projects', 'missions', 'audiences', 'memberships', 'observations'] as const),
    ...(['publications', 'votes', 'prizes', 'seats'] as const),
  ],
  {
    far: [
      'warning, likely',
      [
        '{found} est très loin des périodes que ces données décrivent, {expected}',
        '{found} is very far from the periods that these data describe, {expected}',
      ],
      REREAD_DATE,
    ],
    later: [
      'error, likely',
      [
        'la date, {found}, est plus tard que {than}, du {published}{past}',
        'the date, {found}, is later than {than}, of {published}{past}',
      ],
      ['Relisez-la{orPlanned}{orUpdated}.', 'Read it again{orPlanned}{orUpdated}.'],
    ],
    ends: [
      'error, certain',
      ['la fin, {found}, est avant le début, {start}', 'the end, {found}, is before the start, {start}'],
      REREAD_DATE,
    ],
    reason: [
      'warning, likely',
      [
        "l'adhésion a un motif de départ et pas de fin : elle est comptée comme si elle continuait",
        'the membership has a reason for leaving and no end: it is counted as one that goes on',
      ],
      [
        'Donnez la date du départ, l’année seule s’il le faut, ou retirez le motif.',
        'Give the date of leaving, or the year alone, or remove the reason.',
      ],
    ],
    hour: [
      'error, certain',
      ["l'heure est celle du {day}, la date est {expected}", 'the hour is on {day}, the date is {expected}'],
      REREAD_DATE,
    ],
    vote: [
      'warning, likely',
      [
        "la liste des réunions de cette instance, dite complète, n'en a pas le {found}",
        'the list of meetings of this body, said to be complete, has none on {found}',
      ],
      REREAD_DATE,
    ],
    year: [
      'warning, likely',
      ["l'année est {year}, mais la période est {expected}", 'the year is {year}, but the period is {expected}'],
      REREAD_DATE,
    ],
  },
  function* (context) {
    const limits = bounds(context);
    yield* happenings(context, limits);
    yield* memberships(context);
    yield* hours(context);
    yield* voteDays(context);
    yield* figureDates(context, limits);
  },
);

/** Neighbours in the periods of the data for each one before them, until that one looks like a slip. */
const NEIGHBOURS = 4;

/** Years between a slip and the periods of the data: documents report the year before, and ten years ago is history. */
const APART = { least: 2, most: 10 };

/** Days that contradict the record's own id, or lie far from its neighbours: a meeting of 2013 among those of 2023. */
export const strayDates = rule(
  'stray-dates',
  { fr: 'Dates isolées', en: 'Stray dates' },
  ['events', 'meetings', 'votes', 'audiences', 'publications', 'prizes', 'projects', 'missions'],
  {
    id: [
      'warning, possible',
      ["la date est {found}, l'identifiant dit {expected}", 'the date is {found}, the id says {expected}'],
      REREAD_DATE,
    ],
    stray: [
      'warning, possible',
      [
        '{found} est avant les périodes que ces données décrivent, {expected}, où sont presque tous ses voisins',
        '{found} is before the periods that these data describe, {expected}, where almost all its neighbours are',
      ],
      REREAD_DATE,
    ],
  },
  function* (context) {
    const list = [...datedRecords(context)];
    for (const at of list) {
      const expected = dayOfId(at);
      if (expected !== undefined) yield ['id', { at, found: at.date ?? '', expected }];
    }
    const limits = bounds(context);
    const groups = new Map<string, { readonly at: DatedRecord; readonly gap: number }[]>();
    for (const at of list) {
      const { collection, record, date, status } = at;
      const span = context.index.span(date);
      if ((collection !== 'meetings' && collection !== 'events') || span?.kind !== 'day' || status !== 'held') continue;
      const gap = Math.max(limits.first - Number(span.first.slice(0, 4)), 0);
      const group = 'body' in record ? String(record.body) : (record.source?.document ?? '');
      push(groups, `${collection}\u0000${group}`, { at, gap });
    }
    for (const group of groups.values()) {
      const before = group.filter(({ gap }) => gap > 0);
      if (group.length - before.length < NEIGHBOURS * before.length) continue;
      for (const { at, gap } of before) {
        // Former editions of a series are no slips.
        const isEdition = 'series' in at.record && at.record.series;
        if (gap >= APART.least && gap <= APART.most && !isEdition)
          yield ['stray', { at, found: at.date ?? '', expected: yearsOf(limits) }];
      }
    }
  },
);

const REREAD_BOTH: Pattern = ['Relisez les dates des deux fiches.', 'Read the dates of both records again.'];

/** Records dated before the network, the programme or the event that they belong to exists, or after it is over. */
export const lifetimes = rule(
  'lifetimes',
  {
    fr: 'Dates hors de la durée d’un réseau, d’un programme ou d’un événement',
    en: 'Dates outside a network’s, a programme’s or an event’s time',
  },
  [
    ...(['memberships', 'networks', 'projects', 'missions', 'jobs'] as const),
    ...(['programmes', 'participations', 'events', 'meetings', 'calls'] as const),
  ],
  {
    unborn: [
      'warning, likely',
      [
        'la création de ce réseau ({found}) est plus tard que ces données ({published})',
        'this network is said to begin in {found}, after these data, of {published}',
      ],
      REREAD_BOTH,
    ],
    early: [
      'warning, likely',
      [
        "l'adhésion commence ({found}) avant la création de {name} ({begun})",
        'the membership begins in {found}, before {name} does, in {begun}',
      ],
      REREAD_BOTH,
    ],
    outside: [
      'warning, likely',
      [
        'la période, {found}, est en dehors de celle de {name}, {expected}',
        'the period, {found}, is outside that of {name}, {expected}',
      ],
      REREAD_BOTH,
    ],
  },
  function* ({ index }) {
    const unborn = new Set<object>();
    for (const network of index.list('networks')) {
      const [since, published] = [network.since ?? '', index.publishedOn(network)];
      if ((index.span(since)?.first ?? '') <= published) continue;
      unborn.add(network);
      const [at, values] = [inField('networks', network, 'since'), { published: dated(published) }];
      yield ['unborn', { at, found: dated(since), expected: `≤ ${published}`, values }];
    }
    for (const record of index.list('memberships')) {
      const network = index.byId('networks').get(record.network);
      const [since, start] = [index.span(network?.since), index.span(record.start)];
      // A network that has a finding already gets no further one for each membership.
      if (!network || unborn.has(network) || !since || !start || start.last >= since.first) continue;
      const begun = network.since ?? '';
      const [at, values] = [
        inField('memberships', record, 'start'),
        { begun: dated(begun), name: findingSubject(network) },
      ];
      yield ['early', { at, found: dated(record.start ?? ''), expected: `≥ ${begun}`, values }];
    }
    const wholeOf = (of: string) => {
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
      ...index
        .list('participations')
        .map((record) => ({ collection: 'participations', record, of: record.of }) as const),
    ];
    for (const { collection, record, of } of parts) {
      const { whole, time } = wholeOf(of) ?? {};
      const { period } = record;
      const [around, span] = [index.span(time), index.span(period)];
      if (!whole || !time || !period || !around || !span) continue;
      if (span.last >= around.first && span.first <= around.last) continue;
      const at = inField(collection, record, 'period');
      yield ['outside', { at, found: dated(period), expected: dated(time), values: { name: findingSubject(whole) } }];
    }
  },
);

/** Two years joined by a slash. Authors may mean a season; the format reads two civil years. */
const TWO_YEARS = /^(\d{4})\/(\d{4})$/;

/** Dates of the manifest that are none, or say another time than is meant: all that is dated leans on them. */
export const manifestDates = rule(
  'manifest-dates',
  { fr: 'Dates du manifeste', en: 'Dates of the manifest' },
  [],
  {
    none: [
      'error, certain',
      ["« {field} » vaut « {found} », qui n'est pas une date", '"{field}" is "{found}", which is no date'],
      ['Écrivez une date qui existe, comme 2025-03-05.', 'Write a date that exists, such as 2025-03-05.'],
    ],
    order: [
      'error, certain',
      [
        'la prochaine mise à jour, {found}, est avant la dernière, {updated}',
        'the next update, {found}, is before the last one, {updated}',
      ],
      ['Corrigez l’une des deux dates.', 'Correct one of the two dates.'],
    ],
    season: [
      'warning, likely',
      [
        '{before} et {found} sont deux années civiles chacune, et {start} est dans les deux',
        '{before} and {found} are two civil years each, and {start} is in both',
      ],
      [
        'Une saison s’écrit {expected} (de septembre à août), sinon par ses mois, comme {months}.',
        'A season is written {expected} (September to August), otherwise by its months, such as {months}.',
      ],
    ],
  },
  function* ({ dataset, index }) {
    const { updated, nextUpdate, documents, periods } = dataset.manifest;
    // The hour of a day does not matter here.
    const spanOf = (date: string | undefined) => index.span(date?.replace(/T.*$/, ''));
    const others = Object.entries(documents).map(([name, { date }]) => [`documents.${name}.date`, date] as const);
    for (const [field, found] of [['updated', updated], ['nextUpdate', nextUpdate], ...others] as const) {
      if (found !== undefined && !spanOf(found))
        yield ['none', { at: inManifest(field), found, expected: 'YYYY-MM-DD', values: { field } }];
    }
    const [last, next] = [spanOf(updated), spanOf(nextUpdate)];
    if (nextUpdate && last && next && next.last < last.first) {
      const at = inManifest('nextUpdate');
      yield ['order', { at, found: nextUpdate, expected: `≥ ${updated}`, values: { updated } }];
    }
    for (const found of periods) {
      const [, start = '', end = ''] = TWO_YEARS.exec(found) ?? [];
      const before = periods.find((other) => TWO_YEARS.exec(other)?.[2] === start);
      if (before === undefined || before === found) continue;
      const values = { before, start, months: `${start}-07/${end}-06` };
      yield ['season', { at: inManifest(`periods.${periods.indexOf(found)}`), found, expected: `${start}-SY`, values }];
    }
  },
);

/** Names of the days of the week, in the languages of the format: most texts have none and are left at once. */
const WEEKDAY = /\b(?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)[\p{L}.]*[ \u00a0\u202f]/iu;

/** Yields all texts that a date may stand in, with the day of their record for dates without their year. */
function* dateTexts(context: CheckContext) {
  yield* allPrinted(context);
  for (const name of ['events', 'publications', 'missions', 'projects'] as const) {
    for (const record of context.index.list(name)) {
      const date = ('period' in record ? record.period : record.date) ?? undefined;
      for (const text of Object.values(record.title ?? {}))
        yield { text, where: findingPlace(name, record, 'title'), subject: findingSubject(record), date };
    }
  }
}

/** A day of the week printed beside a date is the day of that date. */
export const weekdays = rule(
  'weekdays',
  { fr: 'Jours de la semaine', en: 'Days of the week' },
  ['events', 'publications', 'missions', 'projects'],
  {
    other: [
      'warning, certain',
      ['« {found} » : le {day} est un {expected}', '"{found}": {day} is a {expected}'],
      [
        'Relisez le jour, le mois et l’année dans le document.',
        'Read the day, the month and the year again in the document.',
      ],
    ],
  },
  function* (context) {
    for (const { text, where, subject, date } of dateTexts(context)) {
      if (!WEEKDAY.test(text)) continue;
      const numeric = numericDates(text).map(({ first, second, ...rest }) => ({ ...rest, day: first, month: second }));
      for (const { text: found, day, month, year: written, weekday } of [...writtenDates(text), ...numeric]) {
        const year = written ?? (date ? Number(date.slice(0, 4)) : undefined);
        const iso = year === undefined ? null : isoDay(year, month, day);
        if (weekday === undefined || year === undefined || iso === null) continue;
        const right = weekdayAt(year, month, day);
        if (right === weekday) continue;
        const name = weekdayInBoth(right);
        const weight = written === undefined ? 'warning, likely' : undefined;
        const values = { day: dayInWords(iso), expected: name };
        yield ['other', { at: { where, subject }, found, expected: name.fr, values, weight }];
      }
    }
  },
);

/** The edition of an event or of a prize. */
interface Edition {
  readonly at: At;
  readonly edition: number;
  readonly year: number;
}

/** The number that a title begins with, or that stands before "édition": "5e conférence", "3rd forum". */
const ORDINAL = /^(?:l[ae]s? )?(\d{1,3}) ?(?:e|ème|è|er|ère|re|st|nd|rd|th)(?![\p{L}\d])/iu;
const NUMBERED = /(?<!\d)(\d{1,3}) ?(?:e|ème|è|er|ère|re|st|nd|rd|th) [ée]dition/iu;

/** Ordinals of something else than editions. */
const OTHER =
  /\d ?\p{L}+ (?:anniversaire|anniversary|siècle|century|année|year|arrondissement|trimestre|quarter)(?!\p{L})/iu;

/** Finds another number in the title, and more editions than years since the first one. */
function* alone({ at, edition, year }: Edition, title: string, firstYear = 0): Hits<'title' | 'many'> {
  const printed = OTHER.test(title) ? undefined : (ORDINAL.exec(title) ?? NUMBERED.exec(title))?.[1];
  if (printed !== undefined && Number(printed) !== edition) yield ['title', { at, found: edition, expected: printed }];
  const most = year - firstYear + 1;
  if (firstYear >= 1000 && edition > most)
    yield ['many', { at, found: edition, expected: `≤ ${most}`, values: { year, firstYear } }];
}

/** Finds editions out of order: the later of two has the higher number, and no more numbers than years lie between them. */
function* outOfStep(list: readonly Edition[]): Hits<'step'> {
  const sorted = [...list].sort((a, b) => a.year - b.year || a.edition - b.edition);
  for (const [n, { at, edition, year }] of numbered(sorted)) {
    const before = sorted[n - 1];
    if (!before || before.year === year) continue;
    const [rise, years] = [edition - before.edition, year - before.year];
    if (rise > 0 && rise <= years) continue;
    const expected = `${before.edition + 1}${years > 1 ? `–${before.edition + years}` : ''}`;
    const values = { year, before: before.edition, yearBefore: before.year };
    yield ['step', { at, found: edition, expected, values, weight: rise > 0 ? 'warning, possible' : undefined }];
  }
}

/** Finds the year that the title of an event of a series ends with, where it is not that of its date. */
function* otherYear({ index }: CheckContext, event: Event): Hits<'year'> {
  const span = index.span(event.date);
  const year = /(?<!\d|[-–/])((?:19|20)\d\d)$/.exec(event.title.fr.trim())?.[1];
  if (!event.series || !span || year === undefined) return;
  if (year < span.first.slice(0, 4) || year > span.last.slice(0, 4))
    yield ['year', { at: inField('events', event, 'date'), found: event.date ?? '', expected: year }];
}

const REREAD_EDITION: Pattern = [
  'Relisez le numéro de l’édition et sa date.',
  'Read the number of the edition and its date again.',
];

/** Numbers of editions against years, titles and each other. */
export const editions = rule(
  'editions',
  { fr: 'Numéros d’édition', en: 'Edition numbers' },
  ['events', 'series', 'prizes'],
  {
    title: [
      'warning, likely',
      ["l'édition est {found}, mais le titre dit {expected}", 'the edition is {found}, but the title says {expected}'],
      REREAD_EDITION,
    ],
    many: [
      'warning, likely',
      [
        "c'est l'édition {found} en {year}, mais la première est de {firstYear}",
        'this is edition {found} in {year}, but the first one was in {firstYear}',
      ],
      REREAD_EDITION,
    ],
    step: [
      'warning, likely',
      [
        "l'édition {found} est de {year}, mais l'édition {before} est de {yearBefore}",
        'edition {found} is of {year}, but edition {before} is of {yearBefore}',
      ],
      REREAD_EDITION,
    ],
    year: [
      'warning, likely',
      ['le titre dit {expected}, la date est {found}', 'the title says {expected}, the date is {found}'],
      ['Relisez l’année dans le document.', 'Read the year again in the document.'],
    ],
  },
  function* (context) {
    const { index } = context;
    const editionOf = (at: At, edition: unknown, date: string | null | undefined): Edition | null => {
      const span = index.span(date);
      return typeof edition === 'number' && span ? { at, edition, year: Number(span.first.slice(0, 4)) } : null;
    };
    const series = new Map<string, Edition[]>();
    for (const event of index.list('events')) {
      const other = [...otherYear(context, event)];
      yield* other;
      const each = editionOf(inField('events', event, 'edition'), event.edition, event.date);
      if (!each) continue;
      const { firstEdition } = index.byId('series').get(event.series ?? '') ?? {};
      const hits = [...alone(each, event.title.fr, firstEdition ?? 0)];
      yield* hits;
      // A wrong number or date has a finding already, and its neighbours are not measured by it.
      if (event.series && hits.length + other.length === 0) push(series, event.series, each);
    }
    const prizes = new Map<string, Edition[]>();
    for (const prize of index.list('prizes')) {
      const each = editionOf(inField('prizes', prize, 'edition'), prize.edition, prize.date);
      if (each) push(prizes, fold(prize.name.fr), each);
    }
    for (const list of [...series.values(), ...prizes.values()]) yield* outOfStep(list);
  },
);

interface Plan extends Pick<DatedRecord, 'record'> {
  readonly collection: CollectionName;
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

/**
 * Records that are still planned though their day has passed: the message says "was planned", and they are never counted as
 * held.
 */
export const plannedAsHeld = rule(
  'planned-as-held',
  { fr: 'Prévus dont la date est passée', en: 'Planned for a day that has passed' },
  ['events', 'meetings', 'projects', 'missions', 'observations'],
  {
    once: [
      'info, certain',
      [
        "était prévu pour {found}, avant le {today} : rien ne dit qu'il a eu lieu, et il n'est pas compté",
        'was planned for {found}, before {today}: nothing says that it took place, and it is not counted',
      ],
      ['Dites s’il a été tenu, annulé ou reporté.', 'Say whether it was held, cancelled or postponed.'],
    ],
    // One record of a recurring event as held would leave no dates ahead.
    goesOn: [
      'info, certain',
      [
        "revient depuis le {found} et continue : rien ne dit que ses dates d'avant le {today} ont été tenues, et elles ne sont pas comptées",
        'has come back since {found} and goes on: nothing says that its dates before {today} were held, and they are not counted',
      ],
      [
        'Faites-en deux fiches : ce qui a été tenu, « held » jusqu’à la dernière date passée (« until »), et la suite, prévue.',
        'Make two records of it: what was held, `held` until the last date that has passed (`until`), and what follows, planned.',
      ],
    ],
  },
  function* (context) {
    const { index, dataset } = context;
    const updated = index.span(dataset.manifest.updated.slice(0, 10))?.last ?? '';
    for (const { date, event, ...at } of plans(context)) {
      const span = index.span(date);
      const published = index.publishedOn(at.record);
      const today = published > updated ? published : updated;
      if (!span || span.last >= today || today === UNKNOWN_DAY) continue;
      const isAhead =
        event?.recurrence && expandEvents([event], { today }).some((time) => (eventDays(time) ?? '') >= today);
      const hit = { at, found: dated(date), expected: `> ${today}`, values: { today: dated(today) } };
      yield [isAhead ? 'goesOn' : 'once', hit];
    }
  },
);

/** Dates announced for one thing in several places, which have no day in common. The first of them is the measure. */
export const plannedDates = rule(
  'planned-dates',
  { fr: 'Dates prévues', en: 'Planned dates' },
  ['observations'],
  {
    apart: [
      'warning, likely',
      [
        'prévu ici pour « {here} », ailleurs pour « {there} » dans {subject}',
        'planned here for "{here}", elsewhere for "{there}" in {subject}',
      ],
      [
        'Relisez les deux passages du document\u202f: une seule de ces dates peut être la bonne.',
        'Read both passages of the document again: only one of these dates can be right.',
      ],
    ],
  },
  function* ({ index }) {
    const groups = groupByKey(index.standing(), ({ status, quantity, indicator, label, dimensions, territory }) => {
      const isDate = status === 'planned' && quantity.unit === 'year' && !indicator;
      // The reference after a label is no part of it. Without a programme or an event, two things may have one name.
      if (!isDate || Object.keys(dimensions).length === 0) return null;
      return [fold(label.fr.split(',')[0] ?? ''), dimensionsKey(dimensions), territory].join('\u0000');
    });
    for (const [first, ...others] of groups.values()) {
      const span = index.span(first?.period);
      for (const o of others) {
        const other = index.span(o.period);
        if (!first || !span || !other || (other.last >= span.first && span.last >= other.first)) continue;
        const values = {
          here: o.printed ?? o.period,
          there: first.printed ?? first.period,
          subject: findingSubject(first),
        };
        const at = inField('observations', o, 'period');
        yield ['apart', { at, found: o.period, expected: first.period, values }];
      }
    }
  },
);

/** Days on both sides of one: those of a rule that are nearest to it are found there, if it comes back every year. */
const AROUND = 400;

/** Returns the days of a rule that are nearest to a day which is none of them; null where the day is one. */
function nearest(event: Event, day: string): readonly string[] | null {
  if (parsePeriod(day)?.kind !== 'day') return [];
  const days = daysByRule(event, addDays(day, -AROUND), addDays(day, AROUND));
  if (days.includes(day)) return null;
  const after = days.findIndex((one) => one > day);
  return after < 0 ? days.slice(-1) : days.slice(Math.max(0, after - 1), after + 1);
}

/** Returns the nearest days as a finding stores them, and in words; nothing without any. */
const nearby = (days: readonly string[]): { readonly expected: string | undefined; readonly near: BilingualText } => ({
  expected: days.length > 0 ? days.join(', ') : undefined,
  near:
    days.length > 0
      ? { fr: ` (les plus proches : ${days.join(' et ')})`, en: ` (the nearest are ${days.join(' and ')})` }
      : NOTHING,
});

/** Whether its rule can be followed: the first day is one of it then. */
function comesBack(event: Event): boolean {
  const first = (eventDays(event) ?? '').slice(0, 10);
  return daysByRule(event, first, first).length > 0;
}

/** Single times of events that come back: each names an event that does, and a day of its rule, that no other record has. */
export const occurrences = rule(
  'occurrences',
  { fr: 'Dates d’un événement qui revient', en: 'Times of an event that comes back' },
  ['events'],
  {
    exception: [
      'warning, certain',
      [
        "l'exception du {found} n'est pas une de ses dates{near} : elle n'en retire aucune",
        'the exception of {found} is none of its dates{near}: it leaves none out',
      ],
      ['Relisez le jour, ou la règle.', 'Read the day again, or the rule.'],
    ],
    itself: [
      'error, certain',
      [
        "une fiche qui remplace une date d'un événement ne peut pas revenir elle-même",
        'a record that takes the place of one date of an event cannot come back itself',
      ],
      ['Retirez « recurrence » ou « occurrenceOf ».', 'Take `recurrence` or `occurrenceOf` away.'],
    ],
    once: [
      'error, certain',
      ['occurrenceOf nomme {name}, qui ne revient pas', 'occurrenceOf names {name}, which does not come back'],
      [
        'Donnez-lui une « recurrence » et le jour exact de sa première date, ou retirez « occurrenceOf ».',
        'Give it a `recurrence` and the exact day of its first date, or take `occurrenceOf` away.',
      ],
    ],
    noTime: [
      'error, certain',
      [
        "le {found} n'est pas une des dates de {name}{near} : cette fiche s'y ajoute, et ne remplace rien",
        '{found} is none of the dates of {name}{near}: this record is one more, and takes the place of none',
      ],
      [
        'Écrivez le jour que la règle donnait, même si cette fois a lieu un autre jour : celui-là va dans « date ».',
        'Write the day that the rule had for it, even if it takes place on another day: that one goes into `date`.',
      ],
    ],
    twice: [
      'error, certain',
      [
        'la fiche « {expected} » remplace déjà la date du {found}',
        'the record "{expected}" takes the place of {found} already',
      ],
      ['Gardez une seule fiche pour cette date.', 'Keep one record for that date.'],
    ],
  },
  function* ({ index }) {
    const events = index.list('events');
    for (const event of events) {
      for (const found of event.recurrence?.exceptions ?? []) {
        const days = nearest(event, found);
        if (days === null || !comesBack(event)) continue;
        const [{ expected, near }, at] = [nearby(days), inField('events', event, 'recurrence.exceptions')];
        yield ['exception', { at, found, expected, values: { near } }];
      }
    }
    const known = new Map<string, Event>();
    for (const event of events) {
      const { occurrenceOf, recurrence } = event;
      // A reference to an unknown record has a finding of the rule on references.
      const whole = index.byId('events').get(occurrenceOf?.event ?? '');
      if (!occurrenceOf || !whole) continue;
      const found = occurrenceOf.date;
      const key = `${whole.id} ${found}`;
      const [days, other] = [nearest(whole, found), known.get(key)];
      known.set(key, other ?? event);
      const at = (field: string) => inField('events', event, field);
      const name = quotedName(bilingualName(whole) ?? sameInBoth(whole.id));
      if (recurrence) yield ['itself', { at: at('recurrence'), found: event.id }];
      if (!comesBack(whole)) yield ['once', { at: at('occurrenceOf.event'), found: whole.id, values: { name } }];
      else if (days) {
        const { expected, near } = nearby(days);
        yield ['noTime', { at: at('occurrenceOf.date'), found, expected, values: { name, near } }];
      } else if (other) yield ['twice', { at: at('occurrenceOf'), found, expected: other.id }];
    }
  },
);
