import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { researchProjects } from './research-projects.ts';

describe('research-projects', () => {
  const figure = (value: number, call?: string) =>
    observation('research-projects', value, { unit: 'projects', dimensions: call ? { call } : {} });
  const parts = [figure(4, 'x'), figure(2, 'y')];

  it('adds up the calls where no total is published', () => {
    const measure = researchProjects.compute(makeDataset({ observations: parts }), { by: 'call' });
    expect([measure.quantity?.value, measure.basis]).toEqual([6, 'computed']);
    expect(measure.derivedFrom).toEqual(['research-projects/2024/x', 'research-projects/2024/y']);
    expect(measure.notes.map((note) => note.en)).toEqual(['sum of the published parts']);
    expect(measure.parts?.map((p) => [p.id, p.quantity?.value])).toEqual([
      ['x', 4],
      ['y', 2],
    ]);
  });

  it('confirms a published total, or contradicts one that is smaller', () => {
    const of = (total: number) => researchProjects.compute(makeDataset({ observations: [...parts, figure(total)] }));
    expect(of(6)).toMatchObject({ basis: 'both', agreement: { agrees: true } });
    expect(of(5)).toMatchObject({ basis: 'both', agreement: { agrees: false } });
    // Some part may not be published.
    expect(of(11)).toMatchObject({ quantity: { value: 11 }, basis: 'published' });
  });

  it('takes no single part for the whole', () => {
    const one = makeDataset({ observations: [figure(4, 'x')] });
    expect(researchProjects.compute(one).quantity).toBeNull();
    expect(researchProjects.compute(one, { period: '2024', where: 'call=x' }).quantity?.value).toBe(4);
  });
});
