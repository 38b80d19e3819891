import type { CollectionName, CollectionRecords, Observation } from '../../model/index.ts';

/** Record with the properties that it is counted by. `values` has the categories of each dimension that it states. */
export interface Listed {
  readonly id: string;
  readonly date: string | null | undefined;
  readonly status: string;
  readonly weight: number;
  readonly section: string | undefined;
  readonly values: Readonly<Record<string, readonly (string | null | undefined)[]>>;
}

/** Counting rules of a collection, and the dimensions by which its records may be chosen. */
interface Listing<N extends CollectionName> {
  readonly collection: N;
  /** One of these dimensions is enough to know what is counted; otherwise the collection must be complete. */
  readonly chosenBy: readonly string[];
  readonly read: (record: CollectionRecords[N]) => Omit<Listed, 'id' | 'section'>;
}

const listing = <N extends CollectionName>(each: Listing<N>): Listing<N> => each;

const MEETINGS = listing({
  collection: 'meetings',
  chosenBy: ['body'],
  read: (r) => ({ date: r.date, status: r.status, weight: 1, values: { body: [r.body] } }),
});
const EVENTS = listing({
  collection: 'events',
  chosenBy: ['series', 'event'],
  read: (r) => ({
    date: r.date,
    status: r.status,
    weight: r.count,
    values: { series: [r.series], theme: r.themes, event: [r.id], commune: r.territories, departement: r.territories },
  }),
});
const PROJECTS = listing({
  collection: 'projects',
  chosenBy: ['programme'],
  read: (r) => ({
    date: r.period,
    status: r.status,
    weight: 1,
    values: { programme: [r.programme], establishment: [r.establishment], commune: r.territories },
  }),
});
const PUBLICATIONS = listing({
  collection: 'publications',
  chosenBy: [],
  read: (r) => ({ date: r.date, status: 'held', weight: 1, values: { theme: [r.theme], format: [r.format] } }),
});
const MISSIONS = listing({
  collection: 'missions',
  chosenBy: ['programme'],
  read: (r) => ({
    date: r.period,
    status: r.status,
    weight: 1,
    values: { programme: [r.programme], mode: [r.mode], lot: [r.lot], status: [r.status] },
  }),
});
const APPLICATIONS = listing({
  collection: 'applications',
  chosenBy: ['call'],
  read: (r) => ({
    date: r.period,
    status: 'held',
    weight: 1,
    values: { call: [r.call], result: [r.result], territory: r.territories },
  }),
});
const FILINGS = listing({
  collection: 'filings',
  chosenBy: ['stage'],
  read: (r) => ({ date: r.period, status: 'held', weight: 1, values: { stage: [r.stage] } }),
});
const MOVEMENTS = listing({
  collection: 'movements',
  chosenBy: ['direction'],
  read: (r) => ({
    date: r.period,
    status: 'held',
    weight: r.count.value ?? Number.NaN,
    values: { direction: [r.direction], contract: [r.contract], reason: [r.reason] },
  }),
});
const PRIZES = listing({
  collection: 'prizes',
  chosenBy: [],
  read: (r) => ({ date: r.date, status: 'held', weight: 1, values: {} }),
});
/** A period that has no end, or no beginning, is as long as years have four digits. */
const [FIRST, LAST] = ['0001', '9999'];

const JOINED = listing({
  collection: 'memberships',
  chosenBy: [],
  read: (r) => ({ date: r.start, status: 'held', weight: 1, values: { college: [r.college], network: [r.network] } }),
});
const LEFT = listing({
  collection: 'memberships',
  chosenBy: [],
  read: (r) => ({
    date: r.end,
    status: 'held',
    weight: 1,
    values: { college: [r.college], network: [r.network], 'exit-reason': [r.exitReason] },
  }),
});

/** Members of a network now: their list says from when to when, and seldom whether it is complete. */
const MEMBERS = listing({
  collection: 'memberships',
  chosenBy: ['network'],
  read: (r) => ({
    date: r.start || r.end ? `${r.start ?? FIRST}/${r.end ?? LAST}` : null,
    status: 'held',
    weight: 1,
    values: { college: [r.college], network: [r.network] },
  }),
});

const BY_UNIT = {
  meetings: MEETINGS,
  events: EVENTS,
  webinars: EVENTS,
  projects: PROJECTS,
  publications: PUBLICATIONS,
  missions: MISSIONS,
  applications: APPLICATIONS,
  filings: FILINGS,
  prizes: PRIZES,
} as const;

/** A listing whose records are read for one observation. */
export interface AnyListing {
  readonly collection: CollectionName;
  readonly chosenBy: readonly string[];
  /** Part of the collection that the coverage must speak of: `flow=joined`. */
  readonly flow?: 'joined' | 'left';
  readonly read: (record: never) => Omit<Listed, 'id' | 'section'>;
}

/**
 * Returns the list that an observation counts, by its unit and by the last word of its indicator; undefined where it
 * counts nothing that is listed.
 * @param programme kind of the programme that it is about: the courses of a training are its projects, counted as
 * events
 */
export function listingOf({ indicator, quantity }: Observation, programme?: string | null): AnyListing | undefined {
  const name = indicator ?? '';
  if (quantity.unit === 'members') {
    if (/-(joined|entries|arrivals)$/.test(name)) return { ...JOINED, flow: 'joined' };
    if (/-(left|exits|departures)$/.test(name)) return { ...LEFT, flow: 'left' };
    return undefined;
  }
  if (/-movements$/.test(name)) return MOVEMENTS;
  if (quantity.unit === 'organisations' && /-members$/.test(name)) return MEMBERS;
  if (programme === 'training' && quantity.unit === 'events') return PROJECTS;
  if (!indicator) return undefined;
  // Expected by a rule ("every month"), not counted.
  if (/-expected$/.test(name)) return undefined;
  return Object.hasOwn(BY_UNIT, quantity.unit) ? BY_UNIT[quantity.unit as keyof typeof BY_UNIT] : undefined;
}
