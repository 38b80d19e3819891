/**
 * Zip archives, as far as workbooks are: entries are inflated by the platform within a limit, since a file of a few
 * kilobytes may hold gigabytes; an archive that is written holds its entries as they are.
 */
import { EssError } from '../../../errors.ts';
import { HIGHEST_MAX_BYTES } from '../../client/reading.ts';
import { largeError } from '../../client/refusals.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** Bytes of these records before the names. */
const SIZE = { end: 22, entry: 46, local: 30 } as const;
/** The longest remark behind the end of an archive. */
const REMARK = 65_535;

/** Returns the entries of an archive whose names pass a test. @throws EssError `format` for what is no archive, `large` beyond the limit */
export async function unzip(
  buffer: ArrayBuffer,
  url: string,
  isWanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let left = HIGHEST_MAX_BYTES;
  try {
    for (const { name, method, start, end } of entriesOf(new DataView(buffer))) {
      if (!isWanted(name)) continue;
      const packed = new Uint8Array(buffer, start, end - start);
      const bytes = method === 0 ? packed.slice() : await inflate(packed, left);
      if (!bytes || bytes.length > left) throw largeError(url, HIGHEST_MAX_BYTES);
      left -= bytes.length;
      files.set(name, bytes);
    }
  } catch (cause) {
    if (cause instanceof EssError) throw cause;
    throw new EssError('format', `${url} is no workbook that can be read: the archive is damaged.`, { url, cause });
  }
  return files;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  /** Place of its bytes in the archive. */
  readonly start: number;
  readonly end: number;
}

function entriesOf(view: DataView): readonly Entry[] {
  let at = view.byteLength - SIZE.end;
  while (at > 0 && at > view.byteLength - SIZE.end - REMARK && view.getUint32(at, true) !== END) at -= 1;
  const count = view.getUint16(at + 10, true);
  if (view.getUint32(at, true) !== END) throw new RangeError('no end of the archive');
  const entries: Entry[] = [];
  at = view.getUint32(at + 16, true);
  for (let n = 0; n < count; n += 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError('no entry');
    const [length, extra, remark] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const local = view.getUint32(at + 42, true);
    const start = local + SIZE.local + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    entries.push({
      name: new TextDecoder().decode(new Uint8Array(view.buffer as ArrayBuffer, at + SIZE.entry, length)),
      method: view.getUint16(at + 10, true),
      start,
      end: start + view.getUint32(at + 20, true),
    });
    at += SIZE.entry + length + extra + remark;
  }
  return entries;
}

/** Returns the inflated bytes; null where there are more than a limit. */
async function inflate(packed: Uint8Array<ArrayBuffer>, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Returns an archive of entries that are not compressed; without checksums, which the reader of workbooks does not look at. */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): ArrayBuffer {
  const named = [...files].map(([name, bytes]) => ({ name: new TextEncoder().encode(name), bytes }));
  const heads = named.reduce<number>((sum, { name }) => sum + SIZE.local + SIZE.entry + 2 * name.length, SIZE.end);
  const all = new Uint8Array(named.reduce((sum, { bytes }) => sum + bytes.length, heads));
  const view = new DataView(all.buffer);
  let at = 0;
  const placed = named.map(({ name, bytes }) => {
    const place = at;
    view.setUint32(at, LOCAL, true);
    view.setUint32(at + 18, bytes.length, true);
    view.setUint32(at + 22, bytes.length, true);
    view.setUint16(at + 26, name.length, true);
    all.set(name, at + SIZE.local);
    all.set(bytes, at + SIZE.local + name.length);
    at += SIZE.local + name.length + bytes.length;
    return { name, bytes, place };
  });
  const directory = at;
  for (const { name, bytes, place } of placed) {
    view.setUint32(at, ENTRY, true);
    view.setUint32(at + 20, bytes.length, true);
    view.setUint32(at + 24, bytes.length, true);
    view.setUint16(at + 28, name.length, true);
    view.setUint32(at + 42, place, true);
    all.set(name, at + SIZE.entry);
    at += SIZE.entry + name.length;
  }
  view.setUint32(at, END, true);
  view.setUint16(at + 8, named.length, true);
  view.setUint16(at + 10, named.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return all.buffer;
}
