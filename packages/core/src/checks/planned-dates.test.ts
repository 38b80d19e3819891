import { describe, expect, it } from 'vitest';
import { findingsOf, linesOf } from './testing/find.ts';
import { added, figure } from './testing/region.ts';

const rule = 'planned-dates';
const plan = (id: string, period: string, extra: object = {}) =>
  figure(id, null, 2025, 'year', { status: 'planned', period, dimensions: { programme: 'velo' }, ...extra });
const named = (id: string, label: string, period: string, extra: object = {}) => ({
  ...plan(id, period, extra),
  label: { fr: label },
});
const both = (first: object, second: object) => ({
  ...added('observations', first, second),
  programmes: [{ id: 'velo', name: { fr: 'Vélo' } }],
});

describe('dates planned for one thing', () => {
  it('that have no day in common contradict each other', () => {
    const data = both(
      named('spring', 'Restitution, selon la section A', '2026-Q2', { printed: 'printemps 2026' }),
      named('before', 'Restitution, selon la section B', '2025-H1'),
    );
    expect(linesOf(rule, data)).toEqual(['warning observations/before period: 2025-H1, expected 2026-Q2']);
    const [finding] = findingsOf(rule, data);
    expect(finding?.certainty).toBe('likely');
    expect(finding?.message.fr).toContain('printemps 2026');
  });

  it('may be more or less precise', () => {
    expect(linesOf(rule, both(named('a', 'Restitution', '2025'), named('b', 'Restitution', '2025-03')))).toEqual([]);
  });

  it('are of two things under two names, of two programmes, or of none', () => {
    const first = named('a', 'Restitution', '2026-Q2');
    const others = [
      named('b', 'Lancement', '2025-H1'),
      named('b', 'Restitution', '2025-H1', { dimensions: { programme: 'autre' } }),
      named('b', 'Restitution', '2025-H1', { status: 'held' }),
    ];
    for (const other of others) expect(linesOf(rule, both(first, other))).toEqual([]);
    const alone = { dimensions: {} };
    const unnamed = both(named('a', 'Restitution', '2026-Q2', alone), named('b', 'Restitution', '2025-H1', alone));
    expect(linesOf(rule, unnamed)).toEqual([]);
  });
});
