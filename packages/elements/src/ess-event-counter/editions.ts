import { type Event, type Period, parsePeriod, periodsOverlap } from '@ess-widgets/core/model';

const ofSeries = (events: readonly Event[], series: string): readonly Event[] =>
  events.filter((event) => event.series === series);

/** A number up to here is that of an edition, beyond it is a year. */
const FIRST_YEAR = 1000;

/**
 * The year of an edition of a series, from its year (`2024`) or its number (`17`); null when no event of the data set
 * belongs to it.
 */
export function periodOfEdition(events: readonly Event[], series: string, edition: string): Period | null {
  const asked = Number(edition);
  if (!Number.isInteger(asked) || asked < 1) return null;
  const own = ofSeries(events, series);
  if (asked >= FIRST_YEAR) {
    const year = parsePeriod(edition) ? edition : null;
    return year && own.some(({ date }) => date && periodsOverlap(date, year)) ? year : null;
  }
  const found = own.find((event) => event.edition === asked && event.date);
  return found?.date ? found.date.slice(0, 4) : null;
}

/** Years and numbers by which the editions of a series can be asked for. */
export function editionsOf(events: readonly Event[], series: string): readonly string[] {
  const named = ofSeries(events, series).flatMap(({ date, edition }) => [
    ...(date ? [date.slice(0, 4)] : []),
    ...(edition ? [String(edition)] : []),
  ]);
  return [...new Set(named)];
}

/** The one territory that all events of a series in a period name, if there is one. */
export function placeOfEdition(events: readonly Event[], series: string, period: Period): string | undefined {
  const held = ofSeries(events, series).filter(({ date }) => date && periodsOverlap(date, period));
  const [place, ...others] = new Set(held.flatMap(({ territories }) => territories));
  return others.length ? undefined : place;
}
