import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type SnapshotSource, snapshotSources } from './feeds.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../../../../shared/samples');

it.each([
  ['recherche-entreprises', 'recherche-entreprises/est-ess-association-HANDWRITTEN.json', 'organisations', 2],
  ['recherche-entreprises', 'recherche-entreprises/search-siret.json', 'organisations', 1],
  ['recherche-entreprises', 'recherche-entreprises/search-2022.json', 'organisations', 1],
  ['helloasso', 'helloasso/forms-event-HANDWRITTEN.json', 'events', 2],
] as const)('%s reads %s', async (id, file, collection, least) => {
  const text = readFileSync(path.join(SAMPLES, file), 'utf8');
  const source: SnapshotSource = snapshotSources.find((each) => each.id === id)!;
  const src =
    id === 'helloasso'
      ? 'https://www.helloasso.com/associations/asso-exemple'
      : 'https://recherche-entreprises.api.gouv.fr/search?departement=22';
  const answer = async (url: string) => new Response(url.endsWith('/token') ? '{"access_token":"x"}' : text);
  const context = { signal: new AbortController().signal, key: 'a:b', fetch: answer, send: answer };
  const { dataset } = await source.load({ src, need: [collection] }, context);
  expect(dataset.collections[collection]?.length).toBeGreaterThanOrEqual(least);
});
