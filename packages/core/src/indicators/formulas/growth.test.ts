import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';

const audienceGrowth = named('audience-growth');
describe('audience-growth', () => {
  const stated = (id: string, channel: string, value: number, op = '=') =>
    observation(id, value, {
      unit: 'subscribers',
      op,
      dimensions: { channel },
      period: id === 'audience-change' ? '2024' : '2024-12-31',
    });
  const observations = [
    stated('audience-followers', 'facebook', 3608),
    stated('audience-change', 'facebook', 212),
    stated('audience-followers', 'group', 4877),
    stated('audience-change', 'group', 800, '~'),
    stated('audience-followers', 'x', 2283),
    stated('audience-change', 'x', -141),
    stated('audience-followers', 'letter', 830, '~'),
  ];

  it('relates the change of each channel to its start, and leaves out a channel without one', () => {
    const { quantity, parts } = audienceGrowth.compute(makeDataset({ observations }), { by: 'channel' });
    expect(quantity).toBeNull();
    expect(parts?.map((p) => [p.id, p.quantity?.op, p.quantity?.value?.toFixed(1)])).toEqual([
      ['facebook', '=', '6.2'],
      ['group', '~', '19.6'],
      ['x', '=', '-5.8'],
    ]);
  });

  it('is calculated from the published figures of the channel, and says so', () => {
    const measure = audienceGrowth.compute(makeDataset({ observations }), { where: 'channel=facebook' });
    expect(measure.quantity?.value).toBeCloseTo(6.243, 3);
    expect(measure.derivedFrom).toEqual(['audience-followers/2024-12-31/facebook', 'audience-change/2024/facebook']);
  });

  it('is unknown for a channel that started from nobody', () => {
    const fresh = [stated('audience-followers', 'new', 50), stated('audience-change', 'new', 50)];
    expect(audienceGrowth.compute(makeDataset({ observations: fresh }), { where: 'channel=new' }).quantity).toBeNull();
  });
});
