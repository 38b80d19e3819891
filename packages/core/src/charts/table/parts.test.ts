import { describe, expect, it } from 'vitest';
import { type Measure, quantity } from '../../model/index.ts';
import { quantityRange } from '../../model/quantity.ts';
import { CSV_HEADER, csvRows } from '../csv-rows.ts';
import { tableOfParts } from './parts.ts';

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
    const { rows, total } = tableOfParts(measure, 'en');
    expect(rows.map(({ id, label }) => [id, label.text, label.lang])).toEqual([
      ['b', 'Grands', 'fr'],
      ['a', 'Small', 'en'],
      ['c', 'Inconnus', 'fr'],
    ]);
    expect(total).toBe(measure.quantity);
    expect(tableOfParts(measure, 'fr', 'order').rows.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('has only the columns that say something', () => {
    expect(tableOfParts(measure, 'fr').columns).toEqual(['label', 'value', 'share']);
    expect(tableOfParts({ ...measure, parts: [] }, 'fr').columns).toEqual(['label', 'value']);
  });

  it('sets the previous value and the change beside the value, in points for percents', () => {
    const parts = [
      { id: 'p', label: { fr: 'P' }, quantity: quantity(76, 'percent'), previous: quantity(72, 'percent') },
    ];
    const { columns, rows } = tableOfParts({ ...measure, parts }, 'fr');
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
    expect(tableOfParts({ ...measure, parts }, 'fr').rows).toHaveLength(100);
  });
});

describe('the rows of a file', () => {
  const cells = (rows: ReturnType<typeof csvRows>) =>
    rows.map((row) => Object.fromEntries(CSV_HEADER.map((name, at) => [name, row[at]])));
  const common = {
    indicator: 'members-stock',
    period: '2024',
    dimension: 'college',
    basis: 'published',
    obs_status: 'A',
  };
  const none = { min: null, max: null, share: null, share_operator: null, previous: null, previous_operator: null };
  const whole = { ...none, partial: null, where: '', territory: '', previous_basis: null, no_share: '', to_check: '' };

  it('are as wide as their header, the whole first, nothing rounded, unknown cells empty', () => {
    const rows = csvRows(measure, 'fr');
    expect(rows.every((row) => row.length === CSV_HEADER.length)).toBe(true);
    const [first, second, , unknown] = cells(rows);
    const ten = { id: '', label: '', value: 10, operator: 'exact', unit: 'members' };
    expect(first).toEqual({ ...common, ...whole, ...ten });
    const seven = { id: 'b', label: 'Grands', value: 7, operator: 'exact', unit: 'members' };
    expect(second).toEqual({ ...common, ...whole, ...seven, share: 70, share_operator: 'exact' });
    const nothing = { id: 'c', label: 'Inconnus', value: null, operator: null, unit: null, obs_status: 'O' };
    expect(unknown).toEqual({ ...common, ...whole, ...nothing });
  });

  it('leave the whole out where there is none, and spell a range by its bounds', () => {
    const parts = [{ id: 'r', label: { fr: 'R' }, quantity: quantityRange(1, 2, 'members') }];
    const [row, ...others] = csvRows({ ...measure, quantity: null, parts }, 'fr');
    expect(others).toEqual([]);
    expect(row?.slice(5, 9)).toEqual([null, 1, 2, 'range']);
  });

  it('keep what makes a share or an earlier value no exact number', () => {
    const [part] = measure.parts ?? [];
    const share = quantity(70, 'percent', '>=');
    const parts = [{ ...part!, share, previous: quantityRange(1, 2, 'members') }];
    const previous = { period: '2023', quantity: quantity(4077, 'members', '~') };
    expect(cells(csvRows({ ...measure, previous, parts }, 'fr'))).toMatchObject([
      { previous: 4077, previous_operator: '~' },
      { share: 70, share_operator: '>=', previous: '1/2', previous_operator: 'range' },
    ]);
  });

  it('say beside each part that a part below zero leaves the whole without shares', () => {
    const [a, b, c] = measure.parts ?? [];
    const debts = [{ ...a!, quantity: quantity(-2, 'members') }, b!, c!].map(({ share: _share, ...part }) => part);
    const reasons = (parts: typeof debts, unit: 'members' | 'percent' = 'members') =>
      cells(csvRows({ ...measure, quantity: quantity(10, unit), parts }, 'fr')).map(({ no_share }) => no_share);
    expect(reasons(debts)).toEqual(['', 'negative', 'negative', 'negative']);
    const range = debts.map((part, at) => (at === 0 ? { ...part, quantity: quantityRange(-1, 2, 'members') } : part));
    expect(reasons(range)).toEqual(['', 'negative', 'negative', 'negative']);
    expect(reasons(debts.slice(1))).toEqual(['', '', '']);
    expect(reasons(debts, 'percent')).toEqual(['', '', '', '']);
    expect(cells(csvRows(measure, 'fr')).map(({ no_share }) => no_share)).toEqual(['', '', '', '']);
  });

  it('say that the figure is to be checked', () => {
    const doubted = { ...measure, checks: ['rates'] };
    expect(cells(csvRows(doubted, 'fr')).map(({ to_check }) => to_check)).toEqual(['yes', 'yes', 'yes', 'yes']);
    const parts = (measure.parts ?? []).map((part) => (part.id === 'b' ? { ...part, checks: ['rates'] } : part));
    const checked = cells(csvRows({ ...measure, parts }, 'fr')).filter(({ to_check }) => to_check === 'yes');
    expect(checked.map(({ id }) => id)).toEqual(['b']);
  });

  it('say what the figure is kept to and what it lacks, and name it where that is asked for', () => {
    const quantities = { quantity: { ...quantity(89, 'members'), partial: 'hors *' }, parts: [] };
    const kept = { ...measure, ...quantities, where: 'college=a body=b', territory: 'departement-29' };
    expect(cells(csvRows(kept, 'fr', 'Adhérents'))).toMatchObject([
      { label: 'Adhérents', partial: 'hors *', where: 'college=a body=b', territory: 'departement-29' },
    ]);
  });
});
