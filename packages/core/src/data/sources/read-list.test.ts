import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInParts } from './read-list.ts';

/** Reads a text, and says how many pauses were made. */
async function read(text: string, status = 200) {
  let pauses = 0;
  const pause = async (): Promise<void> => {
    pauses += 1;
  };
  const value = await readInParts(new Response(text, { status }), 'https://data.example/a.json', pause);
  return { value, pauses };
}
const long = (n: number, of: (n: number) => unknown) => [...new Array(n).keys()].map(of);

describe('a list that is read in parts', () => {
  it('is what it is when it is read at once, with a pause after each part', async () => {
    const records = long(20_000, (n) => ({ id: `o${n}`, name: 'Épicerie', links: [{ a: n }, { b: '},{' }] }));
    for (const text of [JSON.stringify(records), JSON.stringify(records, null, 2)]) {
      const { value, pauses } = await read(text);
      expect(value).toEqual(records);
      expect(pauses).toBeGreaterThan(4);
    }
  });

  it('may hold anything', async () => {
    const nasty = fc.string({ unit: fc.constantFrom('}', '{', ',', '[', ']', '"', '\\', ' ', 'é'), maxLength: 12 });
    const record = fc.record({ id: nasty, links: fc.array(fc.dictionary(nasty, nasty), { maxLength: 4 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(0, 1),
        async (some, indent) => {
          const records = long(Math.ceil(600_000 / JSON.stringify(some).length), () => some).flat();
          expect((await read(JSON.stringify(records, null, indent))).value).toEqual(records);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('may come in pieces that end anywhere, within a letter too', async () => {
    const records = long(9_000, (n) => ({ id: `o${n}`, name: 'Œuvre d’été' }));
    const bytes = new TextEncoder().encode(JSON.stringify(records));
    const pieces = long(Math.ceil(bytes.length / 1_013), (n) =>
      bytes.subarray(Number(n) * 1_013, (Number(n) + 1) * 1_013),
    );
    const body = new ReadableStream({
      start: (controller) => {
        for (const piece of pieces) controller.enqueue(piece);
        controller.close();
      },
    });
    let pauses = 0;
    const pause = async (): Promise<void> => {
      pauses += 1;
    };
    expect(await readInParts(new Response(body), 'https://data.example/a.json', pause)).toEqual(records);
    expect(pauses).toBeGreaterThan(0);
  });

  it('may be short, or something else', async () => {
    expect((await read('[{"id":"a"}]')).value).toEqual([{ id: 'a' }]);
    const numbers = long(200_000, (n) => n);
    expect((await read(JSON.stringify(numbers))).value).toEqual(numbers);
    const manifest = { collections: long(50_000, (n) => ({ id: n })) };
    expect((await read(JSON.stringify(manifest))).value).toEqual(manifest);
  });

  it('is refused with the same words: status, line and column', async () => {
    const records = JSON.stringify(
      long(20_000, (n) => ({ id: `o${n}` })),
      null,
      1,
    );
    await expect(read(records.slice(0, -1))).rejects.toMatchObject({ code: 'syntax' });
    const broken = records.replace('"id": "o3"', '"id": o3');
    await expect(read(broken)).rejects.toMatchObject({ code: 'syntax', details: { path: 'line 12, column 9' } });
    await expect(read('', 503)).rejects.toMatchObject({ code: 'http', details: { status: 503 } });
  });
});
