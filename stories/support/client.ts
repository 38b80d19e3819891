/**
 * The client of all stories. Which state an element is in depends on the address of its data, not on who came first, so
 * that a page of stories can show all states at once. Nothing leaves the site: what is not answered here is a file of it.
 */
import {
  type Cache,
  type Client,
  createClient,
  createMemoryCache,
  csv,
  essDataset,
  systemClock,
} from '@ess-widgets/core/data';
import type { CollectionName } from '@ess-widgets/core/model';
import { EVENTS, ODD_EVENTS, SERIES } from './events.ts';

/** Day that the stories live in: that of the data. */
export const TODAY = '2025-03-05';

/** The published data set, beside the stories. */
const READY = new URL('data/manifest.json', document.baseURI).href;
const CATALOGUE = 'catalogue.json';
/** Addresses under a name that cannot exist: they are answered here or not at all. */
const INVENTED = 'https://stories.invalid/';
const LAST_GOOD = `${INVENTED}last-good/manifest.json`;

/** Address of the data for each state. */
export const sources = {
  ready: 'data/manifest.json',
  loading: `${INVENTED}never/manifest.json`,
  empty: `${INVENTED}empty/manifest.json`,
  offline: `${INVENTED}offline/manifest.json`,
  missing: `${INVENTED}missing/manifest.json`,
  page: `${INVENTED}page/manifest.json`,
  lastGood: LAST_GOOD,
  stale: `${INVENTED}stale/manifest.json`,
  behind: `${INVENTED}behind/manifest.json`,
  years: `${INVENTED}years/manifest.json`,
  /** Events of every kind, around the day of the stories. */
  events: `${INVENTED}events/manifest.json`,
  /** A series with all that may be known of it. */
  series: `${INVENTED}series/manifest.json`,
  /** Events that are wrong, odd or out of all bounds. */
  oddEvents: `${INVENTED}odd/manifest.json`,
  crowded: `${INVENTED}crowded/manifest.json`,
} as const;

/** Addresses of outlines: those of the State are made with `ess-geo boundaries`, and are no part of these widgets. */
export const outlines = {
  invented: `${INVENTED}outlines/invented.json`,
  unread: `${INVENTED}outlines/unread.json`,
} as const;

const square = (code: string, west: number) => ({
  type: 'Feature',
  properties: { code, nom: 'Contour inventé' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 48],
        [west + 0.9, 48],
        [west + 0.9, 48.5],
        [west, 48.5],
        [west, 48],
      ],
    ],
  },
});
const OUTLINES = {
  type: 'FeatureCollection',
  attribution: 'Limites : inventées',
  features: [square('29', -4.4), square('22', -3.4)],
};

const NOON = Date.parse(`${TODAY}T12:00:00+01:00`);
const opened = performance.now();
/** Three days earlier while the last good data are fetched, so that they have a date of their own. */
let shift = 0;
/** Until the last good data are held, their server answers. */
let isSeeding = false;

/** Returns the time of the stories: it begins on the day of the data, and passes. */
export const storyTime = (): number => NOON + shift + performance.now() - opened;

export const storyClient: Client = makeClient(createMemoryCache({}));

function makeClient(cache: Cache): Client {
  return createClient({
    sources: [essDataset, csv],
    cache,
    clock: { ...systemClock, now: storyTime },
    base: document.baseURI,
    placer: async (reference, towns) =>
      (await import('../../packages/elements/src/base/placer.ts')).placerOf(storyClient, reference, towns),
    // Nothing times out: a story that loads keeps loading.
    timeout: 2 ** 31 - 1,
    fetch: (url, { signal }) => answer(url, signal),
  });
}

const COLLECTIONS: readonly CollectionName[] = [
  ...(['organisations', 'memberships', 'networks', 'colleges', 'territories', 'series', 'events'] as const),
  ...(['programmes', 'projects', 'categories', 'observations', 'bodies', 'meetings', 'tallies'] as const),
  ...(['votes', 'publications', 'channels', 'audiences', 'missions'] as const),
];
let seeded: Promise<void> | undefined;

/** Fetches the last good data once, as if three days ago; from then on their server is down. */
export function seedLastGood(): Promise<void> {
  seeded ??= seed();
  return seeded;
}

async function seed(): Promise<void> {
  isSeeding = true;
  shift = -3 * 86_400_000;
  try {
    await storyClient.query({ src: LAST_GOOD, need: ['measures', 'catalogue', ...COLLECTIONS] }).ready;
    const excerpts = await storyClient.file(LAST_GOOD, (text) => Object.keys(JSON.parse(text).excerpts));
    for (const file of ['basemap.json', 'report-2024.json', ...excerpts]) {
      await storyClient.file(new URL(file, LAST_GOOD).href, (text) => text);
    }
  } finally {
    shift = 0;
    isSeeding = false;
  }
}

type Answer = (file: string, signal: AbortSignal) => Response | Promise<Response>;

const answers: Readonly<Record<string, Answer>> = {
  never: (_file, signal) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    }),
  empty: () => Response.json(EMPTY),
  years: () => Response.json(years()),
  missing: () => new Response('', { status: 404 }),
  page: () => new Response('<!doctype html><title>Connexion</title>', { headers: { 'content-type': 'text/html' } }),
  stale: (file, signal) =>
    file === 'manifest.json' ? changed(signal, { nextUpdate: '2025-03-01' }) : published(file, signal),
  behind: (file, signal) => (file === 'events.json' ? eventsBehind(signal) : published(file, signal)),
  events: () => Response.json({ ...EMPTY, calendar: 'agenda.ics', collections: { ...EMPTY.collections, ...EVENTS } }),
  series: () =>
    Response.json({
      ...EMPTY,
      documents: { exemple: { title: { fr: 'Rapport d’exemple' } } },
      collections: { ...EMPTY.collections, ...SERIES },
    }),
  odd: () => Response.json({ ...EMPTY, collections: { ...EMPTY.collections, events: ODD_EVENTS } }),
  crowded: (file, signal) => (file === 'organisations.json' ? everywhere(signal) : published(file, signal)),
  outlines: (file) => Response.json(file === 'invented.json' ? OUTLINES : { type: 'FeatureCollection', features: [] }),
  'last-good': (file, signal) => (isSeeding ? published(file, signal) : down()),
};

function down(): never {
  throw new TypeError('Failed to fetch');
}

async function answer(url: string, signal: AbortSignal): Promise<Response> {
  if (!url.startsWith(INVENTED)) return fetch(url, { signal });
  const [state = '', file = ''] = url.slice(INVENTED.length).split('/');
  // Data sets of a single file name this one beside it.
  if (file === CATALOGUE && answers[state]?.length === 0) return published(file, signal);
  return (answers[state] ?? down)(file, signal);
}

/**
 * Returns a file of the published data, as if the address that it was asked under had it: it comes from no other host.
 */
async function published(file: string, signal: AbortSignal): Promise<Response> {
  const { body, status, headers } = await fetch(new URL(file, READY).href, { signal });
  return new Response(body, { status, headers });
}

/** Returns the published manifest with other fields. */
async function changed(signal: AbortSignal, fields: Readonly<Record<string, unknown>>): Promise<Response> {
  const manifest: unknown = await (await published('manifest.json', signal)).json();
  return Response.json({ ...(typeof manifest === 'object' ? manifest : {}), ...fields });
}

/** Returns the published events without those that are planned: nothing lies ahead. */
async function eventsBehind(signal: AbortSignal): Promise<Response> {
  const events = (await (await published('events.json', signal)).json()) as readonly { readonly status: string }[];
  return Response.json(events.filter(({ status }) => status !== 'planned'));
}

/** Returns invented figures of eight years: one unknown, one approximate, one between two values. */
function years(): object {
  const first = 2017;
  const stated = (indicator: string, at: number, quantity: object | null) => {
    if (!quantity) return [];
    const period = String(first + at);
    const source = { document: 'exemple', page: at + 1 };
    return [{ id: `${indicator}/${period}`, indicator, label: { fr: indicator }, period, quantity, source }];
  };
  const number = (value: number | null, op = '=') => (value === null ? null : { value, op, unit: 'members' });
  const between = { min: 5, max: 9, op: 'range', unit: 'members' };
  const [stock, joined, left] = [
    [88, 92, 97, 99, 104, 110, 114, 117].map((n) => number(n)),
    [9, 7, null, 5, 8, 11, 10, 9].map((n, at) => number(n, at === 3 ? '~' : '=')),
    [3, 3, 2, 3, between, 5, 6, 6].map((n) => (typeof n === 'number' ? number(n) : n)),
  ];
  const observations = Array.from({ length: 8 }, (_, at) => [
    ...stated('members-stock', at, stock[at] ?? null),
    ...stated('members-joined', at, joined[at] ?? null),
    ...stated('members-left', at, left[at] ?? null),
  ]).flat();
  return {
    ...EMPTY,
    periods: Array.from({ length: 8 }, (_, at) => String(first + at)),
    documents: { exemple: { title: { fr: 'Exemple' } } },
    collections: { ...EMPTY.collections, observations },
  };
}

/** One organisation in every territory. */
async function everywhere(signal: AbortSignal): Promise<Response> {
  const territories = (await (await published('territories.json', signal)).json()) as readonly {
    readonly id: string;
  }[];
  return Response.json(
    territories.map(({ id }) => ({ id: `en-${id}`, name: `Structure d’exemple (${id})`, territories: [id] })),
  );
}

const EMPTY = {
  format: 'ess-dataset/1',
  id: 'vide',
  title: { fr: 'Données vides' },
  publisher: { name: 'Réseau d’exemple' },
  licence: { name: 'CC0' },
  language: 'fr',
  updated: TODAY,
  network: 'reseau',
  periods: ['2024'],
  catalogue: { href: CATALOGUE, hash: '' },
  collections: {
    organisations: [],
    memberships: [],
    networks: [{ id: 'reseau', name: { fr: 'Réseau d’exemple' } }],
    colleges: [],
    events: [],
    series: [],
    observations: [],
  },
};
