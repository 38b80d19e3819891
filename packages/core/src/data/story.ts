/** The story of a report, `ess-story/1`: what the manifest of a data set names as `story`. */
import type { Story } from '../model/index.ts';
import { areNumbersInPlace } from '../reading/index.ts';
import { readDocument } from './sources/ess-report/ess-report.ts';

/**
 * Reads the story of a report from its text, as `readReport` reads a report: periods in words are replaced, a block of an
 * unknown type is kept as `other`, and so is a malformed one, with its fault. A claim of an unknown kind is kept as
 * `other`: only the checks read claims.
 * @param isRead whether it needs no schema
 * @throws EssError `html` or `syntax` for what is no JSON, `format` for another document or a later major version,
 * `schema` with path, received and expected where the document as a whole cannot be read
 */
export async function readStory(text: string, url: string, isRead = false): Promise<Story> {
  const document = await readDocument(text, url, 'ess-story/1', 'story');
  if (isRead && areNumbersInPlace(document)) return document as Story;
  return (await import('./sources/ess-report/repair-report.ts')).judgeStory(document, url);
}
