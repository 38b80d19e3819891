/**
 * The frame of a packed file, `ess-packed/1`: four letters, the version, the length and a checksum of all that follows,
 * a JSON header, then columns of bytes. A file that was cut, changed or belongs elsewhere is refused with its reason.
 *
 *     0  "ESSP"   4  version (u8), three bytes 0   8  length of the file (u32)   12  checksum of what follows (u32)
 *     16 length of the header (u32)   20  header: JSON with `kind` and `sections`, a list of [name, bytes]   then sections
 *
 * Numbers are little-endian. On a server the file is compressed with gzip by its writer, not left to the server: static
 * hosts leave unknown types as they are, and its reader opens it in the browser. One that a server has unpacked already
 * is read as well.
 */

import { EssError } from '../../errors.ts';
import { HIGHEST_MAX_BYTES, readBody } from '../../reading/index.ts';

/** The version of the format that this release writes and reads. */
export const PACKED_FORMAT = 'ess-packed/1';
const VERSION = 1;
const START = 20;
const MAGIC = 'ESSP';

/** Kinds of packed files. */
type PackedKind = 'columns' | 'details' | 'terms' | 'ids';

/** A file that was read. */
interface PackedFile {
  readonly header: Readonly<Record<string, unknown>>;
  /** @throws EssError `schema` when the file has no such section */
  readonly section: (name: string) => Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const bytesOf = (text: string): Uint8Array => encoder.encode(text);
export const decodedText = (bytes: Uint8Array): string => decoder.decode(bytes);

/** Writes a file, before compression. */
export function writePacked(
  kind: PackedKind,
  header: Readonly<Record<string, unknown>>,
  sections: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(sections);
  const lengths = parts.map(([name, bytes]) => [name, bytes.length]);
  const head = bytesOf(JSON.stringify({ kind, ...header, sections: lengths }));
  const length = parts.reduce((sum, [, bytes]) => sum + bytes.length, START + head.length);
  const file = new Uint8Array(length);
  const view = new DataView(file.buffer);
  file.set(bytesOf(MAGIC));
  view.setUint8(4, VERSION);
  view.setUint32(8, length, true);
  view.setUint32(16, head.length, true);
  file.set(head, START);
  let at = START + head.length;
  for (const [, bytes] of parts) {
    file.set(bytes, at);
    at += bytes.length;
  }
  view.setUint32(12, checksum(file), true);
  return file;
}

/**
 * Reads a file of a kind.
 * @param name how messages call it: its address
 * @throws EssError `format` for another format or version, `syntax` when it was cut or changed, `schema` for another kind
 */
export function readPacked(kind: PackedKind, file: Uint8Array, name: string): PackedFile {
  if (file.length < START || decodedText(file.subarray(0, 4)) !== MAGIC) throw notPacked(file, name);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const version = view.getUint8(4);
  if (version !== VERSION) {
    throw new EssError(
      'format',
      `${name} is of format "ess-packed/${version}"; this release reads "${PACKED_FORMAT}".`,
    );
  }
  const length = view.getUint32(8, true);
  if (length !== file.length) {
    throw new EssError('syntax', `${name} is not whole: ${file.length} bytes of ${length}. Copy the folder again.`);
  }
  if (view.getUint32(12, true) !== checksum(file)) {
    throw new EssError(
      'syntax',
      `${name} was changed after it was written: its checksum does not match. Copy it again.`,
    );
  }
  const end = START + view.getUint32(16, true);
  const { sections, ...header } = JSON.parse(decodedText(file.subarray(START, end)));
  if (header.kind !== kind) {
    throw new EssError('schema', `${name} holds "${header.kind}" where "${kind}" was expected.`);
  }
  let at = end;
  const found = new Map<string, Uint8Array>();
  for (const [part, size] of sections as readonly (readonly [string, number])[]) {
    found.set(part, file.subarray(at, at + size));
    at += size;
  }
  const section = (part: string): Uint8Array => {
    const bytes = found.get(part);
    if (bytes) return bytes;
    throw new EssError('schema', `${name} has no section "${part}".`, { path: part });
  };
  return { header, section };
}

function notPacked(file: Uint8Array, name: string): EssError {
  const head = decodedText(file.subarray(0, 60));
  if (head.trimStart().startsWith('<'))
    return new EssError('html', `${name} is an HTML page; packed data was expected.`);
  return new EssError('format', `${name} is not a packed file: it starts with ${JSON.stringify(head.slice(0, 8))}.`);
}

/** FNV-1a of 32 bits over all but the checksum's own place: it finds what transport and storage do to a file. */
function checksum(file: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let at = 16; at < file.length; at += 1) hash = Math.imul(hash ^ (file[at] ?? 0), 0x01000193);
  return hash >>> 0;
}

/**
 * Unpacks the bytes that a server gave.
 * @throws EssError `syntax` when it was cut or changed on its way
 */
export async function unzip(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await readBody(new Response(stream), name, HIGHEST_MAX_BYTES));
  } catch (cause) {
    if (cause instanceof EssError) throw cause;
    throw new EssError('syntax', `${name} is not whole: it cannot be unpacked. Copy the folder again.`, { cause });
  }
}
