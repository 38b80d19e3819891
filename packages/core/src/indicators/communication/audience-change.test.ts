import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { audienceChange } from './audience-change.ts';

describe('audience-change', () => {
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
