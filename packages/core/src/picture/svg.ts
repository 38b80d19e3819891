/**
 * Charts as SVG files: the marks that elements draw as HTML, with everything that a picture needs when it stands alone. Pure:
 * texts are measured by whoever calls, and what is drawn in the frame is a function, so that other marks join as they are.
 */

/** Width of a text in px, in the font of the picture. */
export type MeasureText = (text: string, size: number, bold: boolean) => number;

/** Colours of a picture, by the names of the tokens: those of the widget that it is a picture of. */
export type Palette = Readonly<
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

/** How a text is set: at its start, its middle or its end. */
export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** What a {@link Draw} draws with. The origin is the top left of its own place. */
export interface Pen {
  /** Room across, in px. */
  readonly width: number;
  readonly palette: Palette;
  readonly measure: MeasureText;
  /** Lines of a text that fit a width; a word longer than that is cut. */
  readonly wrap: (text: string, width: number, style?: TextStyle) => readonly string[];
  /** A line of text on its baseline. */
  readonly text: (x: number, y: number, text: string, style?: TextStyle) => string;
  /** The same over marks: what lies behind it keeps a little away. */
  readonly above: (x: number, y: number, text: string, style?: TextStyle) => string;
}

/** What was drawn, and how high it is. */
export interface Drawn {
  readonly markup: string;
  readonly height: number;
  /** Patterns and the like, for the head of the file. */
  readonly defs?: string;
}

/** Draws marks. */
export type Draw = (pen: Pen) => Drawn;

/** A chart and its words. */
export interface Picture {
  readonly lang: string;
  readonly title: string;
  readonly subtitle?: string;
  /** All values in words, for those who do not see the picture. */
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

/** Fonts of every system: a picture carries none. The caller measures in the same ones. */
export const PICTURE_FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif';

const PADDING = 24;
const WIDTH = 720;
const SIZE = 15;

/** What XML cannot hold, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu;

/** A text as content or as the value of an attribute. */
export const escapeXml = (text: string): string =>
  text
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** A number as an attribute: two digits are finer than any screen. */
export const px = (n: number): string => String(Math.round(n * 100) / 100 + 0);

function penOf(width: number, palette: Palette, measure: MeasureText): Pen {
  const written = (x: number, y: number, text: string, looks: string, style: TextStyle): string => {
    const { size = SIZE, bold = false, anchor = 'start' } = style;
    const weight = bold ? ' font-weight="700"' : '';
    const at = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
    return `<text x="${px(x)}" y="${px(y)}" font-size="${size}" ${looks}${weight}${at}>${escapeXml(text)}</text>`;
  };
  // Not `paint-order`, which programs that draw on paper do not know: the ground of a letter would cover it.
  const halo = `fill="${palette.surface}" stroke="${palette.surface}" stroke-width="4" stroke-linejoin="round" aria-hidden="true"`;
  const text: Pen['text'] = (x, y, line, style = {}) =>
    written(x, y, line, `fill="${style.fill ?? palette.ink}"`, style);
  return {
    width,
    palette,
    measure,
    wrap: (line, room, { size = SIZE, bold = false } = {}) => wrap(line, room, (part) => measure(part, size, bold)),
    text,
    above: (x, y, line, style = {}) => written(x, y, line, halo, style) + text(x, y, line, style),
  };
}

function wrap(text: string, room: number, width: (part: string) => number): readonly string[] {
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

/** A word in pieces that fit, at least a letter each. */
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

/** Lines of one style from a top, and where they end. */
function paragraph(pen: Pen, text: string, top: number, style: TextStyle & { readonly size: number }): Drawn {
  const step = style.size * 1.4;
  const lines = pen.wrap(text, pen.width, style);
  const markup = lines.map((line, at) => pen.text(0, top + style.size + at * step, line, style)).join('');
  return { markup, height: lines.length * step };
}

/**
 * A picture as an SVG file that stands alone: title, what is measured, marks with their values, remarks and source, on a
 * ground of its own. No style sheet, script, image or font: any viewer shows it, and no policy of a page refuses it.
 */
export function drawPicture(picture: Picture, palette: Palette, measure: MeasureText, width: number = WIDTH): SvgFile {
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
  parts.push(`<g transform="translate(0 ${px(top + 16)})">${body.markup}</g>`);
  top += 16 + body.height;
  for (const note of notes) add(note, 8, { size: 13, fill: palette['ink-2'] });
  parts.push(`<path d="M0 ${px(top + 16)}h${px(pen.width)}" stroke="${palette.line}"/>`);
  add(source, 24, { size: 12, fill: palette['ink-2'] });
  const height = Math.ceil(top + 2 * PADDING - 4);
  const head = `<title id="ess-title">${escapeXml(title)}</title><desc id="ess-desc">${escapeXml(description)}</desc>`;
  const defs = body.defs ? `<defs>${body.defs}</defs>` : '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="ess-title ess-desc" lang="${escapeXml(lang)}" font-family="${escapeXml(PICTURE_FONT)}">${head}${defs}<rect width="100%" height="100%" fill="${palette.surface}"/><g transform="translate(${PADDING} ${PADDING})">${parts.join('')}</g></svg>`;
  return { svg, width, height };
}

/** Drawings one under another. */
export function drawColumn(draws: readonly Draw[], gap: number): Draw {
  return (pen) => {
    const parts: string[] = [];
    const defs: string[] = [];
    let top = 0;
    draws.forEach((draw, at) => {
      if (at > 0) top += gap;
      const drawn = draw(pen);
      parts.push(at > 0 ? `<g transform="translate(0 ${px(top)})">${drawn.markup}</g>` : drawn.markup);
      if (drawn.defs) defs.push(drawn.defs);
      top += drawn.height;
    });
    return { markup: parts.join(''), height: top, defs: defs.join('') };
  };
}

/** The signature of the widgets: three stripes. */
const stripes = ({ accent }: Palette): string =>
  `<path d="M0 1h36M0 5h36M0 9h36" stroke="${accent}" stroke-width="2"/>`;

/** How a shape is drawn. */
export interface ShapeStyle {
  readonly colour: string;
  /** Outlined only: a value or a position that is not certain. */
  readonly isHollow?: boolean;
  /** Colour of the ground: the shape keeps what it lies on a little away. */
  readonly halo?: string;
}

/** The outline of a shape, on a grid of 16, around a point. */
export function drawShape(x: number, y: number, size: number, d: string, style: ShapeStyle): string {
  const { colour, isHollow = false, halo } = style;
  const back = halo ? `<path d="${d}" fill="${halo}" stroke="${halo}" stroke-width="4" stroke-linejoin="round"/>` : '';
  // A hollow one is smaller by its stroke, so that it ends where the solid one ends.
  const front = isHollow
    ? `<path d="${d}" transform="translate(8 8) scale(0.82) translate(-8 -8)" fill="${halo ?? 'none'}" stroke="${colour}" stroke-width="2.4" stroke-linejoin="round"/>`
    : `<path d="${d}" fill="${colour}"/>`;
  const scale = size === 16 ? '' : ` scale(${px(size / 16)})`;
  return `<g transform="translate(${px(x - size / 2)} ${px(y - size / 2)})${scale}">${back}${front}</g>`;
}
