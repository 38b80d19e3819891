import { divide } from '../../model/algebra.ts';
import { derived, measureOf } from '../derive.ts';
import { defineIndicator } from '../indicator.ts';
import { dlaJobs } from './dla-jobs.ts';
import { dlaStructures } from './dla-structures.ts';

/** Jobs / organisations supported: 3 160 / 89. A mean, which a few large employers pull up. Sections II.4.a, II.4.b. */
export const dlaJobsPerStructure = defineIndicator({
  id: 'dla-jobs-per-structure',
  kind: 'rate',
  unit: 'jobs/organisation',
  label: { fr: 'Emplois par structure accompagnée', br: 'Implijoù dre frammad', en: 'Jobs per organisation supported' },
  definition: {
    fr: 'Nombre moyen d’emplois des organisations accompagnées par le DLA.',
    en: 'Mean number of jobs in the organisations supported by the DLA.',
  },
  dimensions: [],
  needs: ['observations', 'jobs', 'missions', 'territories'],
  filters: ['lot', 'mode', 'programme'],
  value: (context) => {
    const [jobs, structures] = [measureOf(dlaJobs, context), measureOf(dlaStructures, context)];
    return derived(divide(jobs.quantity, structures.quantity, 'jobs/organisation'), jobs, structures);
  },
});
