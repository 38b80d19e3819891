import {
  agendaFacets,
  agendaOf,
  chooseInAgenda,
  type FacetValues,
  monthOf,
  remembering,
} from '@ess-widgets/core/charts';
import { ancestorOf } from '@ess-widgets/core/indicators';
import { type Dataset, type Event, records } from '@ess-widgets/core/model';
import { readNetwork } from '../files.ts';
import { THEMES } from '../network/categories.ts';
import { LAST_YEAR } from '../network/written.ts';
import type { Bench, BenchFigures } from './bench.ts';
import { timeOf } from './timing.ts';

/** The day of the page: a tenth of the events of the last year lie ahead. */
const TODAY = `${LAST_YEAR + 1}-03-05`;
const MONTH = `${LAST_YEAR}-11`;

/** One frame of a screen, at 60 a second. */
const FRAME = 16;

/** An answer within so many milliseconds seems to come at once. */
const AT_ONCE = 100;

/** Numbers of events that agendas have: a network's, and far more than any page shows. */
const [SOME, MANY] = [1000, 10_000];

/** Returns the reader of the values by which a visitor chooses events. */
function readerOf(dataset: Dataset): (event: Event) => FacetValues {
  return ({ territories, organisers, themes, online }) => ({
    place: territories,
    departement: territories.flatMap((id) => ancestorOf(dataset, [id], 'departement') ?? []),
    organiser: organisers,
    theme: themes,
    mode: [online ? 'online' : 'site'],
  });
}

/** Measures a first choice, from nothing, and another one after it: the events left, and the next possible choices. */
async function choices(dataset: Dataset, events: readonly Event[]): Promise<readonly [first: number, next: number]> {
  const [theme, other] = THEMES;
  const choose = (agenda: ReturnType<typeof agendaOf>, read: (event: Event) => FacetValues, chosen = theme) => {
    const choice = chosen === undefined ? {} : { theme: chosen };
    const { upcoming, past } = chooseInAgenda(agenda, read, choice);
    return upcoming.length + past.length + agendaFacets(agenda, read, choice).length;
  };
  const first = await timeOf(
    () => remembering(readerOf(dataset)),
    (read) => choose(agendaOf(events, { today: TODAY }), read),
  );
  const next = await timeOf(
    () => {
      const prepared = { agenda: agendaOf(events, { today: TODAY }), read: remembering(readerOf(dataset)) };
      choose(prepared.agenda, prepared.read);
      return prepared;
    },
    ({ agenda, read }) => choose(agenda, read, other),
  );
  return [first['cpu ms'], next['cpu ms']];
}

export const agenda: Bench = {
  name: 'agenda',
  what: 'all events sorted into an agenda and laid out by month; a visitor’s first choice and the next one, among 1,000 and 10,000',
  targets: [
    { figure: '1,000 next', most: FRAME },
    { figure: '10,000 next', most: AT_ONCE },
  ],
  measure: async (organisations): Promise<BenchFigures> => {
    const dataset = await readNetwork(Math.max(organisations, 2 * MANY));
    const events = records(dataset, 'events');
    const time = await timeOf(
      () => events,
      (list) => {
        const { upcoming, past } = agendaOf(list, { today: TODAY });
        return monthOf([...upcoming, ...past], MONTH);
      },
    );
    const [first, next] = await choices(dataset, events.slice(0, SOME));
    const [firstOfMany, nextOfMany] = await choices(dataset, events.slice(0, MANY));
    return {
      ...time,
      events: events.length,
      '1,000 first': first,
      '1,000 next': next,
      '10,000 first': firstOfMany,
      '10,000 next': nextOfMany,
    };
  },
};
