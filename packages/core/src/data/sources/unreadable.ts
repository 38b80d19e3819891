/** Errors of an answer that could not be read. */
import { EssError } from '../../errors.ts';
import { positionOfError } from './json-position.ts';
import { notText } from './not-text.ts';

/**
 * Returns the error of an answer that is no success, a page, a workbook, or no JSON (`syntax`, with line and column).
 */
export function unreadable(response: Response, text: string, url: string): EssError {
  return refusalOf(response, text, url) ?? notText(text, url) ?? syntaxError(text, url);
}

/**
 * Returns the error of an answer that is no success, or a page where data was expected; undefined when it is neither.
 */
export function refusalOf({ ok, status, headers }: Response, text: string, url: string): EssError | undefined {
  if (!ok) return new EssError('http', `${url} answered with status ${status}.`, { url, status });
  const type = headers.get('content-type') ?? '';
  // A login page, an error page, the address of a viewer.
  if (!/^\s*</.test(text) && !(type.startsWith('text/html') && /<[a-z!]/i.test(text.slice(0, 2_000)))) return undefined;
  return new EssError('html', `${url} is a page (${type || 'it begins with "<"'}); data was expected.`, { url });
}

function syntaxError(text: string, url: string): EssError {
  const { line, column, what } = positionOfError(text);
  const path = `line ${line}, column ${column}`;
  return new EssError('syntax', `${url} is not JSON: ${what} at ${path}.`, { url, path });
}
