import { describe, expect, it } from 'vitest';
import type { Observation } from '../observation.ts';
import type { Block } from './block.ts';
import { otherObservations, saidDate } from './shown.ts';
import { figures, section } from './testing/report.ts';

const block = { type: 'observations', section: 'I.1' } as const;
const said = (id: string, value: number, more: object = {}): Observation => ({
  id,
  indicator: 'members-stock',
  label: { fr: id },
  period: '2024',
  dimensions: {},
  quantity: { value, op: '=', unit: 'members' },
  status: 'held',
  source: { document: 'report', section: 'I.1' },
  ...more,
});
const whole = said('whole', 117);
const part = said('part', 59, { dimensions: { college: 'associations' } });
const others = (blocks: readonly Block[], observations: readonly Observation[], kind: 'stock' | 'flow' = 'flow') =>
  otherObservations(
    { period: '2024', document: 'report' },
    section('I.1', { blocks: [...blocks, block] }),
    block,
    observations,
    { 'members-stock': { kind } },
  ).map(({ id }) => id);

describe('the other published figures of a section', () => {
  it('are all of them where nothing else is shown, of that section and document only', () => {
    const elsewhere = said('elsewhere', 1, { source: { document: 'report', section: 'I.2' } });
    const foreign = said('foreign', 1, { source: { document: 'other', section: 'I.1' } });
    expect(others([], [whole, part, elsewhere, foreign])).toEqual(['whole', 'part']);
  });

  it('are not those that a figure shows, whole or split', () => {
    const stack: Block = { type: 'stack', indicator: 'members-stock', by: 'college', periods: ['2024', '2023'] };
    const before = said('before', 114, { period: '2023' });
    expect(others([figures('members-stock')], [whole, part, before])).toEqual(['part', 'before']);
    expect(others([{ type: 'breakdown', indicator: 'members-stock', by: 'college' }], [whole, part, before])).toEqual([
      'before',
    ]);
    expect(others([stack], [whole, part, before])).toEqual([]);
    const kept: Block = {
      type: 'indicators',
      figures: [{ indicator: 'members-stock', where: 'college=associations' }],
    };
    expect(others([kept], [whole, part])).toEqual(['whole']);
  });

  it('are not those that stand beside others in groups: another period, another territory', () => {
    const [before, here] = ['2023', 'departement-29'].map((beside) =>
      said(beside, 9, {
        dimensions: { college: 'associations' },
        ...(beside === '2023' ? { period: '2023' } : { territory: beside }),
      }),
    ) as [Observation, Observation];
    const groups: Block = { type: 'breakdown', indicator: 'members-stock', by: 'college', chart: 'grouped' };
    expect(others([groups], [part, before, here])).toEqual(['2023', 'departement-29']);
    expect(others([{ ...groups, beside: ['2023', 'departement-29'] }], [part, before, here])).toEqual([]);
    const dots: Block = { type: 'breakdown', indicator: 'members-stock', by: 'college', chart: 'dots' };
    expect(others([dots], [part, before, here])).toEqual(['2023', 'departement-29']);
    expect(others([{ ...dots, beside: ['2023', 'departement-29'] }], [part, before, here])).toEqual([]);
  });

  it('are those of a territory that no figure is kept to', () => {
    const here = said('here', 30, { territory: 'departement-29' });
    expect(others([figures('members-stock')], [whole, here])).toEqual(['here']);
    const figure: Block = {
      type: 'indicators',
      figures: [{ indicator: 'members-stock', territory: 'departement-29' }],
    };
    expect(others([figure], [whole, here])).toEqual(['whole']);
  });

  it('are both of two that contradict each other, and neither of two that agree', () => {
    expect(others([figures('members-stock')], [whole, said('again', 118)])).toEqual(['whole', 'again']);
    expect(others([figures('members-stock')], [whole, said('again', 117)])).toEqual([]);
  });

  it('are what was only planned, and what has no indicator', () => {
    const planned = said('planned', 9, { status: 'planned' });
    expect(others([figures('members-stock')], [planned, said('free', 3, { indicator: null })])).toEqual([
      'planned',
      'free',
    ]);
  });

  it('are what a stock was on another day than the last, not what a flow was inside the period', () => {
    const spring = said('spring', 116, { period: '2024-04-11' });
    const last = said('last', 117, { period: '2024-12-31' });
    expect(others([figures('members-stock')], [spring, last], 'stock')).toEqual(['spring']);
    expect(others([figures('members-stock')], [spring])).toEqual([]);
  });
});

describe('the date that an observation says', () => {
  const dated = (value: number, period: string, more: object = {}) =>
    saidDate(said('date', value, { period, quantity: { value, op: '=', unit: 'year', ...more } }));

  it('is its period, as exact as that is', () => {
    for (const date of ['2025-03-05', '2025-03', '2025-Q1', '2025', '2025-02/2025-04']) {
      expect(dated(2025, date)).toBe(date);
    }
  });

  it('is not the length of what began or ended in that year, nor another year', () => {
    expect([dated(2024, '2024/2027'), dated(2027, '2024/2027'), dated(2022, '2024-09-26')]).toEqual([null, null, null]);
  });

  it('is not there for amounts, nor where the year is not sure', () => {
    expect([saidDate(said('whole', 2024)), dated(2024, '2024-09', { op: '~' })]).toEqual([null, null]);
  });
});
