/** Layout of a PDF of Chromium, for tests: the ends of words on each page, and the parts that stand together. */
import { type Pdf, refOf } from './pdf.ts';
import { streamOf } from './pdf-text.ts';

/** An element of the tagged structure. */
interface Tagged {
  /** `Table`, `TR`, `TH`, `H4`, … */
  readonly kind: string;
  /** Whether it is a cell of the head of a table. */
  readonly isHead: boolean;
  /** The pages that it stands on, from 1, in the order of reading. */
  readonly pages: readonly number[];
  readonly parts: readonly Tagged[];
}

/** A table, or a title, that a reader would not accept where it is. */
export interface Stray {
  /** From 1. */
  readonly page: number;
  readonly what: string;
}

/** Tables that go on on another page, and of which a page has fewer rows than that besides the head. */
export function tablesTorn(pdf: Pdf, fewest = 2): readonly Stray[] {
  return elementsOf(pdf)
    .filter(({ kind }) => kind === 'Table')
    .flatMap((table) => {
      const rows = table.parts.filter(({ kind, parts }) => kind === 'TR' && !parts.every(({ isHead }) => isHead));
      // The head is painted on every page that it is said again on: alone where no row is.
      const heads = table.parts.filter((part) => !rows.includes(part)).flatMap(({ pages }) => pages);
      const counts = countsOf(rows.map(({ pages }) => pages[0] ?? 0));
      for (const page of heads) if (!counts.has(page)) counts.set(page, 0);
      if (counts.size < 2) return [];
      return [...counts].flatMap(([page, n]) => (n < fewest ? [{ page, what: `${n} of ${rows.length} rows` }] : []));
    });
}

/** A text is a paragraph, and one of where its figures come from. */
const TEXT = 2;

/**
 * Returns the titles that nothing follows on their page but their text, though their section goes on: its content begins with
 * the text.
 */
export function titlesAlone(pdf: Pdf): readonly Stray[] {
  const all = elementsOf(pdf);
  return all.flatMap((element, at) => {
    if (!/^H\d$/.test(element.kind)) return [];
    const seen = new Set(inside(element));
    const after: Tagged[] = [];
    for (const other of all.slice(at + 1)) {
      if (seen.has(other) || other.pages.length === 0) continue;
      const title = [other, other.parts[0]].find((part) => part && /^H\d$/.test(part.kind));
      // The section is over: it may have its text alone.
      if (title && title.kind <= element.kind) break;
      after.push(other);
      const isText = other.kind === 'P' && after.filter(({ kind }) => kind === 'P').length <= TEXT;
      if (!isText && !/^H\d$/.test(other.kind)) break;
      for (const word of inside(other)) seen.add(word);
    }
    const [page = 0] = element.pages;
    const next = page && after.find(({ pages }) => pages[0] !== page);
    return next ? [{ page, what: `${element.kind} before ${next.kind}` }] : [];
  });
}

/** Margins of the pages of a report, points. */
export const MARGINS = { top: (16 * 72) / 25.4, bottom: (20 * 72) / 25.4 };

/**
 * Returns the lowest line of words of each page, as a share of the room between its margins: 1 where it is full. The
 * foot is left out.
 */
export function filled(pdf: Pdf, margins: { readonly top: number; readonly bottom: number }): readonly number[] {
  return pdf.pages.map((id) => {
    const own = pdf.object(id);
    const height = Number(/\/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/.exec(own)?.[1]);
    const [top, bottom] = [height - margins.top, margins.bottom];
    const lines = baselines(streamOf(pdf.object(refOf(own, 'Contents') ?? 0))).filter((y) => y >= bottom);
    return (top - Math.min(top, ...lines)) / (top - bottom);
  });
}

/**
 * Returns the scale at which a PDF is painted, 1 for unscaled: Chromium shrinks every page where a part is wider than
 * the page. The footer of a page, which comes first, keeps its size.
 */
export function scaleOf(pdf: Pdf): number {
  const scales = pdf.pages.flatMap((id) => {
    const painted = streamOf(pdf.object(refOf(pdf.object(id), 'Contents') ?? 0));
    const [own = 1, ...others] = [...painted.matchAll(/^([\d.]+) 0 0 \1 0 0 cm$/gm)].map(([, scale]) => Number(scale));
    return others.map((scale) => scale / own);
  });
  return Math.min(1, ...scales);
}

/** Heights of the lines of a page above its lower edge, pt. */
function baselines(content: string): readonly number[] {
  const lines: number[] = [];
  const kept: [number, number][] = [];
  let [scale, shift] = [1, 0];
  const step = /(?<= |^)(q|Q)(?=\s)|(?:[-.\d]+ ){3}([-.\d]+) [-.\d]+ ([-.\d]+) (cm|Tm)/gm;
  for (const [, stack, d, f, operator] of content.matchAll(step)) {
    if (stack === 'q') kept.push([scale, shift]);
    else if (stack === 'Q') [scale, shift] = kept.pop() ?? [1, 0];
    else if (operator === 'Tm') lines.push(scale * Number(f) + shift);
    else [scale, shift] = [scale * Number(d), scale * Number(f) + shift];
  }
  return lines;
}

const countsOf = (values: readonly number[]): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

const inside = (element: Tagged): readonly Tagged[] => element.parts.flatMap((part) => [part, ...inside(part)]);

/** Returns all elements, in the order of reading. */
function elementsOf(pdf: Pdf): readonly Tagged[] {
  const root = pdf.object(pdf.structure ?? 0);
  const at = new Map(pdf.pages.map((id, index) => [id, index + 1]));
  const read = (id: number): Tagged => {
    const text = pdf.object(id);
    const own = at.get(refOf(text, 'Pg') ?? -1);
    const kids = /\/K (\[[^\]]*\]|\d+( 0 R)?)/.exec(text)?.[1] ?? '';
    const parts: Tagged[] = [];
    const pages: number[] = [];
    // Its children: elements, marks on its own page, and marks on another one.
    for (const [kid, mark, ref] of kids.matchAll(/<<[^>]*>>|(\d+)( 0 R)?/g)) {
      if (ref) {
        const part = read(Number(mark));
        parts.push(part);
        pages.push(...part.pages);
      } else {
        const page = mark ? own : kid.includes('/MCR') && at.get(refOf(kid, 'Pg') ?? -1);
        if (page) pages.push(page);
      }
    }
    return { kind: /\/S \/(\w+)/.exec(text)?.[1] ?? '', isHead: text.includes('/Scope /Column'), pages, parts };
  };
  const first = refOf(root, 'K');
  return first === null ? [] : inside(read(first));
}
