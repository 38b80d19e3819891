import { formatDate } from '@ess-widgets/core/internal/format/date';
import type { Draw, Picture, SvgFile } from '@ess-widgets/core/internal/picture/svg';
import { drawPicture, type MeasureText, type Palette, PICTURE_FONT } from '@ess-widgets/core/internal/picture/svg';
import type { Dataset } from '@ess-widgets/core/model';
import { render } from 'lit';
import type { Localized, MessageKey } from '../../texts/texts.ts';
import { download } from '../download.ts';
import type { EssElement } from '../element.ts';
import type { Content } from '../frame.ts';
import { colours } from '../tokens.ts';
import { fullTitle } from './full-title.ts';
import type { Shown } from './source-card.ts';

/** The marks of a chart as they are drawn in a file, their values in words, and what a reader must know of them. */
export interface Drawing {
  readonly draw: Draw;
  readonly description: string;
  readonly notes?: readonly string[];
}

/** The colour that an element gives to a token (`accent`, `--_cat-3`): of its theme, or of its page. */
export type ColourOf = (name: string) => string;

/** Loads the code that draws an element's chart in a file; null where it shows none. */
export type PictureCode = () => Promise<{
  readonly drawing: (shown: Shown, colourOf: ColourOf) => Drawing | null;
}>;

/** The chart of an element as an SVG file, with the words that stand around it on the page; null where there is none. */
export async function svgOf(shown: Shown): Promise<SvgFile | null> {
  const { card, dataset, m } = shown;
  const code = await card.picture?.();
  const drawing = code?.drawing(shown, coloursOf(card.host));
  if (!drawing) return null;
  const words = wordsOf(card.host, dataset, m);
  // What it computes as its title names what it shows.
  const title = card.host.heading ? fullTitle(shown, words.title) : words.title;
  return drawn(card.host, { ...words, title, ...drawing });
}

/**
 * A picture in the colours of an element: a dark widget gives a dark one, and a page that has its own accent finds it there.
 * @param width in px; that of a page of text by default
 */
export function drawn(host: HTMLElement, picture: Picture, width?: number): SvgFile {
  const colourOf = coloursOf(host);
  const palette = Object.fromEntries(colours.map(([name]) => [name, colourOf(name)])) as Palette;
  return drawPicture(picture, palette, measureOf(document.createElement('canvas').getContext('2d')), width);
}

/** A colour that a viewer of pictures knows: in figures, whatever way the page has written it. */
export function coloursOf(host: HTMLElement): ColourOf {
  const style = getComputedStyle(host);
  const context = document.createElement('canvas').getContext('2d');
  const light = new Map(colours.map(([name, value]) => [name, value]));
  return (token) => {
    const name = token.replace(/^--_/, '');
    const otherwise = light.get(name) ?? '#000000';
    const value = style.getPropertyValue(`--_${name}`).trim();
    if (!context || /^#[\da-f]{6}$/i.test(value)) return value || otherwise;
    // What is no colour leaves the one before; a ground that lets all through would not be one in a file.
    context.fillStyle = otherwise;
    context.fillStyle = value;
    const known = String(context.fillStyle);
    return /^rgba\(.*, 0\)$/.test(known) ? otherwise : known;
  };
}

/** A content as plain text. */
export function textOf(content: Content): string {
  const box = document.createElement('div');
  render(content, box);
  return plain(box.textContent);
}

const plain = (text: string): string => text.replace(/[ \n\t]+/g, ' ').trim();

/** Title, subtitle, remarks and source as the element writes them: with the badges in words, and the date of the data. */
export function wordsOf(
  { renderRoot }: EssElement,
  { manifest }: Dataset,
  m: Localized,
): Omit<Picture, 'description' | 'draw'> {
  const said = (selector: string): readonly string[] =>
    [...renderRoot.querySelectorAll(selector)].map((each) => plain(each.textContent));
  const [title = ''] = said('#title');
  const [subtitle] = said('[part=subtitle]');
  const [source = ''] = said('[part=source] > span:first-child');
  const badges = said('[part=source] > [part=badge]').join(', ');
  const { publisher, updated } = manifest;
  const date = m.text('cardDataOf', { publisher: publisher.name, date: formatDate(updated, m.lang) });
  return {
    lang: m.lang,
    title,
    ...(subtitle ? { subtitle } : {}),
    notes: said('[part=note]'),
    source: [`${source}${badges ? ` (${badges})` : ''}`, date].join('\u00a0– '),
  };
}

/** Texts are measured as the browser draws them; where it has no canvas to measure on, generously. */
function measureOf(context: CanvasRenderingContext2D | null): MeasureText {
  return (text, size, bold) => {
    if (!context) return text.length * size * 0.6;
    context.font = `${bold ? '700 ' : ''}${size}px ${PICTURE_FONT}`;
    return context.measureText(text).width;
  };
}

/** Pixels across: on paper, 18 cm at 300 a inch. */
const SHARP = 2160;
/** The largest picture that a telephone makes, in pixels. */
const MOST = 16_000_000;

/** An SVG file as a PNG; null where the browser or the page's policy refuses it. */
async function pngOf({ svg, width, height }: SvgFile): Promise<Blob | null> {
  const scale = Math.min(Math.max(2, SHARP / width), Math.sqrt(MOST / (width * height)));
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d');
    if (!context) return null;
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A kind of picture that a visitor may take. */
export type PictureKind = 'svg' | 'png';

/** What became of a wish for a file: what is said of it, and the name of the file. */
export interface Given {
  readonly said: MessageKey;
  readonly file: string;
}

/** Gives a picture as a file. Where a PNG cannot be made the drawing is given in its place, which is said. */
export async function givePicture(file: SvgFile, name: string, kind: PictureKind): Promise<Given> {
  const png = kind === 'png' ? await pngOf(file) : null;
  const given = `${name}.${png ? 'png' : 'svg'}`;
  download(given, png ?? file.svg, png ? 'image/png' : 'image/svg+xml');
  return { said: kind === 'png' && !png ? 'cardNoPng' : 'cardGiven', file: given };
}
