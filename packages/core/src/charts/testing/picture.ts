/** Pictures for tests: drawn with letters of one width, and read again as XML. */
import { type Draw, drawPicture, type Picture, type SvgColours, type SvgFile } from '../svg.ts';

export const palette: SvgColours = {
  surface: '#ffffff',
  ink: '#0f2a36',
  'ink-2': '#435a64',
  'ink-3': '#5a6f78',
  line: '#d5dfe1',
  'line-strong': '#76898f',
  accent: '#0b5a6b',
  'accent-soft': '#dff0f0',
  'on-accent': '#fffffe',
  warn: '#8a5200',
  'warn-soft': '#fdf3dc',
};

/** Every letter is half as wide as high. */
export const measure = (text: string, size: number): number => text.length * size * 0.5;

/** A picture of marks, with words that a test may replace. */
export function svgOf(draw: Draw, more: Partial<Picture> = {}, width?: number): SvgFile {
  const picture: Picture = {
    lang: 'fr',
    title: 'Adhérents par collège',
    description: 'Associations, 59',
    source: 'Source : Rapport 2024',
    draw,
    ...more,
  };
  return drawPicture(picture, palette, measure, width);
}

/** An element of a picture, where it lies in it. */
interface Part {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  /** Offset by which its own place is moved. */
  readonly x: number;
  readonly y: number;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function decoded(text: string): string {
  return text.replace(/&(\w*);?/g, (whole, name: string) => {
    const letter = ENTITIES[name];
    if (letter === undefined || !whole.endsWith(';')) throw new SyntaxError(`not an entity: ${whole}`);
    return letter;
  });
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  const rest = text.replace(/\s[\w:-]+="[^"<]*"/g, '');
  if (rest.trim()) throw new SyntaxError(`not attributes: ${rest}`);
  const pairs = [...text.matchAll(/\s([\w:-]+)="([^"<]*)"/g)].map(([, name = '', value = '']) => [
    name,
    decoded(value),
  ]);
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new SyntaxError(`an attribute twice: ${text}`);
  return Object.fromEntries(pairs);
}

/** Reads a picture as a strict reader of XML does. @throws SyntaxError where it is not well formed */
export function partsOf(svg: string): readonly Part[] {
  const parts: Part[] = [];
  const open: Part[] = [];
  for (const [whole, tag, text = ''] of svg.matchAll(/<([^>]*)>|([^<]+)/g)) {
    const parent = open[open.length - 1];
    if (tag === undefined) {
      if (!parent) throw new SyntaxError(`a text outside: ${whole}`);
      parent.text += decoded(text);
    } else if (tag.startsWith('/')) {
      if (open.pop()?.name !== tag.slice(1)) throw new SyntaxError(`not open: ${whole}`);
    } else {
      const [, name = '', rest = '', end] = /^([a-zA-Z]+)(.*?)(\/?)$/s.exec(tag) ?? [];
      if (!name) throw new SyntaxError(`not an element: ${whole}`);
      const attributes = attributesOf(rest);
      const [, x = '0', y = '0'] = /^translate\(([-\d.]+) ([-\d.]+)\)/.exec(attributes['transform'] ?? '') ?? [];
      const part = {
        name,
        attributes,
        text: '',
        x: (parent?.x ?? 0) + Number(x),
        y: (parent?.y ?? 0) + Number(y),
      };
      parts.push(part);
      if (!end) open.push(part);
    }
  }
  if (open.length) throw new SyntaxError(`still open: ${open.map(({ name }) => name).join(' ')}`);
  return parts;
}

/** A text of a picture, and the box that it takes. */
export interface Written {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The texts of a picture, without what only clears the ground under them. */
export function textsOf(svg: string): readonly Written[] {
  return partsOf(svg)
    .filter(({ name, attributes }) => name === 'text' && !attributes['aria-hidden'])
    .map(({ attributes, text, x, y }) => {
      const size = Number(attributes['font-size']);
      const width = measure(text, size);
      const before = { start: 0, middle: width / 2, end: width }[attributes['text-anchor'] ?? 'start'] ?? 0;
      const left = x + Number(attributes['x']) - before;
      const bottom = y + Number(attributes['y']);
      return { text, left, right: left + width, top: bottom - size * 0.7, bottom };
    });
}

const meet = (a: Written, b: Written): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Texts that lie on each other, or on what they must not cover. */
export function collisions(texts: readonly Written[], others: readonly Written[] = []): readonly string[] {
  return texts.flatMap((a, at) =>
    [...texts.slice(at + 1), ...others].filter((b) => meet(a, b)).map((b) => `${a.text} / ${b.text}`),
  );
}

/** The bars of a picture: rectangles of some height. */
export function barsOf(svg: string, height: number): readonly Written[] {
  return partsOf(svg)
    .filter(({ name, attributes }) => name === 'rect' && attributes['height'] === String(height))
    .map(({ attributes, x, y }) => {
      const [left, top] = [x + Number(attributes['x']), y + Number(attributes['y'])];
      return { text: 'bar', left, right: left + Number(attributes['width']), top, bottom: top + height };
    });
}
