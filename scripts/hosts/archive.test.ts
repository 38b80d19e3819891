import { archiveOf } from '@ess-widgets/core/prepare';
import { describe, expect, it } from 'vitest';
import { unzipped } from './unzip.ts';

const zipOf = (files: ReadonlyMap<string, Uint8Array>) => Buffer.from(archiveOf(files));

const bytes = (text: string) => new TextEncoder().encode(text);
const FILES = [
  ['b/été.txt', bytes('b'.repeat(1000))],
  ['a.txt', bytes('a')],
  ['empty', bytes('')],
] as const;

describe('an archive', () => {
  it('holds its files in the order of their paths', () => {
    expect([...unzipped(zipOf(new Map(FILES)))].map(([file, content]) => [file, content.toString()])).toEqual([
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
