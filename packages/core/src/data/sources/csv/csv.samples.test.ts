import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { csv } from './csv.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../../../../../../shared/samples');

/** Real files, kept outside this repository. */
const REAL = [
  { file: 'csv/annuaire-mieux-trier-nantes-bom.csv', members: 80, placed: 0, first: 'Kerhea' },
  { file: 'csv/fibre64-excel-cp1252.csv', members: 61, placed: 61, first: 'Reseau Cyber-base Lacq-Orthez' },
  { file: 'csv/france-services-extrait.csv', members: 150, placed: 150, first: 'France services de Valserhône' },
  { file: 'csv/mulhouse-point-virgule.csv', members: 55, placed: 55, first: 'LE REZO!' },
  { file: 'large/france-services-2022.csv.gz', members: 2_683, placed: 2_653, first: 'France services de Valserhône' },
] as const;

describe('real exports', () => {
  it.each(REAL)('$file gives $members members, $placed of them placed', async ({ file, members, placed, first }) => {
    const bytes = readFileSync(path.join(SAMPLES, file));
    const body = new Uint8Array(file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
    const answer = new Response(body, { headers: { 'last-modified': 'Wed, 05 Mar 2025 08:00:00 GMT' } });
    const context = { fetch: async () => answer, signal: new AbortController().signal, placer: async () => null };
    const wish = { src: `https://data.example/${path.basename(file)}`, need: ['organisations'] } as const;
    const { dataset, issues } = await csv.load(wish, context);
    const { organisations = [] } = dataset.collections;
    expect(organisations).toHaveLength(members);
    expect(organisations.filter(({ position }) => position)).toHaveLength(placed);
    expect(organisations[0]?.name).toBe(first);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(new Set(organisations.map(({ id }) => id)).size).toBe(members);
  });
});
