/** The words on a page of a PDF of Chromium, for tests: what its reader reads, in the order in which it was painted. */
import { Buffer } from 'node:buffer';
import { inflateSync } from 'node:zlib';
import type { Pdf } from './pdf.ts';

/** @param page from 1 @returns the words of the page as {@link bare} gives them: letters are painted one by one */
export function textOf({ pages, object }: Pdf, page: number): string {
  const own = object(pages[page - 1] ?? 0);
  const fonts = new Map(
    [...own.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name, fontOf(Number(id), object)]),
  );
  const contents = streamOf(object(Number(/\/Contents (\d+) 0 R/.exec(own)?.[1])));
  let font: Font | undefined;
  const said: string[] = [];
  for (const [, name, glyphs] of contents.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj/g)) {
    if (name) font = fonts.get(name);
    else if (font) said.push(lettersOf(glyphs ?? '', font));
  }
  return bare(said.join(''));
}

/** Returns a text without spaces, its ligatures as letters. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** Letters of a font's glyphs, by a code of `digits` digits: fonts that are drawn (Type 3) have two. */
interface Font {
  readonly digits: number;
  readonly letters: ReadonlyMap<string, string>;
}

const lettersOf = (glyphs: string, { digits, letters }: Font): string =>
  Array.from({ length: glyphs.length / digits }, (_, at) =>
    letters.get(glyphs.slice(at * digits, (at + 1) * digits)),
  ).join('');

/** Returns a font, as its own table says. */
function fontOf(id: number, object: Pdf['object']): Font {
  const table = streamOf(object(Number(/\/ToUnicode (\d+)/.exec(object(id))?.[1])));
  const digits = /<(\w+)>\s+<\w+>\s+endcodespacerange/.exec(table)?.[1]?.length ?? 4;
  const letters = new Map<string, string>();
  for (const [, from = '', to = '', code = ''] of table.matchAll(/<(\w{2,4})> (?:<(\w{2,4})> )?<(\w{4,})>(?=\n)/g)) {
    const first = Number.parseInt(from, 16);
    const last = to ? Number.parseInt(to, 16) : first;
    const base = Buffer.from(code, 'hex').swap16().toString('utf16le');
    for (let glyph = first; glyph <= last; glyph++) {
      const letter = base.slice(0, -1) + String.fromCharCode(base.charCodeAt(base.length - 1) + glyph - first);
      letters.set(glyph.toString(16).toUpperCase().padStart(digits, '0'), letter);
    }
  }
  return { digits, letters };
}

/** Returns a stream, unpacked. */
export function streamOf(object: string): string {
  const start = object.indexOf('stream\n') + 'stream\n'.length;
  const packed = Buffer.from(object.slice(start, start + Number(/\/Length (\d+)/.exec(object)?.[1])), 'latin1');
  return object.slice(0, start).includes('/FlateDecode')
    ? inflateSync(packed).toString('latin1')
    : packed.toString('latin1');
}
