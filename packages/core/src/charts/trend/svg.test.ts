import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Quantity, quantity } from '../../model/index.ts';
import { quantityRange } from '../../model/quantity.ts';
import type { SvgFile } from '../svg.ts';
import { collisions, palette, partsOf, svgOf, textsOf } from '../testing/picture.ts';
import { drawTrend, type PaintedPanel } from './svg.ts';
import { type TrendPanel, type TrendSeries, trendPanels } from './trend.ts';

type Values = Readonly<Record<string, Quantity | number | null>>;
const q = (value: number): Quantity => quantity(value, 'members');
const series = (label: string, values: Values, unit = 'members'): TrendSeries => ({
  id: label,
  label: { fr: label },
  unit,
  points: Object.entries(values).map(([period, value]) => ({
    period,
    quantity: typeof value === 'number' ? quantity(value, unit) : value,
  })),
});

const painted = (panel: TrendPanel): PaintedPanel => ({
  ...panel,
  heading: `En ${panel.unit}`,
  periods: panel.periods.map(({ period, x }) => ({ text: period, x })),
  ticks: panel.ticks.map(({ value, y }) => ({ text: String(value), y })),
  lines: panel.lines.map((line) => ({
    ...line,
    label: line.label.fr,
    value: line.last === line.dots.at(-1) ? String(line.last.quantity.value) : '',
    change: line.change ? '+38,0 %' : '',
    start: { prefix: line.first.isHollow ? 'env.' : '', number: String(line.first.quantity.value) },
    values: line.dots.map((dot) => (dot ? String(dot.quantity.value) : '')),
    shape: 'M3 3L13 3L13 13L3 13Z',
  })),
});
const draw = (...all: readonly TrendSeries[]): SvgFile =>
  svgOf(drawTrend(trendPanels(all, { lang: 'fr' }).map(painted)), { title: 'T', source: 'S' });
const said = ({ svg }: SvgFile): readonly string[] => textsOf(svg).map(({ text }) => text);

/** Middles of the markers, from the top. */
const markers = ({ svg }: SvgFile): readonly number[] =>
  partsOf(svg)
    .filter(({ attributes }) => attributes['transform']?.includes('scale(0.88)'))
    .map(({ y }) => y + 7);
/** The line of zero. */
const base = ({ svg }: SvgFile): number => {
  const axis = partsOf(svg).find(({ attributes }) => attributes['stroke'] === palette['line-strong']);
  return (axis?.y ?? 0) + Number(/^M[\d.]+ ([\d.]+)h/.exec(axis?.attributes['d'] ?? '')?.[1]);
};

describe('a trend as a picture', () => {
  it('writes names, values and changes at the end of two dates, and the first values at their start', () => {
    const file = draw(series('LinkedIn', { '2023': 5178, '2024': 7148 }), series('X', { '2023': 2424, '2024': 2283 }));
    expect(said(file)).toEqual(
      expect.arrayContaining(['2023', '2024', '0', 'LinkedIn', '7148', '+38,0 %', '5178', 'X', '2283', '2424']),
    );
    expect(collisions(textsOf(file.svg))).toEqual([]);
  });

  it('measures from zero, in proportion', () => {
    const file = draw(series('A', { '2023': 50, '2024': 100 }));
    const [before = 0, after = 0] = markers(file).map((y) => base(file) - y);
    expect(before / after).toBeCloseTo(0.5, 2);
    const below = draw(series('A', { '2023': -50, '2024': 100 }));
    const [under = 0, over = 0] = markers(below);
    expect(under).toBeGreaterThan(base(below));
    expect(over).toBeLessThan(base(below));
  });

  it('leaves a gap where a value is unknown, and dates those that end before the others', () => {
    const { svg } = draw(series('A', { '2019': 1, '2020': 2, '2021': null, '2022': 4, '2023': 5 }));
    const lines = partsOf(svg).filter(({ attributes }) => attributes['stroke-width'] === '3');
    expect(lines.map(({ attributes }) => attributes['d']?.match(/[ML]/g)?.join(''))).toEqual(['ML', 'ML']);
  });

  it('tells lines apart without their colours: dashes of their own, one in the accent', () => {
    const { svg } = draw(...[1, 2, 3, 4].map((n) => series(`L${n}`, { '2023': n, '2024': 2 * n })));
    const lines = partsOf(svg).filter(
      ({ attributes }) =>
        attributes['stroke-linejoin'] && attributes['d']?.includes('L') && attributes['fill'] === 'none',
    );
    expect(lines.map(({ attributes }) => attributes['stroke'])).toEqual([
      palette.accent,
      ...[1, 2, 3].map(() => palette['ink-2']),
    ]);
    expect(new Set(lines.map(({ attributes }) => attributes['stroke-dasharray'])).size).toBe(4);
  });

  it('draws a rough value hollow, with the bar that it lies in, and "env." over it', () => {
    const rough = quantityRange(40, 60, 'members');
    const file = draw(series('A', { '2023': rough, '2024': 100 }));
    expect(said(file)).toContain('env.');
    expect(file.svg).toContain('stroke-width="2.4"');
    expect(
      partsOf(file.svg).filter(({ attributes }) => attributes['stroke-width'] === '4' && !attributes['fill']),
    ).toHaveLength(1);
  });

  it('says one date in figures, a row of them as far as there is room', () => {
    const file = draw(...['Un', 'Deux', 'Trois', 'Quatre'].map((name) => series(name, { '2024': 7 })));
    const rows = textsOf(file.svg).filter(({ text }) => text === '7');
    expect(rows).toHaveLength(4);
    expect(new Set(rows.map(({ bottom }) => bottom)).size).toBe(2);
    expect(collisions(textsOf(file.svg))).toEqual([]);
  });

  it('heads each of several units, one under another', () => {
    const file = draw(
      series('A', { '2022': 1, '2023': 2, '2024': 3 }),
      series('B', { '2022': 1000, '2023': 2, '2024': 3 }, 'euros'),
    );
    const heads = textsOf(file.svg).filter(({ text }) => text.startsWith('En '));
    expect(heads.map(({ text }) => text)).toEqual(['En members', 'En euros']);
    expect(collisions(textsOf(file.svg))).toEqual([]);
  });

  it('writes the values over a line that is alone, and of many dates as many as have room', () => {
    const years = Object.fromEntries([...Array(30).keys()].map((n) => [String(1995 + n), 1000 + n]));
    const file = draw(series('Adhérents', years));
    expect(collisions(textsOf(file.svg))).toEqual([]);
    expect(said(file)).toEqual(expect.arrayContaining(['1029', '2024']));
    expect(said(file).filter((text) => /^10\d\d$/.test(text)).length).toBeGreaterThan(8);
    expect(said(draw(series('A', { '2022': 11, '2023': 12, '2024': 13 })))).toEqual(
      expect.arrayContaining(['11', '12', '13']),
    );
  });

  it('is well formed and keeps its words inside and apart, whatever they are', () => {
    const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 60, size: 'max' });
    const values = fc.array(fc.option(fc.integer({ min: -1e6, max: 1e12 }), { freq: 5 }), {
      minLength: 1,
      maxLength: 8,
    });
    const one = fc.record({ name, values });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), (all) => {
        const lines = all.map((each, at) =>
          series(
            `${each.name} <&"${at}`,
            Object.fromEntries(each.values.map((value, n) => [String(2010 + n), value && q(value)])),
          ),
        );
        const { svg, width } = draw(...lines);
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        const texts = textsOf(svg);
        expect(texts.filter(({ left, right }) => left < 0 || right > width)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
