import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { added, amount, figure, planted } from './testing/region.ts';

const rule = 'deltas';
const subscribers = (value: number, op = '=') => ({ value, op, unit: 'subscribers' });

describe('a change', () => {
  it('may be about: 20 % of it are forgiven', () => {
    expect(linesOf(rule, planted('audiences', 'lettre/2023', { change: subscribers(45, '~') }))).toEqual([]);
  });

  it('larger than the value itself cannot be', () => {
    expect(linesOf(rule, planted('audiences', 'lettre/2023', { change: subscribers(500) }))).toEqual([
      'error audiences/lettre/2023 change: 500, expected ≤ 450',
    ]);
  });

  it('may run since any earlier snapshot', () => {
    const summer = { id: 'lettre/2023-06', channel: 'lettre', date: '2023-06-30', followers: subscribers(430) };
    expect(linesOf(rule, added('audiences', summer))).toEqual([]);
  });

  it('that was published is that of the stock, and that of joins and exits', () => {
    const net = (value: number) => added('observations', figure('net', 'adherents-net', value, 'members'));
    expect(linesOf(rule, net(4))).toEqual([]);
    expect(linesOf(rule, net(3))).toEqual([
      'warning observations/net quantity: 3, expected 4',
      'warning observations/net quantity: 3, expected 4',
    ]);
  });

  it('in percent is that of the stock', () => {
    const growth = (value: number) => added('observations', figure('up', 'adherents-growth', value, 'percent'));
    expect(linesOf(rule, growth(7.1))).toEqual([]);
    expect(linesOf(rule, growth(9.1))).toEqual(['warning observations/up quantity: 9.1\u202f%, expected 7.1\u202f%']);
  });

  it('of joins and exits without a stock before says nothing', () => {
    expect(linesOf(rule, planted('observations', 'stock-before', { period: '2020-12-31' }))).toEqual([]);
    expect(linesOf(rule, amount('joined', 7))).toHaveLength(1);
  });
});

describe('a growth whose base is a stock', () => {
  const growth = (value: number, label = 'Croissance du nombre d’adhérents') =>
    added('observations', figure('growth', null, value, 'percent', { base: 'adherents-stock', label: { fr: label } }));

  it('is that of the stock between both ends', () => {
    expect(linesOf(rule, growth(7.1))).toEqual([]);
    expect(linesOf(rule, growth(9))).toEqual(['warning observations/growth quantity: 9\u202f%, expected 7.1\u202f%']);
  });

  it('is told from a share by its label', () => {
    expect(linesOf(rule, growth(9, 'Part des adhérents de Montval'))).toEqual([]);
  });
});

describe('a change that says from which two figures it comes', () => {
  const change = (value: number, unit: string, derivedFrom = ['stock', 'stock-before']) =>
    linesOf(rule, added('observations', figure('change', null, value, unit, { derivedFrom })));

  it('is the later one less the earlier one', () => {
    expect(change(4, 'members')).toEqual([]);
    expect(change(4, 'members', ['stock-before', 'stock'])).toEqual([]);
    expect(change(-4, 'members')).toEqual(['warning observations/change quantity: −4, expected 4']);
  });

  it('in percent is a growth', () => {
    expect(change(7.1, 'percent')).toEqual([]);
    expect(change(17.1, 'percent')).toHaveLength(1);
  });

  it('is none where the two are of one day', () => {
    expect(change(50, 'percent', ['stock-a', 'stock-b'])).toEqual([]);
  });
});

describe('a figure that follows another one by its name', () => {
  const rate = (id: string, value: number, period: string) =>
    figure(id, 'venue-share', value, 'percent', { base: 'places', period });
  const points = (value: number) =>
    added(
      'observations',
      rate('now', 76, '2023'),
      rate('before', 72, '2022'),
      figure('points', 'venue-share-change', value, 'points'),
    );

  it('is its change, in points where it is a percent', () => {
    expect(linesOf(rule, points(4))).toEqual([]);
    expect(linesOf(rule, points(6))).toEqual(['warning observations/points quantity: 6, expected 4']);
  });

  it('compares a year with a year only', () => {
    const half = planted('observations', 'workshops-h1', { period: '2022-H2' });
    const rise = figure('rise', 'ateliers-change', 9, 'events', { period: '2023' });
    expect(linesOf(rule, { ...half, observations: [...(half.observations ?? []), rise] })).toEqual([]);
  });
});
