/** The editions of a series, as the digest of the events tells them. */
import type { SeriesDigest } from '../model/events-digest.ts';
import { type Period, parsePeriod } from '../model/period.ts';

/** A number up to here is that of an edition, beyond it is a year. */
const FIRST_YEAR = 1000;

/** The year of an edition, asked for by its year (`2024`) or its number (`17`); null where there is none. */
export function yearOfEdition({ editions }: SeriesDigest, asked: string): Period | null {
  const isYear = Number(asked) >= FIRST_YEAR;
  return editions.find(({ year, number }) => (isYear ? year : String(number)) === asked)?.year ?? null;
}

/** Years and numbers by which the editions of a series can be asked for. */
export const namesOfEditions = ({ editions }: SeriesDigest): readonly string[] => [
  ...new Set([
    ...editions.map(({ year }) => year),
    ...editions.flatMap(({ number }) => (number ? [String(number)] : [])),
  ]),
];

/** The year of the edition before that of a year; undefined where there is none. */
export function editionBefore({ editions }: SeriesDigest, period: Period): Period | undefined {
  if (parsePeriod(period)?.kind !== 'year') return undefined;
  return editions.filter(({ year }) => year < period).at(-1)?.year;
}
