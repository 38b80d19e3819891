import { decodeText, unmixed } from '../../../reading/index.ts';
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
  return unmixed(text);
}
