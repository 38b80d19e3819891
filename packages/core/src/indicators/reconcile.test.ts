import { describe, expect, it } from 'vitest';
import { Observation, quantity } from '../model/index.ts';
import { observation } from '../model/testing.ts';
import type { Observed } from './observed.ts';
import { reconcile } from './reconcile.ts';

const observed = (value: number, ...ids: readonly string[]): Observed => ({
  quantity: quantity(value, 'members'),
  observations: (ids.length ? ids : ['stated']).map((id) => Observation.parse({ ...observation('x', value), id })),
});
const computed = (value: number, extra: object = {}) => ({
  quantity: quantity(value, 'members'),
  complete: true,
  ...extra,
});

describe('reconcile', () => {
  it('gives what is published alone, with its sources and observations', () => {
    expect(reconcile(observed(117, 'text', 'table'), null)).toEqual({
      quantity: quantity(117, 'members'),
      basis: 'published',
      observations: ['text', 'table'],
      population: null,
      missing: null,
      sources: [
        { document: 'report', section: 'I.1.a', page: 4 },
        { document: 'report', section: 'I.1.a', page: 4 },
      ],
      notes: [],
    });
  });

  it('keeps what the document prints for that very value, and no words for a sum of several', () => {
    const six = Observation.parse({ ...observation('x', 6), id: 'six', printed: 'Six' });
    expect(reconcile({ quantity: six.quantity, observations: [six] }, null).printed).toBe('Six');
    const sum = reconcile({ quantity: quantity(9, 'members'), observations: [six] }, null);
    expect('printed' in sum).toBe(false);
  });

  it('gives what is computed alone, from a complete list', () => {
    expect(reconcile(null, computed(12, { population: 12, missing: 0 }))).toMatchObject({
      quantity: quantity(12, 'members'),
      basis: 'computed',
      population: 12,
      missing: 0,
      sources: [],
    });
  });

  it('turns a count on an incomplete list into "at least", and says why', () => {
    const measure = reconcile(null, computed(12, { complete: false }));
    expect(measure.quantity).toEqual({ value: 12, op: '>=', unit: 'members', partial: 'liste incomplète' });
    expect([measure.basis, measure.notes.map((n) => n.en)]).toEqual(['listed', ['incomplete list']]);
  });

  it('shows the published value first, whether the computed one agrees with it or not', () => {
    for (const [value, agrees] of [
      [117, true],
      [116, false],
    ] as const) {
      const measure = reconcile(observed(117), computed(value));
      expect([measure.quantity?.value, measure.basis]).toEqual([117, 'both']);
      expect(measure.agreement).toEqual({
        agrees,
        published: quantity(117, 'members'),
        computed: quantity(value, 'members'),
      });
    }
  });

  it('neither confirms nor contradicts with an incomplete list', () => {
    for (const value of [117, 12]) {
      const measure = reconcile(observed(117), computed(value, { complete: false }));
      expect([measure.quantity?.value, measure.basis, measure.agreement]).toEqual([117, 'published', undefined]);
    }
  });

  it('does not say of a published figure how many records an incomplete list holds or leaves out', () => {
    const list = { complete: false, population: 20, missing: 3, notes: [{ fr: 'non comptés : 3' }] };
    expect(reconcile(observed(117), computed(17, list))).toMatchObject({ population: null, missing: null, notes: [] });
  });

  it('does not let a value confirm the figure that it was calculated from', () => {
    const measure = reconcile(observed(117, 'a', 'b'), computed(117, { derivedFrom: ['c', 'b'] }));
    expect([measure.basis, measure.agreement, measure.derivedFrom]).toEqual(['published', undefined, undefined]);
  });

  it('says what a confirming value was calculated from', () => {
    expect(reconcile(observed(117, 'a'), computed(117, { derivedFrom: ['c'] }))).toMatchObject({
      basis: 'both',
      derivedFrom: ['c'],
    });
  });

  it('compares nothing when the published unit is another one', () => {
    const measure = reconcile(observed(117), { quantity: quantity(117, 'people'), complete: true });
    expect([measure.quantity?.unit, measure.basis]).toEqual(['members', 'published']);
  });

  it('is unknown, and keeps the reason, when neither knows', () => {
    const measure = reconcile(null, { quantity: null, complete: false, notes: [{ fr: 'la colonne manque' }] });
    expect([measure.quantity, measure.notes]).toEqual([null, [{ fr: 'la colonne manque' }]]);
    expect(reconcile(null, null).quantity).toBeNull();
  });

  it('keeps a complete 0, which is not the unknown', () => {
    expect(reconcile(null, computed(0))).toMatchObject({ quantity: { value: 0 }, basis: 'computed' });
  });
});
