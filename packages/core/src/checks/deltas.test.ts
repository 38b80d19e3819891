import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { added, amount, figure, withFault } from './testing/region.ts';

const rule = 'deltas';
const subscribers = (value: number, op = '=') => ({ value, op, unit: 'subscribers' });

describe('a change', () => {
  it('may be about: 20 % of it are forgiven', () => {
    expect(linesOf(rule, withFault('audiences', 'lettre/2023', { change: subscribers(45, '~') }))).toEqual([]);
  });

  it('larger than the value itself cannot be', () => {
    expect(linesOf(rule, withFault('audiences', 'lettre/2023', { change: subscribers(500) }))).toEqual([
      'error audiences/lettre/2023 change: 500, expected ≤ 450',
    ]);
  });

  it('may run since any earlier snapshot', () => {
    const summer = { id: 'lettre/2023-06', channel: 'lettre', date: '2023-06-30', followers: subscribers(430) };
    expect(linesOf(rule, added('audiences', summer))).toEqual([]);
  });

  it('is measured by snapshots in its own unit, before it, whatever their order', () => {
    const snapshot = (id: string, date: string, value: number, unit = 'subscribers') => ({
      id,
      channel: 'lettre',
      date,
      followers: { value, op: '=', unit },
    });
    const wrong = withFault('audiences', 'lettre/2023', { change: subscribers(80) });
    const among = (...more: readonly object[]) =>
      linesOf(rule, { ...wrong, audiences: [...more, ...(wrong.audiences ?? [])].reverse() });
    const said = 'warning audiences/lettre/2023 change: 80, expected 50';
    expect(among()).toEqual([said]);
    // Since June it would be right, if only in the unit of another thing, or on another channel, or after its day.
    expect(among(snapshot('other', '2023-06-30', 370, 'people'))).toEqual([said]);
    expect(among({ ...snapshot('other', '2023-06-30', 370), channel: 'site' })).toEqual([said]);
    expect(among(snapshot('later', '2024-01-31', 370))).toEqual([said]);
    expect(among(snapshot('june', '2023-06-30', 370))).toEqual([]);
    expect(
      linesOf(rule, withFault('audiences', 'lettre/2023', { change: { value: 80, op: '=', unit: 'percent' } })),
    ).toEqual([]);
  });

  it.each([
    ...['followers', 'stock', 'total', 'count', 'headcount', 'subscribers'].flatMap((stock) =>
      ['change', 'delta', 'variation', 'evolution', 'net', 'balance'].map((change) => [stock, change]),
    ),
  ])('is known by its name: velo-%s, velo-%s', (stock, change) => {
    const data = (value: number, more: object = {}) =>
      added(
        'observations',
        figure('before', `velo-${stock}`, 40, 'people', { period: '2022-12-31' }),
        figure('after', `velo-${stock}`, 52, 'people', { period: '2023-12-31' }),
        figure('change', `velo-${change}`, value, 'people', more),
      );
    expect(linesOf(rule, data(12))).toEqual([]);
    expect(linesOf(rule, data(7))).toEqual(['warning observations/change quantity: 7, expected 12']);
    expect(linesOf(rule, data(7, { status: 'planned' }))).toEqual([]);
    expect(linesOf(rule, data(7, { territory: 'commune-77001' }))).toEqual([]);
    expect(linesOf(rule, data(7, { dimensions: { gender: 'women' } }))).toEqual([]);
    expect(linesOf(rule, data(7, { period: '2023-H2' }))).toEqual([]);
  });

  it.each([
    ['joined', 'left'],
    ['arrivals', 'departures'],
    ['entries', 'exits'],
    ['hires', 'out'],
    ['in', 'exits'],
  ])('is that of who came and who went: velo-%s, velo-%s', (came, went) => {
    const data = (after: number, more: object = {}) =>
      added(
        'observations',
        figure('before', 'velo-stock', 40, 'people', { period: '2022-12-31' }),
        figure('after', 'velo-stock', after, 'people', { period: '2023-12-31' }),
        figure('came', `velo-${came}`, 15, 'people'),
        figure('went', `velo-${went}`, 3, 'people', more),
      );
    expect(linesOf(rule, data(52))).toEqual([]);
    expect(linesOf(rule, data(50))).toEqual(['warning observations/after quantity: 50, expected 52']);
    expect(linesOf(rule, data(50, { period: '2023-H1' }))).toEqual([]);
    expect(linesOf(rule, data(50, { period: '2023-H2' }))).toEqual([]);
    expect(linesOf(rule, data(50, { quantity: { value: 3, op: '=', unit: 'percent' } }))).toEqual([]);
  });

  it('is that of a stock in its own unit, though the stock is told in percent beside', () => {
    const at = (period: string, people: number, share: number) => [
      figure(`share-${period}`, 'femmes-stock', share, 'percent', { period, base: 'staff' }),
      figure(`people-${period}`, 'femmes-stock', people, 'people', { period }),
    ];
    const data = (...more: readonly object[]) =>
      added('observations', ...at('2022-12-31', 40, 45), ...at('2023-12-31', 52, 48).reverse(), ...more);
    const change = (value: number, unit: string) => linesOf(rule, data(figure('more', 'femmes-change', value, unit)));
    expect(change(12, 'people')).toEqual([]);
    expect(change(7, 'people')).toEqual(['warning observations/more quantity: 7, expected 12']);
    expect(change(3, 'points')).toEqual([]);
    expect(change(7, 'points')).toEqual(['warning observations/more quantity: 7, expected 3']);
    // A change in percent of a number of percents is ambiguous, so it is not checked.
    expect(change(7, 'percent')).toEqual([]);
    expect(linesOf(rule, data(figure('up', 'femmes-growth', 30, 'percent')))).toEqual([]);
    const moved = [figure('in', 'femmes-joined', 20, 'people'), figure('out', 'femmes-left', 8, 'people')];
    expect(linesOf(rule, data(...moved))).toEqual([]);
  });

  it('that was published is that of the stock, and that of joins and exits', () => {
    const net = (value: number) => added('observations', figure('net', 'adherents-net', value, 'members'));
    expect(linesOf(rule, net(4))).toEqual([]);
    expect(linesOf(rule, net(3))).toEqual(['warning observations/net quantity: 3, expected 4']);
  });

  it('in percent is that of the stock', () => {
    const growth = (value: number) => added('observations', figure('up', 'adherents-growth', value, 'percent'));
    expect(linesOf(rule, growth(7.1))).toEqual([]);
    expect(linesOf(rule, growth(9.1))).toEqual(['warning observations/up quantity: 9.1\u202f%, expected 7.1\u202f%']);
  });

  it('of joins and exits without a stock before says nothing', () => {
    expect(linesOf(rule, withFault('observations', 'stock-before', { period: '2020-12-31' }))).toEqual([]);
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

  it.each([
    ['Croissance', 1],
    ['Hausse', 1],
    ['Augmentation', 1],
    ['Progression', 1],
    ['Évolution', 1],
    ['Growth', 1],
    ['Rise', 1],
    ['Increase', 1],
    ['Décroissances', 0],
  ])('says so in its label: %s, %i', (label, times) => {
    expect(linesOf(rule, growth(9, `${label} des adhérents`))).toHaveLength(times);
  });

  it('says so in its English label, too', () => {
    const label = { fr: 'Adhérents en plus', en: 'Growth of the members' };
    const up = figure('up', null, 9, 'percent', { base: 'adherents-stock', label });
    expect(linesOf(rule, added('observations', up))).toHaveLength(1);
  });

  it('is none of another base, of a number, or of a year whose beginning is not known', () => {
    const said = (unit: string, base: string, more: object = {}) =>
      linesOf(rule, added('observations', figure('up', null, 9, unit, { base, label: { fr: 'Croissance' }, ...more })));
    expect(said('percent', 'adherents-stock')).toHaveLength(1);
    expect(said('percent', 'adherents-joined')).toEqual([]);
    expect(said('percent', 'salon-stock')).toEqual([]);
    expect(said('points', 'adherents-stock')).toEqual([]);
    expect(said('percent', 'adherents-stock', { period: '2022' })).toEqual([]);
    expect(said('percent', 'adherents-stock', { territory: 'commune-77001' })).toEqual([]);
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

  it('in points is the difference of two percents, and in nothing else', () => {
    const share = (id: string, value: number, period: string) =>
      figure(id, 'venue-part', value, 'percent', { base: 'places', period });
    const of = (value: number, unit: string) =>
      linesOf(
        rule,
        added(
          'observations',
          share('then', 70, '2022'),
          share('now', 76, '2023'),
          figure('change', null, value, unit, { derivedFrom: ['then', 'now'] }),
        ),
      );
    expect(of(6, 'points')).toEqual([]);
    expect(of(9, 'points')).toEqual(['warning observations/change quantity: 9, expected 6']);
    expect(of(9, 'percent')).toEqual([]);
    expect(change(9, 'points')).toEqual([]);
    expect(change(9, 'euros')).toEqual([]);
  });

  it('is none of three figures, of one that is not there, or of two units', () => {
    expect(change(9, 'members', ['stock', 'stock-before', 'joined'])).toEqual([]);
    expect(change(9, 'members', ['stock', 'gone'])).toEqual([]);
    const euros = withFault('observations', 'stock-before', { quantity: { value: 56, op: '=', unit: 'euros' } });
    const derived = figure('change', null, 9, 'members', { derivedFrom: ['stock', 'stock-before'] });
    expect(linesOf(rule, { ...euros, observations: [...(euros.observations ?? []), derived] })).toEqual([]);
  });

  it('is said once, though its name says the same', () => {
    const derived = figure('net', 'adherents-net', 3, 'members', { derivedFrom: ['stock', 'stock-before'] });
    expect(linesOf(rule, added('observations', derived))).toEqual(['warning observations/net quantity: 3, expected 4']);
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
    const half = withFault('observations', 'workshops-h1', { period: '2022-H2' });
    const rise = figure('rise', 'ateliers-change', 9, 'events', { period: '2023' });
    expect(linesOf(rule, { ...half, observations: [...(half.observations ?? []), rise] })).toEqual([]);
  });
});
