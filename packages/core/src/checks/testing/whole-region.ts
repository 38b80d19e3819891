/**
 * The whole data set of the invented region: two years of its network in every collection, without a mistake. Tests plant
 * one mistake at a time in it and check it as `ess-widgets check` does.
 */

import { essDataset } from '../../data/index.ts';
import { checkCatalogue } from '../../indicators/index.ts';
import { type CollectionName, collectionSchemas, type Finding, unknownSections } from '../../model/index.ts';
import { reportOf, section } from '../../model/report/testing/report.ts';
import { compareAll } from '../../prepare/index.ts';
import { catalogue } from '../../testing/bretagne.ts';
import { runChecks } from '../run.ts';
import { clean, communes, figure, optionsFor } from './region.ts';

type Fields = Readonly<Record<string, unknown>>;
/** A record as a person writes it: nothing but its id is sure to be right. */
export type WrittenRecord = Fields & { readonly id: string };
type WrittenCollections = Readonly<Record<string, readonly WrittenRecord[]>>;

/** A data set in one file, as it is written. */
export interface WrittenDataset {
  readonly manifest: Fields;
  readonly collections: WrittenCollections;
}

const source = (section: string, page: number) => ({ document: 'bilan', section, page });
const count = (value: number, unit: string) => ({ value, op: '=', unit });

/** Returns a SIREN number: eight digits and the digit that makes them pass their check. */
function siren(eight: number): string {
  const digits = [...String(eight)].map(Number);
  const sum = digits.reduce(
    (n, digit, at) => n + (at % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2),
    0,
  );
  return `${eight}${(10 - (sum % 10)) % 10}`;
}

const placeOf = (at: number) => {
  const { insee = '', name = '', position } = communes[at] ?? {};
  return { town: name, territories: [`commune-${insee}`], position: { ...position, precision: 'address' } };
};

/** Members with their commune, their college, and the days on which they joined and left. */
const MEMBERS = [
  ['cafe', 'Café des Possibles', 1, 'associations', '2016'],
  ['ludotheque', 'Ludothèque Pirouette', 0, 'associations', '2018-01-15'],
  ['radio', 'Radio Valdor Libre', 0, 'associations', '2012'],
  ['refuge', 'Refuge des Trois Cols', 2, 'associations', '2010'],
  ['maison', 'Maison des Familles', 0, 'associations', '2014'],
  ['mains-vertes', 'Les Mains vertes', 3, 'associations', '2013', '2022-09-30'],
  ['rivieres', 'Secours aux rivières', 1, 'associations', '2022-03-10'],
  ['theatre', 'Théâtre de poche', 2, 'associations', '2023-02-14'],
  ['scierie', 'Scierie coopérative du Mont', 3, 'cooperatives', '2011'],
  ['fournil', 'Fournil partagé', 1, 'cooperatives', '2022-06-21'],
  ['taxis', 'Taxis réunis', 0, 'cooperatives', '2019-11-05'],
  ['imprimerie', 'Imprimerie du Pont', 0, 'cooperatives', '2023-09-01'],
  ['bateliers', 'Mutuelle des bateliers', 0, 'mutuelles', '2010'],
  ['prevoyance', 'Prévoyance du Haut-Pays', 1, 'mutuelles', '2015-03-02'],
  ['clairbois', 'Fondation Clairbois', 3, 'fondations', '2018-10-10'],
  ['eau-vive', 'Fondation Eau vive', 0, 'fondations', '2023-11-20'],
  ['deux-rives', 'Groupement d’employeurs des Deux Rives', 0, 'employeurs', '2014-01-06'],
] as const;

const organisations = [
  ...((clean.organisations ?? []) as readonly WrittenRecord[]).map((each, at) => ({
    ...each,
    siren: siren(40_100_101 + 7919 * at),
  })),
  ...MEMBERS.map(([id, name, at], order) => ({
    id,
    name,
    ...placeOf(at),
    siren: siren(41_200_305 + 6367 * order),
    links: [{ kind: 'site', url: `https://${id}.example` }],
  })),
  { id: 'conseil-regional', name: 'Conseil régional du Valdor', kind: 'public', position: null },
];

const memberships = [
  ...((clean.memberships ?? []) as readonly WrittenRecord[]).map((each) =>
    each.id === 'm2' ? { ...each, exitReason: 'lapse' } : each,
  ),
  { id: 'm3', organisation: 'epicerie', network: 'valdor', college: 'cooperatives', start: '2017-05-04' },
  ...MEMBERS.map(([id, , , college, start, end]) => ({
    ...{ id: `valdor/${id}`, organisation: id, network: 'valdor', college, start },
    ...(end ? { end, exitReason: 'lapse' } : {}),
  })),
];

const members = (id: string, indicator: string, value: number, period: string, college?: string) =>
  figure(id, indicator, value, 'members', {
    period,
    label: { fr: `Adhérents ${id}` },
    ...(college ? { dimensions: { college } } : {}),
  });

const COLLEGES = ['associations', 'cooperatives', 'mutuelles', 'fondations', 'employeurs'];
const byCollege = (year: string, counts: readonly number[]) =>
  COLLEGES.map((college, at) =>
    members(`members-${year}-${college}`, 'members-stock', counts[at] ?? 0, `${year}-12-31`, college),
  );

const staff = (id: string, value: number, period: string) => figure(id, 'staff-headcount', value, 'people', { period });
const dla = (id: string, value: number, more: object = {}) =>
  figure(id, 'dla-jobs', value, 'jobs', { section: 'C', ...more });
/** Figures of the region whose indicators are of its own making are left out: here they are those of the catalogue. */
const OWN = /^(?:stock|joined|left|share-a)/;

const observations = [
  ...((clean.observations ?? []) as readonly WrittenRecord[]).filter(({ id }) => !OWN.test(id)),
  members('members-2022', 'members-stock', 16, '2022-12-31'),
  members('members-2023', 'members-stock', 18, '2023-12-31'),
  ...byCollege('2022', [7, 5, 2, 1, 1]),
  ...byCollege('2023', [8, 5, 2, 2, 1]),
  members('joined-2022', 'members-joined', 2, '2022'),
  members('joined-2023', 'members-joined', 3, '2023'),
  members('left-2022', 'members-left', 1, '2022'),
  members('left-2023', 'members-left', 1, '2023'),
  members('net-2023', 'members-net', 2, '2023'),
  figure('associations-share', 'members-share', 44.4, 'percent', {
    ...{ period: '2023-12-31', base: 'members-stock', dimensions: { college: 'associations' } },
  }),
  figure('members-rise', 'members-growth', 12.5, 'percent', { label: { fr: 'Croissance du nombre d’adhérents' } }),
  staff('team-2021', 14, '2021-12-31'),
  staff('team-2022', 15, '2022-12-31'),
  staff('team-2023', 17, '2023-12-31'),
  figure('arrivals-2023', 'staff-movements', 4, 'people', { dimensions: { direction: 'in' } }),
  figure('month-events', 'month-events', 48, 'events', { section: 'B' }),
  figure('month-organisers', 'month-organisers', 24, 'organisations', { section: 'B' }),
  figure('month-rate', 'month-events-per-organiser', 2, 'events/organisation', {
    ...{ section: 'B', derivedFrom: ['month-events', 'month-organisers'] },
  }),
  figure('month-people', 'month-attendance', 3100, 'people', { section: 'B', op: '~' }),
  figure('publications', 'publications-count', 3, 'publications', { section: 'C' }),
  figure('applications', 'call-applications', 5, 'applications', { section: 'C', dimensions: { call: 'appel-2023' } }),
  figure('selected', 'call-applications', 2, 'applications', {
    ...{ section: 'C', dimensions: { call: 'appel-2023', result: 'selected' } },
  }),
  figure('success', 'call-success-rate', 40, 'percent', {
    ...{ section: 'C', base: 'call-applications', dimensions: { call: 'appel-2023' } },
  }),
  figure('missions', 'dla-missions', 4, 'missions', { section: 'C' }),
  dla('jobs', 120),
  dla('jobs-permanent', 90, { dimensions: { contract: 'permanent' } }),
  dla('jobs-fixed', 30, { dimensions: { contract: 'fixed-term' } }),
  figure('projects', 'school-projects', 3, 'projects', { period: '2022-SY', section: 'C' }),
  figure('meetings-board', 'body-meetings', 4, 'meetings', { dimensions: { body: 'conseil' } }),
  figure('filings', 'funding-filings', 3, 'filings', { section: 'C' }),
  figure('prizes', 'prizes-awarded', 1, 'prizes', { section: 'B' }),
  figure('sites', 'sites-count', 41, 'sites', { period: '2023-12-31', section: 'B' }),
  figure('pupils', 'school-pupils', 64, 'people', { period: '2022-SY', section: 'C' }),
];

const meeting = (body: string, date: string, more: object = {}) => ({
  ...{ id: `${body}/${date}`, body, date, status: 'held', source: source('A', 4) },
  ...more,
});

const seat = (body: string, id: string, more: object) => ({
  ...{ id: `${body}/${id}`, body, role: 'member', period: '2022/2023', source: source('A', 5) },
  ...more,
});

const BUREAU = [
  ...['jardins', 'epicerie', 'cafe', 'radio', 'refuge', 'maison', 'scierie', 'taxis', 'bateliers', 'prevoyance'],
  ...['clairbois', 'deux-rives'],
];
const ROLES = ['chair', 'vice-chair', 'secretary', 'treasurer'];

const present = (body: string, date: string, here: number, represented: number, away: number) => ({
  id: `${body}/${date}`,
  of: `${body}/${date}`,
  by: {
    attendance: {
      present: count(here, 'people'),
      'excused-represented': count(represented, 'people'),
      absent: count(away, 'people'),
    },
  },
});

const category = (dimension: string, ...ids: readonly string[]) =>
  ids.map((id, order) => ({ id, dimension, label: { fr: `${dimension} ${id}` }, order: order + 1 }));

const event = (id: string, title: string, date: string, more: object = {}) => ({
  ...{ id, title: { fr: title }, date, status: 'held', sections: ['B'], source: source('B', 8) },
  ...more,
});

const SALON = {
  place: 'Halle aux Grains, Montval',
  territories: ['commune-77001'],
  position: { lon: 5, lat: 45, precision: 'commune', territory: 'commune-77001' },
};

const mission = (id: string, organisation: string, period: string, status = 'held') => ({
  ...{ id, programme: 'dla', mode: 'individual', organisations: [organisation], period, status },
  ...{ territories: ['departement-77'], source: source('C', 12) },
});

const project = (id: string, period: string, at: number, establishment: string) => ({
  ...{ id, programme: 'ecole', title: { fr: `Projet ${id}` }, period, status: 'held', establishment },
  ...{ place: communes[at]?.name, territories: [`commune-${communes[at]?.insee}`], source: source('C', 13) },
});

const publication = (id: string, title: string, date: string, theme: string, format: string) => ({
  ...{ id, title: { fr: title }, date, theme, format, url: `https://valdor.example/${id}`, source: source('C', 15) },
});

const movement = (id: string, direction: string, value: number, period: string, contract: string) => ({
  ...{ id, direction, contract, period, count: count(value, 'people'), source: source('C', 16) },
  reason: direction === 'in' ? 'recruitment' : 'end-of-contract',
});

const application = (id: string, organisation: string, result: string) => ({
  ...{ id, call: 'appel-2023', organisation, result, period: '2023-05', source: source('C', 14) },
});

const followers = (channel: string, year: number, value: number, change?: number) => ({
  ...{ id: `${channel}/${year}`, channel, date: `${year}-12-31`, followers: count(value, 'subscribers') },
  ...(change === undefined ? {} : { change: count(change, 'subscribers') }),
});

const collections: WrittenCollections = {
  ...(clean as WrittenCollections),
  organisations,
  memberships,
  networks: [{ id: 'valdor', name: { fr: 'Réseau du Valdor' }, since: '2009' }],
  territories: [
    ...((clean.territories ?? []) as readonly WrittenRecord[]),
    {
      ...{ id: 'epci-247700018', kind: 'epci', name: { fr: 'Communauté du Lac' }, code: '247700018' },
      ...{ parents: ['departement-77'], position: { lon: 5.3, lat: 45.1 } },
    },
    {
      id: 'pole-lac',
      kind: 'pole',
      name: { fr: 'Pôle du Lac' },
      parents: ['region-7'],
      position: { lon: 5.2, lat: 45 },
    },
  ],
  bodies: [
    ...((clean.bodies ?? []) as readonly WrittenRecord[]),
    { id: 'conseil', name: { fr: 'Conseil d’administration' }, kind: 'governance', seats: 24 },
    { id: 'assemblee', name: { fr: 'Assemblée générale' }, kind: 'governance' },
    { id: 'conseil-economique', name: { fr: 'Conseil économique régional' }, kind: 'governance' },
  ],
  seats: [
    ...[10, 6, 4, 2, 2].map((places, at) =>
      seat('conseil', COLLEGES[at] ?? '', { college: COLLEGES[at], count: places }),
    ),
    ...BUREAU.map((organisation, at) => seat('bureau', organisation, { organisation, role: ROLES[at] ?? 'member' })),
    seat('conseil-economique', 'reseau', { organisation: 'reseau', period: '2023' }),
  ],
  meetings: [
    ...((clean.meetings ?? []) as readonly WrittenRecord[]),
    ...['2022-02-08', '2022-05-17', '2022-10-04'].map((date) => meeting('bureau', date)),
    ...['2022-03-15', '2022-06-14', '2022-09-13', '2022-12-06'].map((date) => meeting('conseil', date)),
    ...['2023-03-14', '2023-06-13', '2023-09-14', '2023-12-05'].map((date) =>
      meeting('conseil', date, { themes: ['eau'], mode: 'hybrid' }),
    ),
    meeting('assemblee', '2022-05-12', { place: 'Montval' }),
    meeting('assemblee', '2023-05-25', { place: 'Saint-Aubert' }),
    meeting('conseil', '2023-11-07', { status: 'cancelled' }),
    meeting('conseil', '2024-03-19', { status: 'planned' }),
  ],
  tallies: [
    ...((clean.tallies ?? []) as readonly WrittenRecord[]),
    present('conseil', '2023-03-14', 18, 4, 2),
    present('conseil', '2023-06-13', 17, 5, 2),
    { id: 'assemblee', of: 'assemblee/2023-05-25', total: count(62, 'people') },
  ],
  votes: [
    ...((clean.votes ?? []) as readonly WrittenRecord[]),
    {
      ...{ id: 'rapport', subject: { fr: 'Rapport moral' }, body: 'assemblee', date: '2023-05-25', threshold: 0.5 },
      ...{ for: count(40, 'votes'), against: count(2, 'votes'), abstain: count(3, 'votes') },
      ...{ eligible: count(50, 'votes'), source: source('A', 6) },
    },
    {
      ...{ id: 'orientation', subject: { fr: 'Orientation' }, body: 'conseil', date: '2023-09-14' },
      ...{ for: count(19, 'votes'), against: count(1, 'votes'), source: source('A', 6) },
    },
  ],
  series: [
    ...((clean.series ?? []) as readonly WrittenRecord[]),
    { id: 'cafes', name: { fr: 'Cafés du réseau' }, firstEdition: 2020 },
  ],
  events: [
    ...((clean.events ?? []) as readonly WrittenRecord[]),
    event('salon-2022', '8e salon des solidarités', '2022-06-16', {
      ...{ series: 'salon', edition: 8, attendance: count(260, 'people') },
      ...SALON,
    }),
    event('salon-eau', 'Table ronde sur l’eau', '2023-06-15', { partOf: 'salon', themes: ['eau'], ...SALON }),
    event('salon-energie', 'Atelier sur l’énergie', '2023-06-15', { partOf: 'salon', themes: ['energie'], ...SALON }),
    event('cafe-mai', 'Café du réseau de mai', '2023-05-09', {
      ...{ series: 'cafes', place: 'Saint-Aubert', territories: ['commune-77002'], organisers: ['cafe'] },
      ...{ startsAt: '2023-05-09T18:00:00+02:00', endsAt: '2023-05-09T20:00:00+02:00' },
      ...{ attendance: count(34, 'people'), url: 'https://valdor.example/cafe-mai' },
    }),
    event('visite', 'Visite de la scierie', '2023-10-19', { status: 'cancelled', place: 'Rochelonde' }),
    event('permanence', 'Permanence des métiers', '2024-02-19', {
      ...{ status: 'planned', recurrence: { frequency: 'weekly', until: '2024-12-30', exceptions: ['2024-12-23'] } },
    }),
    event('ateliers-printemps', 'Ateliers de printemps', '2023-04', { count: 5, territories: ['departement-77'] }),
    event('rencontre', 'Rencontre des métiers', '2024-04-18', { status: 'planned', place: 'Montval' }),
  ],
  programmes: [
    {
      id: 'dla',
      name: { fr: 'Appui aux structures' },
      kind: 'support',
      period: '2022/2024',
      territories: ['departement-77'],
    },
    { id: 'ecole', name: { fr: 'Le réseau à l’école' }, kind: 'education', period: '2022-09/2024-08' },
    { id: 'transition', name: { fr: 'Transition des lieux' }, kind: 'support', period: '2023' },
  ],
  projects: [
    project('lycee-montval', '2022-SY', 0, 'lycee'),
    project('college-aubert', '2022-SY', 1, 'college'),
    project('college-rochelonde', '2022-SY', 3, 'college'),
  ],
  channels: [
    ...((clean.channels ?? []) as readonly WrittenRecord[]),
    { id: 'reseau-social', label: { fr: 'Page du réseau' }, kind: 'social' },
  ],
  audiences: [
    ...((clean.audiences ?? []) as readonly WrittenRecord[]),
    followers('reseau-social', 2022, 1210),
    followers('reseau-social', 2023, 1385, 175),
  ],
  publications: [
    publication('guide-eau', 'Guide de l’eau', '2023-02', 'eau', 'pdf'),
    publication('fiche-energie', 'Fiche énergie', '2023-05-30', 'energie', 'fiche'),
    publication('cahier-metiers', 'Cahier des métiers', '2023-11', 'energie', 'pdf'),
    publication('guide-lieux', 'Guide des lieux', '2022-06', 'eau', 'pdf'),
  ],
  prizes: [
    {
      ...{ id: 'prix/2022', name: { fr: 'Prix du Valdor' }, edition: 4, laureate: 'fournil', date: '2022-06-16' },
      ...{ amount: count(1500, 'euros'), source: source('B', 9) },
    },
    {
      ...{ id: 'prix/2023', name: { fr: 'Prix du Valdor' }, edition: 5, laureate: 'theatre', date: '2023-06-15' },
      ...{ amount: count(1500, 'euros'), source: source('B', 9) },
    },
  ],
  missions: [
    mission('appui-jardins', 'jardins', '2023-02'),
    mission('appui-cafe', 'cafe', '2023-04'),
    mission('appui-scierie', 'scierie', '2023-06'),
    mission('appui-taxis', 'taxis', '2023-10', 'ongoing'),
    mission('appui-radio', 'radio', '2022-11'),
  ],
  jobs: [
    ['permanent', 90],
    ['fixed-term', 30],
  ].map(([contract, value]) => ({
    ...{ id: `dla/${contract}`, programme: 'dla', period: '2023', contract, jobs: count(Number(value), 'jobs') },
    source: source('C', 12),
  })),
  calls: [{ id: 'appel-2023', name: { fr: 'Appel des lieux' }, owner: 'conseil-regional', period: '2023' }],
  applications: [
    application('appel/cafe', 'cafe', 'selected'),
    application('appel/refuge', 'refuge', 'selected'),
    application('appel/maison', 'maison', 'rejected'),
    application('appel/radio', 'radio', 'rejected'),
    application('appel/epicerie', 'epicerie', 'pending'),
  ],
  participations: [
    { id: 'salon/jardins', organisation: 'jardins', of: 'salon', role: 'exhibitor', period: '2023-06-15' },
    { id: 'salon/scierie', organisation: 'scierie', of: 'salon', role: 'exhibitor', period: '2023-06-15' },
    { id: 'transition/cafe', organisation: 'cafe', of: 'transition', role: 'supported', period: '2023' },
    { id: 'transition/taxis', organisation: 'taxis', of: 'transition', role: 'supported', period: '2023-03' },
    { id: 'ecole/ludotheque', organisation: 'ludotheque', of: 'ecole', role: 'partner', period: '2023-SY' },
  ],
  movements: [
    movement('arrivee-2022', 'in', 3, '2022', 'permanent'),
    movement('depart-2022', 'out', 2, '2022', 'fixed-term'),
    movement('arrivee-2023-cdi', 'in', 3, '2023', 'permanent'),
    movement('arrivee-2023-cdd', 'in', 1, '2023', 'fixed-term'),
    movement('depart-2023', 'out', 2, '2023', 'fixed-term'),
  ],
  filings: [
    { id: 'fonds-1', fund: { fr: 'Fonds européen' }, stage: 'application', period: '2023-02', year: '2023' },
    { id: 'fonds-2', fund: { fr: 'Fonds européen' }, stage: 'advance', period: '2023-06', year: '2023' },
    { id: 'fonds-3', fund: { fr: 'Fonds européen' }, stage: 'balance', period: '2023-11', year: '2022' },
  ],
  categories: [
    ...((clean.categories ?? []) as readonly WrittenRecord[]),
    ...category('attendance', 'present', 'excused-represented', 'absent'),
    ...category('format', 'pdf', 'fiche'),
    ...category('establishment', 'lycee', 'college'),
    ...category('programme-kind', 'support', 'education'),
    ...category('contract', 'permanent', 'fixed-term'),
    ...category('direction', 'in', 'out'),
    ...category('result', 'selected', 'rejected', 'pending'),
    ...category('stage', 'application', 'advance', 'balance'),
    ...category('exit-reason', 'lapse', 'dissolution', 'withdrawal'),
    ...category('mode', 'individual', 'collective'),
  ] as readonly WrittenRecord[],
  observations: observations as readonly WrittenRecord[],
};

const whole = (period: string, where?: string) => ({ period, ...(where ? { where } : {}), complete: true });

/** The data set of the region as it is written. */
export const written: WrittenDataset = {
  manifest: {
    format: 'ess-dataset/1',
    id: 'valdor',
    title: { fr: 'Réseau du Valdor' },
    publisher: { name: 'Réseau du Valdor' },
    licence: { name: 'Licence ouverte', href: 'https://licence.example/' },
    language: 'fr',
    updated: '2024-02-15',
    network: 'valdor',
    periods: ['2022', '2023'],
    documents: { bilan: { title: { fr: 'Bilan 2023' }, date: '2024-02-15' } },
    coverage: {
      memberships: [whole('2022/2023')],
      meetings: [whole('2022/2023')],
      seats: [whole('2022/2023')],
      movements: [whole('2022/2023')],
      missions: [whole('2022/2023')],
      jobs: [whole('2023')],
      publications: [whole('2022/2023')],
      applications: [whole('2023', 'call=appel-2023')],
      projects: [whole('2022-SY')],
      filings: [whole('2023')],
      prizes: [whole('2022/2023')],
    },
  },
  collections,
};

const report = reportOf([section('A'), section('B'), section('C')], { document: 'bilan', period: '2023' });
const need = Object.keys(collectionSchemas) as CollectionName[];
const SRC = 'https://valdor.example/data.json';
const known = checkCatalogue({ catalogue }, SRC);
/** Those of the catalogue, and the region's own, of which only the names are known. */
const indicators = {
  ...optionsFor(collections).indicators,
  ...Object.fromEntries(known.indicators.map((indicator) => [indicator.id, indicator])),
};

/**
 * Returns the findings on a data set as it is written: those of its reader, of all the rules, and of its report, as the command
 * `check` puts them together.
 */
export async function findingsOn({ manifest, collections: lists }: WrittenDataset): Promise<readonly Finding[]> {
  const text = JSON.stringify({ ...manifest, collections: lists });
  const { dataset: read, issues } = await essDataset.load(
    { src: SRC, need },
    { fetch: () => Promise.resolve(new Response(text)), signal: new AbortController().signal },
  );
  const dataset = { ...read, catalogue };
  // Only a figure that is published can disagree with the records.
  const named = new Set(dataset.collections.observations?.map(({ indicator }) => indicator));
  const published = known.indicators.filter(({ id }) => named.has(id));
  const unread = new Set(
    issues.flatMap(({ rule, severity, where: { collection, id } }) =>
      rule === 'schema' && severity === 'error' && id !== undefined ? [`${collection}/${id}`] : [],
    ),
  );
  const found = runChecks(dataset, {
    communes,
    indicators,
    measures: compareAll(dataset, published).measures,
    unread,
  });
  return [...issues, ...known.findings, ...found, ...unknownSections(report, dataset)];
}
