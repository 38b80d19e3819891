import type { CollectionName } from '@ess-widgets/core/model';
import * as activity from './activity.ts';
import { CATEGORIES, dimensionValues } from './categories.ts';
import { BODIES, makeEvents, makeMeetings, makeSeats, makeTallies, SERIES } from './events.ts';
import { COLLEGES, makeMemberships, NETWORK, NETWORKS } from './memberships.ts';
import { makeObservations } from './observations.ts';
import { makeOrganisations } from './organisations.ts';
import { makeRegion } from './places.ts';
import { createRandom } from './random.ts';
import { inProportion, LAST_YEAR, type WrittenCollections } from './written.ts';

/** An invented network as its files hold it. */
interface Network {
  readonly manifest: object;
  readonly collections: WrittenCollections;
}

/** Periods that the data set describes: a school year and a year, as an activity report does. */
const PERIODS = [`${LAST_YEAR - 1}-SY`, String(LAST_YEAR)];

/**
 * Invents a network: as many organisations as asked for, twice as many memberships, half as many events, and the other
 * collections in proportion. The same count and seed give the same network, to the byte.
 */
export function makeNetwork(count: number, seed = 1): Network {
  const random = createRandom(seed);
  const { territories, communes } = makeRegion(random);
  const organisations = makeOrganisations(count, communes, random);
  const memberships = makeMemberships(organisations, random);
  const events = makeEvents(organisations, communes, random);
  const meetings = makeMeetings(count, random);
  const around = { organisations, events, communes, random };
  const movements = activity.makeMovements(around);
  const held = [...events.slice(0, inProportion(count, 5, 10)), ...meetings].filter(({ status }) => status === 'held');
  const collections: WrittenCollections = {
    organisations,
    memberships,
    networks: NETWORKS,
    colleges: COLLEGES,
    territories,
    bodies: BODIES,
    seats: makeSeats(organisations),
    meetings,
    tallies: makeTallies(held, dimensionValues('affiliation'), random),
    votes: activity.makeVotes(around),
    series: SERIES,
    events,
    programmes: activity.makeProgrammes(around),
    projects: activity.makeProjects(around),
    channels: activity.CHANNELS,
    audiences: activity.makeAudiences(around),
    publications: activity.makePublications(around),
    prizes: activity.makePrizes(around),
    missions: activity.makeMissions(around),
    jobs: activity.makeJobs(around),
    calls: activity.CALLS,
    applications: activity.makeApplications(around),
    participations: activity.makeParticipations(around),
    movements,
    filings: activity.makeFilings(around),
    categories: CATEGORIES,
    observations: makeObservations(memberships, movements, random),
  };
  return { manifest: manifestOf(collections), collections };
}

/** Every collection says that it is complete, so that the indicators count it and the checks hold it to that. */
function manifestOf(collections: WrittenCollections): object {
  const entries = Object.entries(collections).map(([name, list]) => [
    name,
    { href: `${name}.json`, count: list.length, hash: name, coverage: [{ complete: true }] },
  ]);
  return {
    format: 'ess-dataset/1',
    id: 'haute-arvenne',
    title: { fr: 'Réseau inventé de Haute-Arvenne', en: 'Invented network of Upper Arvenne' },
    publisher: { name: 'Réseau de Haute-Arvenne' },
    licence: { name: 'CC0' },
    language: 'fr',
    updated: `${LAST_YEAR + 1}-03-05`,
    network: NETWORK,
    periods: PERIODS,
    documents: { 'rapport-2024': { title: { fr: 'Rapport inventé' }, date: `${LAST_YEAR + 1}-03-05` } },
    collections: Object.fromEntries(entries),
  };
}

/** Returns the names of the collections of a network. */
export const networkCollections = ({ collections }: Network): readonly CollectionName[] =>
  Object.keys(collections) as CollectionName[];
