/** Archives whose bytes depend on their files alone: order and rights are fixed, dates come from the content. */
import { zipSync } from 'fflate';
import { contentHash } from './bytes.ts';

/** Units of time of the format in a day: two seconds. */
const TIMES = 43_200;
/** A plain file that everybody may read (`-rw-r--r--`), as Unix (3) writes it. */
const UNIX = 3;
const RIGHTS = 0o100644 * 0x10000;

/**
 * Returns a time of 1 January 1980, the earliest day of the format, that depends on the content of a file. PHP's cache of code
 * reads a file anew only when its date has changed: with one date for all, a server would go on with the code of the release before.
 */
function dateOf(bytes: Uint8Array): Date {
  const time = Number.parseInt(contentHash(bytes).slice(0, 8), 16) % TIMES;
  // The archive has the time of this clock, in whichever zone it is.
  return new Date(1980, 0, 1, Math.floor(time / 1800), Math.floor(time / 30) % 60, (time % 30) * 2);
}

/** Returns an archive of files by their paths. */
export function archiveOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  const entries = sorted.map(([name, bytes]) => [
    name,
    [bytes, { level: 9, os: UNIX, attrs: RIGHTS, mtime: dateOf(bytes) }],
  ]);
  return zipSync(Object.fromEntries(entries));
}
