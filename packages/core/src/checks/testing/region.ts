/** An invented region with another network than any real one: clean, so that each test plants its own mistake in it. */
import type { CollectionName, Dataset } from '../../model/index.ts';
import { makeDataset } from '../../model/testing.ts';
import type { CheckOptions, KnownCommune } from '../check.ts';

export type Collections = { readonly [N in CollectionName]?: readonly object[] };

const source = (section: string) => ({ document: 'bilan', section, page: 3 });

/** Communes of the region `77`, and a namesake of one elsewhere. */
export const communes: readonly KnownCommune[] = [
  { insee: '77001', name: 'Montval', position: { lon: 5, lat: 45 }, population: 90_000 },
  { insee: '77002', name: 'Saint-Aubert', position: { lon: 5.4, lat: 45.2 }, population: 12_000 },
  { insee: '77003', name: 'Aubers', position: { lon: 5.9, lat: 45.1 }, population: 800 },
  { insee: '77004', name: 'Rochelonde', position: { lon: 5.2, lat: 44.8 }, population: 4000 },
  { insee: '66010', name: 'Saint-Aubart', position: { lon: 2, lat: 43 }, population: 300 },
];

export const options: CheckOptions = {
  communes,
  indicators: {
    'adherents-stock': { kind: 'stock', dimensions: [{ id: 'college', label: { fr: 'collège' }, exclusive: true }] },
    ateliers: { kind: 'flow', dimensions: [{ id: 'theme', label: { fr: 'thème' }, exclusive: false }] },
    'presence-share': { kind: 'rate', dimensions: [{ id: 'presence', label: { fr: 'présence' }, exclusive: true }] },
    // Known by name alone: nothing is said of what they are split by.
    ...Object.fromEntries(
      ['adherents-joined', 'adherents-left', 'adherents-share', 'reunions', 'salon-attendance'].map((id) => [
        id,
        { kind: id.endsWith('share') ? ('rate' as const) : ('flow' as const), dimensions: [] },
      ]),
    ),
  },
};

/** Returns the options for collections of which every indicator is known, if only by name. */
export function optionsFor({ observations = [] }: Collections): CheckOptions {
  const names = (observations as readonly { indicator?: string | null }[]).flatMap(({ indicator }) => indicator ?? []);
  const own = Object.fromEntries(names.map((name) => [name, { kind: 'flow' as const, dimensions: [] }]));
  return { ...options, indicators: { ...own, ...options.indicators } };
}

/** Returns an observation of the region, in the year 2023 and in section A unless it says otherwise. */
export function figure(id: string, indicator: string | null, value: number, unit: string, more: object = {}): object {
  const { op = '=', base, section = 'A', ...rest } = more as Readonly<Record<string, string>>;
  const quantity = { value, op, unit, ...(base === undefined ? {} : { base }) };
  return { id, indicator, label: { fr: `Figure ${id}` }, period: '2023', quantity, source: source(section), ...rest };
}

const by = (dimension: string, value: string, more: object = {}): object => ({
  dimensions: { [dimension]: value },
  ...more,
});

const day = { period: '2023-12-31' };
const shares = { base: 'sieges' };

const observations: readonly object[] = [
  figure('stock', 'adherents-stock', 60, 'members', day),
  figure('stock-before', 'adherents-stock', 56, 'members', { period: '2022-12-31' }),
  figure('stock-a', 'adherents-stock', 25, 'members', by('college', 'associations', day)),
  figure('stock-b', 'adherents-stock', 15, 'members', by('college', 'cooperatives', day)),
  figure('stock-c', 'adherents-stock', 8, 'members', by('college', 'mutuelles', day)),
  figure('stock-d', 'adherents-stock', 7, 'members', by('college', 'fondations', day)),
  figure('stock-e', 'adherents-stock', 5, 'members', by('college', 'employeurs', day)),
  figure('joined', 'adherents-joined', 6, 'members'),
  figure('left', 'adherents-left', 2, 'members'),
  figure(
    'share-a',
    'adherents-share',
    41.7,
    'percent',
    by('college', 'associations', { ...day, base: 'adherents-stock' }),
  ),
  figure('present', 'presence-share', 70, 'percent', by('presence', 'present', shares)),
  figure('excused', 'presence-share', 20, 'percent', by('presence', 'excused', shares)),
  figure('absent', 'presence-share', 10, 'percent', by('presence', 'absent', shares)),
  figure('excused-cumulated', null, 90, 'percent', { base: 'sieges' }),
  figure('board', 'reunions', 3, 'meetings', by('body', 'bureau')),
  figure('workshops', 'ateliers', 12, 'events', { section: 'B' }),
  figure('workshops-h1', 'ateliers', 7, 'events', { period: '2023-H1', section: 'B' }),
  figure('workshops-theme-1', 'ateliers', 8, 'events', by('theme', 'energie', { section: 'B' })),
  figure('workshops-theme-2', 'ateliers', 6, 'events', by('theme', 'eau', { section: 'B' })),
  figure('fair', 'salon-attendance', 300, 'people', by('event', 'salon', { op: '~', section: 'B' })),
  figure('fair-exact', 'salon-attendance', 290, 'people', by('event', 'salon', { section: 'B' })),
  figure('voters', null, 24, 'organisations', { section: 'C', printed: 'sur 24' }),
  figure('approvals', null, 18, 'organisations', { section: 'C', printed: 'dix-huit' }),
  figure('budget', null, 1600, 'euros', { section: 'C', printed: '1\u202f600' }),
  figure('since', null, 2015, 'year', { period: '2015' }),
  figure('next-year', null, 3, 'projects', { period: '2025', status: 'planned' }),
];

const organisations: readonly object[] = [
  ['reseau', 'Réseau solidaire du Valdor', 'Montval', '77001'],
  ['jardins', 'Les Jardins du Lac', 'Saint-Aubert', '77002'],
  ['atelier', 'Atelier des Roues libres', 'Rochelonde', '77004'],
  ['epicerie', 'Épicerie des Quatre Chemins', 'Montval', '77001'],
].map(([id, name, town, insee]) => ({
  id,
  name,
  town,
  territories: [`commune-${insee}`],
  position: { ...communes.find((each) => each.insee === insee)?.position, precision: 'address' },
}));

/** The region's collections, without a mistake. */
export const clean: Collections = {
  organisations,
  networks: [{ id: 'valdor', name: { fr: 'Réseau du Valdor' } }],
  colleges: ['associations', 'cooperatives', 'mutuelles', 'fondations', 'employeurs'].map((id, order) => ({
    id,
    network: 'valdor',
    label: { fr: id },
    order: order + 1,
  })),
  memberships: [
    { id: 'm1', organisation: 'jardins', network: 'valdor', college: 'associations', start: '2019-04-02' },
    { id: 'm2', organisation: 'atelier', network: 'valdor', college: 'cooperatives', start: '2015', end: '2023-06' },
  ],
  territories: [
    { id: 'region-7', kind: 'region', name: { fr: 'Valdor' }, position: { lon: 5.2, lat: 45 } },
    { id: 'departement-77', kind: 'departement', name: { fr: 'Haut-Valdor' }, parents: ['region-7'] },
    ...communes.slice(0, 4).map(({ insee, name, position }) => ({
      id: `commune-${insee}`,
      kind: 'commune',
      name: { fr: name },
      parents: ['departement-77'],
      position,
    })),
  ],
  bodies: [{ id: 'bureau', name: { fr: 'Bureau' }, kind: 'governance', seats: 12 }],
  meetings: ['2023-02-07', '2023-05-16', '2023-10-03'].map((date) => ({
    id: `bureau/${date}`,
    body: 'bureau',
    date,
    status: 'held',
    source: source('A'),
  })),
  series: [{ id: 'salon', name: { fr: 'Salon' }, firstEdition: 2015 }],
  events: [
    {
      id: 'salon',
      title: { fr: '9e salon des solidarités' },
      date: '2023-06-15',
      startsAt: '2023-06-15T09:00:00+02:00',
      endsAt: '2023-06-15T18:00:00+02:00',
      status: 'held',
      series: 'salon',
      edition: 9,
      place: 'Halle aux Grains, Montval',
      territories: ['commune-77001'],
      position: { lon: 5, lat: 45, precision: 'commune', territory: 'commune-77001' },
      attendance: { value: 290, op: '=', unit: 'people' },
      printed: { date: 'jeudi 15 juin' },
      source: source('B'),
    },
    { id: 'foire', title: { fr: 'Foire aux vélos' }, date: '2024-09', status: 'planned', source: source('B') },
  ],
  tallies: [
    {
      id: 'salon',
      of: 'salon',
      total: { value: 290, op: '=', unit: 'people' },
      by: { gender: { women: { value: 150, op: '=', unit: 'people' }, men: { value: 140, op: '=', unit: 'people' } } },
    },
  ],
  votes: [
    {
      id: 'statuts',
      subject: { fr: 'Statuts' },
      for: { value: 18, op: '=', unit: 'votes' },
      against: { value: 4, op: '=', unit: 'votes' },
      eligible: { value: 24, op: '=', unit: 'votes' },
    },
  ],
  channels: [{ id: 'lettre', label: { fr: 'Lettre' }, kind: 'newsletter' }],
  audiences: [
    {
      id: 'lettre/2022',
      channel: 'lettre',
      date: '2022-12-31',
      followers: { value: 400, op: '=', unit: 'subscribers' },
    },
    {
      id: 'lettre/2023',
      channel: 'lettre',
      date: '2023-12-31',
      followers: { value: 450, op: '=', unit: 'subscribers' },
      change: { value: 50, op: '=', unit: 'subscribers' },
    },
  ],
  categories: [
    ...['present', 'excused', 'absent'].map((id, order) => ({ id, dimension: 'presence', label: { fr: id }, order })),
    ...['energie', 'eau'].map((id, order) => ({ id, dimension: 'theme', label: { fr: id }, order })),
    ...['women', 'men'].map((id, order) => ({ id, dimension: 'gender', label: { fr: id }, order })),
  ],
  observations,
};

/** Returns the region as a data set: its document is of February 2024, and all meetings of 2023 are listed. */
export function regionOf(collections: Collections = clean): Dataset {
  const coverage = { meetings: [{ period: '2023', where: 'body=bureau', complete: true }] };
  const { manifest, ...rest } = makeDataset(collections, { periods: ['2022', '2023'], network: 'valdor', coverage });
  const documents = { bilan: { title: { fr: 'Bilan 2023' }, date: '2024-02-15' } };
  return { manifest: { ...manifest, documents, updated: '2024-02-15' }, ...rest };
}

type Fields = Readonly<Record<string, unknown>>;

/** Returns the region with one record changed: `withFault('events', 'salon', {date: '2023-06-16'})`. */
export function withFault(collection: CollectionName, id: string, change: Fields): Collections {
  const list = (clean[collection] ?? []) as readonly (object & { readonly id: string })[];
  if (!list.some((record) => record.id === id)) throw new TypeError(`the region has no ${collection}/${id}`);
  return { ...clean, [collection]: list.map((record) => (record.id === id ? { ...record, ...change } : record)) };
}

/** Returns the region with records added to a collection. */
export const added = (collection: CollectionName, ...records: readonly object[]): Collections => ({
  ...clean,
  [collection]: [...(clean[collection] ?? []), ...records],
});

/** Returns the region with another amount in a figure. */
export function amount(id: string, value: number): Collections {
  const list = observations as readonly { readonly id: string; readonly quantity: object }[];
  const known = list.find((o) => o.id === id);
  return withFault('observations', id, { quantity: { ...known?.quantity, value } });
}
