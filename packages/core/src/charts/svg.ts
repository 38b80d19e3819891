/**
 * Writes charts and maps as SVG files, with everything that a picture needs when it stands alone. It knows no DOM: the caller
 * measures texts, and gives the marks of its chart as a function of the room for them.
 */

/** Measure of the width of a text in px, in the font of the picture. */
export type MeasureText = (text: string, size: number, bold: boolean) => number;

/** Colours of the widget in the picture, by the names of its tokens. */
export type SvgColours = Readonly<
  Record<
    | 'surface'
    | 'ink'
    | 'ink-2'
    | 'ink-3'
    | 'line'
    | 'line-strong'
    | 'accent'
    | 'accent-soft'
    | 'on-accent'
    | 'warn'
    | 'warn-soft',
    string
  >
>;

/** Looks of a line of text. It begins, has its middle or ends at its position. */
interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** Tools of a {@link Draw}. The origin is the top left of its own place. */
export interface Pen {
  /** Room from side to side, in px. */
  readonly width: number;
  readonly palette: SvgColours;
  readonly measure: MeasureText;
  /** Breaks a text into lines of a width. It cuts a word that is longer than that. */
  readonly wrap: (text: string, width: number, style?: TextStyle) => readonly string[];
  /** Writes a line of text on its baseline. */
  readonly text: (x: number, y: number, text: string, style?: TextStyle) => string;
  /** Writes a line over marks, with a halo that keeps these a little away. */
  readonly above: (x: number, y: number, text: string, style?: TextStyle) => string;
}

/** A drawing and its height. */
export interface Drawn {
  readonly markup: string;
  readonly height: number;
  /** Patterns and the like, for the head of the file. */
  readonly defs?: string;
}

/** Function that draws marks. */
export type Draw = (pen: Pen) => Drawn;

/** A chart and its words. */
export interface Picture {
  readonly lang: string;
  readonly title: string;
  readonly subtitle?: string;
  /** All values in words, for readers who do not see the picture. */
  readonly description: string;
  readonly notes?: readonly string[];
  readonly source: string;
  readonly draw: Draw;
}

/** A picture as the text of an SVG file, and its size in px. */
export interface SvgFile {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Fonts of every system, because a picture carries none. The caller measures in the same ones. */
export const PICTURE_FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif';

const PADDING = 24;
const WIDTH = 720;
const SIZE = 15;

/** Signs that XML cannot hold, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the expression looks for them
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu;

/** Escapes a text for the content of an element or the value of an attribute. */
export const escapeXml = (text: string): string =>
  text
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Rounds a number for an attribute: two digits are finer than any screen. */
export const px = (n: number): string => String(Math.round(n * 100) / 100 + 0);

/** Attributes of a mark. Numbers are rounded, an empty text leaves the attribute out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Writes a mark: attributes are escaped here, the markup inside it by its own writer. */
export function tag(name: string, attributes: Attributes, inside = ''): string {
  const written = Object.entries(attributes).map(([key, value = '']) =>
    value === '' ? '' : ` ${key}="${typeof value === 'number' ? px(value) : escapeXml(value)}"`,
  );
  return `<${name}${written.join('')}${inside ? `>${inside}</${name}>` : '/>'}`;
}

function penOf(width: number, palette: SvgColours, measure: MeasureText): Pen {
  const write = (x: number, y: number, text: string, looks: Attributes, style: TextStyle): string => {
    const { size = SIZE, bold = false, anchor = 'start' } = style;
    const set = { 'font-weight': bold ? 700 : '', 'text-anchor': anchor === 'start' ? '' : anchor };
    return tag('text', { x, y, 'font-size': size, ...looks, ...set }, escapeXml(text));
  };
  // A halo is a text of its own: programs that draw on paper do not know `paint-order`, and would cover the letters.
  const halo = { ...haloOf(palette.surface), 'aria-hidden': 'true' };
  const text: Pen['text'] = (x, y, line, style = {}) => write(x, y, line, { fill: style.fill ?? palette.ink }, style);
  return {
    width,
    palette,
    measure,
    wrap: (line, room, { size = SIZE, bold = false } = {}) => wrap(line, room, (part) => measure(part, size, bold)),
    text,
    above: (x, y, line, style = {}) => write(x, y, line, halo, style) + text(x, y, line, style),
  };
}

/** Breaks a text into lines of a width. It cuts a word that is longer than that. */
export function wrap(text: string, room: number, width: (part: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n\t]+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (width(longer) <= room) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    const pieces = cut(word, room, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces[pieces.length - 1] ?? '';
  }
  return line ? [...lines, line] : lines;
}

/** Cuts a word into pieces that fit, at least a letter each. */
function cut(word: string, room: number, width: (part: string) => number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece && width(piece + letter) > room) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}

/** Writes lines of one style from a top down. */
function paragraph(pen: Pen, text: string, top: number, style: TextStyle & { readonly size: number }): Drawn {
  const step = style.size * 1.4;
  const lines = pen.wrap(text, pen.width, style);
  const markup = lines.map((line, at) => pen.text(0, top + style.size + at * step, line, style)).join('');
  return { markup, height: lines.length * step };
}

/**
 * Writes a picture as an SVG file that stands alone: title, subtitle, marks with their values, remarks and source, on a ground
 * of its own. It holds no style sheet, script, image or font, so any viewer shows it and no policy of a page refuses it.
 */
export function drawPicture(
  picture: Picture,
  palette: SvgColours,
  measure: MeasureText,
  width: number = WIDTH,
): SvgFile {
  const pen = penOf(width - 2 * PADDING, palette, measure);
  const { lang, title, subtitle, description, notes = [], source, draw } = picture;
  const parts: string[] = [stripes(palette)];
  let top = 22;
  const add = (text: string, gap: number, style: TextStyle & { readonly size: number }): void => {
    const { markup, height } = paragraph(pen, text, top + gap, style);
    parts.push(markup);
    top += gap + height;
  };
  add(title, 0, { size: 20, bold: true });
  if (subtitle) add(subtitle, 2, { size: 14, fill: palette['ink-2'] });
  const body = draw(pen);
  parts.push(moved(0, top + 16, body.markup));
  top += 16 + body.height;
  for (const note of notes) add(note, 8, { size: 13, fill: palette['ink-2'] });
  parts.push(tag('path', { d: `M0 ${px(top + 16)}h${px(pen.width)}`, stroke: palette.line }));
  add(source, 24, { size: 12, fill: palette['ink-2'] });
  const height = Math.ceil(top + 2 * PADDING - 4);
  const inside = [
    tag('title', { id: 'ess-title' }, escapeXml(title)),
    tag('desc', { id: 'ess-desc' }, escapeXml(description)),
    body.defs ? tag('defs', {}, body.defs) : '',
    tag('rect', { width: '100%', height: '100%', fill: palette.surface }),
    moved(PADDING, PADDING, parts.join('')),
  ];
  const root: Attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-labelledby': 'ess-title ess-desc',
    lang,
    'font-family': PICTURE_FONT,
  };
  return { svg: tag('svg', root, inside.join('')), width, height };
}

/** Puts drawings one under another. */
export function drawColumn(draws: readonly Draw[], gap: number): Draw {
  return (pen) => {
    const parts: string[] = [];
    const defs: string[] = [];
    let top = 0;
    draws.forEach((draw, at) => {
      if (at > 0) top += gap;
      const drawn = draw(pen);
      parts.push(at > 0 ? moved(0, top, drawn.markup) : drawn.markup);
      if (drawn.defs) defs.push(drawn.defs);
      top += drawn.height;
    });
    return { markup: parts.join(''), height: top, defs: defs.join('') };
  };
}

/** Draws the three stripes that sign each widget. */
const stripes = ({ accent }: SvgColours): string =>
  tag('path', { d: 'M0 1h36M0 5h36M0 9h36', stroke: accent, 'stroke-width': 2 });

/** Looks of a shape. */
interface ShapeStyle {
  readonly colour: string;
  /** Whether it is an outline alone, because a value or a position is not certain. */
  readonly isHollow?: boolean;
  /** Colour of the ground, in which the shape keeps what it lies on a little away. */
  readonly halo?: string;
}

/** Draws a shape, an outline on a grid of 16, around a point. */
export function drawShape(x: number, y: number, size: number, d: string, style: ShapeStyle): string {
  const { colour, isHollow = false, halo } = style;
  const back = halo ? tag('path', { d, ...haloOf(halo) }) : '';
  // A hollow one is smaller by its stroke, so that it ends where the solid one ends.
  const hollow = {
    transform: 'translate(8 8) scale(0.82) translate(-8 -8)',
    fill: halo ?? 'none',
    stroke: colour,
    'stroke-width': 2.4,
    'stroke-linejoin': 'round',
  };
  const front = tag('path', { d, ...(isHollow ? hollow : { fill: colour }) });
  return moved(x - size / 2, y - size / 2, back + front, size / 16);
}

const haloOf = (ground: string): Attributes => ({
  fill: ground,
  stroke: ground,
  'stroke-width': 4,
  'stroke-linejoin': 'round',
});

/** Moves marks to a point, and makes them larger or smaller there. */
export function moved(x: number, y: number, markup: string, scale = 1): string {
  const scaled = scale === 1 ? '' : ` scale(${px(scale)})`;
  return tag('g', { transform: `translate(${px(x)} ${px(y)})${scaled}` }, markup);
}
