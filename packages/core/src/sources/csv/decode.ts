import { EssError } from '../../errors.ts';

/** First bytes of files that are saved under the name of a CSV by mistake, and what to do about each. */
const BINARY: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x50, 0x4b], 'a workbook (xlsx, ods) or an archive: save it as CSV'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old workbook (xls): save it as CSV'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF: ask for the table that it was made from'],
];

/**
 * The text of a spreadsheet's export: UTF-8 with or without a mark, UTF-16 ("Unicode text" of Excel), else Windows-1252,
 * which is what Excel writes in French when asked for CSV.
 * @throws EssError `format` for a file that is no text, `schema` for an empty one
 */
export function decode(bytes: ArrayBuffer, url: string): string {
  const start = new Uint8Array(bytes);
  const binary = BINARY.find(([magic]) => magic.every((byte, index) => start[index] === byte));
  if (binary) throw new EssError('format', `${url} is ${binary[1]}.`, { url });
  const text = textOf(bytes, start);
  if (text.includes('\0')) throw new EssError('format', `${url} is a binary file, not a CSV.`, { url });
  if (text.trim() === '')
    throw new EssError('schema', `${url} is empty: expected a header and a line a member.`, { url });
  return text;
}

function textOf(bytes: ArrayBuffer, start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return windows1252(bytes);
  }
}

/** What bytes 80 to 9F stand for. */
const UPPER = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Node 20 reads these 32 bytes as control characters where browsers read quotation marks and the euro. */
function windows1252(bytes: ArrayBuffer): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\x80-\x9f]/g, (char) => UPPER[char.charCodeAt(0) - 0x80] ?? char);
}
