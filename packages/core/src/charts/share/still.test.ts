import { describe, expect, it } from 'vitest';
import { quantity } from '../../model/index.ts';
import type { Figure } from '../figure.ts';
import { skinCss } from '../skin.ts';
import { still as stackStill } from '../stack/still.ts';
import { stillWords } from '../words/words.ts';
import { still } from './still.ts';

const percent = (value: number) => quantity(value, 'percent');
const part = (id: string, value: number) => ({ id, label: { fr: id }, quantity: percent(value) });
const segment = (id: string, rank: number, start: number, length: number) => ({
  ...{ id, label: { fr: id }, quantity: percent(length * 100), rank, start, length },
});
const segments = [segment('Oui', 1, 0, 0.9), segment('Non', 2, 0.9, 0.06)];
const figure = {
  measure: { period: '2024', basis: 'published', parts: [part('Oui', 90), part('Non', 6)] },
  texts: { unit: 'percent' },
  dimension: { id: 'attendance', label: { fr: 'présence' }, exclusive: true },
  before: '2023',
  segments,
  stacks: [{ period: '2024', segments }],
} as unknown as Figure;
const m = stillWords('fr');

describe('one bar of parts in a still', () => {
  it('has each part with its length and pattern, and leaves the rest of the whole empty', () => {
    const markup = still(figure, m)?.markup ?? '';
    expect(markup).toMatch(
      /^<div><span class="v90 p1"><\/span><span class="v6 p2"><\/span><span class="v4"><\/span><\/div>/,
    );
    expect(markup).toContain('<li class="v90 p1"><span>Oui</span> <span><strong>90\u202f%</strong></span></li>');
  });

  it('stands beside its period in a stack, whose table has the values', () => {
    const markup = stackStill(figure, m)?.markup ?? '';
    expect(markup).toMatch(/^<div><svg aria-hidden="true"[^>]*><text[^>]*>2024<\/text><\/svg><span class="v90 p1">/);
    expect(markup).toContain('<tr class="p2"><th scope="row">Non</th><td><strong>6\u202f%</strong></td></tr>');
  });

  it('shares its rules with a stack, which has them for both', () => {
    const both = skinCss({ names: ['share', 'stack'] });
    expect(both).toContain('.ess-still:is(.ess-share,.ess-stack) svg{');
    expect(skinCss({ names: ['share'] })).toContain('.ess-still.ess-share svg{');
    expect(skinCss({ names: ['share'] })).toContain('.ess-still .p2{--p:repeating-linear-gradient(');
    expect(skinCss({ names: ['dots'] })).not.toContain('.p2{');
  });
});
