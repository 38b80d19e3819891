import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { zipOf } from './zip.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const FILES = [
  ['b/été.txt', bytes('b'.repeat(1000))],
  ['a.txt', bytes('a')],
  ['empty', bytes('')],
] as const;

/** Reads the local headers of an archive in their order. */
function entries(zip: Buffer): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const [packed, name] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)];
    const start = at + 30 + name;
    found.push([zip.toString('utf8', at + 30, start), inflateRawSync(zip.subarray(start, start + packed)).toString()]);
    at = start + packed;
  }
  return found;
}

describe('an archive', () => {
  it('holds its files in the order of their paths', () => {
    expect(entries(zipOf(new Map(FILES)))).toEqual([
      ['a.txt', 'a'],
      ['b/été.txt', 'b'.repeat(1000)],
      ['empty', ''],
    ]);
  });

  it('has the same bytes whatever the order of its files and the day', () => {
    expect(zipOf(new Map([...FILES].reverse())).equals(zipOf(new Map(FILES)))).toBe(true);
  });

  it('gives a file another date when its content changes: PHP keeps the code of a file whose date is the same', () => {
    const dated = (text: string) => zipOf(new Map([['a.php', bytes(text)]])).readUInt32LE(10);
    expect(dated('<?php echo 1;')).not.toBe(dated('<?php echo 2;'));
    expect(dated('<?php echo 1;')).toBe(dated('<?php echo 1;'));
  });
});
