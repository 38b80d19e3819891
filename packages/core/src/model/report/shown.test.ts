import { describe, expect, it } from 'vitest';
import type { Observation } from '../observation.ts';
import { publishedIn, saidDate } from './shown.ts';

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

describe('the section that a source is published in', () => {
  it('is one of the report’s own document, or of any where the report names none', () => {
    const source = { document: 'report', section: 'I.1' };
    expect(publishedIn({ document: 'report' }, source)).toBe('I.1');
    expect(publishedIn({}, source)).toBe('I.1');
    expect(publishedIn({ document: 'other' }, source)).toBe('');
    expect(publishedIn({ document: 'report' }, { document: 'report' })).toBe('');
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
