import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';

const internships = named('internships');
describe('internships', () => {
  const figure = (value: number, kind?: string) =>
    observation('internships', value, { unit: 'internships', dimensions: kind ? { kind } : {} });
  const parts = [figure(2, 'individual'), figure(3, 'collective')];

  it('adds up the two kinds', () => {
    const measure = internships.compute(makeDataset({ observations: parts }), { by: 'kind' });
    expect([measure.quantity?.value, measure.basis]).toEqual([5, 'computed']);
    expect(measure.derivedFrom).toEqual(['internships/2024/collective', 'internships/2024/individual']);
    expect(measure.notes.map((note) => note.en)).toEqual(['sum of the published parts']);
    expect(measure.parts?.map((p) => [p.id, p.quantity?.value])).toEqual([
      ['individual', 2],
      ['collective', 3],
    ]);
  });

  it('confirms a published total, or contradicts one that is smaller', () => {
    const of = (total: number) => internships.compute(makeDataset({ observations: [...parts, figure(total)] }));
    expect(of(5)).toMatchObject({ basis: 'both', agreement: { agrees: true } });
    expect(of(4)).toMatchObject({ basis: 'both', agreement: { agrees: false } });
    // Some part may not be published.
    expect(of(10)).toMatchObject({ quantity: { value: 10 }, basis: 'published' });
  });

  it('takes no single part for the whole', () => {
    const one = makeDataset({ observations: [figure(2, 'individual')] });
    expect(internships.compute(one).quantity).toBeNull();
    expect(internships.compute(one, { period: '2024', where: 'kind=individual' }).quantity?.value).toBe(2);
  });
});
