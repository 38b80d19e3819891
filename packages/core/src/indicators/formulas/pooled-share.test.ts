import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';

const teeConversion = named('tee-conversion');
describe('tee-conversion', () => {
  const met = (programme: string, n: number) =>
    observation('interviews-count', n, { unit: 'interviews', dimensions: { programme } });
  const candidates = (programme: string, n: number) =>
    observation('participation-organisations', n, {
      unit: 'organisations',
      dimensions: { programme },
      of: `interviews-count programme=${programme}`,
    });

  it('is the organisations that ask for support among those met: 7 / 10', () => {
    const observations = [
      met('tee-networks', 10),
      candidates('tee-networks', 7),
      met('tee', 7),
      candidates('school', 3),
    ];
    const measure = teeConversion.compute(makeDataset({ observations }), { by: 'programme' });
    expect(measure.quantity).toEqual({ value: 70, op: '=', unit: 'percent', base: 'interviews-count' });
    expect(measure.basis).toBe('computed');
    expect(measure.derivedFrom).toEqual([
      'participation-organisations/2024/tee-networks',
      'interviews-count/2024/tee-networks',
    ]);
    expect(measure.parts?.map((p) => [p.id, p.quantity?.value])).toEqual([['tee-networks', 70]]);
  });

  it('takes programmes together by their numbers, not by their percents', () => {
    const observations = [met('tee-a', 10), candidates('tee-a', 7), met('tee-b', 30), candidates('tee-b', 3)];
    expect(teeConversion.compute(makeDataset({ observations })).quantity?.value).toBe(25);
  });

  it('takes no number that does not say that it is of the interviews', () => {
    const of = (whole: object) => {
      const seven = { ...candidates('tee', 7), of: undefined, ...whole };
      return teeConversion.compute(makeDataset({ observations: [met('tee', 10), seven] })).quantity?.value;
    };
    expect(of({ of: 'interviews-count programme=tee' })).toBe(70);
    expect([of({}), of({ of: 'interviews-count' }), of({ of: 'network-members programme=tee' })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is unknown where one of the two is, or is only listed', () => {
    expect(teeConversion.compute(makeDataset({ observations: [met('tee', 7)] })).quantity).toBeNull();
    const participations = [{ id: 'p', organisation: 'a', of: 'tee', role: 'partner', period: '2024' }];
    expect(teeConversion.compute(makeDataset({ participations, observations: [met('tee', 7)] })).quantity).toBeNull();
  });
});
