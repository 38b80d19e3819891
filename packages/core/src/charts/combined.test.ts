import { describe, expect, it } from 'vitest';
import { type Basis, badgesOf, inOneLanguage, type Measure, resolveText } from '../model/index.ts';
import { combined, type MeasuredFigure } from './combined.ts';

const figure = (id: string, basis: Basis, section = id): MeasuredFigure => ({
  measure: {
    indicator: id,
    period: '2024',
    quantity: { value: 1, op: '=', unit: 'members' },
    basis,
    population: null,
    missing: null,
    sources: [{ document: 'report', section }],
    notes: [{ fr: `Note ${id}` }],
  },
  texts: { label: { fr: `L${id}` }, definition: { fr: `D${id}` }, kind: 'flow', unit: 'members', dimensions: [] },
});

describe('figures that stand together', () => {
  it('are one figure as it is, and none where there is none', () => {
    const one = figure('a', 'published');
    expect(combined([one])).toBe(one);
    expect(combined([])).toBeUndefined();
  });

  it('are named all, with their definitions, sources and notes, and have no value of their own', () => {
    const both = combined([figure('a', 'published'), figure('b', 'published'), figure('c', 'published')]);
    expect(both?.texts.label).toEqual({ fr: 'La, lb et lc', br: 'La, lb ha lc', en: 'La, lb and lc' });
    expect(both?.texts.definition['fr']).toBe('La\u202f: Da Lb\u202f: Db Lc\u202f: Dc');
    expect(both?.measure).toMatchObject({ quantity: null, basis: 'published', period: '2024' });
    expect(both?.measure.sources.map(({ section }) => section)).toEqual(['a', 'b', 'c']);
    expect(both?.measure.notes.map(({ fr }) => fr)).toEqual(['Note a', 'Note b', 'Note c']);
  });

  it('lack a language where it is shown that lacks a word of one of them, and no other', () => {
    const defined = (id: string): MeasuredFigure => {
      const one = figure(id, 'published');
      const definition = { fr: `D${id}`, en: `E${id}` };
      return { ...one, texts: { ...one.texts, label: { fr: 'L', br: 'L', en: 'L' }, definition } };
    };
    const { made, isWhole } = inOneLanguage(() => combined([defined('a'), defined('b')]));
    expect(isWhole).toBe(true);
    const { label, definition } = made!.texts;
    expect(definition).toEqual({ fr: 'L\u202f: Da L\u202f: Db', en: 'L: Ea L: Eb' });
    const isWholeIn = (lang: string) => inOneLanguage(() => resolveText(definition, lang)).isWhole;
    expect(['fr', 'br', 'en'].map(isWholeIn)).toEqual([true, false, true]);
    expect(label['br']).toBe('L');
  });

  it('of one indicator are named once, and their file after what all are kept to', () => {
    const kept = (where: string, id = 'a'): MeasuredFigure => {
      const one = figure(id, 'published');
      return { ...one, measure: { ...one.measure, where } };
    };
    const both = combined([kept('call=avis'), kept('call=avis')]);
    expect(both?.texts).toMatchObject({ label: { fr: 'La', en: 'La' }, definition: { en: 'La: Da' } });
    expect(both?.measure).toMatchObject({ indicator: 'a', where: 'call=avis' });
    expect(combined([kept('call=avis'), kept('call=mer')])?.measure).not.toHaveProperty('where');
    expect(combined([kept('call=avis'), kept('call=avis', 'b')])?.measure.indicator).toBe('a-b');
  });

  it('have the least sure of their origins', () => {
    const basisOf = (...bases: readonly Basis[]) => combined(bases.map((basis) => figure(basis, basis)))?.measure.basis;
    expect(basisOf('published', 'computed', 'both')).toBe('computed');
    expect(basisOf('both', 'published')).toBe('published');
    expect(basisOf('computed', 'listed')).toBe('listed');
  });

  it('have no origin of what has no value', () => {
    const one = figure('b', 'listed');
    const part = (quantity: Measure['quantity']) => [{ id: 'p', label: { fr: 'p' }, quantity }];
    const basisWith = (parts: Measure['parts'] = []) =>
      combined([figure('a', 'published'), { ...one, measure: { ...one.measure, quantity: null, parts } }])?.measure
        .basis;
    expect([basisWith(), basisWith(part(null))]).toEqual(['published', 'published']);
    expect(basisWith(part(one.measure.quantity))).toBe('listed');
  });

  it('are to be checked where one of them is, by name', () => {
    const doubtful = figure('b', 'published');
    const agreement = {
      agrees: false,
      published: { value: 1, op: '=', unit: 'members' },
      computed: { value: 2, op: '=', unit: 'members' },
    } as const;
    const found = combined([figure('a', 'published'), { ...doubtful, measure: { ...doubtful.measure, agreement } }]);
    expect(found && badgesOf(found.measure)).toEqual({ origin: 'published', doubts: ['check'] });
    expect(found?.measure.combines).toHaveLength(2);
    // One that was found right confirms nothing of the others, and every finding is kept.
    const right = { ...agreement, agrees: true, computed: agreement.published };
    const withChecks = (id: string, extra: object): MeasuredFigure => {
      const one = figure(id, 'both');
      return { ...one, measure: { ...one.measure, ...extra } };
    };
    const several = combined([
      withChecks('a', { agreement: right, checks: ['x'] }),
      withChecks('b', { agreement }),
      withChecks('c', { checks: ['y'] }),
    ]);
    expect(several?.measure.agreement).toEqual(agreement);
    expect(several?.measure.checks).toEqual(['x', 'y']);
    const partly = combined([figure('a', 'published'), withChecks('b', { added: ['check'] })])?.measure;
    expect(partly && badgesOf(partly).doubts).toContain('check');
    expect(
      combined([withChecks('a', { agreement: right, checks: ['x'] }), figure('b', 'both')])?.measure,
    ).not.toHaveProperty('agreement');
    expect(found?.measure.notes[0]?.fr).toBe('À vérifier\u202f: Lb.');
  });
});
