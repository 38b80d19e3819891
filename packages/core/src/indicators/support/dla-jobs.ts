import { sum } from '../../model/algebra.ts';
import { records } from '../../model/coverage.ts';
import type { JobTally } from '../../model/job-tally.ts';
import { covers, datesIn, groupBy, leaves, listOf, narrowed, toParts } from '../counting.ts';
import { byContract, byLot, byMode } from '../dimensions.ts';
import { type Computed, defineIndicator, type IndicatorContext } from '../indicator.ts';
import { DLA, isOfDla, missionLabels } from '../missions.ts';
import { recorded } from '../recorded.ts';
import { liesIn } from '../territory.ts';

const self = { id: 'dla-jobs', kind: 'flow' } as const;

/**
 * Σ jobs of the organisations supported, by contract: 1 779 + 1 283 + 98. A tally that says no lot is of all lots, so those
 * of one lot are not added to it; likewise for the mode, the territory and the programme. Sections II.4.a, II.4.b.
 */
export const dlaJobs = defineIndicator({
  ...self,
  seedId: 'II.dla.jobs-by-contract',
  unit: 'jobs',
  label: {
    fr: 'Emplois des structures accompagnées',
    br: 'Implijoù ar frammadoù ambrouget',
    en: 'Jobs in the organisations supported',
  },
  definition: {
    fr: 'Emplois des organisations que le DLA a accompagnées pendant la période.',
    en: 'Jobs in the organisations that the local support scheme (DLA) supported during the period.',
  },
  dimensions: [byContract, byLot, byMode],
  needs: ['observations', 'jobs', 'territories', 'categories'],
  filters: ['programme'],
  valueLabels: { mode: missionLabels['mode'] ?? {} },
  value: (context) => total(talliesOf(context), context),
  parts: (context, dimension) => {
    const key = dimension === 'contract' || dimension === 'lot' ? dimension : 'mode';
    const groups = groupBy(talliesOf(context, key), (t) => listOf(t[key]));
    return toParts([...groups].map(([id, list]) => [id, added(list, narrowed(context, key, id))]));
  },
});

type Key = 'programme' | 'contract' | 'lot' | 'mode';

/** What is asked for; failing that, what is said of the whole; failing that, all the parts. */
function wholes(list: readonly JobTally[], key: Key | 'territory'): readonly JobTally[] {
  const isWhole = (t: JobTally): boolean => (key === 'programme' ? t.programme === DLA : !t[key]);
  return list.some(isWhole) ? list.filter(isWhole) : list;
}

/** The tallies whose jobs add up to what is asked for, without counting any twice. `split` is left in its parts. */
function talliesOf(context: IndicatorContext, split?: Key): readonly JobTally[] {
  const { dataset, period, territory, where } = context;
  const isIn = datesIn(period);
  let list: readonly JobTally[] = records(dataset, 'jobs').filter(
    (t) =>
      isOfDla(t, context) &&
      t.jobs.unit === 'jobs' &&
      isIn(t.period) === true &&
      (territory === undefined || liesIn(dataset, listOf(t.territory), territory)),
  );
  for (const key of ['lot', 'mode', 'contract'] as const) list = list.filter((t) => leaves(context, key, t[key]));
  for (const key of ['programme', 'territory', 'lot', 'mode'] as const) {
    const isLeft = key === split || (key === 'territory' ? territory : where[key]) !== undefined;
    if (!isLeft) list = wholes(list, key);
  }
  // By contract the parts are taken before their own total, which they confirm.
  const byContracts = list.filter((t) => t.contract);
  return byContracts.length > 0 ? byContracts : list;
}

function added(list: readonly JobTally[], context: IndicatorContext): Computed | null {
  if (list.length === 0) return null;
  return { quantity: sum(list.map((t) => t.jobs)), complete: covers(context, 'jobs') };
}

/** One tally says what it was published to say; several are added. */
function total(list: readonly JobTally[], context: IndicatorContext): Computed | null {
  return list.length === 1 ? recorded(context, self, list[0]?.jobs) : added(list, context);
}
