/** Reads the archives of `zip.ts`, for tests. */
import { inflateRawSync } from 'node:zlib';

/** Returns the files of an archive by their paths, in the order of the archive. */
export function unzipped(zip: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const [packed, name] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)];
    const start = at + 30 + name;
    files.set(zip.toString('utf8', at + 30, start), inflateRawSync(zip.subarray(start, start + packed)));
    at = start + packed;
  }
  return files;
}
