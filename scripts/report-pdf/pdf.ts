/**
 * Structure of a PDF of Chromium: its number of pages, and the titles on each of them. Its objects are plain text
 * behind a plain table, so that no library is needed; a PDF of another program may have them compressed.
 */
import { Buffer } from 'node:buffer';

/** A title of the outline. */
export interface OutlineItem {
  /** The number of its object. */
  readonly id: number;
  readonly title: string;
  /** From 1. */
  readonly page: number;
}

/** A PDF, read. */
export interface Pdf {
  /** The pages in their order, as the numbers of their objects. */
  readonly pages: readonly number[];
  /** All titles, whatever their level, in the order of reading. */
  readonly outline: readonly OutlineItem[];
  /** The object that all tags of its structure stand in; null where it is not tagged. */
  readonly structure: number | null;
  /** The text of an object, its stream as one character a byte. */
  readonly object: (id: number) => string;
}

/** @throws {Error} when it is none, or has no plain table of objects */
export function readPdf(bytes: Uint8Array): Pdf {
  const text = Buffer.from(bytes).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const head = /^xref\s+0 (\d+)\s+/.exec(text.slice(start, start + 60));
  if (!head) throw new Error('This PDF has no plain table of objects: was it written by Chromium?');
  const table = start + head[0].length;
  const object = (id: number): string => {
    const at = Number(text.slice(table + 20 * id, table + 20 * id + 10));
    return text.slice(at, text.indexOf('endobj', at));
  };
  const root = object(refOf(text.slice(start), 'Root') ?? 0);
  const pages = pagesUnder(refOf(root, 'Pages'), object);
  const outlines = refOf(root, 'Outlines');
  const outline = outlines === null ? [] : itemsUnder(object(outlines), pages, object);
  return { pages, outline, structure: refOf(root, 'StructTreeRoot'), object };
}

/** Returns the object that an entry of a dictionary names; null where it has none. */
export const refOf = (dictionary: string, name: string): number | null => {
  const found = new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1];
  return found === undefined ? null : Number(found);
};

function pagesUnder(id: number | null, object: Pdf['object']): readonly number[] {
  if (id === null) return [];
  const kids = /\/Kids \[([^\]]*)\]/.exec(object(id))?.[1];
  if (kids === undefined) return [id];
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => pagesUnder(Number(kid), object));
}

function itemsUnder(parent: string, pages: readonly number[], object: Pdf['object']): readonly OutlineItem[] {
  const items: OutlineItem[] = [];
  for (let id = refOf(parent, 'First'); id !== null; ) {
    const item = object(id);
    const page = Number(/\/Dest \[(\d+) 0 R/.exec(item)?.[1]);
    items.push({ id, title: titleOf(item), page: pages.indexOf(page) + 1 }, ...itemsUnder(item, pages, object));
    id = refOf(item, 'Next');
  }
  return items;
}

/** A title is written in UTF-16, or in parentheses where it is plain. */
function titleOf(item: string): string {
  const wide = /\/Title <FEFF([0-9A-F]*)>/.exec(item)?.[1];
  if (wide !== undefined) return Buffer.from(wide, 'hex').swap16().toString('utf16le');
  const plain = /\/Title \(((?:\\.|[^\\)])*)\)/.exec(item)?.[1] ?? '';
  return plain.replace(/\\(.)/g, '$1');
}
