import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EssError } from '../../errors.ts';
import { spread } from '../../model/testing/spread.ts';
import type { DirectoryEntry } from '../directory.ts';
import { positionAt, STEPS } from './columns.ts';
import { readColumns, writeColumns } from './columns-file.ts';
import { entryOf, readDetails, readIds } from './details.ts';
import { unzip, writePacked } from './file.ts';
import { packEntries } from './pack.ts';
import { openColumns } from './stores.ts';
import { at, entry, folderOf, inTown } from './testing.ts';

const word = fc.string({ minLength: 1, maxLength: 12 });
const position = fc.record({
  lon: spread(-180, 180),
  lat: spread(-90, 90),
  precision: fc.constantFrom('address', 'commune', 'departement'),
});
const entries: fc.Arbitrary<readonly DirectoryEntry[]> = fc.uniqueArray(
  fc
    .record({
      id: word,
      name: fc.record({ fr: word }),
      aliases: fc.array(word, { maxLength: 2 }),
      college: fc.constantFrom(null, 'associations', 'mutuelles', 'scop'),
      position: fc.option(position),
      place: fc.option(fc.record({ fr: word })),
      lineage: fc.constantFrom(
        [],
        ['commune-29019', 'departement-29', 'region-53'],
        ['commune-35238', 'departement-35', 'region-53'],
        ['pole-brest', 'region-53'],
      ),
      description: fc.option(word),
      activities: fc.array(word, { maxLength: 2 }),
    })
    .map(({ id, lineage, ...more }) =>
      entry(id, {
        ...(more as Partial<DirectoryEntry>),
        lineage,
        departement: lineage.find((each) => each.startsWith('departement-')) ?? null,
      }),
    ),
  { selector: ({ id }) => id, maxLength: 40 },
);

const rounded = (one: DirectoryEntry): DirectoryEntry => {
  const round = (degrees: number): number => Math.round(degrees * STEPS) / STEPS + 0;
  const { position: where } = one;
  return where ? { ...one, position: { ...where, lon: round(where.lon), lat: round(where.lat) } } : one;
};
const byId = (list: readonly DirectoryEntry[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

function thrownBy(work: () => unknown): EssError {
  try {
    work();
  } catch (error) {
    if (error instanceof EssError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a packed directory', () => {
  it('gives back every entry, its position to the step and its precision as it was', () => {
    fc.assert(
      fc.property(entries, (given) => {
        const { columns, files } = folderOf(given);
        const read = readColumns(files.get('columns') ?? new Uint8Array(), 'columns');
        const all = read.shards.flatMap((shard) =>
          readDetails(files.get(shard.href) ?? new Uint8Array(), read, shard).map((detail, index) =>
            entryOf(read, shard.first + index, detail),
          ),
        );
        expect(byId(all)).toEqual(byId(given.map(rounded)));
        expect(readIds(files.get('ids') ?? new Uint8Array(), columns)).toEqual(all.map(({ id }) => id));
      }),
    );
  });

  it('keeps a position to about 5 m', () => {
    fc.assert(
      fc.property(position, ({ lon, lat }) => {
        const { columns } = packEntries([entry('a', { position: at(lon, lat) })]);
        const read = positionAt(readColumns(writeColumns(columns), 'columns'), 0);
        expect(Math.abs((read?.lon ?? 0) - lon)).toBeLessThanOrEqual(0.5 / STEPS + 1e-9);
        expect(Math.abs((read?.lat ?? 0) - lat)).toBeLessThanOrEqual(0.5 / STEPS + 1e-9);
      }),
    );
  });

  it('is in the order of the list: département, town, name, and last who is nowhere', () => {
    const { entries: packed } = packEntries([
      entry('nowhere'),
      inTown('z', 'Rennes', '35238'),
      inTown('b', 'Brest', '29019'),
      inTown('a', 'Quimper', '29232'),
      inTown('Éa', 'Brest', '29019'),
    ]);
    expect(packed.map(({ id }) => id)).toEqual(['b', 'Éa', 'a', 'z', 'nowhere']);
  });

  it('keeps one of two members with one id, and members alone', () => {
    const { entries: packed } = packEntries([entry('a'), entry('a'), entry('e', { layer: 'events' })]);
    expect(packed.map(({ id }) => id)).toEqual(['a']);
  });

  it('cuts details by département and by five hundred', () => {
    const many = [...new Array<number>(620).keys()].map((n) => inTown(`m${n}`, 'Rennes', '35238'));
    const { columns } = packEntries([...many, inTown('b', 'Brest', '29019')]);
    expect(columns.shards.map(({ first, count }) => [first, count])).toEqual([
      [0, 1],
      [1, 500],
      [501, 120],
    ]);
  });

  it('weighs less as bytes than as JSON', () => {
    const many = [...new Array<number>(3000).keys()].map((n) =>
      inTown(`m${n}`, `T${n % 90}`, `35${100 + (n % 90)}`, { position: at(-1 - ((n * 37) % 999) / 999, 48) }),
    );
    const { columns } = packEntries(many);
    const deltas = (values: Iterable<number>) => [...values].map((value, index, all) => value - (all[index - 1] ?? 0));
    const json = JSON.stringify({
      ...columns,
      lon: deltas(columns.lon),
      lat: deltas(columns.lat),
      lineage: deltas(columns.lineage),
      precision: [...columns.precision],
      college: [...columns.kind],
      lineages: { ids: columns.lineages.ids, parents: deltas(columns.lineages.parents) },
    });
    expect(gzipSync(writeColumns(columns)).length).toBeLessThan(gzipSync(json).length);
  });
});

describe('a packed file that is wrong', () => {
  const { files, columns } = folderOf([inTown('a', 'Brest', '29019', { position: at(-4.5, 48.4) }), entry('b')]);
  const file = files.get('columns') ?? new Uint8Array();
  const shard = columns.shards[0] ?? { href: '', first: 0, count: 0 };
  const details = files.get(shard.href) ?? new Uint8Array();

  it('is refused wherever a byte of it changed', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (place, flip) => {
        // Three bytes of the frame stand for nothing.
        fc.pre(place < 5 || place > 7);
        const changed = file.slice();
        changed[place] = (changed[place] ?? 0) ^ flip;
        expect(thrownBy(() => readColumns(changed, 'columns.bin')).message).toContain('columns.bin');
      }),
    );
  });

  it('is refused wherever it was cut', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), (length) => {
        expect(thrownBy(() => readColumns(file.slice(0, length), 'columns.bin')).code).toMatch(/^(syntax|format)$/);
      }),
    );
  });

  it('says which version it is of, and which one is read', () => {
    const newer = file.slice();
    newer[4] = 2;
    const { code, message } = thrownBy(() => readColumns(newer, 'columns.bin'));
    expect([code, message]).toEqual([
      'format',
      expect.stringContaining('"ess-packed/2"; this release reads "ess-packed/1"'),
    ]);
  });

  it('says that it is a page of HTML', () => {
    const page = new TextEncoder().encode('<!doctype html><title>Connexion</title>');
    expect(thrownBy(() => readColumns(page, 'columns.bin')).code).toBe('html');
  });

  it('says that it belongs to other columns, or elsewhere among them', () => {
    expect(thrownBy(() => readDetails(details, { id: 'other' }, shard)).message).toContain(
      'belongs to the columns "set"',
    );
    const moved = thrownBy(() => readDetails(details, columns, { ...shard, first: 7 }));
    expect(moved.message).toContain('1 from 7 were expected');
    expect(thrownBy(() => readColumns(details, 'x')).message).toBe('x holds "details" where "columns" was expected.');
  });

  it('says which column does not fit', () => {
    const loose = { ...columns, kind: Uint16Array.from([9, 9]) };
    expect(thrownBy(() => readColumns(writeColumns(loose), 'x')).message).toContain('a collège that is not listed');
    const less = { ...columns, shards: columns.shards.slice(1) };
    expect(thrownBy(() => readColumns(writeColumns(less), 'x')).message).toContain(
      'details of 1 organisations, columns of 2',
    );
    const bare = writePacked('columns', {
      count: 0,
      steps: STEPS,
      colleges: [],
      precisions: [],
      shards: [],
      terms: [],
    });
    expect(thrownBy(() => readColumns(bare, 'x')).message).toBe('x has no section "precision".');
  });

  it('is unpacked where its server did not, and refused where it was cut on its way', async () => {
    const zipped = Uint8Array.from(gzipSync(file));
    expect(await unzip(zipped, 'columns.bin')).toEqual(file);
    expect(await unzip(Uint8Array.from(file), 'columns.bin')).toEqual(file);
    await expect(unzip(zipped.slice(0, -9), 'columns.bin')).rejects.toThrow('columns.bin is not whole');
    expect((await openColumns('c', async () => zipped)).count).toBe(2);
  });
});
