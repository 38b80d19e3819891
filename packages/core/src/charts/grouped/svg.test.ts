import { describe, expect, it } from 'vitest';
import { quantity } from '../../model/index.ts';
import { collisions, partsOf, svgOf, textsOf } from '../testing/picture.ts';
import { groupMarks } from './groups.ts';
import { drawGroups } from './svg.ts';

const NAME = 'Une catégorie';
const series = (numbers: readonly (number | null)[], name = NAME) =>
  numbers.map((n, at) => ({
    id: `${at}`,
    label: { fr: `${name} ${at}` },
    quantity: n === null ? null : quantity(n, 'members'),
  }));

function picture(all: readonly (readonly (number | null)[])[], name?: string, width?: number): string {
  const marks = groupMarks(
    all.map((each) => series(each, name)),
    { sort: 'order' },
  );
  const groups = marks.map(({ label, bars }) => ({
    label: label.fr,
    colour: '#123456',
    bars: bars.map((bar) => ({ ...bar, value: bar.quantity ? String(bar.quantity.value) : 'Pas de donnée' })),
  }));
  const draw = drawGroups({ groups, series: all.map((_, at) => String(2024 - at)), zero: marks[0]?.zero ?? 0 });
  return svgOf(draw, {}, width).svg;
}
const rects = (svg: string) => partsOf(svg).filter(({ name, attributes }) => name === 'rect' && attributes['rx']);

describe('a picture of groups', () => {
  it('has every value, every category and what each pattern stands for; no text lies on another', () => {
    const svg = picture([
      [40, 30, null],
      [20, 10, 5],
    ]);
    const said = textsOf(svg).map(({ text }) => text);
    for (const text of ['2024', '2023', '40', '30', '20', '10', '5', 'Pas de donnée', `${NAME} 2`])
      expect(said).toContain(text);
    expect(collisions(textsOf(svg))).toEqual([]);
  });

  it('gives each series a pattern of its own, in the legend as in the groups', () => {
    const fills = rects(picture([[4], [3], [2], [1]])).map(({ attributes }) => attributes['fill']);
    expect(fills.slice(0, 4)).toEqual(fills.slice(4));
    expect(new Set(fills).size).toBe(4);
    const svg = picture([[4], [3]]);
    expect(svg).toContain('<pattern id="ess-hatch"');
  });

  it('keeps bars in proportion from one zero, and values in the picture', () => {
    const [long, short] = rects(picture([[40], [20]])).slice(2);
    expect(Number(long?.attributes['width']) / Number(short?.attributes['width'])).toBeCloseTo(2, 1);
    expect(long?.attributes['x']).toBe(short?.attributes['x']);
    const narrow = picture(
      [
        [1e12, -5],
        [3, 1e12],
      ],
      'Un nom bien plus long que la place qu’il a dans l’image',
      320,
    );
    const texts = textsOf(narrow);
    expect(collisions(texts)).toEqual([]);
    expect(Math.max(...texts.map(({ right }) => right))).toBeLessThanOrEqual(320);
  });

  it('is well formed with nothing to draw', () => {
    expect(rects(picture([]))).toEqual([]);
  });
});
