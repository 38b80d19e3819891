/** One file of sources, read by the client of a page and by the command line: `sources-vectors.json` has the records. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  createClient,
  createMemoryCache,
  essDataset,
  pickAddresses,
  readSourcesFile,
  type SourceKind,
  systemClock,
} from '@ess-widgets/core/data';
import { addressIn, creditOf, readAddress, splitOptions } from '@ess-widgets/core/data/address';
import { moreSources } from '@ess-widgets/core/data/all';
import { createPlacer, parseCommunes } from '@ess-widgets/core/geo';
import type { Dataset } from '@ess-widgets/core/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import vectors from '../../../core/src/testing/sources-vectors.json' with { type: 'json' };
import { type Folder, temporaryFolder } from '../testing/data.ts';
import { ess } from '../testing/io.ts';

interface Vector {
  readonly says: string;
  readonly source?: string;
  readonly kinds?: readonly SourceKind[];
  readonly organisations?: readonly object[];
  readonly events?: readonly object[];
}

const SITE = 'https://site.example/essai/';
const TYPES = { csv: 'text/csv', ics: 'text/calendar', json: 'application/json' } as const;

const textOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));
const web = Object.fromEntries(
  Object.entries(vectors.site).map(([name, body]) => [
    `${SITE}${name}`,
    () =>
      new Response(textOf(body), {
        headers: { 'content-type': TYPES[path.extname(name).slice(1) as keyof typeof TYPES] },
      }),
  ]),
);

let folder: Folder;
beforeEach(() => {
  folder = temporaryFolder();
  for (const [name, body] of Object.entries(vectors.site)) folder.write(name, body);
});
afterEach(() => folder.remove());

/** Returns what a page that declares the file reads. */
async function inPage({ source, kinds = [] }: Vector): Promise<Dataset | null> {
  const client = createClient({
    sources: [essDataset],
    moreSources: async () => moreSources,
    addresses: async () => ({ addressIn, creditOf, readAddress, splitOptions }),
    cache: createMemoryCache({}),
    base: SITE,
    clock: systemClock,
    placer: async () => createPlacer(parseCommunes(vectors.site['data/communes.json'])),
    fetch: async (url) =>
      Object.defineProperty(web[url]?.() ?? new Response(null, { status: 404 }), 'url', { value: url }),
  });
  const declared = await client.file('sources.json', (text, from) => readSourcesFile(JSON.parse(text), from), {
    author: 'site',
  });
  const { sources, reference } = declared;
  const picked = pickAddresses({ kinds, own: { source }, page: { sources, reference } }, () => undefined);
  if (!picked) return null;
  const { src, format } = picked;
  const need = ['organisations', 'events', 'memberships', 'territories'] as const;
  const { data, error } = await client.query({ src, ...(format ? { format } : {}), need, reference }).ready;
  expect(error).toBeNull();
  return data;
}

/** Returns the fields of the records that the vectors have. */
const told = ({ collections }: Pick<Dataset, 'collections'>) => ({
  organisations: collections.organisations?.map(({ name, town, territories }) => ({
    name,
    town,
    insee: territories[0]?.replace('commune-', ''),
  })),
  events: collections.events?.map(({ title, date, startsAt }) => ({
    title: title.fr,
    ...(startsAt ? { startsAt } : { date }),
  })),
});

const asked = vectors.asked as readonly Vector[];

describe('a file of sources', () => {
  it.each(asked.filter(({ source }) => source))(
    'gives a page and the command line the same records: $says',
    async (vector) => {
      const { source, organisations, events } = vector;
      const page = await inPage(vector);
      const names = source?.split(' ').join(',');
      const line = `--source ${names} --out out.json`;
      const ran = await ess(`convert --sources ${SITE}sources.json ${line}`, { cwd: folder.path, web });
      expect([ran.status, ran.err]).toEqual([0, '']);
      const out = () => JSON.parse(readFileSync(path.join(folder.path, 'out.json'), 'utf8'));
      expect(JSON.parse(JSON.stringify(page?.collections))).toEqual(out().collections);
      expect(told(out())).toEqual({ organisations, events });
      expect((await ess(`convert --sources sources.json ${line}`, { cwd: folder.path })).status).toBe(0);
      expect(told(out())).toEqual({ organisations, events });
    },
  );

  it.each(asked.filter(({ kinds }) => kinds))('gives a widget of a page the same records: $says', async (vector) => {
    const page = await inPage(vector);
    expect(page && told(page)).toEqual({ organisations: vector.organisations, events: vector.events });
    const widget = vector.kinds?.[0] === 'events' ? 'event-agenda' : 'member-list';
    const rendered = await ess(`render ${widget} --sources sources.json`, { cwd: folder.path, today: '2026-01-02' });
    expect([rendered.status, rendered.err]).toEqual([0, '']);
    for (const name of JSON.stringify(vector.organisations ?? vector.events).matchAll(/"(?:name|title)":"([^"]*)"/g)) {
      expect(rendered.out).toContain(name[1]);
    }
  });
});
