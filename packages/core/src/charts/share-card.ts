/** The picture of a link that is shared: its subject, one figure, and who says so, on 1200 × 630 px. */
import { rivage } from './looks/rivage.ts';
import { escapeXml, PICTURE_FONT, px, tag, wrap } from './svg.ts';

/** Words of a card. */
interface CardWords {
  readonly lang: string;
  readonly subject: string;
  /** What is read from afar: `117 adhérents`. */
  readonly value: string;
  /** When it was so: `au 31 décembre 2024`; empty where nothing says. */
  readonly period: string;
  readonly source: string;
  readonly publisher: string;
}

/** Size that services of messages and networks show whole. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

const PADDING = 80;
const ROOM = CARD_SIZE.width - 2 * PADDING;

/** Width of a letter in parts of its size, on the safe side: no font is measured here. */
const letterWidth = (bold: boolean): number => (bold ? 0.68 : 0.58);
const widthOf = (text: string, size: number, bold: boolean): number => text.length * size * letterWidth(bold);

const colourOf = (name: string): string => rivage.find(([own]) => own === name)?.[1] ?? '#000000';

/** Returns lines of a text, the last one cut where there are more than fit. */
function linesOf(text: string, size: number, bold: boolean, most: number): readonly string[] {
  const lines = wrap(text, ROOM, (part) => widthOf(part, size, bold));
  return lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1]?.slice(0, -1) ?? ''}…`] : lines;
}

/** Returns a card as the text of an SVG file, which holds no style sheet, script, image or font. */
export function shareCard({ lang, subject, value, period, source, publisher }: CardWords): string {
  const [ink, ink2, accent] = ['ink', 'ink-2', 'accent'].map(colourOf) as [string, string, string];
  const texts = (lines: readonly string[], top: number, size: number, fill: string, bold: boolean): string =>
    lines
      .map((line, at) =>
        tag(
          'text',
          { x: PADDING, y: top + at * size * 1.25, 'font-size': size, fill, 'font-weight': bold ? 700 : '' },
          escapeXml(line),
        ),
      )
      .join('');
  const title = linesOf(subject, 52, true, 2);
  // As large as the room allows, and never smaller than the title.
  const size = Math.max(52, Math.floor(Math.min(132, ROOM / (value.length * letterWidth(true)))));
  const shown = linesOf(value, size, true, 2);
  const top = 248 + title.length * 32 + size * 0.5;
  const inside = [
    tag('title', { id: 'ess-title' }, escapeXml(`${subject}\u202f: ${value}`)),
    tag('rect', { width: CARD_SIZE.width, height: CARD_SIZE.height, fill: colourOf('surface') }),
    ...[0, 14, 28].map((y) => tag('rect', { x: PADDING, y: 64 + y, width: 96, height: 5, fill: accent })),
    texts(title, 176, 52, ink, true),
    texts(shown, top, size, accent, true),
    texts(linesOf(period, 40, false, 1), top + (shown.length - 1) * size * 1.25 + 68, 40, ink2, false),
    texts(linesOf(source, 28, false, 1), 530, 28, ink2, false),
    texts(linesOf(publisher, 28, true, 1), 574, 28, ink, true),
  ].join('');
  return `${tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${px(CARD_SIZE.width)} ${px(CARD_SIZE.height)}`,
      width: CARD_SIZE.width,
      height: CARD_SIZE.height,
      role: 'img',
      'aria-labelledby': 'ess-title',
      lang,
      'font-family': PICTURE_FONT,
    },
    inside,
  )}\n`;
}
