import { describe, expect, it } from 'vitest';
import { drawKey, type KeyEntry } from './legend.ts';
import { drawColumn } from './svg.ts';
import { collisions, partsOf, svgOf, textsOf } from './testing/picture.ts';

const SQUARE = 'M3 3L13 3L13 13L3 13Z';
const entry = (label: string, more: Partial<KeyEntry> = {}): KeyEntry => ({
  label,
  count: '7',
  colour: '#049db6',
  shape: SQUARE,
  ...more,
});

describe('a legend', () => {
  it('has a sign, a name and a count for each, side by side', () => {
    const { svg } = svgOf(drawKey([entry('Coopératives'), entry('Associations', { count: '1 204' })]));
    const texts = textsOf(svg);
    expect(texts.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Coopératives', '7', 'Associations', '1 204']),
    );
    const [first, second] = ['Coopératives', 'Associations'].map((name) => texts.find(({ text }) => text === name));
    expect(first?.bottom).toBe(second?.bottom);
    expect(partsOf(svg).filter(({ attributes }) => attributes['d'] === SQUARE)).toHaveLength(2);
  });

  it('goes on under itself where there is no more room, with every word inside', () => {
    const many = [...Array(100).keys()].map((n) => entry(`Une catégorie au nom assez long, la ${n} < & "`));
    const { svg, width } = svgOf(drawKey([...many, entry('mot '.repeat(60))]), {}, 360);
    const texts = textsOf(svg);
    expect(texts.filter(({ text }) => text === '7')).toHaveLength(101);
    expect(texts.filter(({ left, right }) => left < 24 || right > width - 24 + 0.1)).toEqual([]);
    expect(collisions(texts)).toEqual([]);
  });

  it('draws hollow what is hollow, and a ring for markers put together', () => {
    const { svg } = svgOf(drawKey([entry('A', { isHollow: true })]));
    expect(svg).toContain('stroke="#049db6" stroke-width="2.4"');
    const [{ shape: _, ...ring }] = [entry('Regroupés')];
    expect(partsOf(svgOf(drawKey([ring])).svg).filter(({ name }) => name === 'circle')).toHaveLength(3);
  });

  it('stands under what it explains', () => {
    const map = () => ({ markup: '<path d="M0 0h9"/>', height: 300, defs: '<clipPath id="a"/>' });
    const alone = svgOf(map);
    const { svg, height } = svgOf(drawColumn([map, drawKey([entry('A')])], 14));
    expect(height).toBe(alone.height + 14 + 26);
    expect(svg).toContain('<defs><clipPath id="a"/></defs>');
    const path = partsOf(svg).find(({ attributes }) => attributes['d'] === 'M0 0h9');
    expect(textsOf(svg).find(({ text }) => text === 'A')?.bottom).toBeGreaterThan((path?.y ?? 0) + 300);
  });
});
