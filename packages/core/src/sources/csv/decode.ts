import { binaryList, emptyList, notText } from '../not-text.ts';

/**
 * The text of a spreadsheet's export: UTF-8 with or without a mark, UTF-16 ("Unicode text" of Excel), else Windows-1252,
 * which is what Excel writes in French when asked for CSV.
 * @throws EssError `format` for a file that is no text, `schema` for an empty one
 */
export function decode(bytes: ArrayBuffer, url: string): string {
  const start = new Uint8Array(bytes);
  const refusal = notText(String.fromCharCode(...start.subarray(0, 8)), url);
  if (refusal) throw refusal;
  const text = textOf(bytes, start);
  if (text.includes('\0')) throw binaryList(url);
  if (text.trim() === '') throw emptyList(url);
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
