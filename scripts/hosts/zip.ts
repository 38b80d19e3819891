/** Archives whose bytes depend on their files alone: order and rights are fixed, dates come from the content. */
import { crc32, deflateRawSync } from 'node:zlib';

/** 1 January 1980, the earliest day of the format. */
const DATE = 0x0021;
/** Units of time of the format in a day: two seconds. */
const TIMES = 43_200;
/** Names are UTF-8. */
const UTF8 = 0x0800;
const DEFLATE = 8;
/** A plain file that everybody may read (`-rw-r--r--`), as Unix writes it. */
const RIGHTS = 0o100644 * 0x10000;

/**
 * Returns a time of the day, in the form of the format, that depends on the checksum of a file. PHP's cache of code reads a
 * file anew only when its date has changed: with one date for all, a server would go on with the code of the release before.
 */
function timeOf(checksum: number): number {
  const time = checksum % TIMES;
  return (Math.floor(time / 1800) << 11) | ((Math.floor(time / 30) % 60) << 5) | (time % 30);
}

/** Returns bytes packed in the way that suits them best: how long the blocks are differs, and an archive has to be small. */
function smallest(bytes: Uint8Array): Buffer {
  const ways = [5, 6, 7, 8, 9].map((memLevel) => deflateRawSync(bytes, { level: 9, memLevel }));
  return ways.reduce((one, other) => (other.length < one.length ? other : one));
}

/** Returns an archive of files by their paths. */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [path, bytes] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const name = Buffer.from(path);
    const packed = smallest(bytes);
    const checksum = crc32(bytes);
    // Shared by both headers: version, flags, method, time, date, checksum, lengths.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(UTF8, 2);
    shared.writeUInt16LE(DEFLATE, 4);
    shared.writeUInt16LE(timeOf(checksum), 6);
    shared.writeUInt16LE(DATE, 8);
    shared.writeUInt32LE(checksum, 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(RIGHTS, 6);
    rest.writeUInt32LE(offset, 10);
    entries.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), shared, rest, name);
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
