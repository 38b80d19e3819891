import {
  commonSubject,
  type Draw,
  drawColumn,
  drawPicture,
  type MeasureText,
  PICTURE_FONT,
  type Picture,
  type SvgColours,
  type SvgFile,
} from '@ess-widgets/core/charts';
import { dateInWords, formatCount, formatMeasured, formatQuantity } from '@ess-widgets/core/format';
import { type Dataset, resolveText, uniqueSources } from '@ess-widgets/core/model';
import { render } from 'lit';
import type { Localized, MessageKey } from '../../texts/texts.ts';
import { dom } from '../dom.ts';
import { download } from '../download.ts';
import type { EssElement } from '../element.ts';
import { type Content, sourceReference } from '../frame.ts';
import { colours } from '../tokens.ts';
import { fullTitle } from './full-title.ts';
import { limitsOf } from './limits.ts';
import type { Shown } from './source-card.ts';

/** The marks of a chart as they are drawn in a file, their values in words, and the remarks that a reader needs. */
export interface Drawing {
  readonly draw: Draw;
  readonly description: string;
  readonly notes?: readonly string[];
}

/** Function that tells which colour an element gives to a token (`accent`, `--_cat-3`): that of its theme, or of its page. */
export type FileColour = (name: string) => string;

/** Function that loads the code which draws the chart of an element in a file. That code returns null where there is no chart. */
export type PictureCode = () => Promise<{
  readonly drawing: (shown: Shown, colourOf: FileColour) => Drawing | null;
}>;

/**
 * Draws figures as an SVG file: as the chart of their element, with the words that stand around it on the page; without a
 * chart as numbers. Returns null where there is nothing to draw.
 */
export async function svgOf(figures: readonly Shown[], isStated: boolean): Promise<SvgFile | null> {
  const [shown] = figures;
  if (!shown) return null;
  const { card, dataset, m, measure } = shown;
  const code = await card.picture?.();
  const drawing = code?.drawing(shown, coloursOf(card.host));
  if (!drawing) return numbersOf(figures);
  const words = pictureWords(card.host, dataset, m);
  // The heading of an author need not name the figure, or what it is kept to: the full title does.
  const given = card.host.heading && !isStated ? fullTitle(shown, words.title) : words.title;
  const [one = measure, ...others] = measure.combines ?? [];
  const title = [...limitsOf(dataset, commonSubject([one, ...others]), m), given]
    .filter((name, at, all) => at === all.length - 1 || !given.includes(name))
    .join(' · ');
  const { quantity } = measure;
  const total = quantity && formatCount(quantity, m.lang);
  const number = quantity && formatQuantity(quantity, m.lang);
  const isSaid = !number || measure.combines || `${title} ${words.subtitle}`.includes(number);
  const subtitle = [words.subtitle ?? '', ...(isSaid ? [] : [total])].filter(Boolean).join(' · ');
  return drawn(card.host, { ...words, title, ...(subtitle ? { subtitle } : {}), ...drawing });
}

/** Sizes of a number in a picture and of its name, px. */
const [NUMBER, NAME] = [44, 16];

/** Draws figures as numbers, each with its name above it. Null where none is known. */
function numbersOf(figures: readonly Shown[]): SvgFile | null {
  const known = figures.filter(({ measure }) => measure.quantity);
  const [first] = known;
  if (!first) return null;
  const { card, dataset, m } = first;
  const named = known.map(({ measure, texts }) => {
    const name = [resolveText(texts.label, m.lang).text, ...limitsOf(dataset, measure, m)].join(' · ');
    const value = measure.quantity ? formatCount(measure.quantity, m.lang, { sign: texts.signed === true }) : '';
    return { name, value, at: formatMeasured(measure, m.lang) };
  });
  const isOne = named.length === 1;
  const number =
    ({ name, value, at }: (typeof named)[number]): Draw =>
    ({ text, palette }) => {
      const line = isOne ? '' : text(0, NAME, `${name}, ${at}`, { size: NAME, fill: palette['ink-2'] });
      const top = (isOne ? 0 : NAME + 6) + NUMBER;
      return {
        markup: line + text(0, top, value, { size: NUMBER, bold: true, fill: palette.accent }),
        height: top + 10,
      };
    };
  const sources = uniqueSources(known.flatMap(({ measure }) => measure.sources));
  const { publisher, updated } = dataset.manifest;
  const from = sources.map((each) => contentText(sourceReference(dataset, each, m))).join('\u202f; ');
  const date = m.text('cardDataOf', { publisher: publisher.name, date: dateInWords(updated, m.lang) });
  return drawn(card.host, {
    lang: m.lang,
    title: isOne ? (named[0]?.name ?? '') : [...new Set(named.map(({ at }) => at))].join(', '),
    ...(isOne ? { subtitle: named[0]?.at ?? '' } : {}),
    description: named.map(({ name, value }) => `${name}\u202f: ${value}`).join('\u202f; '),
    source: from ? `${m.text('source')} ${from}\u00a0– ${date}` : date,
    draw: drawColumn(named.map(number), 14),
  });
}

/**
 * Draws a picture in the colours of an element, so that it is as dark as its widget and has the accent of its page.
 * @param width in px; that of a page of text by default
 */
export function drawn(host: HTMLElement, picture: Picture, width?: number): SvgFile {
  const colourOf = coloursOf(host);
  const palette = Object.fromEntries(colours.map(([name]) => [name, colourOf(name)])) as SvgColours;
  return drawPicture(picture, palette, measureOf(dom.createElement('canvas').getContext('2d')), width);
}

/** Returns the colours of an element in figures, which every viewer of pictures reads, however the page writes them. */
export function coloursOf(host: HTMLElement): FileColour {
  const style = getComputedStyle(host);
  const context = dom.createElement('canvas').getContext('2d');
  const light = new Map(colours.map(([name, value]) => [name, value]));
  return (token) => {
    const name = token.replace(/^--_/, '');
    const otherwise = light.get(name) ?? '#000000';
    const value = style.getPropertyValue(`--_${name}`).trim();
    if (!context || /^#[\da-f]{6}$/i.test(value)) return value || otherwise;
    // The canvas ignores a value that is no colour. A ground that lets everything through would be none in a file.
    context.fillStyle = otherwise;
    context.fillStyle = value;
    const known = String(context.fillStyle);
    return /^rgba\(.*, 0\)$/.test(known) ? otherwise : known;
  };
}

/** Returns a content as plain text. */
export function contentText(content: Content): string {
  const box = dom.createElement('div');
  render(content, box);
  return plain(box.textContent);
}

const plain = (text: string): string => text.replace(/[ \n\t]+/g, ' ').trim();

/** Returns title, subtitle, remarks and source as the element writes them, with the badges in words and the date of the data. */
export function pictureWords(
  { renderRoot }: EssElement,
  { manifest }: Dataset,
  m: Localized,
): Omit<Picture, 'description' | 'draw'> {
  const said = (selector: string): readonly string[] =>
    [...renderRoot.querySelectorAll(selector)].map((each) => plain(each.textContent));
  const [title = ''] = said('#title');
  const [subtitle] = said('[part=subtitle]');
  const [source = ''] = said('[part=source] > span:first-child');
  const quality = renderRoot.querySelector<HTMLElement>('[data-quality]')?.dataset['quality'];
  const badges = quality ?? said('[part=source] > [part=badge]').join(', ');
  const { publisher, updated } = manifest;
  const date = m.text('cardDataOf', { publisher: publisher.name, date: dateInWords(updated, m.lang) });
  return {
    lang: m.lang,
    title,
    ...(subtitle ? { subtitle } : {}),
    notes: said('[part=note]'),
    source: [`${source}${badges ? ` (${badges})` : ''}`, date].join('\u00a0– '),
  };
}

/** Returns a measure of texts as the browser draws them. A browser without a canvas estimates generously. */
function measureOf(context: CanvasRenderingContext2D | null): MeasureText {
  return (text, size, bold) => {
    if (!context) return text.length * size * 0.6;
    context.font = `${bold ? '700 ' : ''}${size}px ${PICTURE_FONT}`;
    return context.measureText(text).width;
  };
}

/** Width of a PNG in pixels: 18 cm of paper at 300 pixels an inch. */
const SHARP = 2160;
/** The largest picture that a telephone makes, in pixels. */
const MOST = 16_000_000;

/** Draws an SVG file on a canvas. Returns null where the browser or the policy of the page refuses it. */
async function pngOf({ svg, width, height }: SvgFile): Promise<Blob | null> {
  const scale = Math.min(Math.max(2, SHARP / width), Math.sqrt(MOST / (width * height)));
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = dom.createElement('canvas');
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

/** Result of a download: the message about it, and the name of the file. */
interface DownloadResult {
  readonly said: MessageKey;
  readonly file: string;
}

/** Downloads a picture. Where no PNG can be made it downloads the drawing instead, and says so. */
export async function downloadPicture(file: SvgFile, name: string, kind: PictureKind): Promise<DownloadResult> {
  const png = kind === 'png' ? await pngOf(file) : null;
  const given = `${name}.${png ? 'png' : 'svg'}`;
  download(given, png ?? file.svg, png ? 'image/png' : 'image/svg+xml');
  return { said: kind === 'png' && !png ? 'cardNoPng' : 'cardGiven', file: given };
}
