import { binaryList, emptyList, notText } from '../not-text.ts';

/**
 * Returns the text of a spreadsheet's export: UTF-8 with or without a mark, UTF-16 ("Unicode text" of Excel), else
 * Windows-1252, which is what Excel writes in French when asked for CSV, or what it writes on a Mac.
 * @throws EssError `format` for a file that is no text, `schema` for an empty one
 */
export function decode(bytes: ArrayBuffer, url: string): string {
  const start = new Uint8Array(bytes);
  const refusal = notText(String.fromCharCode(...start.subarray(0, 8)), url);
  if (refusal) throw refusal;
  const text = decodeText(bytes);
  if (text.includes('\0')) throw binaryList(url);
  if (text.trim() === '') throw emptyList(url);
  return text;
}

/** Returns the text of a file in any of these encodings, whatever it holds. */
export function decodeText(bytes: ArrayBuffer): string {
  const start = new Uint8Array(bytes);
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return isMacintosh(start) ? new TextDecoder('macintosh').decode(bytes) : windows1252(bytes);
  }
}

/** é è ê à ç û ù on a Mac, which are Ž, ž, signs or nothing elsewhere; and the same letters in Windows-1252. */
const MACINTOSH = new Set([0x8e, 0x8f, 0x90, 0x88, 0x8d, 0x9e, 0x9d]);
const WINDOWS = new Set([0xe9, 0xe8, 0xea, 0xe0, 0xe7, 0xfb, 0xf9]);

/** Whether accents are those of a Mac: a few letters of the one are rare signs of the other, none is as common in both. */
function isMacintosh(bytes: Uint8Array): boolean {
  let more = 0;
  for (const byte of bytes) {
    if (MACINTOSH.has(byte)) more += 1;
    else if (WINDOWS.has(byte)) more -= 1;
  }
  return more > 0;
}

/** Characters of the bytes 80 to 9F in Windows-1252. */
const UPPER = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/**
 * Decodes Windows-1252. Node 20 reads the bytes 80 to 9F as control characters where browsers read quotation marks and
 * the euro.
 */
function windows1252(bytes: ArrayBuffer): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\x80-\x9f]/g, (char) => UPPER[char.charCodeAt(0) - 0x80] ?? char);
}
