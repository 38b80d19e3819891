import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAddress } from './address.ts';

const TABLE = path.resolve(import.meta.dirname, '../../../../../shared/samples/pasted-addresses.md');

/** Invented words for the parts that the table writes in braces. */
const WORDS: Readonly<Record<string, string>> = {
  docId: 'jGd2ge4dy2ZMkQ9xYtRw3a',
  slug: 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0uVw',
  uuid: '0f3c9a52-1b7e-4c1d-9a6e-5d2b8c7e4f10',
  rid: '5ffc8d24-0b2f-4c3a-8a77-1e2d3c4b5a69',
  token: 'aB3dE5fG7hJ9kL2m',
  'base64 of id': btoa('pole@exemple.fr'),
  'name-': 'atelier-',
  siren: '123456789',
  uid: '1234567',
  gid: '42',
  n: '3',
};
/** Words of single rows: an `{id}` is another thing for each product. */
const OF_ROW: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  4: { host: 'lite.framacalc.org', id: 'poles-2026' },
  6: { id: '1InventedSheetId_x-9' },
  12: { host: 'carte.gogocarto.fr', id: '7xZ' },
  13: { host: 'umap.openstreetmap.fr', id: '98765' },
  17: { id: 'pole%40exemple.fr' },
};

interface Row {
  readonly number: string;
  readonly name: string;
  readonly pasted: readonly string[];
  readonly data: readonly string[];
}

/** Returns the addresses between back quotes: with and without what stands in square brackets, words for braces. */
function addressesIn(cell: string, row: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, template = '']) => {
    const all = [
      ...new Set([template.replaceAll(/\[(?!\])[^\]]*\]/g, ''), template.replaceAll(/\[(?!\])([^\]]*)\]/g, '$1')]),
    ];
    return all
      .filter((each) => /^https?:\/\/./.test(each))
      .map((each) =>
        each
          .replaceAll(/\{([^}]*?)\}/g, (_all, name: string) => {
            const [first = ''] = name.split(/\\?\|/);
            return (
              OF_ROW[row]?.[first] ??
              WORDS[first] ??
              (/host|portal|site/.test(first) ? `${first.replace('.', '-')}.exemple.fr` : first.replaceAll('…', 'x'))
            );
          })
          .replace(/\\?\|[a-z\\|]*/, '')
          .replaceAll('…', 'x'),
      );
  });
}

const rows: readonly Row[] = readFileSync(TABLE, 'utf8')
  .split('\n')
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => {
    const [, number = '', name = '', pasted = '', data = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    return { number, name, pasted: addressesIn(pasted, number), data: addressesIn(data, number) };
  });

/** Returns the folder of an address, which two addresses of one API share, without a host that the table leaves open. */
const folderOf = (address: string): string =>
  address
    .replace(/[?#].*/, '')
    .replace(/[^/]*\/?$/, '')
    .replace(/^https:\/\/host\.exemple\.fr/, '');

describe('the list of pasted addresses', () => {
  it('has its twenty rows', () => {
    expect(rows.map(({ number }) => Number(number))).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });

  it.each(rows.filter(({ number }) => number !== '20'))('row $number: $name', ({ pasted, data }) => {
    expect(pasted.length).toBeGreaterThan(0);
    for (const address of pasted) {
      const reading = readAddress(address);
      expect(reading?.remedy, address).toBeDefined();
      const { src } = reading ?? {};
      if (src !== undefined)
        expect(
          data.map(folderOf).some((folder) => src.includes(folder)),
          `${address} ${src}`,
        ).toBe(true);
    }
  });

  it.each(rows.filter(({ number }) => !['7', '9', '13', '18', '19', '20'].includes(number)))(
    'row $number gives a data address: $name',
    ({ pasted }) => {
      expect(pasted.map((address) => readAddress(address)?.src ?? `none for ${address}`)).not.toContainEqual(
        expect.stringContaining('none for'),
      );
    },
  );
});
