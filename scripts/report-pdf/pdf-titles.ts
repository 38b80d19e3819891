/**
 * Titles in the outline of a PDF: Chromium leaves spaces out of them, and repeats some pieces, so they are rewritten.
 */
import { Buffer } from 'node:buffer';
import { readPdf } from './pdf.ts';

/**
 * Returns a PDF of Chromium with other titles in its outline.
 * @param titleFor the title to write in place of one; the same where it is good
 */
export function withTitles(bytes: Uint8Array, titleFor: (title: string) => string): Buffer {
  const text = Buffer.from(bytes).toString('latin1');
  const { outline } = readPdf(bytes);
  const wished = new Map(outline.map(({ id, title }) => [id, titleFor(title)]));
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const places = [...text.slice(table).matchAll(/^(\d{10}) \d{5} ([nf])/gm)].map(([, at, kind]) =>
    kind === 'n' ? Number(at) : null,
  );
  const order = places.flatMap((at, id) => (at === null ? [] : { at, id })).sort((a, b) => a.at - b.at);
  let written = text.slice(0, order[0]?.at ?? table);
  const moved = new Map<number, number>();
  order.forEach(({ at, id }, n) => {
    moved.set(id, written.length);
    const object = text.slice(at, order[n + 1]?.at ?? table);
    const title = wished.get(id);
    written += title === undefined ? object : object.replace(TITLE, () => `/Title ${hex(title)}`);
  });
  const rest = text
    .slice(table)
    .replace(/^(xref\s+0 \d+\s+)((?:\d{10} \d{5} [nf].{0,2}\n?)+)/, (_all, head: string, rows: string) => {
      let id = 0;
      return (
        head + rows.replace(/\d{10}(?= \d{5} [nf])/g, (at) => String(moved.get(id++) ?? Number(at)).padStart(10, '0'))
      );
    })
    .replace(/startxref\s+\d+/, `startxref\n${written.length}`);
  return Buffer.from(written + rest, 'latin1');
}

const TITLE = /\/Title (?:<[^>]*>|\((?:\\.|[^\\)])*\))/;

const hex = (title: string): string =>
  `<${Buffer.from(`\ufeff${title}`, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
