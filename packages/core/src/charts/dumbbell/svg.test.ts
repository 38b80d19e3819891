import { describe, expect, it } from 'vitest';
import { collisions, partsOf, svgOf, textsOf } from '../testing/picture.ts';
import { drawDumbbell, type PaintedDumbbell } from './svg.ts';

const ROWS: readonly PaintedDumbbell[] = [
  { label: 'Lettre', now: 1, before: 0.5, value: '20 → 40', change: '+100 % (+20)' },
  { label: 'Forum', now: 0.25, before: undefined, value: 'non connu → 10', change: '' },
  { label: 'Rien', now: undefined, before: undefined, value: 'non connu → non connu', change: '' },
];
const picture = (rows: readonly PaintedDumbbell[], width?: number): string =>
  svgOf(drawDumbbell({ rows, periods: ['2024', '2023'], zero: 0 }), {}, width).svg;
const circles = (svg: string) =>
  partsOf(svg)
    .filter(({ name }) => name === 'circle')
    .map(({ attributes }) => attributes);

describe('a picture of two dots a row', () => {
  it('has a key, every value and change, and no dot for an unknown value', () => {
    const svg = picture(ROWS);
    const said = textsOf(svg).map(({ text }) => text);
    for (const text of ['2023', '2024', 'Lettre', '20 → 40', '+100 % (+20)', 'non connu → 10'])
      expect(said).toContain(text);
    expect(collisions(textsOf(svg))).toEqual([]);
    // Two in the key, two of the first row, one of the second.
    expect(circles(svg)).toHaveLength(5);
  });

  it('draws the value before as a ring, and the one now as a disc at its place', () => {
    const [, , ring, disc] = circles(picture(ROWS));
    expect(ring?.['stroke']).toBe(disc?.['fill']);
    expect(ring?.['fill']).not.toBe(disc?.['fill']);
    expect(Number(ring?.['cx'])).toBeLessThan(Number(disc?.['cx']));
  });

  it('keeps long names and values within a narrow picture', () => {
    const label = 'Un nom de canal bien plus long que la place qu’il peut avoir dans cette image, et qui continue';
    const texts = textsOf(picture([{ ...(ROWS[0] as PaintedDumbbell), label, value: '1 000 000 → 2 000 000' }], 320));
    expect(collisions(texts)).toEqual([]);
    expect(Math.max(...texts.map(({ right }) => right))).toBeLessThanOrEqual(320);
  });
});
