import type { Event } from '../../model/index.ts';
import type { Agenda, AgendaItem } from './agenda.ts';

/** Facets by which a visitor may choose events. */
const facetKeys = ['place', 'departement', 'organiser', 'theme', 'mode'] as const;
export type FacetKey = (typeof facetKeys)[number];

/** The values of an event, by facet. */
export type FacetValues = Readonly<Record<FacetKey, readonly string[]>>;
/** Choices of the visitor: one value of a facet, or none. */
export type FacetChoice = Readonly<Partial<Record<FacetKey, string>>>;

interface FacetOption {
  readonly value: string;
  /** Number of events that choosing it would leave, with the other choices kept. */
  readonly count: number;
}

export interface Facet {
  readonly key: FacetKey;
  readonly chosen: string | undefined;
  /** Options that would leave at least one event, and the chosen one. */
  readonly options: readonly FacetOption[];
}

export type Reader = (event: Event) => FacetValues;
type Part = Pick<Agenda, 'upcoming' | 'unconfirmed' | 'past' | 'apart'>;

/** A reader that reads each event once: every choice asks again for all of them. */
export function remembering(read: Reader): Reader {
  const known = new WeakMap<Event, FacetValues>();
  return (event) => {
    const before = known.get(event);
    if (before) return before;
    const values = read(event);
    known.set(event, values);
    return values;
  };
}

/** Returns the part of an agenda that the visitor's choices leave. */
export function chooseInAgenda<T extends Part>(agenda: T, read: Reader, choice: FacetChoice): T {
  const pairs = pairsOf(choice);
  if (pairs.length === 0) return agenda;
  const kept = (items: readonly AgendaItem[]) => items.filter(({ event }) => has(read(event), pairs));
  return {
    ...agenda,
    upcoming: kept(agenda.upcoming),
    unconfirmed: kept(agenda.unconfirmed),
    past: kept(agenda.past),
    apart: kept(agenda.apart),
  };
}

/** The facets that leave a choice: those with a value that not every event has. A value counts what it would leave. */
export function agendaFacets(
  { upcoming, unconfirmed, past }: Part,
  read: Reader,
  choice: FacetChoice,
): readonly Facet[] {
  const all = [...upcoming, ...unconfirmed, ...past].map(({ event }) => read(event));
  return facetKeys.flatMap((key) => {
    const chosen = choice[key];
    const partial = all.some((values) => values[key].join() !== all[0]?.[key].join());
    if (!partial && chosen === undefined) return [];
    const others = pairsOf(choice).filter(([other]) => other !== key);
    const counts = new Map<string, number>(chosen === undefined ? [] : [[chosen, 0]]);
    for (const values of all) {
      if (!has(values, others)) continue;
      for (const value of values[key]) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [{ key, chosen, options: [...counts].map(([value, count]) => ({ value, count })) }];
  });
}

type Pairs = readonly (readonly [FacetKey, string])[];

const pairsOf = (choice: FacetChoice): Pairs =>
  facetKeys.flatMap((key) => {
    const value = choice[key];
    return value === undefined ? [] : [[key, value] as const];
  });

const has = (values: FacetValues, pairs: Pairs): boolean => pairs.every(([key, value]) => values[key].includes(value));
