import { describe, expect, it } from 'vitest';
import { fitsTile, shortLabel } from './short-label.ts';

const labels = {
  short: { fr: 'Candidatures' },
  shorts: [
    { where: 'call=forest', short: { fr: 'Candidatures Forêt' } },
    { where: 'result=selected call=forest', short: { fr: 'Lauréats Forêt' } },
    { where: 'call=forest territory=region-1', short: { fr: 'Candidatures Forêt au nord' } },
  ],
};
const found = (where?: string, territory?: string) => shortLabel(labels, { where, territory })?.fr;

describe('the short label of a figure', () => {
  it('is that of the whole, or that of exactly its pairs in any order', () => {
    expect(found()).toBe('Candidatures');
    expect(found('call=forest')).toBe('Candidatures Forêt');
    expect(found('call=forest result=selected')).toBe('Lauréats Forêt');
  });

  it('is never that of something else', () => {
    expect(found('call=sea')).toBeUndefined();
    expect(found('result=selected')).toBeUndefined();
    expect(shortLabel({}, {})).toBeUndefined();
  });

  it('may be of a territory; else the territory is named beside it', () => {
    expect(found('call=forest', 'region-1')).toBe('Candidatures Forêt au nord');
    expect(found('call=forest territory=region-1')).toBe('Candidatures Forêt au nord');
    expect(found('call=forest', 'region-2')).toBe('Candidatures Forêt');
    expect(found(undefined, 'region-1')).toBe('Candidatures');
  });

  it('fits on a tile with 28 characters and no comma', () => {
    expect(['é'.repeat(28), 'é'.repeat(29), 'Bureau, CA'].map(fitsTile)).toEqual([true, false, false]);
  });
});
