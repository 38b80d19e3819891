import { agendaKeys } from '@ess-widgets/core/chart';
import { type Dataset, parsePeriod, parseWhere, records } from '@ess-widgets/core/model';
import type { ConfigProblem } from '../internal/measure-controller.ts';

/** The attributes of an agenda that may name what does not exist. */
export interface AgendaAttributes {
  readonly series: string | undefined;
  readonly edition: string | undefined;
  readonly limit: string | undefined;
  readonly where: string | undefined;
}

/**
 * The first mistake of the page's author, or null. A provider's pairs may be meant for the map beside the agenda; only the
 * element's own must concern events.
 * @param period the element's or its provider's
 */
export function agendaMistake(
  dataset: Dataset,
  asked: AgendaAttributes,
  period: string | undefined,
): ConfigProblem | null {
  const { limit, where } = asked;
  if (period && !parsePeriod(period)) return { key: 'configPeriod', params: { period } };
  if (limit && !/^[1-9]\d*$/.test(limit)) return { key: 'configLimit', params: { limit } };
  const key = Object.keys(parseWhere(where)).find((each) => !agendaKeys.includes(each));
  if (key) return { key: 'configEventWhere', params: { key, known: agendaKeys.join(', ') } };
  return unknownSeries(dataset, asked.series) ?? unknownEdition(dataset, asked);
}

function unknownSeries(dataset: Dataset, series: string | undefined): ConfigProblem | null {
  const named = records(dataset, 'events').flatMap((event) => event.series ?? []);
  const known = new Set([...records(dataset, 'series').map(({ id }) => id), ...named]);
  if (!series || known.has(series) || known.size === 0) return null;
  return { key: 'configSeries', params: { series, known: [...known].join(', ') } };
}

/** An edition is known by the year of its events or by its number. */
function unknownEdition(dataset: Dataset, { series, edition }: AgendaAttributes): ConfigProblem | null {
  const events = records(dataset, 'events').filter((event) => !series || event.series === series);
  const years = events.flatMap(({ date, startsAt }) => (date ?? startsAt)?.slice(0, 4) ?? []);
  const numbers = events.flatMap((event) => (event.edition ? [String(event.edition)] : []));
  const known = new Set([...years.sort(), ...numbers]);
  if (!edition || known.has(edition) || known.size === 0) return null;
  return { key: 'configEdition', params: { edition, known: [...known].join(', ') } };
}
