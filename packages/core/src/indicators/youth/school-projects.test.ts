import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { schoolProjects } from './school-projects.ts';

describe('school-projects', () => {
  const project = (id: string, commune: string | null, extra: object = {}) => ({
    id,
    programme: 'school',
    period: '2023-SY',
    status: 'held',
    territories: commune ? [`commune-${commune}`] : [],
    ...extra,
  });
  const commune = (insee: string, name: string) => ({
    id: `commune-${insee}`,
    kind: 'commune',
    name: { fr: name },
    parents: [`departement-${insee.slice(0, 2)}`],
  });
  const territories = [commune('22278', 'Saint-Brieuc'), commune('35360', 'Vitré')];
  const projects = [project('a', '22278'), project('b', '35360'), project('c', '35360')];
  const complete = { periods: ['2023-SY', '2024'], coverage: { projects: [{ period: '2023-SY', complete: true }] } };
  const parts = (list: readonly object[], by: string) =>
    schoolProjects
      .compute(makeDataset({ projects: list, territories }, complete), { by })
      .parts?.map((p) => [p.label.fr, p.quantity?.value]);

  it('counts the projects of the latest school year that has some, though a civil year came after', () => {
    const measure = schoolProjects.compute(makeDataset({ projects, territories }, complete));
    expect(measure).toMatchObject({ period: '2023-SY', quantity: { value: 3 }, basis: 'computed' });
  });

  it('splits them by commune and by département', () => {
    expect(parts(projects, 'commune')).toEqual([
      ['Saint-Brieuc', 1],
      ['Vitré', 2],
    ]);
    expect(parts(projects, 'departement')).toEqual([
      ['departement-22', 1],
      ['departement-35', 2],
    ]);
  });

  it('says of how many the establishment is not known, and nothing when it is of none', () => {
    expect(parts(projects, 'establishment')).toEqual([]);
    expect(parts([...projects.slice(1), project('d', null, { establishment: 'lycee' })], 'establishment')).toEqual([
      ['non précisé', 2],
      ['lycee', 1],
    ]);
  });

  it('says "at least" of each part where a project may lie outside the commune asked for', () => {
    const list = [
      project('a', '35360', { establishment: 'lycee' }),
      project('b', null, { territories: ['departement-35'], establishment: 'college' }),
    ];
    const asked = { territory: 'commune-35360', by: 'establishment' };
    const { parts } = schoolProjects.compute(makeDataset({ projects: list, territories }, complete), asked);
    expect(parts?.map((p) => [p.id, p.quantity?.op, p.quantity?.value])).toEqual([['lycee', '>=', 1]]);
  });

  it('leaves out what is dated by a civil year, and says nothing of one', () => {
    const data = makeDataset({ projects: [...projects, project('d', '35360', { period: '2023-10' })] }, complete);
    expect(schoolProjects.compute(data, { period: '2023-SY' }).quantity?.value).toBe(3);
    expect(schoolProjects.compute(data, { period: '2023', by: 'commune' })).toMatchObject({
      quantity: null,
      parts: [],
    });
  });

  it('keeps to a programme', () => {
    const list = [...projects, project('d', '35360', { programme: 'other' })];
    const data = makeDataset({ projects: list, territories }, complete);
    expect(schoolProjects.compute(data, { where: 'programme=other' }).quantity?.value).toBe(1);
  });

  it('keeps to a territory', () => {
    const data = makeDataset({ projects, territories }, complete);
    expect(schoolProjects.compute(data, { territory: 'departement-35' }).quantity?.value).toBe(2);
    expect(schoolProjects.compute(data, { where: 'commune=commune-22278' }).quantity?.value).toBe(1);
  });

  it('does not pass a school year that has begun for a whole one', () => {
    const begun = projects.map((p) => ({ ...p, period: '2024-SY' }));
    const stated = observation('school-projects', 15, { unit: 'projects', period: '2024-SY' });
    const ask = (observations: readonly object[]) =>
      schoolProjects.compute(makeDataset({ projects: begun, observations }, complete), { period: '2024-SY' });
    expect(ask([])).toMatchObject({ quantity: { value: 3, op: '>=' }, basis: 'listed' });
    expect(ask([stated])).toMatchObject({ quantity: { value: 15, op: '=' }, basis: 'published' });
  });

  it('leaves out planned projects, and those of programmes that follow civil years', () => {
    const others = [project('p', '22278', { status: 'planned' }), project('y', '22278', { period: '2024' })];
    const data = makeDataset({ projects: [...projects, ...others], territories }, complete);
    expect(schoolProjects.compute(data, { period: '2023-SY' }).quantity?.value).toBe(3);
    expect(schoolProjects.compute(data, { period: '2024' }).quantity).toBeNull();
  });
});
