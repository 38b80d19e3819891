import type { Dataset } from '@ess-widgets/core/model';
import { expect } from '@open-wc/testing';
import { watchDownloads } from '../testing/testing.ts';
import { downloadFigures } from './report-tools.ts';

const dataset = (observations?: readonly object[]): Dataset =>
  ({
    manifest: { id: 'essai', collections: { observations: { href: 'observations.json', count: 1, hash: 'a' } } },
    base: 'https://data.example/',
    collections: observations ? { observations } : {},
  }) as unknown as Dataset;
const tables = {
  id: 'tables',
  label: { fr: 'Tables rondes' },
  period: '2024',
  dimensions: {},
  quantity: { value: 12, op: '=', unit: 'events' },
  status: 'held',
  source: { document: 'rapport', section: 'I.1', page: 4 },
};

describe('all figures of a report as a file', () => {
  const now = performance.now;
  let watch: ReturnType<typeof watchDownloads>;
  beforeEach(() => {
    watch = watchDownloads();
  });
  afterEach(() => {
    performance.now = now;
    watch.stop();
  });

  it('waits for the published ones, which it asks for', async () => {
    const asked: unknown[] = [];
    let reads = 0;
    await downloadFigures(
      { ask: (names) => asked.push(...names) },
      () => dataset(reads++ < 2 ? undefined : [tables]),
      'fr',
    );
    expect(asked).to.deep.equal(['observations']);
    expect(watch.files).to.have.length(1);
    expect(await watch.files[0]!.blob.text()).to.contain('Tables rondes');
  });

  it('is none where they do not come, rather than a part of them', async () => {
    let reads = 0;
    const latest = (): Dataset => {
      // Its patience is over.
      if (reads++ > 0) performance.now = () => Number.MAX_SAFE_INTEGER;
      return dataset();
    };
    await downloadFigures({ ask: () => undefined }, latest, 'fr');
    expect(watch.files).to.have.length(0);
  });
});
