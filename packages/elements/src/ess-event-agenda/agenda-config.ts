/** Checks of the attributes of an agenda. */

import { type Dataset, records } from '@ess-widgets/core/model';
import { dom } from '../base/dom.ts';
import type { ConfigProblem } from '../base/measure-controller.ts';
import { webcalOf } from './webcal.ts';

/** The attributes that may name what does not exist. */
interface AgendaAttributes {
  readonly series: string | undefined;
  readonly edition: string | undefined;
  readonly limit: string | undefined;
  readonly calendar: string | undefined;
}

/** Returns the first mistake of the page's author, or null. */
export function agendaMistake(dataset: Dataset, asked: AgendaAttributes): ConfigProblem | null {
  const { limit, calendar } = asked;
  if (calendar && !webcalOf(calendar, dom.baseURI)) return { key: 'configCalendar', params: { calendar } };
  if (limit && !/^[1-9]\d*$/.test(limit)) return { key: 'configLimit', params: { limit } };
  return unknownSeries(dataset, asked.series) ?? unknownEdition(dataset, asked);
}

function unknownSeries(dataset: Dataset, series: string | undefined): ConfigProblem | null {
  const named = records(dataset, 'events').flatMap((event) => event.series ?? []);
  const known = new Set([...records(dataset, 'series').map(({ id }) => id), ...named]);
  if (!series || known.has(series) || known.size === 0) return null;
  return { key: 'configSeries', params: { series, known: [...known].join(', ') } };
}

/** Returns the problem of an unknown edition. An edition is known by the year of its events or by its number. */
function unknownEdition(dataset: Dataset, { series, edition }: AgendaAttributes): ConfigProblem | null {
  const events = records(dataset, 'events').filter((event) => !series || event.series === series);
  const years = events.flatMap(({ date, startsAt, endsAt }) => (date ?? startsAt ?? endsAt)?.slice(0, 4) ?? []);
  const numbers = events.flatMap((event) => (event.edition ? [String(event.edition)] : []));
  const known = new Set([...years.sort(), ...numbers]);
  if (!edition || known.has(edition) || known.size === 0) return null;
  return { key: 'configEdition', params: { edition, known: [...known].join(', ') } };
}
