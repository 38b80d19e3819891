/** Long lists read in parts as they come: a page which has to read them itself still answers its visitor. */
import { readJson } from './read.ts';

/** Characters that are parsed at once: some 10 ms of a telephone. */
const PART = 250_000;
/** A place that looks like the end of a record lies in one, or in a text: so many of them are tried. */
const TRIES = 20;

type Pause = () => Promise<void>;

/**
 * Returns a parsed JSON document, as `readJson` reads it; a long list is parsed in parts as it comes.
 * @param pause called after each part
 * @throws EssError `http`, `html` or `syntax` (with line and column)
 */
export async function readInParts(response: Response, url: string, pause?: Pause): Promise<unknown> {
  const reader = response.ok ? response.body?.getReader() : undefined;
  if (!reader) return readJson(response, url);
  const decoder = new TextDecoder();
  const texts: string[] = [];
  let list: ListParser | null = new ListParser(pause);
  for (let isAll = false; !isAll; ) {
    const { done, value } = await reader.read();
    isAll = done;
    const text = decoder.decode(value, { stream: !done });
    texts.push(text);
    if (list && !(await list.take(text, done))) list = null;
  }
  // An answer that is no list, or an error, takes the usual way.
  return (
    list?.records ?? readJson(new Response(texts.join(''), { status: response.status, headers: response.headers }), url)
  );
}

/** Parser of a list that arrives in parts. */
class ListParser {
  readonly records: unknown[] = [];
  readonly #pause: Pause | undefined;
  /** Text that is not parsed yet; it begins with a bracket in place of the comma before it. */
  #rest = '';

  constructor(pause: Pause | undefined) {
    this.#pause = pause;
  }

  /** @returns whether it is a list so far */
  async take(text: string, isAll: boolean): Promise<boolean> {
    this.#rest += text;
    if (/^\s*[^\s[]/.test(this.#rest)) return false;
    let from = PART;
    for (let tries = 0; this.#rest.length > from && tries < TRIES; tries += 1) {
      const between = /\}\s*,\s*(?=\{)/g;
      between.lastIndex = from;
      const end = between.exec(this.#rest);
      if (!end) break;
      from = between.lastIndex;
      // A part that was cut within a record is not JSON: what is, ends where a record does.
      if (!this.#parse(`${this.#rest.slice(0, end.index + 1)}]`)) continue;
      this.#rest = `[${this.#rest.slice(from)}`;
      [from, tries] = [PART, -1];
      await this.#pause?.();
    }
    // Stop looking for records: another form of list must not be searched again with every piece that arrives.
    if (!isAll) return this.#rest.length < TRIES * PART;
    return this.#parse(this.#rest);
  }

  #parse(text: string): boolean {
    try {
      const value: unknown = JSON.parse(text);
      if (!Array.isArray(value)) return false;
      for (const record of value) this.records.push(record);
      return true;
    } catch {
      return false;
    }
  }
}
