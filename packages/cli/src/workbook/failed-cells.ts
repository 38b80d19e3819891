/**
 * Cells of an .xlsx whose formula has failed. The reader of workbooks gives them as empty cells; here they are found in the
 * file itself, so that a value which somebody thinks is there is not passed over.
 */
import { inflateRawSync } from 'node:zlib';

/** Texts of the failed cells of each sheet, by reference: `G5` is `#REF!`. */
export type FailedCells = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A file of the archive. */
interface Entry {
  readonly method: number;
  readonly start: number;
  readonly size: number;
}

const END = 0x06_05_4b_50;
const DIRECTORY = 0x02_01_4b_50;
/** Bytes of the end of an archive without and with the longest comment. */
const END_SIZES = { least: 22, most: 65_557 } as const;

/** Bytes that a sheet may have once unpacked: a few kilobytes can hold gigabytes. */
const MAX_SHEET_BYTES = 200_000_000;

function entriesOf(bytes: Buffer): ReadonlyMap<string, Entry> {
  let end = bytes.length - END_SIZES.least;
  while (end > 0 && end > bytes.length - END_SIZES.most && bytes.readUInt32LE(end) !== END) end -= 1;
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0 && bytes.readUInt32LE(at) === DIRECTORY; left -= 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const header = bytes.readUInt32LE(at + 42);
    const name = bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
    entries.set(name, { method: bytes.readUInt16LE(at + 10), start, size: bytes.readUInt32LE(at + 20) });
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

function textOf(bytes: Buffer, entry: Entry | undefined): string {
  if (!entry) return '';
  const packed = bytes.subarray(entry.start, entry.start + entry.size);
  return (entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: MAX_SHEET_BYTES })).toString('utf8');
}

const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescape = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (all, name: string) => ENTITIES[name] ?? all);

/**
 * Finds the failed cells of a workbook.
 * @throws RangeError of `node:zlib` for a sheet that unpacks to more than any workbook of a year has; errors of `node:buffer` for a
 *   damaged file
 */
export function failedCells(bytes: Buffer): FailedCells {
  const entries = entriesOf(bytes);
  const workbook = textOf(bytes, entries.get('xl/workbook.xml'));
  const relations = textOf(bytes, entries.get('xl/_rels/workbook.xml.rels'));
  const targets = new Map(
    [...relations.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [attribute(tag, 'Id'), attribute(tag, 'Target')]),
  );
  const sheets = [...workbook.matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => {
    const target = targets.get(attribute(tag, 'r:id')) ?? '';
    const file = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    return [unescape(attribute(tag, 'name')), failedIn(textOf(bytes, entries.get(file)))] as const;
  });
  return new Map(sheets);
}

const failedIn = (xml: string): ReadonlyMap<string, string> =>
  new Map(
    [...xml.matchAll(/<c\b([^>]*\bt="e"[^>]*)>(?:<f\b[^>]*(?:\/>|>[^<]*<\/f>))?<v>([^<]*)<\/v>/g)].map(
      ([, tag = '', value = '']) => [attribute(tag, 'r'), unescape(value)],
    ),
  );
