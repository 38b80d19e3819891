/** Writes an invented directory as a data set: a manifest and a file a collection. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type LargeOptions, makeLargeSet } from './organisations.ts';

/** @param more fields of the manifest besides */
export function writeLargeSet(folder: string, options: LargeOptions, more: object = {}): void {
  const { manifest, collections } = makeLargeSet(options);
  mkdirSync(folder, { recursive: true });
  const entries = Object.entries(collections).map(([name, records]) => {
    writeFileSync(
      path.join(folder, `${name}.json`),
      `[\n${records.map((each) => JSON.stringify(each)).join(',\n')}\n]\n`,
    );
    return [name, { href: `${name}.json`, count: records.length, hash: '', coverage: [{ complete: true }] }];
  });
  const document = { ...manifest, ...more, collections: Object.fromEntries(entries) };
  writeFileSync(path.join(folder, 'manifest.json'), `${JSON.stringify(document, null, 2)}\n`);
}
