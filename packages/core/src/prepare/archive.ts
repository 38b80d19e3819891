/** Archives whose bytes depend on their files alone: order and rights are fixed, dates come from the content. */
import { deflateSync, unzipSync } from 'fflate';
import { Refusal } from './refusal.ts';

/** Files of a release that no folder of a site needs: maps of sources, and hashes for pages that check what they load. */
export const LEFT_AT_HOME = /\.map$|^integrity\.json$/;

/** 1 January 1980, the earliest day of the format. */
const DATE = 0x0021;
/** Units of time of the format in a day: two seconds. */
const TIMES = 43_200;
/** Names are UTF-8. */
const UTF8 = 0x0800;
const DEFLATE = 8;
/** A plain file that everybody may read (`-rw-r--r--`), as Unix writes it. */
const RIGHTS = 0o100644 * 0x10000;

/** The checksum of the format (CRC-32), bit by bit: archives are small, and made once. */
function checksumOf(bytes: Uint8Array): number {
  let checksum = ~0;
  for (const byte of bytes) {
    checksum ^= byte;
    for (let bit = 0; bit < 8; bit++) checksum = (checksum >>> 1) ^ (0xedb88320 & -(checksum & 1));
  }
  return ~checksum >>> 0;
}

/**
 * Returns a time of the day, in the form of the format, that depends on the checksum of a file. PHP's cache of code reads a
 * file anew only when its date has changed: with one date for all, a server would go on with the code of the release before.
 */
function timeOf(checksum: number): number {
  const time = checksum % TIMES;
  return (Math.floor(time / 1800) << 11) | ((Math.floor(time / 30) % 60) << 5) | (time % 30);
}

/** Returns numbers of two or of four bytes as the format writes them. */
function numbers(...values: readonly (readonly [length: 2 | 4, value: number])[]): Uint8Array {
  const bytes = new Uint8Array(values.reduce((sum, [length]) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [length, value] of values) {
    if (length === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += length;
  }
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/**
 * Returns an archive of files by their paths.
 * @param pack deflates bytes without a header; scripts hand in one that takes longer for smaller archives
 */
export function archiveOf(
  files: ReadonlyMap<string, Uint8Array>,
  pack: (bytes: Uint8Array) => Uint8Array = (bytes) => deflateSync(bytes, { level: 9 }),
): Uint8Array {
  const locals: Uint8Array[] = [];
  const entries: Uint8Array[] = [];
  let offset = 0;
  for (const [path, bytes] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const name = new TextEncoder().encode(path);
    const packed = pack(bytes);
    const checksum = checksumOf(bytes);
    // Shared by both headers: version, flags, method, time, date, checksum, lengths.
    const shared = numbers(
      ...([
        [2, 20],
        [2, UTF8],
        [2, DEFLATE],
        [2, timeOf(checksum)],
        [2, DATE],
      ] as const),
      ...([
        [4, checksum],
        [4, packed.length],
        [4, bytes.length],
        [2, name.length],
        [2, 0],
      ] as const),
    );
    const local = joined([numbers([4, 0x04034b50]), shared, name, packed]);
    const rest = numbers([2, 0], [2, 0], [2, 0], [4, RIGHTS], [4, offset]);
    entries.push(numbers([4, 0x02014b50], [2, 0x0314]), shared, rest, name);
    locals.push(local);
    offset += local.length;
  }
  const directory = joined(entries);
  const counts = [
    [2, files.size],
    [2, files.size],
    [4, directory.length],
    [4, offset],
  ] as const;
  return joined([...locals, directory, numbers([4, 0x06054b50], [2, 0], [2, 0], ...counts, [2, 0])]);
}

/** Bytes that an archive may inflate to, all together. */
const MOST_BYTES = 100_000_000;

/**
 * Returns files of an archive by their paths. Sizes are added up as they are declared, before anything is inflated.
 * @param isWanted of a path; what is not is never inflated
 * @throws Refusal for what is no archive, and for one of too many bytes
 */
export function unarchived(
  bytes: Uint8Array,
  isWanted: (path: string) => boolean = () => true,
): ReadonlyMap<string, Uint8Array> {
  let declared = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/') || !isWanted(name)) return false;
        declared += originalSize;
        if (declared > MOST_BYTES) throw new Refusal(TOO_LARGE);
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(DAMAGED);
  }
}

const DAMAGED = {
  fr: 'l’archive est abîmée\u202f: elle ne peut pas être lue',
  en: 'the archive is damaged: it cannot be read',
};

const TOO_LARGE = {
  fr: `l’archive contient plus de ${MOST_BYTES / 1_000_000} Mo\u202f: elle n’est pas lue`,
  en: `the archive holds more than ${MOST_BYTES / 1_000_000} MB: it is not read`,
};
