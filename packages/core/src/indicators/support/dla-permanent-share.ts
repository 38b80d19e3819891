import { share } from '../../model/algebra.ts';
import { narrowed } from '../counting.ts';
import { derived, measureOf, pairParts, partsOf } from '../derive.ts';
import { byLot, byMode } from '../dimensions.ts';
import { defineIndicator, type IndicatorContext } from '../indicator.ts';
import { missionLabels } from '../missions.ts';
import { dlaJobs } from './dla-jobs.ts';

/** Jobs with a permanent contract / jobs, in the organisations supported. As partial as the jobs are. Sections II.4.a, II.4.b. */
export const dlaPermanentShare = defineIndicator({
  id: 'dla-permanent-share',
  kind: 'rate',
  unit: 'percent',
  label: { fr: 'Part des emplois en CDI', br: 'Lodenn an implijoù didermen', en: 'Share of permanent jobs' },
  definition: {
    fr: 'Part des contrats à durée indéterminée parmi les emplois des organisations accompagnées par le DLA.',
    en: 'Share of permanent contracts among the jobs of the organisations supported by the DLA.',
  },
  dimensions: [byLot, byMode],
  needs: ['observations', 'jobs', 'territories', 'categories'],
  filters: ['programme'],
  valueLabels: { mode: missionLabels['mode'] ?? {} },
  value: (context) => {
    const [some, all] = [measureOf(dlaJobs, permanent(context)), measureOf(dlaJobs, context)];
    return derived(share(some.quantity, all.quantity, 'dla-jobs'), some, all);
  },
  parts: (context, dimension) =>
    pairParts(partsOf(dlaJobs, permanent(context), dimension), totals(context, dimension), (some, all) =>
      share(some, all, 'dla-jobs'),
    ),
});

const permanent = (context: IndicatorContext): IndicatorContext => narrowed(context, 'contract', 'permanent');
const totals = (context: IndicatorContext, dimension: string) => partsOf(dlaJobs, context, dimension);
