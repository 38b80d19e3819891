import { type Period, period, records, type SupportMission } from '../model/index.ts';
import { type Countable, isOfAskedProgramme, type Selection, select } from './counting.ts';
import type { IndicatorContext } from './indicator.ts';

/** Returns the status of a mission at the end of a period: one completed since then was still under way. */
const statusIn = (m: SupportMission, asked: Period): string =>
  m.status === 'held' && period(m.period).last > period(asked).last ? 'ongoing' : m.status;

/** Returns the category of a mission in a dimension. */
export function categoryOfMission(m: SupportMission, dimension: string, asked: Period): string | undefined {
  if (dimension === 'status') return statusIn(m, asked);
  if (dimension === 'mode') return m.mode;
  return dimension === 'lot' ? (m.lot ?? undefined) : undefined;
}

/** Returns how missions are dated, placed and sorted: those completed or under way in the period, of the programme asked for. */
export const missionsHow = (
  context: IndicatorContext,
  isCounted: (status: string) => boolean,
  programme: string | undefined,
): Countable<SupportMission> => ({
  dateOf: periodOf,
  lasting: true,
  kept: (m) => isCounted(m.status) && (programme === undefined || isOfAskedProgramme(m.programme, programme, context)),
  territoriesOf: (m) => m.territories,
  categoryOf: (m, dimension) =>
    dimension === 'programme' ? m.programme : categoryOfMission(m, dimension, context.period),
});

const periodOf = (m: SupportMission): Period => m.period;

/** Missions of the period. */
export const missionsOf = (
  context: IndicatorContext,
  isCounted: (status: string) => boolean,
  programme: string | undefined,
): Selection<SupportMission> =>
  select(records(context.dataset, 'missions'), context, missionsHow(context, isCounted, programme));
