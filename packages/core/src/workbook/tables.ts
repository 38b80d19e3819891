/**
 * The sheets of the workbook, declared: each is a collection, and each of its columns a field of a record. A new sheet is one
 * more entry; writing and reading know no sheet by name.
 */
import { slug } from '../data/index.ts';
import { formatCount } from '../format/index.ts';
import { type CollectionName, Quantity } from '../model/index.ts';
import { choiceLabel, isPlan, type ListName } from './choices.ts';
import {
  type Fields,
  fieldAt,
  inYear,
  recordTitle,
  shifted,
  spanAt,
  textAt,
  withField,
  type YearData,
} from './year-data.ts';

/**
 * Kind of a column. `choices` and `words` hold several values between semicolons; `commune` sets place, territories and
 * position of the record; `shown` is written for the reader of the workbook and never read.
 */
type ColumnKind =
  | 'text'
  | 'number'
  | 'share'
  | 'period'
  | 'quantity'
  | 'choice'
  | 'choices'
  | 'yes'
  | 'commune'
  | 'cell'
  | 'shown';

/** A column of a sheet. */
export interface Column {
  /** French heading, unique in its sheet. */
  readonly heading: string;
  /** Path of the field: `title.fr`. One that begins with `@` is no field of the record: a unit, the row's origin. */
  readonly field: string;
  readonly kind: ColumnKind;
  readonly list?: ListName;
  /** Whether a value that is in no list makes a new organisation. */
  readonly open?: true;
  /** Unit of a quantity; without one, that of the column `@unit`, else that of the record from which the row is made. */
  readonly unit?: string;
  readonly required?: true;
  /** Whether the field is that of the second record of the row. */
  readonly beside?: true;
  /** Width in characters. */
  readonly width?: number;
  /** Text of a column that is no plain field, from the record of last year. */
  readonly show?: (record: Fields, data: YearData) => string;
}

/** A sheet: the rows of a collection. */
export interface Sheet {
  readonly name: string;
  readonly collection: CollectionName;
  /** Whether a workbook has the sheet even where last year's data have no such record. */
  readonly always?: true;
  /** The second record that a row makes, and the field that links the two: `from` holds the id of the other one. */
  readonly beside?: { readonly collection: CollectionName; readonly link: string; readonly from: 'row' | 'beside' };
  readonly columns: (data: YearData) => readonly Column[];
  /** Whether a record of last year goes on, and is a row that may be changed. */
  readonly goesOn?: (record: Fields, data: YearData) => boolean;
  /** The new record that a record of last year proposes: its row counts once the answer is filled in. */
  readonly proposes?: (record: Fields, data: YearData) => Fields | null;
  /** Field whose cell makes a proposed row count. */
  readonly answer?: string;
  /** Field of the new record that names the record which proposed it. */
  readonly origin?: string;
  /** Coverage that the box of the sheet declares for the year: pairs as in `where`, `''` for the whole collection. */
  readonly claims: readonly string[];
  /** Returns the id of a new record; a number is added where it is taken. */
  readonly id: (record: Fields, data: YearData) => string;
  /** Completes a record that a row has made. */
  readonly complete?: (record: Fields, data: YearData) => Fields;
}

/** Heading of the column that holds the id of a row. */
export const ID_HEADING = 'Repère';

/** Columns that say where something takes place. */
const PLACE: readonly Column[] = [
  { heading: 'Lieu', field: 'place', kind: 'text', width: 26 },
  { heading: 'Commune', field: 'place', kind: 'commune', width: 20 },
];

/** Columns that say where a document states the row, and the row's id. */
const SOURCE: readonly Column[] = [
  { heading: 'Section', field: 'source.section', kind: 'cell', width: 10 },
  { heading: 'Page', field: 'source.page', kind: 'number', width: 7 },
  { heading: ID_HEADING, field: 'id', kind: 'cell', width: 24 },
];

const text = (heading: string, field: string, more: Partial<Column> = {}): Column => ({
  heading,
  field,
  kind: 'text',
  ...more,
});
const choice = (heading: string, field: string, list: ListName, more: Partial<Column> = {}): Column => ({
  heading,
  field,
  kind: 'choice',
  list,
  width: 22,
  ...more,
});
const several = (heading: string, field: string, list: ListName, more: Partial<Column> = {}): Column => ({
  ...choice(heading, field, list, more),
  kind: 'choices',
  width: 30,
});
const date = (heading: string, field: string, more: Partial<Column> = {}): Column => ({
  heading,
  field,
  kind: 'period',
  width: 14,
  ...more,
});
const count = (heading: string, field: string, unit?: string, more: Partial<Column> = {}): Column => ({
  heading,
  field,
  kind: 'quantity',
  width: 14,
  ...(unit === undefined ? {} : { unit }),
  ...more,
});

const TITLE: Partial<Column> = { required: true, width: 40 };
const REQUIRED: Partial<Column> = { required: true };

/** Returns the amount of last year as people read it. */
const amount =
  (path: string) =>
  (record: Fields): string => {
    const quantity = Quantity.safeParse(fieldAt(record, path));
    return quantity.success ? formatCount(quantity.data, 'fr').replaceAll('\u202f', '\u00a0') : '';
  };

const lastYear = (path: string, { before }: YearData): Column => ({
  heading: before,
  field: '@before',
  kind: 'shown',
  width: 18,
  show: amount(path),
});

/** Columns of the people who came, by the categories that are counted: women and men, and those that last year's tallies have. */
function attendanceColumns(data: YearData): readonly Column[] {
  const told = data.list('tallies').flatMap(({ by }) => Object.keys((by ?? {}) as Fields));
  const dimensions = [...new Set(told)].filter((dimension) => dimension !== 'gender');
  const others = dimensions.flatMap((dimension) =>
    data
      .list('categories')
      .filter((category) => category['dimension'] === dimension)
      .map((category) =>
        count(`Dont\u202f: ${recordTitle(category)}`, `by.${dimension}.${textAt(category, 'id')}`, 'people', {
          beside: true,
        }),
      ),
  );
  return [
    count('Femmes', 'by.gender.women', 'people', { beside: true, width: 9 }),
    count('Hommes', 'by.gender.men', 'people', { beside: true, width: 9 }),
    ...others,
  ];
}

/** The sections of a report that tell of a record: that of its source, unless it names others. */
const withSections = (record: Fields): Fields => {
  const section = textAt(record, 'source.section');
  return section && record['sections'] === undefined ? { ...record, sections: [section] } : record;
};

/** Returns a record without what only the former one can say: when, how many, where it is printed. */
const without = (record: Fields, ...paths: readonly string[]): Fields =>
  ['id', 'source', 'printed', 'sections', ...paths].reduce((left, path) => withField(left, path, undefined), record);

/** Whether a record is of the year before: its period lies in a period of that year, civil or school. */
const isOfLastYear = (record: Fields, path: string, { before, manifest }: YearData): boolean => {
  const span = spanAt(record, path);
  if (!span) return false;
  const isSchool = textAt(record, path).includes('-SY');
  if (isSchool) return manifest.periods.includes(textAt(record, path)) && span.last.startsWith(before);
  return span.first >= `${before}-01-01` && span.last <= `${before}-12-31`;
};

/** Whether something that has a period goes on after the year before; without a period it does. */
const lasts = (record: Fields, { before }: YearData): boolean =>
  (spanAt(record, 'period')?.last ?? '9999') > `${before}-12-31`;

/** Returns the record that a plan proposes: all that it announces, but for whether it took place. */
const heldFrom = (plan: Fields): Fields | null => (isPlan(plan) ? without(plan, 'status', 'attendance', 'plan') : null);

/** Returns the record that a figure of last year proposes: the same thing, a year later, without its amount. */
const yearLater =
  (period: string, ...amounts: readonly string[]) =>
  (record: Fields, data: YearData): Fields | null =>
    isOfLastYear(record, period, data)
      ? { ...without(record, ...amounts), [period]: shifted(textAt(record, period), data) }
      : null;

/** Dimensions whose values are occasions of one year: their figures have no counterpart in the next one. */
const OCCASIONS = ['event', 'vote', 'webinar', 'meeting'];

/** Returns the figure that a published figure proposes: the same one, of the same days a year later. */
function figureLater(record: Fields, data: YearData): Fields | null {
  const dimensions = (record['dimensions'] ?? {}) as Fields;
  const isDate = textAt(record, 'quantity.unit') === 'year';
  const isPlanned = record['status'] === 'planned';
  if (isDate || isPlanned || !isOfLastYear(record, 'period', data)) return null;
  if (OCCASIONS.some((dimension) => dimension in dimensions)) return null;
  const period = textAt(record, 'period');
  const base = textAt(record, 'quantity.base');
  const rest = without(record, 'quantity', 'seedId', 'derivedFrom', 'corrects');
  const label = Object.entries((record['label'] ?? {}) as Fields).map(([lang, text]) => [
    lang,
    inYear(String(text), data),
  ]);
  const isOccasion = spanAt(record, 'period')?.kind === 'day' && !period.endsWith('-12-31');
  return {
    ...rest,
    label: Object.fromEntries(label),
    // Nobody knows the day of next year's meeting.
    ...(isOccasion ? { period: undefined } : { period: shifted(period, data) }),
    '@unit': textAt(record, 'quantity.unit'),
    ...(base ? { '@base': inYear(base, data) } : {}),
  };
}

/** Returns the part that a figure is of, in words: `collège : Coopératives`. */
function partText(record: Fields, data: YearData): string {
  const indicator = data.indicators.find(({ id }) => id === record['indicator']);
  return Object.entries((record['dimensions'] ?? {}) as Readonly<Record<string, string>>)
    .map(([dimension, id]) => {
      const name = indicator?.dimensions.find((each) => each.id === dimension)?.label.fr ?? dimension;
      return `${name} = ${valueLabel(dimension, id, data)}`;
    })
    .join('\u202f; ');
}

const unitText = (record: Fields, data: YearData): string => {
  const unit = textAt(record, '@unit') || textAt(record, 'quantity.unit');
  return unit && choiceLabel('units', unit, data);
};

/** Collections whose records are the values of a dimension; the values of others are categories. */
export const DIMENSION_LISTS: Readonly<Record<string, CollectionName>> = {
  college: 'colleges',
  channel: 'channels',
  body: 'bodies',
  commune: 'territories',
  territory: 'territories',
  vote: 'votes',
  event: 'events',
  programme: 'programmes',
  network: 'networks',
  call: 'calls',
  series: 'series',
};

/** Returns the list of the values of a dimension. */
export const valuesList = (dimension: string): ListName =>
  Object.hasOwn(DIMENSION_LISTS, dimension) ? (DIMENSION_LISTS[dimension] as ListName) : `categories:${dimension}`;

const valueLabel = (dimension: string, id: string, data: YearData): string =>
  choiceLabel(valuesList(dimension), id, data);

/** Returns an id from the text of a field, with the year unless the text has it. */
const titled =
  (path: string) =>
  (record: Fields, { year }: YearData): string => {
    const name = slug(textAt(record, path)).slice(0, 60).replace(/-$/, '') || 'fiche';
    return name.includes(year) ? name : `${name}-${year}`;
  };

/** Returns an id from the ids that fields hold. */
const joined =
  (...paths: readonly string[]) =>
  (record: Fields): string =>
    paths
      .map((path) => textAt(record, path))
      .filter(Boolean)
      .join('/');

/** Returns the id of a membership, in the manner of the others of its network: `cress/casden`. */
function membershipId(record: Fields, data: YearData): string {
  const [network, organisation] = [textAt(record, 'network'), textAt(record, 'organisation')];
  const other = textAt(
    data.list('memberships').find((each) => each['network'] === network),
    'id',
  );
  return other.includes('/') ? `${other.slice(0, other.indexOf('/'))}/${organisation}` : organisation;
}

/** Sheets of what people come to: a plan of last year is a row that waits for its answer, attendance is typed beside. */
const GATHERINGS = {
  always: true,
  beside: { collection: 'tallies', link: 'of', from: 'row' },
  claims: [''],
  proposes: heldFrom,
  answer: 'status',
  origin: 'plan',
} as const satisfies Partial<Sheet>;

/** The sheets, in the order of the workbook. */
export const SHEETS: readonly Sheet[] = [
  {
    name: 'Entrées et sorties',
    collection: 'memberships',
    always: true,
    beside: { collection: 'organisations', link: 'organisation', from: 'beside' },
    claims: ['flow=joined', 'flow=left'],
    goesOn: ({ end }) => !end,
    columns: () => [
      choice('Structure', 'organisation', 'organisations', { open: true, required: true, width: 40 }),
      choice('Réseau', 'network', 'networks'),
      choice('Collège', 'college', 'colleges'),
      date('Entrée le', 'start'),
      date('Sortie le', 'end'),
      choice('Raison de la sortie', 'exitReason', 'exit-reason'),
      { heading: 'Commune', field: 'town', kind: 'commune', beside: true, width: 20 },
      text('SIREN', 'siren', { beside: true, kind: 'cell', width: 13 }),
      text('Forme juridique', 'legalForm', { beside: true, width: 18 }),
      ...SOURCE,
    ],
    complete: (record, { manifest, list }) => ({
      start: null,
      ...record,
      network: record['network'] ?? manifest.network ?? textAt(list('networks')[0], 'id'),
    }),
    id: membershipId,
  },
  {
    name: 'Événements',
    collection: 'events',
    ...GATHERINGS,
    columns: (data) => [
      text('Titre', 'title.fr', TITLE),
      date('Date', 'date', REQUIRED),
      choice('État', 'status', 'event-status', { required: true, width: 12 }),
      choice('Série', 'series', 'series'),
      { heading: 'Édition', field: 'edition', kind: 'number', width: 9 },
      { heading: 'Combien d’événements', field: 'count', kind: 'number', width: 12 },
      ...PLACE,
      { heading: 'En ligne', field: 'online', kind: 'yes', list: 'yes-no', width: 9 },
      several('Organisateurs', 'organisers', 'organisations', { open: true }),
      several('Thèmes', 'themes', 'categories:theme'),
      count('Participants', 'attendance', 'people'),
      ...attendanceColumns(data),
      text('Lien', 'url', { width: 26 }),
      choice('Prévu sous', '@from', 'plans:events'),
      ...SOURCE,
    ],
    complete: withSections,
    id: titled('title.fr'),
  },
  {
    name: 'Réunions et présences',
    collection: 'meetings',
    ...GATHERINGS,
    columns: (data) => [
      choice('Instance', 'body', 'bodies', TITLE),
      date('Date', 'date', REQUIRED),
      choice('État', 'status', 'meeting-status', { required: true, width: 12 }),
      choice('Comment', 'mode', 'meeting-mode', { width: 12 }),
      ...PLACE,
      several('Thèmes', 'themes', 'categories:theme'),
      count('Présents', 'total', 'people', { beside: true, width: 10 }),
      ...attendanceColumns(data),
      choice('Prévue sous', '@from', 'plans:meetings'),
      ...SOURCE,
    ],
    id: joined('body', 'date'),
  },
  {
    name: 'Votes',
    collection: 'votes',
    always: true,
    claims: [''],
    columns: () => [
      text('Sujet', 'subject.fr', TITLE),
      choice('Instance', 'body', 'bodies'),
      date('Date', 'date', REQUIRED),
      { ...choice('Compté en', '@unit', 'vote-unit', { width: 14 }) },
      count('Pour', 'for'),
      count('Contre', 'against'),
      count('Abstention', 'abstain'),
      count('Inscrits', 'eligible'),
      { heading: 'Majorité requise', field: 'threshold', kind: 'share', width: 12 },
      ...SOURCE,
    ],
    id: titled('subject.fr'),
  },
  {
    name: 'Chiffres',
    collection: 'observations',
    always: true,
    claims: [],
    proposes: figureLater,
    answer: 'quantity',
    columns: (data) => [
      text('Chiffre', 'label.fr', TITLE),
      choice('Indicateur', 'indicator', 'indicators', { width: 34 }),
      { heading: 'Part', field: '@part', kind: 'cell', width: 30, show: partText },
      { ...choice('Unité', '@unit', 'units', { width: 14 }), show: unitText },
      date('Période', 'period', REQUIRED),
      lastYear('quantity', data),
      count(data.year, 'quantity', undefined, REQUIRED),
      text('Imprimé', 'printed', { width: 22 }),
      text('Incomplet parce que', '@partial', { width: 22 }),
      count(`${data.before} corrigé`, '@corrected'),
      ...SOURCE.slice(0, 2),
      { heading: 'D’après', field: '@from', kind: 'cell', width: 24 },
      ...SOURCE.slice(2),
    ],
    id: titled('label.fr'),
  },
  {
    name: 'Programmes',
    collection: 'programmes',
    always: true,
    claims: [''],
    goesOn: lasts,
    columns: () => [
      text('Nom', 'name.fr', TITLE),
      choice('Sorte', 'kind', 'categories:programme-kind'),
      date('Période', 'period', { width: 20 }),
      several('Territoires', 'territories', 'territories'),
      ...SOURCE,
    ],
    id: (record) => slug(textAt(record, 'name.fr')),
  },
  {
    name: 'Missions',
    collection: 'missions',
    always: true,
    claims: [''],
    goesOn: ({ status }) => status === 'ongoing' || status === 'planned',
    columns: () => [
      text('Titre', 'title.fr', TITLE),
      choice('Programme', 'programme', 'programmes', REQUIRED),
      choice('Sorte', 'mode', 'mission-mode', { required: true, width: 14 }),
      several('Structures', 'organisations', 'organisations', { open: true }),
      date('Période', 'period', { required: true, width: 20 }),
      choice('État', 'status', 'mission-status', { required: true, width: 12 }),
      choice('Lot', 'lot', 'categories:lot'),
      several('Territoires', 'territories', 'territories'),
      ...SOURCE,
    ],
    id: titled('title.fr'),
  },
  {
    name: 'Projets',
    collection: 'projects',
    claims: [''],
    goesOn: ({ status }) => status === 'planned',
    columns: () => [
      text('Titre', 'title.fr', { width: 40 }),
      choice('Programme', 'programme', 'programmes', REQUIRED),
      date('Période', 'period', { required: true, width: 16 }),
      choice('État', 'status', 'project-status', { required: true, width: 12 }),
      choice('Établissement', 'establishment', 'categories:establishment'),
      ...PLACE,
      ...SOURCE,
    ],
    id: (record, data) => {
      const place = slug(textAt(record, 'title.fr') || textAt(record, 'place')) || 'projet';
      return `${textAt(record, 'programme')}-${data.year}/${place}`;
    },
  },
  {
    name: 'Appels',
    collection: 'calls',
    claims: [''],
    goesOn: lasts,
    columns: () => [
      text('Nom', 'name.fr', TITLE),
      choice('Porté par', 'owner', 'organisations', { open: true }),
      date('Période', 'period', { width: 16 }),
      ...SOURCE,
    ],
    id: titled('name.fr'),
  },
  {
    name: 'Candidatures',
    collection: 'applications',
    claims: [''],
    columns: () => [
      choice('Appel', 'call', 'calls', TITLE),
      choice('Structure', 'organisation', 'organisations', { open: true, width: 30 }),
      text('Projet', 'title.fr', { width: 30 }),
      date('Période', 'period', { width: 16 }),
      choice('Résultat', 'result', 'result', { required: true, width: 14 }),
      several('Territoires', 'territories', 'territories'),
      ...SOURCE,
    ],
    complete: (record, { year }) => ({ ...record, period: record['period'] ?? year }),
    id: (record, data) => {
      const who = textAt(record, 'organisation') || slug(textAt(record, 'title.fr')) || `candidature-${data.year}`;
      return `${textAt(record, 'call')}/${who}`;
    },
  },
  {
    name: 'Publications',
    collection: 'publications',
    always: true,
    claims: [''],
    columns: () => [
      text('Titre', 'title.fr', TITLE),
      choice('Thème', 'theme', 'categories:theme'),
      choice('Format', 'format', 'categories:format'),
      date('Date', 'date', REQUIRED),
      text('Lien', 'url', { width: 26 }),
      ...SOURCE,
    ],
    id: titled('title.fr'),
  },
  {
    name: 'Audiences',
    collection: 'audiences',
    claims: [''],
    proposes: yearLater('date', 'followers', 'change'),
    answer: 'followers',
    columns: (data) => [
      choice('Canal', 'channel', 'channels', TITLE),
      date('Date', 'date', REQUIRED),
      lastYear('followers', data),
      count('Abonnés', 'followers', 'subscribers', REQUIRED),
      count('Évolution', 'change', 'subscribers'),
      { heading: 'D’après', field: '@from', kind: 'cell', width: 24 },
      ...SOURCE,
    ],
    id: (record, { year }) => `${textAt(record, 'channel')}/${year}`,
  },
  {
    name: 'Participations',
    collection: 'participations',
    claims: [''],
    columns: () => [
      choice('Structure', 'organisation', 'organisations', { open: true, required: true, width: 34 }),
      choice('Événement ou programme', 'of', 'gatherings', { required: true, width: 34 }),
      choice('Rôle', 'role', 'role', { required: true, width: 14 }),
      date('Période', 'period', { width: 16 }),
      several('Territoires', 'territories', 'territories'),
      ...SOURCE,
    ],
    complete: (record, { year }) => ({ ...record, period: record['period'] ?? year }),
    id: joined('of', 'organisation'),
  },
  {
    name: 'Équipe',
    collection: 'movements',
    claims: [''],
    proposes: yearLater('period', 'count'),
    answer: 'count',
    columns: (data) => [
      choice('Sens', 'direction', 'direction', { required: true, width: 12 }),
      choice('Contrat', 'contract', 'categories:contract'),
      choice('Raison', 'reason', 'movement-reason'),
      date('Période', 'period', REQUIRED),
      lastYear('count', data),
      count('Combien', 'count', 'people', REQUIRED),
      { heading: 'D’après', field: '@from', kind: 'cell', width: 24 },
      ...SOURCE,
    ],
    id: (record, { year }) => [joined('direction', 'contract', 'reason')(record), year].join('/'),
  },
  {
    name: 'Emplois',
    collection: 'jobs',
    claims: [''],
    proposes: yearLater('period', 'jobs'),
    answer: 'jobs',
    columns: (data) => [
      choice('Programme', 'programme', 'programmes', TITLE),
      choice('Contrat', 'contract', 'categories:contract'),
      choice('Sorte de mission', 'mode', 'categories:mode'),
      choice('Lot', 'lot', 'categories:lot'),
      choice('Territoire', 'territory', 'territories'),
      date('Période', 'period', REQUIRED),
      lastYear('jobs', data),
      count('Emplois', 'jobs', 'jobs', REQUIRED),
      { heading: 'D’après', field: '@from', kind: 'cell', width: 24 },
      ...SOURCE,
    ],
    id: (record, { year }) => `${textAt(record, 'programme')}-${year}/${joined('lot', 'mode', 'contract')(record)}`,
  },
  {
    name: 'Mandats',
    collection: 'seats',
    claims: [''],
    proposes: yearLater('period', 'count'),
    answer: 'count',
    columns: () => [
      choice('Instance', 'body', 'bodies', TITLE),
      choice('Structure', 'organisation', 'organisations', { open: true, width: 34 }),
      choice('Collège', 'college', 'colleges'),
      choice('Rôle', 'role', 'seat-role', { required: true, width: 16 }),
      date('Période', 'period', REQUIRED),
      { heading: 'Sièges', field: 'count', kind: 'number', required: true, width: 9 },
      { heading: 'D’après', field: '@from', kind: 'cell', width: 24 },
      ...SOURCE,
    ],
    id: (record, { year }) => `${joined('body', 'organisation', 'college', 'role')(record)}/${year}`,
  },
  {
    name: 'Prix',
    collection: 'prizes',
    claims: [''],
    columns: () => [
      text('Nom', 'name.fr', TITLE),
      { heading: 'Édition', field: 'edition', kind: 'number', width: 9 },
      choice('Lauréat', 'laureate', 'organisations', { open: true, width: 34 }),
      count('Montant', 'amount', 'euros'),
      date('Date', 'date', REQUIRED),
      ...SOURCE,
    ],
    id: titled('name.fr'),
  },
  {
    name: 'Financements',
    collection: 'filings',
    claims: [''],
    columns: () => [
      text('Fonds', 'fund.fr', TITLE),
      choice('Étape', 'stage', 'filing-stage', REQUIRED),
      date('Période', 'period', REQUIRED),
      date('Année concernée', 'year'),
      ...SOURCE,
    ],
    id: (record, data) => `${titled('fund.fr')(record, data)}/${textAt(record, 'stage')}`,
  },
  {
    name: 'Instances',
    collection: 'bodies',
    always: true,
    claims: [],
    goesOn: () => true,
    columns: () => [
      text('Nom', 'name.fr', TITLE),
      choice('Sorte', 'kind', 'body-kind', { required: true, width: 18 }),
      { heading: 'Sièges', field: 'seats', kind: 'number', width: 9 },
      ...SOURCE,
    ],
    id: (record) => slug(textAt(record, 'name.fr')),
  },
  {
    name: 'Séries',
    collection: 'series',
    always: true,
    claims: [],
    goesOn: () => true,
    columns: () => [
      text('Nom', 'name.fr', TITLE),
      { heading: 'Année de la première édition', field: 'firstEdition', kind: 'number', width: 14 },
      ...SOURCE,
    ],
    id: (record) => slug(textAt(record, 'name.fr')),
  },
];

/** Returns the sheets that a workbook of some data has: those that every year needs, and those of what the data tell. */
export const sheetsFor = (data: YearData): readonly Sheet[] =>
  SHEETS.filter(({ always, collection }) => always || data.list(collection).length > 0);
