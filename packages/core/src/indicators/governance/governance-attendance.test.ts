import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { governanceAttendance } from './governance-attendance.ts';

describe('governance-attendance', () => {
  const seats = (attendance: string, value: number, period = '2024', base: string | null = 'board-mandates') => ({
    ...observation('governance-attendance', value, { period, dimensions: { attendance } }),
    quantity: { value, op: '=', unit: 'percent', ...(base ? { base } : {}) },
  });
  const year = (period: string, list: readonly number[]) =>
    ['present', 'excused-represented', 'excused-unrepresented', 'absent'].map((id, at) =>
      seats(id, list[at] ?? 0, period),
    );
  const data = makeDataset({ observations: [...year('2024', [76, 14, 6, 4]), ...year('2023', [72, 18, 0, 10])] });

  it('gives the parts of both years, and no total', () => {
    const { quantity, parts } = governanceAttendance.compute(data, { by: 'attendance' });
    expect(quantity).toBeNull();
    expect(parts?.map((p) => [p.quantity?.value, p.previous?.value])).toEqual([
      [76, 72],
      [14, 18],
      [6, 0],
      [4, 10],
    ]);
  });

  it('compares one part in points', () => {
    const { quantity, change } = governanceAttendance.compute(data, { where: 'attendance=present' });
    expect([quantity?.value, change]).toEqual([76, { absolute: { value: 4, op: '=', unit: 'points' } }]);
  });

  it('takes the narrower of two statements, "76" before "more than 70", and lists both', () => {
    const loose = { ...observation('governance-attendance', 70), id: 'a-claim', dimensions: { attendance: 'present' } };
    const claim = { ...loose, quantity: { value: 70, op: '>', unit: 'percent' } };
    for (const observations of [
      [claim, seats('present', 76)],
      [seats('present', 76), claim],
    ]) {
      const both = makeDataset({ observations });
      const measure = governanceAttendance.compute(both, { where: 'attendance=present' });
      expect([measure.quantity?.value, measure.observations]).toEqual([
        76,
        ['governance-attendance/2024/present', 'a-claim'],
      ]);
      expect(governanceAttendance.compute(both, { by: 'attendance' }).parts?.[0]?.quantity?.value).toBe(76);
    }
  });
});
