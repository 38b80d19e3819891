/** Files that a command makes another one of, and the one it makes. */
import path from 'node:path';
import { EssError } from '@ess-widgets/core/internal/errors';
import type { Said } from '../language.ts';
import { Refusal } from '../refusal.ts';
import { addressOf } from './address.ts';
import type { Reader } from './read.ts';
import { writeFiles } from './write.ts';

/**
 * Reads a JSON file or address.
 * @param given what the user typed
 * @param expected what is read, for messages: `GeoJSON`
 * @throws EssError when there is no answer, Refusal when it is no JSON
 */
export async function readDocument(given: string, expected: Said, reader: Reader, cwd: string): Promise<unknown> {
  const url = addressOf(given, cwd);
  const response = await reader.fetchFor(url)(url);
  if (!response.ok)
    throw new EssError('http', `${given} answered ${response.status}.`, { url, status: response.status });
  try {
    return JSON.parse((await response.text()).replace(/^\ufeff/, ''));
  } catch {
    throw new Refusal({
      fr: `${given} n’est pas du JSON valide (attendu\u202f: ${expected.fr}).`,
      en: `${given} is not valid JSON (expected: ${expected.en}).`,
    });
  }
}

/**
 * Writes the document that a command makes.
 * @param given the file, as the user typed it
 * @param sources real paths of what it was made of
 * @throws Refusal when it cannot be written, or would replace a source
 */
export function writeDocument(given: string, text: string, cwd: string, sources: ReadonlySet<string>): void {
  const { dir, base } = path.parse(path.resolve(cwd, given));
  try {
    writeFiles(dir, [{ name: base, bytes: text }], sources);
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw new Refusal({
      fr: `${given} ne peut pas être écrit${code ? ` (${code})` : ''}.`,
      en: `${given} cannot be written${code ? ` (${code})` : ''}.`,
    });
  }
}
