import { describe, expect, it } from 'vitest';
import { type Quantity, quantity } from '../../model/index.ts';
import { quantityRange } from '../../model/quantity.ts';
import { type TrendSeries, trendPanels } from './trend.ts';

const q = (value: number, unit = 'subscribers'): Quantity => quantity(value, unit);
const series = (id: string, values: Readonly<Record<string, Quantity | null>>, unit = 'subscribers'): TrendSeries => ({
  id,
  label: { fr: id },
  unit,
  points: Object.entries(values).map(([period, value]) => ({ period, quantity: value })),
});
const panel = (...all: readonly TrendSeries[]) => trendPanels(all, { lang: 'fr' })[0]!;

describe('a trend', () => {
  it('is a slope for two dates, from zero, with the change at its end', () => {
    const { form, zero, lines } = panel(series('a', { '2023': q(5178), '2024': q(7148) }));
    expect([form, zero]).toEqual(['slope', 1]);
    expect(lines[0]?.dots.map((dot) => [dot?.x, dot?.y])).toEqual([
      [0, 1 - 5178 / 8000],
      [1, 1 - 7148 / 8000],
    ]);
    expect(lines[0]?.change?.relative?.value).toBeCloseTo(38.05, 2);
  });

  it('changes in points for percents', () => {
    const { lines } = panel(series('a', { '2023': q(72, 'percent'), '2024': q(76, 'percent') }, 'percent'));
    expect(lines[0]?.change).toMatchObject({ absolute: { value: 4, unit: 'points' } });
    expect(lines[0]?.change?.relative).toBeUndefined();
  });

  it('is one figure for one date, and nothing without a value', () => {
    expect(panel(series('a', { '2024': q(1) }))).toMatchObject({ form: 'single', lines: [{ change: null }] });
    expect(trendPanels([series('a', { '2024': null })], { lang: 'fr' })).toEqual([]);
  });

  it('places periods in proportion to time, and leaves a gap where a value is unknown', () => {
    const { form, periods, lines } = panel(
      series('a', { '2019': q(1), '2020': q(2), '2022': null, '2023': q(4), '2024': q(5) }),
      series('b', { '2019': q(1), '2022': q(2), '2024': q(3) }),
    );
    expect(form).toBe('line');
    expect(periods.map(({ x }) => Number(x.toFixed(1)))).toEqual([0, 0.2, 0.6, 0.8, 1]);
    expect(lines[0]?.dots[2]).toBeNull();
    expect(lines[0]?.runs.map((run) => run.map(({ period }) => period))).toEqual([
      ['2019', '2020'],
      ['2023', '2024'],
    ]);
  });

  it('has a gap for a period that nobody knows between two that are known, and no room around them', () => {
    const values = { '2018': null, '2019': q(1), '2020': q(2), '2021': null, '2022': q(4), '2023': null };
    const { periods, lines } = panel(series('a', values));
    expect(periods.map(({ period }) => period)).toEqual(['2019', '2020', '2021', '2022']);
    expect(lines[0]?.runs.map((run) => run.length)).toEqual([2]);
  });

  it('marks every value; of many, the last, those that are rough and those that no line joins', () => {
    const yearly = (count: number): Readonly<Record<string, Quantity | null>> =>
      Object.fromEntries([...Array(count).keys()].map((at) => [String(1900 + at), q(at)]));
    const marked = (values: Readonly<Record<string, Quantity | null>>) =>
      panel(series('a', values)).lines[0]?.marks.map(({ period }) => period);
    expect(marked(yearly(4))).toEqual(['1900', '1901', '1902', '1903']);
    const odd = { '1900': { ...q(1), op: '~' as const }, '1910': null, '1912': null };
    expect(marked({ ...yearly(30), ...odd })).toEqual(['1900', '1911', '1929']);
  });

  it('says of each value whether it was computed, and writes as many dates as there is room for, the latest always', () => {
    const points = [...Array(12).keys()].map((at) => ({
      period: String(2000 + at),
      quantity: q(at),
      ...(at === 3 ? { basis: 'computed' as const } : {}),
    }));
    const { lines, periods } = panel({ ...series('a', {}), points });
    expect(lines[0]?.dots.flatMap((dot) => (dot?.isComputed ? dot.period : []))).toEqual(['2003']);
    const written = (list: typeof periods) => list.flatMap(({ period, minor }) => (minor ? [] : period));
    expect(written(periods)).toEqual(['2002', '2005', '2008', '2011']);
    const few = panel(series('a', { '2020': q(1), '2021': q(2), '2022': q(3), '2023': q(4), '2024': q(5) }));
    expect(written(few.periods)).toHaveLength(5);
    const months = ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05'].map((period) => [period, q(1)]);
    expect(written(panel(series('a', Object.fromEntries(months))).periods)).toEqual(['2024-01', '2024-03', '2024-05']);
  });

  it('never mixes units on an axis, nor school years with civil years', () => {
    const panels = trendPanels(
      [
        series('a', { '2024': q(1) }),
        series('b', { '2024': q(1, 'percent') }, 'percent'),
        series('c', { '2023-SY': q(1) }),
        series('d', { '2024': q(3) }),
      ],
      { lang: 'fr' },
    );
    expect(panels.map(({ lines }) => lines.map(({ id }) => id))).toEqual([['a', 'd'], ['b'], ['c']]);
  });

  it('keeps what is rough, bounded or between two values visible', () => {
    const [rough, above, between, exact] = panel(
      series('rough', { '2023': quantity(4077, 'subscribers', '~'), '2024': q(4877) }),
      series('above', { '2023': quantity(2000, 'subscribers', '>'), '2024': q(4877) }),
      series('between', { '2023': quantityRange(1000, 3000, 'subscribers'), '2024': q(4877) }),
      series('exact', { '2023': q(4000), '2024': q(4877) }),
    ).lines.map(({ first }) => first);
    expect([rough?.isHollow, above?.isHollow, between?.isHollow, exact?.isHollow]).toEqual([true, true, true, false]);
    expect([rough?.bar, exact?.bar]).toEqual([null, null]);
    expect(above!.bar![1]).toBeLessThan(above!.y);
    expect(between!.bar!.map((y) => Number(y.toFixed(3)))).toEqual([0.833, 0.5]);
  });

  it('holds what is below zero, and an axis of zeros', () => {
    const below = panel(series('a', { '2023': q(-100), '2024': q(300) }));
    expect(below.zero).toBeGreaterThan(0);
    expect(below.zero).toBeLessThan(1);
    expect(below.lines[0]?.first.y).toBeGreaterThan(below.zero);
    expect(panel(series('a', { '2023': q(0), '2024': q(0) })).lines[0]?.last.y).toBe(1);
  });

  it('keeps labels apart, and grows where they need more room', () => {
    const many = 'abcdefgh'.split('').map((id) => series(id.repeat(50), { '2023': q(10), '2024': q(10) }));
    const { lines, height } = panel(...many);
    const places = lines.map(({ endAt }) => endAt * height);
    expect(Math.min(...places.slice(1).map((at, i) => at - places[i]!))).toBeGreaterThan(3);
    expect(height).toBeGreaterThan(14);
  });

  it('draws the largest of a hundred series and counts the others', () => {
    const many = [...Array(100).keys()].map((n) => series(`s${n}`, { '2023': q(1), '2024': q(n) }));
    const { lines, left } = panel(...many);
    expect([lines.length, left]).toEqual([8, 92]);
    expect(lines.map(({ id }) => id)).toContain('s99');
  });
});
