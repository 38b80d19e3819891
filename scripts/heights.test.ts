import { describe, expect, it } from 'vitest';
import { HEIGHTS } from '../packages/elements/src/base/card/heights.ts';
import { tags } from '../stories/support/manifest.ts';
import { reserveOf } from './heights.ts';

describe('the height that pages reserve', () => {
  it('follows the width of the page between a telephone and the text of a site', () => {
    expect(reserveOf([800, 640, 480, 480])).toBe('clamp(30rem, 53.5rem - 57vw, 50rem)');
    expect(reserveOf([146, 92, 152, 152])).toBe('clamp(6rem, 1rem + 21vw, 9.5rem)');
  });

  it('is one number where the width changes little, and no more than a screen', () => {
    expect(reserveOf([94, 94, 94, 94])).toBe('6rem');
    expect(reserveOf([2700, 2000, 1700, 1000])).toBe('64rem');
  });

  it('is known for every element that shows something', () => {
    expect(Object.keys(HEIGHTS).sort()).toEqual(tags.filter((tag) => tag !== 'ess-provider').sort());
  });
});
