/** The editions of a series, as the digest of the events tells them. */
import { type Period, parsePeriod, type SeriesDigest, type SeriesEdition } from '../model/index.ts';

/** The year of an edition; its days where it goes over New Year. */
export const editionPeriod = ({ year, days }: SeriesEdition): Period => days ?? year;

/**
 * The period of an edition, asked for by its number (`17`) or by its year (`2024`): that in which it began, or where none
 * began, went on. A year in which several began is all of them. Null where there is none.
 */
export function periodOfEdition({ editions }: SeriesDigest, asked: string): Period | null {
  if (parsePeriod(asked)?.kind !== 'year') return first(editions.filter(({ number }) => String(number) === asked));
  const begun = editions.filter(({ year }) => year === asked);
  if (begun.length > 1) return asked;
  return first([...begun, ...editions.filter(({ year, days }) => days && year < asked && asked <= days.slice(11, 15))]);
}

const first = ([edition]: readonly SeriesEdition[]): Period | null => (edition ? editionPeriod(edition) : null);

/** Years and numbers by which the editions of a series can be asked for. */
export const namesOfEditions = ({ editions }: SeriesDigest): readonly string[] => [
  ...new Set([
    ...editions.map(({ year }) => year),
    ...editions.flatMap(({ number }) => (number ? [String(number)] : [])),
  ]),
];

/** The period of the edition before that of a period; undefined where there is none, or that is no edition's. */
export function editionBefore({ editions }: SeriesDigest, period: Period): Period | undefined {
  if (parsePeriod(period)?.kind !== 'year' && !editions.some(({ days }) => days === period)) return undefined;
  const before = editions.filter(({ year }) => year < period.slice(0, 4)).at(-1);
  return before && editionPeriod(before);
}

/** The days of the last edition that is over by the end of a period; undefined where it does not go over New Year. */
export function lastDays({ editions }: SeriesDigest, period: Period): Period | undefined {
  const end = parsePeriod(period)?.last ?? '';
  return editions.filter((edition) => (parsePeriod(editionPeriod(edition))?.last ?? '') <= end).at(-1)?.days;
}
