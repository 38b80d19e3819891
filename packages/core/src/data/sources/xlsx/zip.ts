/**
 * Zip archives, as far as workbooks are. A file of a few kilobytes may hold gigabytes, so sizes are added up before anything
 * is inflated, and no entry inflates to more than it declares.
 */
import { EssError } from '../../../errors.ts';
import { tooLarge } from './bounds.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** Bytes of these records before the names. */
const SIZE = { end: 22, entry: 46, local: 30 } as const;
/** The longest remark behind the end of an archive. */
const REMARK = 65_535;

/** An archive, of which entries are inflated as they are asked for. */
interface Archive {
  readonly has: (name: string) => boolean;
  /** Returns the text of an entry, empty where there is none. @throws EssError `format` for a damaged one */
  readonly text: (name: string) => Promise<string>;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  /** Place of its bytes in the archive. */
  readonly start: number;
  readonly end: number;
  /** Bytes that it says it inflates to. */
  readonly size: number;
}

/**
 * Opens an archive.
 * @param limit bytes that its entries may inflate to, all together
 * @throws EssError `format` for what is no archive, `large` for one whose entries declare more than the limit
 */
export function openZip(buffer: ArrayBuffer, url: string, limit: number): Archive {
  const damaged = (cause: unknown): EssError =>
    new EssError('format', `${url} is no workbook that can be read: the archive is damaged.`, { url, cause });
  let entries: readonly Entry[];
  try {
    entries = entriesOf(new DataView(buffer));
  } catch (cause) {
    throw damaged(cause);
  }
  if (entries.reduce((sum, { size }) => sum + size, 0) > limit) throw tooLarge(url, limit);
  const named = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    has: (name) => named.has(name),
    text: async (name) => {
      const entry = named.get(name);
      if (!entry) return '';
      try {
        const packed = new Uint8Array(buffer, entry.start, entry.end - entry.start);
        return entry.method === 0 ? new TextDecoder().decode(packed) : await inflate(packed, entry.size);
      } catch (cause) {
        throw damaged(cause);
      }
    },
  };
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
    const packed = view.getUint32(at + 20, true);
    const method = view.getUint16(at + 10, true);
    entries.push({
      name: new TextDecoder().decode(new Uint8Array(view.buffer as ArrayBuffer, at + SIZE.entry, length)),
      method,
      start,
      end: start + packed,
      // An entry that is stored has the size that it has, whatever it says.
      size: method === 0 ? packed : view.getUint32(at + 24, true),
    });
    at += SIZE.entry + length + extra + remark;
  }
  return entries;
}

/** Returns the inflated text. @throws RangeError where there are more bytes than were declared */
async function inflate(packed: Uint8Array<ArrayBuffer>, size: number): Promise<string> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let left = size;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    left -= value.length;
    if (left < 0) {
      await reader.cancel();
      throw new RangeError('more bytes than were declared');
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
  return parts.join('') + decoder.decode();
}

/** Returns an archive of entries that are not compressed; without checksums, which the reader of workbooks does not look at. */
export function zipOf(files: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const named = [...files].map(([name, text]) => ({ name: encoder.encode(name), bytes: encoder.encode(text) }));
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
  return all;
}
