import {
  type CollectionName,
  type Finding,
  fold,
  type Membership,
  oneErrorApart,
  push,
  type Territory,
  withoutSettledPlans,
} from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { alike } from './shared/alike.ts';
import { UNKNOWN_DAY } from './shared/dataset-index.ts';
import { type BilingualText, placeOf, report, subjectOf } from './shared/finding.ts';

const id = 'repeated-records';

/**
 * Fields that show whether two records describe one thing. Events of one title may differ by their hours, books by
 * their format.
 */
interface Titled {
  readonly id: string;
  readonly title: { readonly fr: string };
  readonly date?: string | null;
  readonly place?: string | null;
  readonly territories?: readonly string[];
  readonly startsAt?: string | null;
  readonly organisers?: readonly string[];
  readonly format?: string | null;
}

/** A record, and the records that look like it. */
interface Repeat {
  readonly collection: CollectionName;
  readonly record: { readonly id: string };
  readonly others: readonly { readonly id: string }[];
  readonly field: string;
  readonly what: BilingualText;
  readonly todo?: BilingualText;
}

const KEEP_ONE: BilingualText = {
  fr: 'Si c’est la même chose racontée deux fois, gardez une seule fiche.',
  en: 'If it is one thing told twice, keep one record.',
};

function findingOf({ collection, record, others, field, what, todo = KEEP_ONE }: Repeat): Finding {
  const ids = others
    .slice(0, 5)
    .map((each) => each.id)
    .join(', ');
  return report({
    rule: id,
    severity: 'warning',
    certainty: 'likely',
    where: placeOf(collection, record, field),
    subject: subjectOf(record),
    found: record.id,
    expected: ids,
    what: { fr: `${what.fr} : ${ids}`, en: `${what.en}: ${ids}` },
    todo,
  });
}

const differ = (a: string | null | undefined, b: string | null | undefined): boolean => Boolean(a && b && a !== b);

/** Whether nothing sets two records of one title, day and place apart. */
function isSame(a: Titled, b: Titled): boolean {
  const [x, y] = [a.organisers ?? [], b.organisers ?? []];
  const apart = x.length > 0 && y.length > 0 && !x.some((each) => y.includes(each));
  return !apart && !differ(a.startsAt, b.startsAt) && !differ(a.format, b.format);
}

const SAME_TITLE: BilingualText = {
  fr: 'le même titre, à la même date et au même lieu',
  en: 'the same title, on the same date, in the same place',
};

/** Finds records that say the same thing twice: same title, same day, same place. */
function repeated({ index }: CheckContext): readonly Finding[] {
  const groups = new Map<string, { readonly collection: CollectionName; readonly record: Titled }[]>();
  for (const collection of ['events', 'publications'] as const) {
    const list = collection === 'events' ? withoutSettledPlans(index.list('events')) : index.list(collection);
    for (const record of list as readonly Titled[]) {
      if (!index.span(record.date)) continue;
      const place = record.place ?? (record.territories ?? []).join(' ');
      const title = fold(record.title.fr).replaceAll(' ', '');
      push(groups, [collection, title, record.date ?? '', fold(place)].join('|'), { collection, record });
    }
  }
  return [...groups.values()].flatMap((group) =>
    alike(group, (a, b) => isSame(a.record, b.record)).map(([first, ...others]) =>
      findingOf({ ...first, others: others.map(({ record }) => record), field: 'title', what: SAME_TITLE }),
    ),
  );
}

/** Things of one day and place that are compared with each other: a fair has more, and they are many by design. */
const FEW = 8;

/** Finds titles of one day and place that differ by one letter: the same thing, misspelt once. */
function misspelt({ index }: CheckContext): readonly Finding[] {
  const groups = new Map<string, Titled[]>();
  for (const record of withoutSettledPlans(index.list('events')) as readonly Titled[]) {
    if (!isVague({ date: record.date }))
      push(groups, `${record.date ?? ''}|${fold(record.place ?? (record.territories ?? []).join(' '))}`, record);
  }
  return [...groups.values()].flatMap((list) =>
    list.length > FEW
      ? []
      : list.flatMap((record, at) => {
          const others = list.slice(at + 1).filter((each) => isSame(record, each) && isMisspelt(record, each));
          const what = { fr: 'presque le même titre, le même jour', en: 'almost the same title, on the same day' };
          return others.length > 0 ? findingOf({ collection: 'events', record, others, field: 'title', what }) : [];
        }),
  );
}

/** Whether two titles differ by one letter inside a long word: numbers and short words are meant to differ. */
function isMisspelt(a: Titled, b: Titled): boolean {
  const [x, y] = [fold(a.title.fr), fold(b.title.fr)];
  const [words, others] = [x.split(' '), y.split(' ')];
  const apart = words.filter((word, at) => word !== others[at]);
  return oneErrorApart(x, y) && words.length === others.length && apart.every((word) => /^\p{L}{6,}$/u.test(word));
}

type Fields = Readonly<Record<string, unknown>>;

/** Fields that make a record the only one of its kind, and those without which nothing is said. */
interface Unique {
  readonly collection: CollectionName;
  readonly fields: readonly string[];
  readonly needs: readonly string[];
  readonly what: BilingualText;
  readonly todo?: BilingualText;
  /** Whether records that are dated by their year alone are compared, too: nothing else happens twice a year to one. */
  readonly isOfYear?: true;
}

/** Returns the rule for records with equal names, which readers of a table or of a legend cannot distinguish. */
const named = (collection: CollectionName, name: 'label' | 'name', ...more: readonly string[]): Unique => ({
  collection,
  fields: [name, ...more],
  needs: [name],
  what: { fr: 'le même libellé, sans rien qui les distingue', en: 'the same label, and nothing to tell them apart' },
  todo: {
    fr: 'Si c’est une seule chose, gardez une seule fiche ; sinon donnez-leur des libellés différents.',
    en: 'If it is one thing, keep one record; otherwise give them different labels.',
  },
});

const UNIQUE: readonly Unique[] = [
  {
    collection: 'meetings',
    fields: ['body', 'date', 'place', 'mode', 'status'],
    needs: ['body', 'date'],
    what: { fr: 'la même instance, le même jour', en: 'the same body, on the same day' },
  },
  {
    collection: 'participations',
    fields: ['organisation', 'of', 'role', 'period', 'territories'],
    needs: ['organisation', 'of'],
    what: { fr: 'la même participation', en: 'the same participation' },
  },
  {
    collection: 'votes',
    fields: ['body', 'date', 'subject'],
    needs: ['date'],
    what: { fr: 'le même vote, le même jour', en: 'the same vote, on the same day' },
  },
  {
    collection: 'audiences',
    fields: ['channel', 'date'],
    needs: ['channel', 'date'],
    what: { fr: 'le même canal, à la même date', en: 'the same channel, on the same date' },
  },
  {
    collection: 'seats',
    fields: ['body', 'organisation', 'college', 'role', 'period'],
    needs: ['body'],
    what: { fr: 'le même siège, pour la même période', en: 'the same seat, for the same period' },
    todo: {
      fr: 'Gardez une seule fiche : plusieurs sièges vont dans « count ».',
      en: 'Keep one record: several seats go into `count`.',
    },
  },
  {
    collection: 'prizes',
    fields: ['name', 'date', 'laureate', 'amount'],
    needs: ['name', 'laureate'],
    isOfYear: true,
    what: {
      fr: 'le même prix, au même lauréat, à la même date',
      en: 'the same prize, to the same laureate, on the same date',
    },
  },
  {
    collection: 'territories',
    fields: ['kind', 'code'],
    needs: ['code'],
    what: { fr: 'le même code officiel', en: 'the same official code' },
  },
  named('categories', 'label', 'dimension'),
  named('colleges', 'label', 'network'),
  named('networks', 'name'),
  named('bodies', 'name', 'kind'),
  named('series', 'name'),
  named('channels', 'label', 'kind'),
  named('programmes', 'name', 'kind', 'period', 'territories'),
  named('calls', 'name', 'owner', 'period'),
  named(
    'observations',
    'label',
    ...['source.document', 'source.section', 'indicator', 'period', 'territory'],
    // Different amounts under one label have a finding of the rule on contradictions.
    ...['status', 'dimensions', 'quantity'],
  ),
];

/** Returns a field, or a field of a field. */
const fieldOf = (record: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Fields | null | undefined)?.[name], record);

/**
 * Returns a value as a key: of a text its French words, whatever their case and accents; of other objects all fields,
 * in any order.
 */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value ?? '');
  const { fr } = value as Fields;
  return typeof fr === 'string' ? fold(fr) : JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether the date of a record is no day: many things may share a year. */
const isVague = (record: Fields): boolean => 'date' in record && !/^\d{4}-\d{2}-\d{2}$/.test(String(record['date']));

function repeatedKeys(
  { index }: CheckContext,
  { collection, fields, needs, what, todo, isOfYear }: Unique,
): readonly Finding[] {
  const groups = new Map<string, { readonly id: string }[]>();
  for (const record of index.list(collection)) {
    const values = record as unknown as Fields;
    if (needs.some((field) => !values[field]) || (isVague(values) && !isOfYear)) continue;
    push(groups, fields.map((field) => textOf(fieldOf(values, field))).join('\u0000'), record);
  }
  return [...groups.values()].flatMap(([record, ...others]) =>
    record && others.length > 0
      ? findingOf({ collection, record, others, field: needs[0] ?? 'id', what, ...(todo ? { todo } : {}) })
      : [],
  );
}

/** Finds an organisation that is a member of one network twice at a time. */
function repeatedMemberships({ index }: CheckContext): readonly Finding[] {
  const groups = new Map<string, Membership[]>();
  for (const m of index.list('memberships')) push(groups, `${m.organisation}\u0000${m.network}`, m);
  const first = (m: Membership): string => index.span(m.start)?.first ?? '';
  /** Returns the latest day that it may have started on: of 2019 its last. */
  const latest = (m: Membership): string => index.span(m.start)?.last ?? UNKNOWN_DAY;
  return [...groups.values()].flatMap((list) => {
    const sorted = [...list].sort((a, b) => (first(a) < first(b) ? -1 : 1));
    return sorted.flatMap((m, at): readonly Finding[] => {
      const before = sorted[at - 1];
      const end = index.span(before?.end);
      if (!before || (end && end.first <= latest(m))) return [];
      return [
        report({
          rule: id,
          severity: 'warning',
          certainty: 'likely',
          where: placeOf('memberships', m, 'organisation'),
          subject: subjectOf(m),
          found: m.id,
          expected: before.id,
          what: {
            fr: `« ${m.organisation} » est déjà membre de « ${m.network} » par « ${before.id} »`,
            en: `"${m.organisation}" is a member of "${m.network}" by "${before.id}" already`,
          },
          todo: {
            fr: 'Gardez une seule adhésion, ou terminez la première.',
            en: 'Keep one membership, or end the first one.',
          },
        }),
      ];
    });
  });
}

/** Finds territories of one kind and one name, in one place: a commune under two codes. */
function repeatedTerritories({ index }: CheckContext): readonly Finding[] {
  const groups = new Map<string, Territory[]>();
  for (const territory of index.list('territories')) {
    const within = territory.parents.find((each) => each.startsWith('departement-')) ?? territory.parents[0] ?? '';
    push(
      groups,
      [territory.kind, fold(territory.name.fr), territory.kind === 'commune' ? within : ''].join('\u0000'),
      territory,
    );
  }
  const what = { fr: 'le même nom, pour deux territoires', en: 'the same name, for two territories' };
  return [...groups.values()].flatMap(([record, ...others]) =>
    record && others.length > 0 ? findingOf({ collection: 'territories', record, others, field: 'name', what }) : [],
  );
}

/**
 * Finds things recorded twice: an event, a meeting, a publication, a vote, a participation, a seat, a prize, a membership,
 * a territory, a label.
 */
export const repeatedRecords: Check = {
  id,
  label: { fr: 'Fiches répétées', en: 'Repeated records' },
  needs: ['events', 'publications', 'memberships', ...UNIQUE.map(({ collection }) => collection)],
  run: (context) => [
    ...repeated(context),
    ...misspelt(context),
    ...UNIQUE.flatMap((unique) => repeatedKeys(context, unique)),
    ...repeatedMemberships(context),
    ...repeatedTerritories(context),
  ],
};
