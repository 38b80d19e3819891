import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';

const membersRetention = named('members-retention');
describe('members-retention', () => {
  const flows = [observation('members-joined', 9), observation('members-left', 6)];
  const stock = (value: number, period: string) => observation('members-stock', value, { period });

  it('goes back to the start from the end when that is all that is known: 1 − 6 / (117 − 9 + 6)', () => {
    const measure = membersRetention.compute(makeDataset({ observations: [...flows, stock(117, '2024-12-31')] }));
    expect(measure.quantity?.value).toBeCloseTo(94.737, 3);
    expect([measure.quantity?.unit, measure.basis]).toEqual(['percent', 'computed']);
    expect(measure.derivedFrom).toEqual(['members-left/2024', 'members-stock/2024-12-31', 'members-joined/2024']);
  });

  it('prefers the stock on the eve of the period', () => {
    const data = makeDataset({ observations: [...flows, stock(120, '2023-12-31'), stock(117, '2024-12-31')] });
    expect(membersRetention.compute(data).quantity?.value).toBe(95);
  });

  it('does not start from the few members that are listed on the eve of a half-year: 1 − 2 / (110 − 5 + 2)', () => {
    const half = { period: '2024-H2' };
    const observations = [
      observation('members-joined', 5, half),
      observation('members-left', 2, half),
      stock(110, '2024-12-31'),
    ];
    const memberships = [{ id: 'a', organisation: 'a', network: 'net', start: '2020', end: null }];
    const measure = membersRetention.compute(makeDataset({ observations, memberships }), half);
    expect(measure.quantity?.value).toBeCloseTo(100 * (1 - 2 / 107), 9);
  });

  it('is unknown without the stock, and without those who left', () => {
    expect(membersRetention.compute(makeDataset({ observations: flows })).quantity).toBeNull();
    const data = makeDataset({ observations: [stock(120, '2023'), stock(117, '2024')] });
    expect(membersRetention.compute(data).quantity).toBeNull();
  });

  it('compares two years in points', () => {
    const before = [observation('members-left', 12, { period: '2023' }), stock(120, '2022')];
    const data = makeDataset({
      observations: [...flows, ...before, stock(120, '2023-12-31'), stock(117, '2024-12-31')],
    });
    expect(membersRetention.compute(data).change).toEqual({ absolute: { value: 5, op: '=', unit: 'points' } });
  });
});
