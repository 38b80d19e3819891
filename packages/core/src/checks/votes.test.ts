import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { withFault } from './testing/region.ts';

const rule = 'subsets';

describe('the votes of a vote', () => {
  it('are together no more than its voters', () => {
    const vote = withFault('votes', 'statuts', { against: { value: 9, op: '=', unit: 'votes' } });
    expect(linesOf(rule, vote)).toEqual(['error votes/statuts eligible: 27, expected ≤ 24']);
    const about = withFault('votes', 'statuts', { against: { value: 9, op: '~', unit: 'votes' } });
    expect(linesOf(rule, about)).toEqual([]);
    const all = withFault('votes', 'statuts', { for: { value: 24, op: '=', unit: 'votes' } });
    expect(linesOf(rule, all)).toEqual(['error votes/statuts eligible: 28, expected ≤ 24']);
  });
});

describe('the votes of a body', () => {
  it('are no more than its seats, where the record does not say who might vote', () => {
    const votes = (value: number) =>
      withFault('votes', 'statuts', {
        body: 'bureau',
        eligible: null,
        for: { value, op: '=', unit: 'votes' },
        against: null,
      });
    expect(linesOf(rule, votes(12))).toEqual([]);
    expect(linesOf(rule, votes(13))).toEqual(['warning votes/statuts for: 13, expected ≤ 12']);
  });

  it('are more than its seats by right where the record says who might vote, in percents, or in two units', () => {
    const votes = (more: object) =>
      withFault('votes', 'statuts', { body: 'bureau', eligible: null, against: null, ...more });
    const q = (value: number, unit = 'votes', more: object = {}) => ({ value, op: '=', unit, ...more });
    expect(linesOf(rule, votes({ for: q(13), eligible: q(24) }))).toEqual([]);
    expect(linesOf(rule, votes({ for: q(80, 'percent') }))).toEqual([]);
    expect(linesOf(rule, votes({ for: q(8), against: q(8, 'organisations') }))).toEqual([]);
    expect(linesOf(rule, votes({ for: q(8), against: q(5) }))).toHaveLength(1);
    expect(linesOf(rule, votes({ for: q(10), against: { min: 3, max: 4, op: 'range', unit: 'votes' } }))).toHaveLength(
      1,
    );
    expect(linesOf(rule, votes({ for: q(13), body: 'assemblee' }))).toEqual([]);
  });
});
