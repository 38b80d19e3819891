import { records } from '../../model/coverage.ts';
import { period } from '../../model/period.ts';
import type { Project } from '../../model/project.ts';
import { type Countable, countBy, counted, covers, select } from '../counting.ts';
import { byCommune, byDepartement } from '../dimensions.ts';
import { defineIndicator, type IndicatorContext } from '../indicator.ts';
import { once } from '../remember.ts';
import { ancestorOf } from '../territory.ts';

const how: Countable<Project> = {
  dateOf: (p) => p.period,
  territoriesOf: (p) => p.territories,
  categoryOf: (p, dimension, { dataset }) => {
    if (dimension === 'establishment') return p.establishment ?? undefined;
    if (dimension === 'programme') return p.programme;
    return ancestorOf(dataset, p.territories, dimension);
  },
};

/** Half of two school years is not a civil year. */
const isSchoolYear = (context: IndicatorContext): boolean => period(context.period).kind === 'school-year';

/** School projects are those dated by a school year; the projects of other programmes follow civil years. */
const inSchools = once((list: readonly Project[]) =>
  list.filter((p) => period(p.period).kind === 'school-year' && p.status === 'held'),
);
const ofSchools = ({ dataset }: IndicatorContext): readonly Project[] => inSchools(records(dataset, 'projects'));

/**
 * Projects of a school year, by commune, département and type of establishment. Counted where the year's list is complete,
 * published otherwise: a school year that has only begun is not. Section I.4.b.
 */
export const schoolProjects = defineIndicator({
  id: 'school-projects',
  seedId: 'I.school.projects',
  kind: 'flow',
  calendar: 'school',
  unit: 'projects',
  label: { fr: 'Projets scolaires', br: 'Raktresoù skol', en: 'School projects' },
  definition: {
    fr: 'Projets d’éducation à l’ESS menés par des établissements pendant une année scolaire.',
    en: 'Projects on the social economy that schools carried out during a school year.',
  },
  dimensions: [
    byCommune,
    byDepartement,
    {
      id: 'establishment',
      label: { fr: 'établissement', br: 'skol', en: 'establishment' },
      exclusive: true,
      exhaustive: true,
    },
  ],
  needs: ['observations', 'projects', 'territories', 'categories'],
  filters: ['programme'],
  value: (context) =>
    isSchoolYear(context)
      ? counted(select(ofSchools(context), context, how), 'projects', covers(context, 'projects'))
      : null,
  parts: (context, dimension) => {
    if (!isSchoolYear(context)) return null;
    const { found, unclear } = select(ofSchools(context), context, how);
    const complete = unclear === 0 && covers(context, 'projects');
    return countBy(found, (p) => how.categoryOf(p, dimension, context), 'projects', { unknown: true, complete });
  },
});
