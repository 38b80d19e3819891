import type { CollectionName, CollectionRecords } from '@ess-widgets/core/model';

/** Records of a collection as a file holds them: what a schema fills in may be left out. */
export type Written<N extends CollectionName> = Partial<CollectionRecords[N]> & { readonly id: string };

/** Records of every collection. */
export type WrittenCollections = { readonly [N in CollectionName]: readonly Written<N>[] };

/** The document that everything is invented to come from. */
export const SOURCE = { document: 'rapport-2024', section: 'I.1', page: 4 } as const;

/** Years that the records are spread over, first and last. */
export const FIRST_YEAR = 2015;
export const LAST_YEAR = 2024;

/** Returns the numbers from 0 to `n`, `n` excluded. */
export const range = (n: number): readonly number[] => [...new Array<number>(n).keys()];

const two = (n: number): string => String(n).padStart(2, '0');

/** Returns a day as `YYYY-MM-DD`; no month is longer than 28 days here, so that any of them exists. */
export const inventedDay = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`;

/** Returns the number of records that a smaller collection has in a network of that size. */
export const inProportion = (organisations: number, one: number, least = 1): number =>
  Math.max(least, Math.round(organisations / one));
