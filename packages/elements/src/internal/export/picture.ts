import type { Draw, Picture, SvgFile } from '@ess-widgets/core/chart';
import { drawPicture, type MeasureText, type Palette, PICTURE_FONT } from '@ess-widgets/core/chart';
import { formatDate } from '@ess-widgets/core/format/lean';
import type { Shown } from '../source-card.ts';
import { colours } from '../tokens.ts';

/** The marks of a chart as they are drawn in a file, and their values in words. */
export interface Drawing {
  readonly draw: Draw;
  readonly description: string;
}

/** Loads the code that draws an element's chart in a file; null where it shows none. */
export type PictureCode = () => Promise<{
  readonly drawing: (shown: Shown, palette: Palette) => Drawing | null;
}>;

/** The light colours of all tokens: a file has its own white ground, whatever the theme of the page. */
const palette = Object.fromEntries(colours.map(([name, light]) => [name, light])) as Palette;

/** The chart of an element as an SVG file, with the words that stand around it on the page; null where there is none. */
export async function svgOf(shown: Shown): Promise<SvgFile | null> {
  const { card, m } = shown;
  const code = await card.picture?.();
  const drawing = code?.drawing(shown, palette);
  if (!drawing) return null;
  const picture: Picture = { lang: m.lang, ...wordsOf(shown), ...drawing };
  return drawPicture(picture, palette, measureOf(document.createElement('canvas').getContext('2d')));
}

/** Title, subtitle, remarks and source as the element writes them. */
function wordsOf({ card, dataset, m }: Shown): Omit<Picture, 'lang' | 'description' | 'draw'> {
  const { renderRoot } = card.host;
  const said = (selector: string): readonly string[] =>
    [...renderRoot.querySelectorAll(selector)].map((each) => each.textContent.replace(/[ \n\t]+/g, ' ').trim());
  const [title = ''] = said('#title');
  const [subtitle] = said('[part=subtitle]');
  const [source = ''] = said('[part=source] > span:first-child');
  const { publisher, updated } = dataset.manifest;
  const date = m.text('cardDataOf', { publisher: publisher.name, date: formatDate(updated, m.lang) });
  return { title, ...(subtitle ? { subtitle } : {}), notes: said('[part=note]'), source: `${source} – ${date}` };
}

/** Texts are measured as the browser draws them; where it has no canvas to measure on, generously. */
function measureOf(context: CanvasRenderingContext2D | null): MeasureText {
  return (text, size, bold) => {
    if (!context) return text.length * size * 0.6;
    context.font = `${bold ? '700 ' : ''}${size}px ${PICTURE_FONT}`;
    return context.measureText(text).width;
  };
}

/** A screen of twice the density shows a picture sharp. */
const SCALE = 2;

/** An SVG file as a PNG; null where the browser or the page's policy refuses it. */
export async function pngOf({ svg, width, height }: SvgFile): Promise<Blob | null> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
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
