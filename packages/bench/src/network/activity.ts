import { dimensionValues } from './categories.ts';
import type { InventedCommune } from './places.ts';
import type { Random } from './random.ts';
import { FIRST_YEAR, inProportion, inventedDay, LAST_YEAR, range, SOURCE, type Written } from './written.ts';

/** Records that the smaller collections refer to. */
export interface ReferredRecords {
  readonly organisations: readonly { readonly id: string }[];
  readonly events: readonly { readonly id: string; readonly date?: string | null | undefined }[];
  readonly communes: readonly InventedCommune[];
  readonly random: Random;
}

/** Programmes whose ids the catalogue of indicators knows (`dla`, `tee-…`), and others. */
const PROGRAMME_IDS = ['dla', ...range(4).map((n) => `tee-${n + 1}`), ...range(35).map((n) => `programme-${n + 1}`)];
const LATER = PROGRAMME_IDS.filter((id) => id !== 'dla');

export const makeProgrammes = ({ communes, random }: ReferredRecords): readonly Written<'programmes'>[] =>
  PROGRAMME_IDS.map((id) => ({
    id,
    name: { fr: `Programme ${id}` },
    kind: random.pick(dimensionValues('programme-kind')),
    period: `${FIRST_YEAR}/${LAST_YEAR}`,
    territories: [random.pick(communes).id],
    source: SOURCE,
  }));

const year = (random: Random): number => random.between(FIRST_YEAR, LAST_YEAR);

/** Makes school projects: one a school year and commune. */
export const makeProjects = ({ organisations, communes, random }: ReferredRecords): readonly Written<'projects'>[] =>
  range(inProportion(organisations.length, 20, 10)).map((n) => {
    const { id, name, position } = random.pick(communes);
    return {
      id: `projet-${n}`,
      programme: random.pick(LATER),
      period: `${random.between(FIRST_YEAR, LAST_YEAR - 1)}-SY`,
      status: 'held' as const,
      establishment: random.pick(dimensionValues('establishment')),
      territories: [id],
      position: { ...position, precision: 'commune' as const, territory: id },
      place: name,
      source: SOURCE,
    };
  });

/** Missions of support, one year in two lasting into the next one. */
export const makeMissions = ({ organisations, communes, random }: ReferredRecords): readonly Written<'missions'>[] =>
  range(inProportion(organisations.length, 20, 10)).map((n) => {
    const start = year(random);
    const lasts = random.chance(0.5);
    const isOngoing = lasts && start === LAST_YEAR;
    const isAlone = random.chance(0.7);
    return {
      id: `mission-${n}`,
      programme: 'dla',
      mode: isAlone ? ('individual' as const) : ('collective' as const),
      organisations: range(isAlone ? 1 : 6).map(() => random.pick(organisations).id),
      period: lasts ? `${start}/${start + 1}` : String(start),
      status: isOngoing ? ('ongoing' as const) : ('held' as const),
      lot: random.pick(dimensionValues('lot')),
      territories: [random.pick(communes).id],
      source: SOURCE,
    };
  });

export const makeJobs = ({ organisations, communes, random }: ReferredRecords): readonly Written<'jobs'>[] =>
  range(inProportion(organisations.length, 100, 10)).map((n) => ({
    id: `emplois-${n}`,
    programme: 'dla',
    period: String(year(random)),
    contract: random.pick(dimensionValues('contract')),
    mode: random.pick(dimensionValues('mode')),
    lot: random.pick(dimensionValues('lot')),
    territory: random.pick(communes).id,
    jobs: { value: random.between(1, 90), op: '=' as const, unit: 'jobs' },
    source: SOURCE,
  }));

export const CALLS: readonly Written<'calls'>[] = range(20).map((n) => ({
  id: `appel-${n + 1}`,
  name: { fr: `Appel ${n + 1}` },
}));

export const makeApplications = ({
  organisations,
  communes,
  random,
}: ReferredRecords): readonly Written<'applications'>[] =>
  range(inProportion(organisations.length, 20, 10)).map((n) => ({
    id: `candidature-${n}`,
    call: random.pick(CALLS).id,
    organisation: random.pick(organisations).id,
    period: String(year(random)),
    territories: [random.pick(communes).id],
    result: random.pick(['selected', 'rejected', 'pending'] as const),
    source: SOURCE,
  }));

const ROLES = ['organiser', 'attendee', 'exhibitor', 'laureate', 'partner', 'supported'] as const;

/** Makes as many participations as organisations: in an event, on its day, or in a programme, over a year. */
export const makeParticipations = ({
  organisations,
  events,
  random,
}: ReferredRecords): readonly Written<'participations'>[] =>
  organisations.map((_, n) => {
    const event = random.chance(0.6) ? random.pick(events) : null;
    return {
      id: `participation-${n}`,
      organisation: random.pick(organisations).id,
      of: event?.id ?? random.pick(LATER),
      role: random.pick(ROLES),
      ...(event ? {} : { period: String(year(random)) }),
      source: SOURCE,
    };
  });

export const makePublications = ({ organisations, random }: ReferredRecords): readonly Written<'publications'>[] =>
  range(inProportion(organisations.length, 100, 10)).map((n) => ({
    id: `publication-${n}`,
    title: { fr: `Publication n° ${n + 1}` },
    theme: random.pick(dimensionValues('theme')),
    format: random.pick(dimensionValues('format')),
    date: inventedDay(year(random), random.between(1, 12), random.between(1, 28)),
    source: SOURCE,
  }));

export const makeMovements = ({ organisations, random }: ReferredRecords): readonly Written<'movements'>[] =>
  range(inProportion(organisations.length, 500, 10)).map((n) => ({
    id: `mouvement-${n}`,
    direction: random.pick(['in', 'out'] as const),
    contract: random.pick(dimensionValues('contract')),
    period: String(year(random)),
    count: { value: random.between(1, 5), op: '=' as const, unit: 'people' },
    source: SOURCE,
  }));

export const makeFilings = ({ organisations, random }: ReferredRecords): readonly Written<'filings'>[] =>
  range(inProportion(organisations.length, 500, 10)).map((n) => ({
    id: `dossier-${n}`,
    fund: { fr: 'Fonds de la région' },
    stage: random.pick(['application', 'advance', 'balance'] as const),
    period: String(year(random)),
    source: SOURCE,
  }));

/** Makes a prize a year, each edition to another organisation. */
export const makePrizes = ({ organisations }: ReferredRecords): readonly Written<'prizes'>[] =>
  range(LAST_YEAR - FIRST_YEAR + 1).map((n) => ({
    id: `prix-${FIRST_YEAR + n}`,
    name: { fr: 'Prix du réseau' },
    edition: n + 1,
    laureate: organisations[n]?.id,
    amount: { value: 1000, op: '=' as const, unit: 'euros' },
    date: String(FIRST_YEAR + n),
    source: SOURCE,
  }));

export const CHANNELS: readonly Written<'channels'>[] = range(6).map((n) => ({
  id: `canal-${n + 1}`,
  label: { fr: `Canal ${n + 1}` },
  kind: 'social' as const,
}));

/** Followers of each channel at the end of each year, growing. */
export const makeAudiences = ({ random }: ReferredRecords): readonly Written<'audiences'>[] =>
  CHANNELS.flatMap(({ id: channel }) => {
    let followers = random.between(500, 2000);
    return range(LAST_YEAR - FIRST_YEAR + 1).map((n) => {
      followers += random.between(10, 300);
      const quantity = { value: followers, op: '=' as const, unit: 'subscribers' };
      const date = `${FIRST_YEAR + n}-12-31`;
      return { id: `${channel}/${date}`, channel, date, followers: quantity, source: SOURCE };
    });
  });

const votes = (value: number) => ({ value, op: '=' as const, unit: 'votes' });

export const makeVotes = ({ organisations, random }: ReferredRecords): readonly Written<'votes'>[] =>
  range(inProportion(organisations.length, 1000, 3)).map((n) => {
    const eligible = random.between(40, 120);
    const abstain = random.between(0, 9);
    const against = random.between(0, 9);
    return {
      id: `vote-${n}`,
      subject: { fr: `Délibération n° ${n + 1}` },
      body: 'instance-1',
      date: inventedDay(year(random), random.between(1, 12), random.between(1, 28)),
      for: votes(eligible - abstain - against),
      against: votes(against),
      abstain: votes(abstain),
      eligible: votes(eligible),
      source: SOURCE,
    };
  });
