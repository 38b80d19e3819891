import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { added, clean, planted } from './testing/region.ts';

const rule = 'planned-as-held';

describe('what is planned', () => {
  it('after the document stays planned', () => {
    expect(linesOf(rule, clean)).toEqual([]);
  });

  it('until a period that is not over may still come', () => {
    expect(linesOf(rule, planted('events', 'foire', { date: '2024' }))).toEqual([]);
  });

  it('before the document "was planned", whatever it is', () => {
    expect(linesOf(rule, planted('meetings', 'bureau/2023-02-07', { status: 'planned' }))).toHaveLength(1);
    expect(linesOf(rule, planted('observations', 'joined', { status: 'planned' }))).toHaveLength(1);
    const project = { id: 'p', programme: 'velo', period: '2023', status: 'planned' };
    expect(linesOf(rule, added('projects', project))).toHaveLength(1);
  });
});
