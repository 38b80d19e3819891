import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { projectsCount } from './projects-count.ts';

describe('projects-count', () => {
  const project = (id: string, programme: string, extra: object = {}) => ({
    id,
    programme,
    period: '2024',
    status: 'held',
    ...extra,
  });
  const projects = [
    project('p1', 'mobility'),
    project('p2', 'mobility'),
    project('p3', 'mobility', { status: 'planned' }),
    project('p4', 'school', { period: '2023-SY' }),
    project('p5', 'housing'),
  ];
  const programmes = [{ id: 'mobility', name: { fr: 'Mobilité' } }];
  const coverage = { projects: [{ period: '2024', where: 'programme=mobility', complete: true }] };
  const figure = observation('projects-count', 9, { unit: 'projects', dimensions: { programme: 'housing' } });

  it('counts the projects of a programme that lists them all, and publishes those of others', () => {
    const data = makeDataset({ projects, programmes, observations: [figure] }, { coverage });
    expect(projectsCount.compute(data, { where: 'programme=mobility' })).toMatchObject({
      quantity: { value: 2 },
      basis: 'computed',
    });
    const { quantity, parts } = projectsCount.compute(data, { by: 'programme' });
    expect(quantity).toBeNull();
    expect(parts?.map((p) => [p.label.fr, p.quantity?.value, p.quantity?.op])).toEqual([
      ['housing', 9, '='],
      ['Mobilité', 2, '='],
    ]);
  });

  it('counts school years apart from civil ones', () => {
    const data = makeDataset({ projects }, { coverage: { projects: [{ complete: true }] } });
    expect(projectsCount.compute(data, { period: '2024' }).quantity?.value).toBe(3);
    expect(projectsCount.compute(data, { period: '2023-SY' }).quantity?.value).toBe(1);
  });
});
