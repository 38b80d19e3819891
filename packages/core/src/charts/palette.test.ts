import { describe, expect, it } from 'vitest';
import { contrastOf, PALETTE_NAMES, type PaletteTheme, paletteOf } from './palette.ts';

const SURFACES: readonly (readonly [PaletteTheme, string])[] = [
  ['light', '#ffffff'],
  ['dark', '#10222a'],
  ['dark', '#161616'],
];
const ACCENTS = [
  '#0b5a6b',
  '#000091',
  '#ffd24a',
  '#e1000f',
  '#00a95f',
  '#ffffff',
  '#000000',
  '#777777',
  '#ff00ff',
  '#8585f6',
];

describe('contrast', () => {
  it('is that of WCAG 2', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastOf('#0b5a6b', '#ffffff')).toBeCloseTo(7.8, 1);
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('names a text that is no colour', () => {
    expect(() => contrastOf('red', '#ffffff')).toThrow('"red" is not a colour like #0b5a6b');
  });
});

describe('a palette', () => {
  it.each(SURFACES)(
    'holds the contrasts of texts and marks in the %s theme on %s, whatever the accent',
    (theme, surface) => {
      for (const accent of ACCENTS) {
        const { colours, failures } = paletteOf(accent, theme, surface);
        const of = (a: keyof typeof colours, b: string) => contrastOf(colours[a], b);
        expect(failures, accent).toEqual([]);
        expect(of('accent', surface), accent).toBeGreaterThanOrEqual(4.5);
        expect(of('accent', colours['accent-soft']), accent).toBeGreaterThanOrEqual(4.5);
        expect(of('accent-hover', surface), accent).toBeGreaterThanOrEqual(4.5);
        expect(of('on-accent', colours.accent), accent).toBeGreaterThanOrEqual(4.5);
        expect(of('coast', colours.sea), accent).toBeGreaterThanOrEqual(3);
        expect(of('sea-ink', colours.sea), accent).toBeGreaterThanOrEqual(4.5);
        for (const name of PALETTE_NAMES) expect(colours[name]).toMatch(/^#[\da-f]{6}$/);
      }
    },
  );

  it('keeps an accent that is dark enough as it is, and moves one that is not no further than it must', () => {
    expect(paletteOf('#0B5A6B', 'light', '#ffffff')).toMatchObject({ isMoved: false, colours: { accent: '#0b5a6b' } });
    const { isMoved, colours } = paletteOf('#ffd24a', 'light', '#ffffff');
    expect(isMoved).toBe(true);
    expect(contrastOf(colours.accent, colours['accent-soft'])).toBeLessThan(4.7);
    // Its hue stays: more red than blue.
    expect(parseInt(colours.accent.slice(1, 3), 16)).toBeGreaterThan(parseInt(colours.accent.slice(5), 16) + 60);
  });

  it('says which pairs a ground without contrast cannot have', () => {
    const { failures } = paletteOf('#0b5a6b', 'light', '#6b6b6b');
    expect(failures.map(({ pair }) => pair)).toContain('accent');
    expect(failures[0]?.ratio).toBeLessThan(4.5);
  });
});
