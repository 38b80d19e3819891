import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { added, amount, clean, figure, planted } from './testing/region.ts';

const rule = 'shares';

describe('shares', () => {
  it('may make 101 % once rounded', () => {
    expect(linesOf(rule, amount('absent', 11))).toEqual([]);
  });

  it('that cover every category and make less than 100 % lack one', () => {
    expect(linesOf(rule, amount('absent', 4))).toEqual([
      'info observations/present quantity: 70\u202f% + 20\u202f% + 4\u202f% = 94, expected 100\u202f%',
    ]);
  });

  it('of a vote make 100 % at most', () => {
    const percent = (value: number) => ({ value, op: '=', unit: 'percent', base: 'votes' });
    const votes = [{ id: 'v', subject: { fr: 'Vote' }, for: percent(96.4), against: percent(5.6) }];
    expect(linesOf(rule, { ...clean, votes })).toEqual([
      'error votes/v for: 96.4\u202f% + 5.6\u202f% = 102, expected 100\u202f%',
    ]);
  });

  it('printed without digits agree with what rounds to them', () => {
    expect(linesOf(rule, amount('share-a', 42))).toEqual([]);
  });

  it('are checked against the numbers that they say they come from', () => {
    const share = (value: number) =>
      added('observations', figure('yes', null, value, 'percent', { derivedFrom: ['approvals', 'voters'] }));
    expect(linesOf(rule, share(75))).toEqual([]);
    expect(linesOf(rule, share(82))).toEqual(['warning observations/yes quantity: 82\u202f%, expected 75\u202f%']);
  });

  it('of a vote agree with its record, of the voters or of the votes cast', () => {
    const share = (value: number) =>
      added('observations', figure('yes', 'vote-share', value, 'percent', { dimensions: { vote: 'statuts' } }));
    expect(linesOf(rule, share(75))).toEqual([]);
    expect(linesOf(rule, share(81.8))).toEqual([]);
    expect(linesOf(rule, share(90))).toHaveLength(1);
  });

  it('of women agree with the tally of the event', () => {
    const share = (value: number) =>
      added('observations', figure('w', 'salon-parity', value, 'percent', { dimensions: { event: 'salon' } }));
    expect(linesOf(rule, share(51.7))).toEqual([]);
    expect(linesOf(rule, share(57.1))).toHaveLength(1);
  });

  it('of a whole that is named by its base agree with the part named alike', () => {
    const data = (value: number) =>
      added(
        'observations',
        figure('all', 'visites-national', 200, 'events'),
        figure('ours', 'visites', 30, 'events'),
        figure('part', 'visites-share', value, 'percent', { base: 'visites-national' }),
      );
    expect(linesOf(rule, data(15))).toEqual([]);
    expect(linesOf(rule, data(17))).toHaveLength(1);
  });

  it('that are rates of each collège are no shares of the members', () => {
    const rate = figure('kept', 'adherents-retention', 90, 'percent', {
      dimensions: { college: 'associations' },
      period: '2023-12-31',
      base: 'adherents-stock',
    });
    expect(linesOf(rule, added('observations', rate))).toEqual([]);
  });

  it('of several wholes are not added', () => {
    const data = planted('observations', 'absent', {
      quantity: { value: 40, op: '=', unit: 'percent', base: 'autre' },
    });
    expect(linesOf(rule, data)).toEqual([]);
  });
});
