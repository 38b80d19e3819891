import { describe, expect, it } from 'vitest';
import { planOf } from '../charts/index.ts';
import { shippedDataset } from '../charts/testing/shipped.ts';
import { findMeasure } from '../indicators/index.ts';
import { preparedFiles } from './prepared-files.ts';

const dataset = shippedDataset();
const { measures } = preparedFiles(dataset, []);
const { series = [] } = measures.events ?? {};

describe('prepared measures', () => {
  it('hold what a counter of each series asks for: none is counted on a page', () => {
    const counted = series.filter(({ id, editions }) => editions.length > 0 && !planOf(dataset, id, {}).figures);
    expect(counted.length).toBeGreaterThan(2);
    for (const { id } of counted)
      for (const asked of planOf({ ...dataset, measures }, id, {}).asked.filter(({ by }) => !by))
        expect(findMeasure(measures, asked)?.quantity, id).toBeTruthy();
  });

  it('hold no count of a series that has published figures', () => {
    const own = measures.measures.filter(({ where }) => where === 'series=mois-de-l-ess');
    expect(own).toEqual([]);
  });
});
