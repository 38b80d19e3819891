import { describe, expect, it } from 'vitest';
import { type IndicatorTexts, type Measure, quantity } from '../../model/index.ts';
import { periodsBefore } from '../periods-before.ts';
import { trendGrid } from './grid.ts';
import { seriesOf } from './series.ts';
import { trendPanels } from './trend.ts';

const texts: IndicatorTexts = {
  label: { fr: 'Abonnés' },
  definition: { fr: '' },
  kind: 'stock',
  unit: 'subscribers',
  dimensions: [],
};
const q = (value: number) => quantity(value, 'subscribers');
const figure = (period: string, extra: Partial<Measure>) => ({
  texts,
  measure: {
    indicator: 'followers',
    period,
    quantity: null,
    basis: 'published',
    population: null,
    missing: null,
    sources: [],
    notes: [],
    ...extra,
  } satisfies Measure,
});

describe('the periods of a line', () => {
  it('are those of a data set before the latest, of its kind, in order', () => {
    expect(periodsBefore(['2024', '2023-SY', '2022', '2023', '2024-06', '2025'], '2024')).toEqual(['2022', '2023']);
    expect(periodsBefore(['2024', '2022-SY', '2023-SY'], '2023-SY')).toEqual(['2022-SY']);
  });
});

describe('the lines of an indicator', () => {
  it('take the value before from a measure where no measure of that period says it', () => {
    const [line] = seriesOf([
      figure('2022', { quantity: q(1) }),
      figure('2023', {}),
      figure('2024', { quantity: q(3), previous: { period: '2023', quantity: q(2) } }),
    ]);
    expect(line?.points.map((p) => [p.period, p.quantity?.value])).toEqual([
      ['2022', 1],
      ['2023', 2],
      ['2024', 3],
    ]);
  });

  it('say that their values are changes, and so do the cells of their table', () => {
    const net = { ...figure('2024', { quantity: q(3) }), texts: { ...texts, signed: true as const } };
    const [line] = seriesOf([net]);
    expect(line?.signed).toBe(true);
    expect(trendGrid([line!], 'fr').rows[0]?.cells[1]).toMatchObject({ kind: 'number', signed: true });
    expect(trendPanels([line!], { lang: 'fr' })[0]?.lines[0]?.last.isSigned).toBe(true);
  });

  it('are one for each part, named as in the latest measure', () => {
    const parts = [
      { id: 'a', label: { fr: 'A' }, quantity: q(5), previous: q(4) },
      { id: 'b', label: { fr: 'B' }, quantity: null },
    ];
    const lines = seriesOf([figure('2024', { by: 'channel', parts })]);
    expect(lines.map(({ id, points }) => [id, points.map((p) => [p.period, p.quantity?.value ?? null])])).toEqual([
      [
        'a',
        [
          ['2023', 4],
          ['2024', 5],
        ],
      ],
      ['b', [['2024', null]]],
    ]);
    expect(seriesOf([figure('2024', { by: 'channel', parts })], '2020')[0]?.points[0]?.period).toBe('2020');
  });

  it('say which values are computed where the last one is not', () => {
    const before = { period: '2023', quantity: q(2), basis: 'computed' } as const;
    const said = (extra: Partial<Measure>) => {
      const [line] = seriesOf([figure('2024', { quantity: q(3), previous: before, ...extra })]);
      return line?.points.map((point) => point.basis ?? null);
    };
    expect(said({})).toEqual(['computed', 'published']);
    expect(said({ basis: 'computed' })).toEqual([null, null]);
  });

  it('are rows with a column for each period that has a value, unknown cells empty', () => {
    const lines = seriesOf([figure('2024', { quantity: q(3), previous: { period: '2023', quantity: q(2) } })]);
    const { columns, rows } = trendGrid([...lines, { id: 'x', label: { fr: 'X' }, unit: 'percent', points: [] }], 'fr');
    expect(columns.map(({ id }) => id)).toEqual(['label', '2023', '2024']);
    expect(rows[1]?.cells.slice(1)).toEqual([null, null]);
    expect(rows[0]?.cells[1]).toEqual({ kind: 'number', quantity: q(2), withUnit: true });
  });
});
