import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';

const n = (value: number, op = '=') => ({ value, op, unit: 'subscribers' });
const snapshot = (channel: string, date: string, followers: object, change: object | null = null) => ({
  id: `${channel}-${date}`,
  channel,
  date,
  followers,
  change,
});
const stated = (id: string, channel: string, value: number, op = '=') =>
  observation(id, value, {
    unit: 'subscribers',
    op,
    dimensions: { channel },
    period: id === 'audience-change' ? '2024' : '2024-12-31',
  });

describe('snapshot: audience-followers', () => {
  const audienceFollowers = named('audience-followers');
  describe('audience-followers', () => {
    const idOf = (record: object) => (record as { readonly id: string }).id;
    const channels = [{ id: 'facebook', label: { fr: 'Facebook' }, kind: 'social' }];

    it('gives the followers of each channel and of the year before: 3 608 − 212', () => {
      const observations = [stated('audience-followers', 'facebook', 3608), stated('audience-change', 'facebook', 212)];
      const { quantity, parts } = audienceFollowers.compute(makeDataset({ observations, channels }), { by: 'channel' });
      expect(quantity).toBeNull();
      expect(parts).toEqual([
        { id: 'facebook', label: { fr: 'Facebook' }, quantity: n(3608), previous: n(3396), previousBasis: 'computed' },
      ]);
    });

    it('compares one channel, as roughly as its change is known', () => {
      const observations = [stated('audience-followers', 'group', 4877), stated('audience-change', 'group', 800, '~')];
      const measure = audienceFollowers.compute(makeDataset({ observations }), { where: 'channel=group' });
      expect([measure.quantity?.value, measure.previous?.quantity]).toEqual([4877, n(4077, '~')]);
      expect(measure.change?.relative?.value).toBeCloseTo(19.62, 2);
    });

    it('does not confirm a published count with a record of the same statement', () => {
      const audiences = [snapshot('x', '2024-12-31', n(2283))];
      const data = makeDataset({ audiences, observations: [stated('audience-followers', 'x', 2283)] });
      expect(audienceFollowers.compute(data, { where: 'channel=x' })).toMatchObject({ basis: 'published' });
      expect(audienceFollowers.compute(makeDataset({ audiences }), { where: 'channel=x' }).quantity?.value).toBe(2283);
    });

    it('is unknown in a territory: channels lie in none', () => {
      const data = makeDataset({ audiences: [snapshot('x', '2024-12-31', n(100))] });
      const asked = { where: 'channel=x', territory: 'departement-29' };
      expect(audienceFollowers.compute(data, asked).quantity).toBeNull();
    });

    it('goes back to the eve of a year only', () => {
      const data = makeDataset({ audiences: [snapshot('x', '2024-12-31', n(100), n(10))] });
      const before = (period: string) =>
        audienceFollowers.compute(data, { period, where: 'channel=x' }).previous?.quantity;
      expect([before('2024'), before('2024-Q4'), before('2024-Q3')]).toEqual([n(90), n(90), undefined]);
    });

    it('knows the year before when it is itself asked for, whole and by channel, as it compares with it', () => {
      const observations = [
        stated('audience-followers', 'linkedin', 7148),
        stated('audience-change', 'linkedin', 1970),
      ];
      const data = makeDataset({ observations, channels });
      const alone = audienceFollowers.compute(data, { period: '2023', where: 'channel=linkedin' });
      expect(alone).toMatchObject({ quantity: n(5178), basis: 'computed', derivedFrom: observations.map(idOf) });
      const split = audienceFollowers.compute(data, { period: '2023', by: 'channel' });
      expect(split).toMatchObject({
        basis: 'computed',
        parts: [{ id: 'linkedin', quantity: n(5178) }],
        notes: alone.notes,
      });
      expect([split.derivedFrom, split.sources]).toEqual([alone.derivedFrom, alone.sources]);
    });
  });
});

describe('snapshot: audience-change', () => {
  const audienceChange = named('audience-change');
  describe('audience-change', () => {
    it('is the difference of two counts, and confirms the published change', () => {
      const audiences = [snapshot('x', '2023-12-31', n(2424)), snapshot('x', '2024-12-31', n(2283))];
      const data = makeDataset({ audiences, observations: [stated('audience-change', 'x', -141)] });
      const measure = audienceChange.compute(data, { where: 'channel=x' });
      expect(measure).toMatchObject({ quantity: { value: -141 }, basis: 'both', agreement: { agrees: true } });
    });

    it('is the change recorded with the last count when there is only one, which confirms nothing', () => {
      const audiences = [snapshot('x', '2024-12-31', n(2283), n(-141))];
      expect(audienceChange.compute(makeDataset({ audiences }), { where: 'channel=x' }).quantity?.value).toBe(-141);
      const data = makeDataset({ audiences, observations: [stated('audience-change', 'x', -141)] });
      expect(audienceChange.compute(data, { where: 'channel=x' }).basis).toBe('published');
    });

    it('lists the channels, without a total', () => {
      const audiences = [
        snapshot('x', '2024', n(10), n(1)),
        snapshot('y', '2024', n(10)),
        snapshot('z', '2023', n(10), n(1)),
      ];
      const { quantity, parts } = audienceChange.compute(makeDataset({ audiences }), { by: 'channel' });
      expect([quantity, parts?.map((p) => [p.id, p.quantity?.value])]).toEqual([null, [['x', 1]]]);
    });
  });
});
