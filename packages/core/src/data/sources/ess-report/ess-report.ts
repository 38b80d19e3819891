/** The report document of a data set, `ess-report/1`: what its manifest names as `report`. */
import { EssError } from '../../../errors.ts';
import {
  blockTypes,
  modelRules,
  REFUSED,
  type Report,
  readShape,
  reportShape,
  resolvePeriods,
  sectionsOf,
} from '../../../model/index.ts';
import { checkForm, readJson } from '../read.ts';
import { excerpt, isObject } from '../values.ts';

const REPORT = {
  shape: reportShape,
  schema: async () => (await import('../../../model/report/report-schema.ts')).Report,
  what: 'the report',
};

/**
 * Reads a report document from its text: `client.file(url, (text) => readReport(text, url))`. `@period` and `@previous` are
 * replaced with the periods that they stand for (see `resolvePeriods`). A block of a type that this release does not know is
 * kept as `other`. So is what is malformed in a chapter, with its fault: the rest stands.
 * @throws EssError `html` or `syntax` for what is no JSON, `format` for another document or a later major version,
 * `schema` with path, received and expected where the document as a whole cannot be read
 */
export async function readReport(text: string, url: string): Promise<Report> {
  const known = await readDocument(text, url, 'ess-report/1', 'report');
  const read = readShape(reportShape, known, modelRules);
  // A shape reads as the schema does that it was compiled from.
  if (read !== REFUSED && !hasTwins(read as Report)) return read as Report;
  const { repairReport } = await import('./repair-report.ts');
  return checkForm(REPORT, isObject(known) ? repairReport(known) : known, url);
}

/**
 * Reads the JSON of a report or of its story, with the periods that its words stand for, and with blocks of unknown types
 * as `other`.
 * @param major the format of the major version that this release reads
 * @throws EssError `html` or `syntax` for what is no JSON, `format` for another document or a later major version
 */
export async function readDocument(text: string, url: string, major: string, what: string): Promise<unknown> {
  const document = await readJson(new Response(text), url);
  const format = isObject(document) ? document['format'] : undefined;
  const isMajor =
    typeof format === 'string' && format.startsWith(major) && /^(?:\.\d+)*$/.test(format.slice(major.length));
  if (!isMajor) {
    const message = `${url} is no ${what} that this release reads: its "format" is ${excerpt(format) || 'missing'}, expected "${major}".`;
    throw new EssError('format', message, { url, path: 'format' });
  }
  return withOtherBlocks(isObject(document) ? resolvePeriods(document) : document);
}

/** Whether two chapters or sections have one number: links, and what a page keeps of a section, would mean both. */
function hasTwins(report: Report): boolean {
  const ids = [...report.chapters, ...sectionsOf(report).map(({ section }) => section)].map(({ id }) => id);
  return new Set(ids).size < ids.length;
}

/** Returns a copy in which blocks of unknown types are `other`: at any depth, since what nests blocks may grow too. */
function withOtherBlocks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOtherBlocks);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    if (key === 'blocks' && Array.isArray(inner)) return [key, inner.map(knownBlock)] as const;
    // The block of a message stands alone. A block names its chart by a word.
    return [key, key === 'chart' ? knownBlock(inner) : withOtherBlocks(inner)] as const;
  });
  return Object.fromEntries(entries);
}

function knownBlock(block: unknown): unknown {
  if (!isObject(block)) return block;
  const { type, title } = block;
  if (typeof type !== 'string' || (blockTypes.includes(type) && type !== 'other')) return block;
  return { type: 'other', name: type, fields: block, ...(title === undefined ? {} : { title }) };
}
