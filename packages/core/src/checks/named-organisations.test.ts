import { describe, expect, it } from 'vitest';
import { runChecks } from './run.ts';
import { linesOf } from './testing/find.ts';
import { added, amount, clean, figure, options, regionOf, withFault } from './testing/region.ts';

const rule = 'named-organisations';

describe('organisations that are named', () => {
  it('may be fewer than announced', () => {
    expect(linesOf(rule, clean)).toEqual([]);
  });

  it('are never more members than announced', () => {
    const few = figure('few', 'adherents-stock', 0, 'members', {
      dimensions: { college: 'associations' },
      period: '2021-12-31',
    });
    expect(linesOf(rule, added('observations', few))).toEqual([
      'warning observations/few quantity: 1 (memberships), expected 0',
    ]);
  });

  it('are as many as announced where the list of members is complete', () => {
    const { manifest, ...rest } = regionOf(amount('stock-b', 0));
    const memberships = { href: '', hash: '', count: 2, coverage: [{ complete: true }] };
    const complete = { manifest: { ...manifest, collections: { ...manifest.collections, memberships } }, ...rest };
    const found = runChecks(complete, { ...options, only: [rule] });
    expect(found.map(({ where }) => where.id)).toContain('stock');
    expect(found.map(({ where }) => where.id)).not.toContain('stock-b');
  });

  it('at an event may be 20 % more than "about n"', () => {
    const named = ['jardins', 'atelier', 'epicerie'].map((id) => ({
      id,
      organisation: id,
      of: 'salon',
      role: 'exhibitor',
    }));
    const about = (value: number) => ({
      ...withFault('events', 'salon', { attendance: { value, op: '~', unit: 'organisations' } }),
      participations: named,
    });
    expect(linesOf(rule, about(3))).toEqual([]);
    expect(linesOf(rule, about(2))).toEqual(['warning events/salon attendance: 3 (participations), expected ~2']);
  });
});

describe('supported organisations', () => {
  it('are as many as missions name at least', () => {
    const data = (announced: number) => ({
      ...added('observations', figure('helped', 'appui-structures', announced, 'organisations')),
      programmes: [{ id: 'appui-montval', name: { fr: 'Appui' } }],
      missions: ['jardins', 'atelier', 'jardins'].map((id, at) => ({
        id: `m${at}`,
        programme: 'appui-montval',
        mode: 'individual',
        organisations: [id],
        period: '2023',
        status: 'held',
      })),
    });
    expect(linesOf(rule, data(5))).toEqual([]);
    expect(linesOf(rule, data(1))).toEqual(['warning observations/helped quantity: 2 (missions), expected 1']);
  });
});
