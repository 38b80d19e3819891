import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';

const membersNet = named('members-net');
describe('members-net', () => {
  const figures = (joined: number | null, left: number | null, op = '=') =>
    makeDataset({
      observations: [
        ...(joined === null ? [] : [observation('members-joined', joined, { op })]),
        ...(left === null ? [] : [observation('members-left', left, { op })]),
      ],
    });

  it('is those who joined less those who left: 9 − 6', () => {
    const measure = membersNet.compute(figures(9, 6));
    expect(measure).toMatchObject({ quantity: { value: 3, unit: 'members' }, basis: 'computed' });
    expect(measure.derivedFrom).toEqual(['members-joined/2024', 'members-left/2024']);
  });

  it('may be negative', () => {
    expect(membersNet.compute(figures(2, 6)).quantity?.value).toBe(-4);
  });

  it('is unknown as soon as one is, or when both are lower bounds', () => {
    for (const data of [figures(9, null), figures(null, 6), figures(9, 6, '>')]) {
      expect(membersNet.compute(data).quantity).toBeNull();
    }
  });
});
