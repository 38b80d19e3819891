/** Tests of the excerpts that pages of few figures read in place of all measures. */
import { readFile } from 'node:fs/promises';
import type { Manifest, MeasuresDocument } from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';

const read = async <T>(name: string): Promise<T> =>
  JSON.parse(await readFile(new URL(`../data/${name}`, import.meta.url), 'utf8')) as T;

const whole = await read<MeasuresDocument>('measures.json');
const { excerpts = {} } = await read<Manifest>('manifest.json');
const parts = await Promise.all(
  Object.entries(excerpts).map(async ([href, ids]) => ({ ids, part: await read<MeasuresDocument>(href) })),
);

describe('the excerpts of the measures', () => {
  it('hold each indicator once, as the manifest says', () => {
    expect(parts.flatMap(({ ids }) => ids).toSorted()).toEqual(Object.keys(whole.indicators).toSorted());
    for (const { ids, part } of parts) expect(Object.keys(part.indicators)).toEqual(ids);
  });

  it('say what the whole says', () => {
    for (const { ids, part } of parts) {
      expect(part.measures).toEqual(whole.measures.filter(({ indicator }) => ids.includes(indicator)));
      expect(part.indicators).toEqual(Object.fromEntries(ids.map((id) => [id, whole.indicators[id]])));
    }
    expect(parts.flatMap(({ part }) => part.events ?? [])).toEqual([whole.events]);
  });

  it('weigh at most a third of it', async () => {
    const sizeOf = async (name: string) => (await readFile(new URL(`../data/${name}`, import.meta.url))).length;
    const sizes = await Promise.all(Object.keys(excerpts).map(sizeOf));
    expect(Math.max(...sizes)).toBeLessThan((await sizeOf('measures.json')) / 3);
  });
});
