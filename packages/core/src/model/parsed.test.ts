import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readCatalogueFile } from '../data/index.ts';
import { checked } from '../geo/checked.ts';
import { checkCatalogue as problemsOf } from '../indicators/index.ts';
import { parsed } from './parsed.ts';

const MANY = 200_000;
const catalogue = (entry: (at: number) => unknown, length = MANY) => ({
  format: 'ess-catalogue/1',
  indicators: Array.from({ length }, (_, at) => entry(at)),
});

describe('a document with hundreds of thousands of mistakes', () => {
  it('is refused with the first of them', async () => {
    const reading = readCatalogueFile(
      catalogue(() => 0),
      'https://a.example/c.json',
    );
    await expect(reading).rejects.toMatchObject({
      name: 'EssError',
      code: 'schema',
      details: { path: 'indicators.0' },
    });
    const list = Array.from({ length: MANY }, () => 'a');
    expect(() => checked(z.object({ list: z.array(z.number()) }), { list }, 'a/1')).toThrow('"list.0"');
  });

  it('is refused where the first thousand items are right', () => {
    const list = Array.from({ length: MANY }, (_, at) => (at < 1_000 ? at : 'a'));
    const { success, error } = parsed(z.object({ list: z.array(z.number()) }), { list });
    expect([success, error?.issues[0]?.message]).toEqual([false, expect.stringContaining('fewer mistakes')]);
  });

  it('has each wrong definition told once', () => {
    const { findings } = problemsOf(
      { catalogue: catalogue((at) => ({ id: `a-${at}`, needs: ['zzz'], formula: { name: 'nope' } }), 5_000) } as never,
      'c.json',
    );
    expect(findings).toHaveLength(10_000);
  });
});
