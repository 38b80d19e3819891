import { records } from '../../model/coverage.ts';
import { periodsComparable } from '../../model/period-relations.ts';
import type { Project } from '../../model/project.ts';
import { type Countable, counted, covers, groupBy, leaves, narrowed, select, toParts } from '../counting.ts';
import { byProgramme } from '../dimensions.ts';
import { defineIndicator, type IndicatorContext } from '../indicator.ts';

const how: Countable<Project> = {
  dateOf: (p) => p.period,
  territoriesOf: (p) => p.territories,
  categoryOf: (p, dimension) => (dimension === 'programme' ? p.programme : undefined),
};

/** Projects of a school year are counted in school years: half of two of them is not a civil year. */
function projectsOf(context: IndicatorContext) {
  const kept = (p: Project): boolean =>
    p.status === 'held' && periodsComparable(p.period, context.period) && leaves(context, 'programme', p.programme);
  return select(records(context.dataset, 'projects'), context, { ...how, kept });
}

/**
 * Projects carried out in the period, by programme. Counted where every project of the programme is listed; a total of all
 * programmes is given only where all of them are. Planned and cancelled projects are left out. Sections II.3, III.3, III.8.
 */
export const projectsCount = defineIndicator({
  id: 'projects-count',
  seedId: 'X.project.count',
  kind: 'flow',
  unit: 'projects',
  label: { fr: 'Projets des programmes', br: 'Raktresoù ar programmoù', en: 'Projects of the programmes' },
  definition: {
    fr: 'Projets menés pendant la période dans le cadre de chaque programme.',
    en: 'Projects that were carried out during the period as a part of each programme.',
  },
  dimensions: [byProgramme],
  needs: ['observations', 'projects', 'programmes', 'events', 'territories'],
  value: (context) => {
    const computed = counted(projectsOf(context), 'projects', covers(context, 'projects'));
    return computed.complete || context.where['programme'] !== undefined ? computed : null;
  },
  parts: (context, dimension) => {
    const { found, unclear } = projectsOf(context);
    const groups = groupBy(found, (p) => [p.programme]);
    return toParts(
      [...groups].map(([id, list]) => {
        const one = narrowed(context, dimension, id);
        return [id, counted({ found: list, unclear }, 'projects', covers(one, 'projects'))];
      }),
    );
  },
});
