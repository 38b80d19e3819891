/** The numbers of a counter that counts what the agenda does, from today. */
import { type Dataset, expandEvents, records } from '../../model/index.ts';
import { type AgendaRequest, agendaOf } from '../agenda/agenda.ts';
import { tallyOf } from '../agenda/tally.ts';
import { STANDINGS } from '../standing.ts';

/** Returns the numbers that such a counter says, each with the key of its words; none where there is no event. */
export function countedFromToday(dataset: Dataset, request: AgendaRequest) {
  const { upcoming, unconfirmed, past } = agendaOf(expandEvents(records(dataset, 'events'), request), request);
  const tally = tallyOf([...upcoming, ...unconfirmed, ...past]);
  return STANDINGS.map((kind) => ({ key: `counterTally_${kind}` as const, n: tally[kind] })).filter(({ n }) => n > 0);
}
