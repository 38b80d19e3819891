/** Long lists read in parts, so that a page which has to read them itself still answers its visitor. */
import { readJson } from './read.ts';

/** Characters that are parsed at once: some 10 ms of a telephone. */
const PART = 250_000;
/** A place that looks like the end of a record lies in one, or in a text: so many of them are tried. */
const TRIES = 20;

/**
 * A parsed JSON document, as `readJson` reads it; a long list is parsed in parts, with a pause after each.
 * @throws EssError `http`, `html` or `syntax` (with line and column)
 */
export async function readInParts(response: Response, url: string, pause: () => Promise<void>): Promise<unknown> {
  const text = await response.text();
  await pause();
  const list = response.ok && text.length > PART && /^\s*\[/.test(text) ? await parsedInParts(text, pause) : null;
  // What is no list of records, or none at all, is read or refused as always.
  return list ?? readJson(new Response(text, response), url);
}

/** Null where it cannot be done. */
async function parsedInParts(text: string, pause: () => Promise<void>): Promise<readonly unknown[] | null> {
  const list: unknown[] = [];
  const between = /\}\s*,\s*(?=\{)/g;
  let from = text.indexOf('[') + 1;
  for (let tries = 0; tries < TRIES; tries += 1) {
    between.lastIndex = Math.max(from + PART, between.lastIndex);
    const end = between.exec(text);
    // A part that was cut within a record is not JSON: what is, ends where a record does.
    const part = parsed(end ? `[${text.slice(from, end.index + 1)}]` : `[${text.slice(from)}`);
    if (part) {
      for (const record of part) list.push(record);
      if (!end) return list;
      from = between.lastIndex;
      tries = -1;
      await pause();
    }
    if (!end) return null;
  }
  return null;
}

function parsed(text: string): readonly unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
