/** The report document of a data set, `ess-report/1`: what its manifest names as `report`. */
import { EssError } from '../../../errors.ts';
import { type Report, resolvePeriods } from '../../../model/index.ts';
import { areNumbersInPlace } from '../../../reading/index.ts';
import { readJson } from '../read.ts';
import { excerpt, isObject } from '../values.ts';

/**
 * Reads a report document from its text: `client.file(url, (text) => readReport(text, url))`. `@period` and `@previous` are
 * replaced with the periods that they stand for (see `resolvePeriods`). A block of a type that this release does not know is
 * kept as `other`. So is what is malformed in a chapter, with its fault: the rest stands.
 * @param isRead whether it needs no schema
 * @throws EssError `html` or `syntax` for what is no JSON, `format` for another document or a later major version,
 * `schema` with path, received and expected where the document as a whole cannot be read
 */
export async function readReport(text: string, url: string, isRead = false): Promise<Report> {
  const document = await readDocument(text, url, 'ess-report/1', 'report');
  if (isRead && areNumbersInPlace(document)) return document as Report;
  return (await import('./repair-report.ts')).judgeReport(document, url);
}

/**
 * Reads the JSON of a report or of its story, with the periods that its words stand for.
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
  return isObject(document) ? resolvePeriods(document) : document;
}
