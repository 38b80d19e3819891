/** The text of a file, in whichever encoding it was saved. */

/** Letters of UTF-8 that somebody read as Windows-1252 and saved again: `Ã©` for `é`, `â€™` for `’`. */
const MIXED =
  /[ÃÂ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|â€/;

/** Returns the text that was meant, where all of it was read in the wrong encoding once; as it is where a letter was not. */
export function unmixed(text: string): string {
  if (!MIXED.test(text)) return text;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const upper = code < 0x100 ? -1 : UPPER.indexOf(text[at] ?? '');
    if (code >= 0x100 && upper < 0) return text;
    bytes[at] = upper < 0 ? code : upper + 0x80;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}

/** Returns the text of a file in UTF-8, UTF-16, Windows-1252 or that of a Mac, whatever it holds. */
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

/** Returns the beginning of a file in any of these encodings, by which its format is recognised. */
export const beginningOf = (bytes: ArrayBuffer): string => decodeText(bytes).slice(0, 2_000);

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
