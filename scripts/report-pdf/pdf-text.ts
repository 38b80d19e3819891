/** The words on a page of a PDF of Chromium, for tests: what its reader reads, in the order in which it was painted. */
import { Buffer } from 'node:buffer';
import { inflateSync } from 'node:zlib';
import type { Pdf } from './pdf.ts';

/** @param page from 1 @returns the words of the page as {@link bare} gives them: letters are painted one by one */
export function textOf({ pages, object }: Pdf, page: number): string {
  const own = object(pages[page - 1] ?? 0);
  const fonts = new Map(
    [...own.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name, letters(Number(id), object)]),
  );
  const contents = streamOf(object(Number(/\/Contents (\d+) 0 R/.exec(own)?.[1])));
  let font: ReadonlyMap<string, string> | undefined;
  const said: string[] = [];
  for (const [, name, glyphs] of contents.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj/g)) {
    if (name) font = fonts.get(name);
    else said.push((glyphs?.match(/.{4}/g) ?? []).map((glyph) => font?.get(glyph) ?? '').join(''));
  }
  return bare(said.join(''));
}

/** A text without spaces, its ligatures as letters. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** What each glyph of a font stands for, as its own table says. */
function letters(id: number, object: Pdf['object']): ReadonlyMap<string, string> {
  const table = streamOf(object(Number(/\/ToUnicode (\d+)/.exec(object(id))?.[1])));
  const known = new Map<string, string>();
  for (const [, from = '', to = '', code] of table.matchAll(/<(\w{4})> (?:<(\w{4})> )?<(\w+)>(?=\n)/g)) {
    const first = Number.parseInt(from, 16);
    const last = to ? Number.parseInt(to, 16) : first;
    const base = Buffer.from(code ?? '', 'hex')
      .swap16()
      .toString('utf16le');
    for (let glyph = first; glyph <= last; glyph++) {
      const letter = base.slice(0, -1) + String.fromCharCode(base.charCodeAt(base.length - 1) + glyph - first);
      known.set(glyph.toString(16).toUpperCase().padStart(4, '0'), letter);
    }
  }
  return known;
}

/** A stream, unpacked. */
function streamOf(object: string): string {
  const start = object.indexOf('stream\n') + 'stream\n'.length;
  const packed = Buffer.from(object.slice(start, start + Number(/\/Length (\d+)/.exec(object)?.[1])), 'latin1');
  return object.slice(0, start).includes('/FlateDecode')
    ? inflateSync(packed).toString('latin1')
    : packed.toString('latin1');
}
