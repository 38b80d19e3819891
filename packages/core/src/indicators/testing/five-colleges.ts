/** An imaginary region with five collèges, for the tests of the contract of all indicators and for the golden measures. */
import { type CollectionName, collectionSchemas } from '../../model/index.ts';
import { makeDataset, observation } from '../../model/testing.ts';
import { indicators } from '../../testing/bretagne.ts';

export const PERIODS = ['2023-SY', '2024'];
export const names = Object.keys(collectionSchemas) as CollectionName[];

/** Five of them: nothing in an indicator depends on those of one region. */
const colleges = ['a', 'b', 'c', 'd', 'e'].map((id, at) => ({
  id,
  network: 'net',
  label: { fr: `Collège ${id}` },
  order: at + 1,
}));
const territories = [
  { id: 'departement-01', kind: 'departement', name: { fr: 'Un' }, parents: ['region-99'] },
  { id: 'departement-02', kind: 'departement', name: { fr: 'Deux' }, parents: ['region-99'] },
  { id: 'commune-01001', kind: 'commune', name: { fr: 'Amont' }, parents: ['departement-01'] },
  { id: 'commune-02002', kind: 'commune', name: { fr: 'Aval' }, parents: ['departement-02'] },
];
const organisations = ['o1', 'o2', 'o3', 'o4'].map((id, at) => ({
  id,
  name: id,
  territories: [at < 3 ? 'commune-01001' : 'commune-02002'],
}));
const membership = (n: number, college: string, start: string | null, end: string | null = null) => ({
  id: `m${n}`,
  organisation: `o${n}`,
  network: 'net',
  college,
  start,
  end,
  ...(end ? { exitReason: 'lapse' } : {}),
});
/** Returns a published figure whose unit comes before its other fields. */
export const stated = (id: string, value: number, unit: string, extra: object = {}) =>
  observation(id, value, { unit, ...extra });
const percents = (part: string, value: number) => ({
  ...stated('governance-attendance', value, 'percent', { dimensions: { attendance: part } }),
  quantity: { value, op: '=', unit: 'percent', base: 'seats' },
});
/** Figures that no record carries: what an indicator that is only published lives on. */
const WHOLES: Readonly<Record<string, readonly string[]>> = {
  'certification-certified': ['certification-candidates'],
  'month-member-organisers': ['month-organisers', 'members-stock'],
  'webinars-cancelled': ['webinars-planned'],
};
const published = [
  ...indicators.filter((i) => !i.value && !i.parts).map((i) => stated(i.id, 12, i.unit, { of: WHOLES[i.id] })),
  stated('prize-amount', 12, 'euros'),
  stated('month-national-share', 12, 'percent'),
  stated('steering-attendance', 30, 'people', { period: '2024-04-11' }),
  stated('steering-attendance', 12, 'people', { period: '2024-04-11', dimensions: { gender: 'men' } }),
  stated('steering-attendance', 30, 'people', { period: '2024-04-11', dimensions: { affiliation: 'public' } }),
  stated('survey-response-rate', 60, 'percent', { dimensions: { survey: 'flash' } }),
  stated('tee-supported', 5, 'organisations', { dimensions: { territory: 'commune-01001' } }),
  stated('training-reach', 4, 'organisations', { dimensions: { 'network-kind': 'hub' } }),
  stated('staff-headcount', 3, 'people', { dimensions: { kind: 'shared' } }),
  stated('territory-coverage', 2, 'territories', { dimensions: { kind: 'new' } }),
  stated('staff-movements', 2, 'people', { dimensions: { contract: 'permanent' } }),
  stated('interviews-count', 10, 'interviews', { dimensions: { programme: 'tee' } }),
  stated('participation-organisations', 7, 'organisations', {
    dimensions: { programme: 'tee' },
    of: 'interviews-count programme=tee',
  }),
  ...['a', 'b'].flatMap((part) => [
    stated('training-departures', 14, 'departures', { dimensions: { kind: part } }),
    stated('internships', 2, 'internships', { dimensions: { kind: part } }),
    stated('research-projects', 4, 'projects', { dimensions: { call: part } }),
  ]),
  // A part of each dimension that is only published.
  ...indicators
    .filter((i) => !i.value && !i.parts)
    .flatMap((i) => i.dimensions.map((d) => stated(i.id, 8, i.unit, { dimensions: { [d.id]: 'some' } }))),
  stated('webinar-audience', 60, 'percent', { dimensions: { affiliation: 'public' } }),
  percents('present', 70),
  percents('excused-represented', 20),
];
const region = {
  networks: [{ id: 'net', name: { fr: 'Réseau' } }],
  colleges,
  territories,
  organisations,
  memberships: [
    membership(1, 'a', '2020'),
    membership(2, 'b', '2024-03'),
    membership(3, 'e', '2021', '2024-05'),
    membership(4, 'c', '2019'),
  ],
  bodies: [{ id: 'board', name: { fr: 'Conseil' }, kind: 'governance' }],
  meetings: [1, 2, 3].map((n) => ({
    id: `meeting-${n}`,
    body: 'board',
    date: `2024-0${n}-10`,
    status: n === 3 ? 'cancelled' : 'held',
    themes: n === 1 ? ['water', 'wood'] : [],
  })),
  tallies: [
    { id: 'tally-1', of: 'webinar-1', total: { value: 10, op: '=', unit: 'people' } },
    {
      id: 'tally-2',
      of: 'fair',
      total: { value: 10, op: '=', unit: 'people' },
      by: {
        gender: { women: { value: 5, op: '=', unit: 'people' }, men: { value: 4, op: '=', unit: 'people' } },
        affiliation: { public: { value: 6, op: '=', unit: 'people' }, ess: { value: 3, op: '=', unit: 'people' } },
      },
    },
  ],
  votes: [
    {
      id: 'vote-1',
      subject: { fr: 'Statuts' },
      date: '2024-06-01',
      for: { value: 18, op: '=', unit: 'votes' },
      eligible: { value: 20, op: '=', unit: 'votes' },
      threshold: 0.8,
    },
  ],
  seats: [
    { id: 'se1', body: 'board', organisation: 'o1', role: 'chair', period: '2024' },
    { id: 'se2', body: 'board', college: 'a', role: 'member', count: 4, period: '2023/2025' },
    { id: 'se3', body: 'council', organisation: 'o2', role: 'member', period: '2023' },
  ],
  prizes: [
    {
      id: 'pr1',
      name: { fr: 'Prix' },
      edition: 2,
      laureate: 'o1',
      date: '2024-11',
      amount: { value: 12, op: '=', unit: 'euros' },
    },
    { id: 'pr2', name: { fr: 'Mention' }, laureate: 'o2', date: '2024-11' },
  ],
  series: [{ id: 'webinaires-collectivites', name: { fr: 'Webinaires' } }],
  events: [
    {
      id: 'webinar-1',
      title: { fr: 'Un' },
      date: '2024-02-01',
      status: 'held',
      series: 'webinaires-collectivites',
      online: true,
    },
    {
      id: 'fair',
      title: { fr: 'Foire' },
      date: '2024-05-02',
      status: 'held',
      territories: ['commune-01001'],
      count: 3,
    },
    { id: 'next', title: { fr: 'Suite' }, date: '2024-11-02', status: 'planned', territories: ['commune-02002'] },
  ],
  programmes: [
    { id: 'school', name: { fr: 'École' } },
    { id: 'dla', name: { fr: 'Accompagnement' }, territories: ['departement-01', 'departement-02'] },
    { id: 'tee', name: { fr: 'Transition' } },
  ],
  missions: [
    {
      id: 's1',
      programme: 'dla',
      mode: 'individual',
      organisations: ['o1'],
      period: '2023/2024',
      status: 'held',
      lot: 'x',
      territories: ['commune-01001'],
    },
    {
      id: 's2',
      programme: 'dla',
      mode: 'collective',
      organisations: ['o1', 'o2'],
      period: '2024',
      status: 'ongoing',
      lot: 'y',
      territories: ['commune-02002'],
    },
  ],
  jobs: ['permanent', 'fixed-term'].map((contract, at) => ({
    id: contract,
    programme: 'dla',
    period: '2024',
    contract,
    lot: 'x',
    mode: 'individual',
    territory: 'departement-01',
    jobs: { value: 30 - 10 * at, op: '=', unit: 'jobs' },
  })),
  calls: [{ id: 'call-1', name: { fr: 'Appel' }, period: '2024' }],
  applications: ['selected', 'rejected', 'pending'].map((result) => ({
    id: result,
    call: 'call-1',
    territories: ['commune-01001'],
    result,
  })),
  participations: [
    { id: 'pa1', organisation: 'o1', of: 'fair', role: 'organiser' },
    { id: 'pa2', organisation: 'o2', of: 'tee', role: 'attendee', period: '2024', territories: ['commune-01001'] },
    { id: 'pa5', organisation: 'o3', of: 'tee', role: 'attendee', period: '2024' },
    { id: 'pa3', organisation: 'o4', of: 'tee', role: 'supported', period: '2024-03' },
    { id: 'pa4', organisation: 'o4', of: 'net', role: 'partner', period: '2023/2025' },
  ],
  movements: [
    { id: 'mo1', direction: 'in', contract: 'permanent', period: '2024', count: { value: 2, op: '=', unit: 'people' } },
    { id: 'mo2', direction: 'out', period: '2024', count: { value: 3, op: '=', unit: 'people' } },
  ],
  filings: ['application', 'balance'].map((stage) => ({ id: stage, fund: { fr: 'Fonds' }, stage, period: '2024' })),
  projects: [
    {
      id: 'p1',
      programme: 'school',
      period: '2023-SY',
      status: 'held',
      establishment: 'lycee',
      territories: ['commune-01001'],
    },
    { id: 'p2', programme: 'school', period: '2023-SY', status: 'held', territories: ['commune-02002'] },
  ],
  channels: [{ id: 'chat', label: { fr: 'Chat' }, kind: 'social' }],
  audiences: [
    {
      id: 'chat-2024',
      channel: 'chat',
      date: '2024-12-31',
      followers: { value: 110, op: '=', unit: 'subscribers' },
      change: { value: 10, op: '=', unit: 'subscribers' },
    },
  ],
  publications: [
    { id: 'pub-1', title: { fr: 'Une' }, theme: 'water', format: 'pdf', date: '2024-03' },
    { id: 'pub-2', title: { fr: 'Deux' }, theme: 'wood', date: '2024-04' },
  ],
  categories: [
    { id: 'water', dimension: 'theme', label: { fr: 'Eau' }, order: 1 },
    { id: 'present', dimension: 'attendance', label: { fr: 'présents' }, order: 1 },
  ],
  observations: published,
};
const everything = [{ complete: true }];
/** Every list is whole. */
export const coverage = Object.fromEntries(names.map((name) => [name, everything]));
const counted = (value: number) => ({ population: { value, document: 'census', date: '2023-01-01' } });
/** Inhabitants stand in documents, and are no count of a list. */
const inhabited = [
  { id: 'country-xx', kind: 'country', name: { fr: 'Pays' }, ...counted(9000) },
  ...territories.map((each) => (each.id === 'departement-01' ? { ...each, ...counted(450) } : each)),
];
/** The region with its figures, on lists that are whole. */
export const full = makeDataset({ ...region, territories: inhabited }, { periods: PERIODS, coverage });
const own = { ...region, observations: [] };
/** The region without published figures, on lists that are whole. */
export const recorded = makeDataset(own, { periods: PERIODS, coverage });
/** The region without published figures, on lists that may not be whole. */
export const listed = makeDataset(own, { periods: PERIODS });
