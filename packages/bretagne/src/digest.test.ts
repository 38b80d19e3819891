/** Tests of the extract of the events that the build writes. */
import { readFile } from 'node:fs/promises';
import { nextAhead, periodOfEdition } from '@ess-widgets/core/charts';
import { EventsDigest, type MeasuresDocument } from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';
import { readDataset } from './dataset.ts';

const file = new URL('../data/measures.json', import.meta.url);
const { events }: MeasuresDocument = JSON.parse(await readFile(file, 'utf8'));
const digest = EventsDigest.parse(events);

describe('the digest of the events', () => {
  it('knows every series, and the edition of the report', async () => {
    const { collections } = await readDataset();
    expect(digest.series.map(({ id }) => id)).toEqual(collections.series?.map(({ id }) => id));
    const month = digest.series.find(({ id }) => id === 'mois-de-l-ess');
    expect(month && periodOfEdition(month, '17')).toBe('2024');
  });

  it('knows what the report announces, as long as it lies ahead', () => {
    const on = (day: string) => nextAhead(digest, day)?.date ?? null;
    expect(['2025-03-05', '2025-03-19', '2025-06-01', '2025-11-01'].map(on)).toEqual([
      '2025-03-18',
      '2025-03',
      '2025-10',
      null,
    ]);
  });
});
