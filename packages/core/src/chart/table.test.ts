import { describe, expect, it } from 'vitest';
import type { Measure } from '../model/measure.ts';
import { quantity, quantityRange } from '../model/quantity.ts';
import { CSV_HEADER, csvRows } from './csv-rows.ts';
import { table } from './table.ts';

const measure: Measure = {
  indicator: 'members-stock',
  period: '2024',
  by: 'college',
  quantity: quantity(10, 'members'),
  parts: [
    { id: 'a', label: { fr: 'Petits', en: 'Small' }, quantity: quantity(3, 'members'), order: 1 },
    { id: 'b', label: { fr: 'Grands' }, quantity: quantity(7, 'members'), share: quantity(70, 'percent'), order: 2 },
    { id: 'c', label: { fr: 'Inconnus' }, quantity: null },
  ],
  basis: 'published',
  population: null,
  missing: null,
  sources: [],
  notes: [],
};

describe('the table of a breakdown', () => {
  it('has every part in the order of the chart, in the language asked for', () => {
    const { rows, total } = table(measure, 'en');
    expect(rows.map(({ id, label }) => [id, label.text, label.lang])).toEqual([
      ['b', 'Grands', 'fr'],
      ['a', 'Small', 'en'],
      ['c', 'Inconnus', 'fr'],
    ]);
    expect(total).toBe(measure.quantity);
    expect(table(measure, 'fr', 'order').rows.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('has only the columns that say something', () => {
    expect(table(measure, 'fr').columns).toEqual(['label', 'value', 'share']);
    expect(table({ ...measure, parts: [] }, 'fr').columns).toEqual(['label', 'value']);
  });

  it('sets the previous value and the change beside the value, in points for percents', () => {
    const parts = [
      { id: 'p', label: { fr: 'P' }, quantity: quantity(76, 'percent'), previous: quantity(72, 'percent') },
    ];
    const { columns, rows } = table({ ...measure, parts }, 'fr');
    expect(columns).toEqual(['label', 'value', 'previous', 'change']);
    expect(rows[0]?.change?.absolute).toMatchObject({ value: 4, unit: 'points' });
    expect(rows[0]?.change?.relative).toBeUndefined();
  });

  it('keeps all of a hundred parts', () => {
    const parts = [...Array(100).keys()].map((n) => ({
      id: `p${n}`,
      label: { fr: `p${n}` },
      quantity: quantity(n, 'members'),
    }));
    expect(table({ ...measure, parts }, 'fr').rows).toHaveLength(100);
  });
});

describe('the rows of a file', () => {
  it('are as wide as their header, the whole first, nothing rounded, unknown cells empty', () => {
    const rows = csvRows(measure, 'fr');
    expect(rows.every((row) => row.length === CSV_HEADER.length)).toBe(true);
    expect(rows[0]).toEqual(['members-stock', '2024', 'college', '', '', 10, null, null, '=', 'members', null, null]);
    expect(rows[1]).toEqual([
      'members-stock',
      '2024',
      'college',
      'b',
      'Grands',
      7,
      null,
      null,
      '=',
      'members',
      70,
      null,
    ]);
    expect(rows[3]).toEqual([
      'members-stock',
      '2024',
      'college',
      'c',
      'Inconnus',
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('leave the whole out where there is none, and spell a range by its bounds', () => {
    const [row, ...others] = csvRows(
      {
        ...measure,
        quantity: null,
        parts: [{ id: 'r', label: { fr: 'R' }, quantity: quantityRange(1, 2, 'members') }],
      },
      'fr',
    );
    expect(others).toEqual([]);
    expect(row?.slice(5, 9)).toEqual([null, 1, 2, 'range']);
  });
});
