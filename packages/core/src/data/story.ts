/** The story of a report, `ess-story/1`: what the manifest of a data set names as `story`. */

import { modelRules, REFUSED, readShape, type Story, storyShape } from '../model/index.ts';
import { readDocument } from './sources/ess-report/ess-report.ts';
import { checkForm } from './sources/read.ts';
import { isObject } from './sources/values.ts';

const STORY = {
  shape: storyShape,
  schema: async () => (await import('../model/story/story-schema.ts')).Story,
  what: 'the story',
};

/**
 * Reads the story of a report from its text, as `readReport` reads a report: periods in words are replaced, a block of an
 * unknown type is kept as `other`, and so is a malformed one, with its fault. A claim of an unknown kind is kept as
 * `other`: only the checks read claims.
 * @throws EssError `html` or `syntax` for what is no JSON, `format` for another document or a later major version,
 * `schema` with path, received and expected where the document as a whole cannot be read
 */
export async function readStory(text: string, url: string): Promise<Story> {
  const known = await readDocument(text, url, 'ess-story/1', 'story');
  const read = readShape(storyShape, known, modelRules);
  if (read !== REFUSED) return read as Story;
  const { repairStory } = await import('./sources/ess-report/repair-report.ts');
  return checkForm(STORY, isObject(known) ? repairStory(known) : known, url);
}
