import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { webinarAudience } from './webinar-audience.ts';

describe('webinar-audience', () => {
  const part = (affiliation: string, value: number) =>
    observation('webinar-audience', value, { unit: 'percent', dimensions: { affiliation } });
  const data = makeDataset({
    observations: [part('epci', 65), part('communes', 27), part('departements', 8)],
    categories: [{ id: 'epci', dimension: 'affiliation', label: { fr: 'EPCI' }, order: 1 }],
  });

  it('gives the published parts with the labels of the data, and no total of percents', () => {
    const { quantity, parts } = webinarAudience.compute(data, { by: 'affiliation' });
    expect(quantity).toBeNull();
    const seen = parts?.map((p) => [p.label.fr, p.quantity?.value]);
    expect(seen).toEqual([
      ['EPCI', 65],
      ['communes', 27],
      ['departements', 8],
    ]);
  });

  it('takes no share of a percent', () => {
    const { parts } = webinarAudience.compute(data, { by: 'affiliation' });
    expect(parts?.map((p) => p.share)).toEqual([undefined, undefined, undefined]);
  });
});
