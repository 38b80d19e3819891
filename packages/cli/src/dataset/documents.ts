/** Files that a command makes another one of, and the one it makes. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { EssError } from '@ess-widgets/core/errors';
import type { Said } from '../language.ts';
import { Refusal } from '../refusal.ts';
import { addressOf } from './address.ts';
import type { Fetch } from './read.ts';

/**
 * Reads a JSON file or address.
 * @param given what the user typed
 * @param expected what is read, for messages: `GeoJSON`
 * @throws EssError when there is no answer, Refusal when it is no JSON
 */
export async function readDocument(given: string, expected: Said, fetch: Fetch, cwd: string): Promise<unknown> {
  const url = addressOf(given, cwd);
  const response = await fetch(url);
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

/** @param given the file, as the user typed it @throws Refusal when it cannot be written */
export function writeDocument(given: string, text: string, cwd: string): void {
  try {
    writeFileSync(path.resolve(cwd, given), text);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw new Refusal({
      fr: `${given} ne peut pas être écrit${code ? ` (${code})` : ''}.`,
      en: `${given} cannot be written${code ? ` (${code})` : ''}.`,
    });
  }
}
