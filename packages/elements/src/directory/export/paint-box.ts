/**
 * What a visitor sees in a box of the page, as marks of a file: shapes, grounds and texts where they are, in the colours
 * that they have. The file needs no style sheet, and shows whatever stands in the box without knowing what it is.
 */
import { type Drawn, escapeXml, px } from '@ess-widgets/core/internal/picture/svg';
import { type Frame, fill, inFrame, isClear, paintShape, stroke } from './paint-shape.ts';

/** Draws a box with all that it holds, in px, its inner corner at the origin. It cuts what it does not show. */
export function paintBox(box: HTMLElement): Drawn {
  const seen = box.getBoundingClientRect();
  const { clientWidth: width, clientHeight: height } = box;
  const scale = seen.width / box.offsetWidth;
  const patterns = new Map<string, string>();
  const frame: Frame = {
    left: seen.left + box.clientLeft * scale,
    top: seen.top + box.clientTop * scale,
    scale,
    width,
    height,
    patterns,
  };
  const style = getComputedStyle(box);
  const shape = `width="${width}" height="${height}" rx="${px(Number.parseFloat(style.borderTopLeftRadius) || 0)}"`;
  const inside = inOrder(box).map((child) => paintElement(child, frame));
  return {
    markup: `<g clip-path="url(#ess-box)"><rect ${shape} ${fill(style.backgroundColor)}/>${inside.join('')}</g><rect ${shape} fill="none" ${stroke(style.borderTopColor, 1)}/>`,
    height,
    defs: `<clipPath id="ess-box"><rect ${shape}/></clipPath>${[...patterns.values()].join('')}`,
  };
}

/** What lies above others comes after them. */
function inOrder(parent: Element): readonly Element[] {
  const rank = (child: Element): number => Number.parseInt(getComputedStyle(child).zIndex, 10) || 0;
  return [...parent.children]
    .map((child) => [rank(child), child] as const)
    .sort(([a], [b]) => a - b)
    .map(([, child]) => child);
}

function paintElement(node: Element, frame: Frame): string {
  const style = getComputedStyle(node);
  // What is the visitor's own is not for whoever gets the picture.
  if (style.display === 'none' || style.opacity === '0' || node.matches('[data-private]')) return '';
  // What only screen readers are told is cut away on the page, and would lie across the picture.
  if (style.clipPath === 'inset(50%)') return '';
  const isSeen = style.visibility === 'visible';
  if (node instanceof SVGGeometryElement) return isSeen ? paintShape(node, style, frame) : '';
  const own =
    isSeen && node instanceof HTMLElement ? paintGround(node, style, frame) + paintTexts(node, style, frame) : '';
  return (
    own +
    inOrder(node)
      .map((child) => paintElement(child, frame))
      .join('')
  );
}

/** The ground of a box, its edge and what is drawn around it. */
function paintGround(node: HTMLElement, style: CSSStyleDeclaration, frame: Frame): string {
  const rect = inFrame(node.getBoundingClientRect(), frame);
  const { x, y } = rect;
  if (rect.width === 0 || x > frame.width || y > frame.height || x + rect.width < 0 || y + rect.height < 0) return '';
  const box: Box = (out, looks) =>
    `<path d="${rounded(x - out, y - out, rect.width + 2 * out, rect.height + 2 * out, radii(style, rect, out))}" ${looks}/>`;
  const around = style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth);
  const parts = [
    isClear(style.backgroundColor) ? '' : box(0, fill(style.backgroundColor)),
    edges(style, x, y, rect, box),
    ring(style, box),
    around > 0 ? box(around / 2, `fill="none" ${stroke(style.outlineColor, around)}`) : '',
    node.matches('.label-card') ? tip(node, style, x, y, rect) : '',
  ];
  return parts.join('');
}

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;
type Box = (out: number, looks: string) => string;

/** An edge all around, or a line at each side that has one. */
function edges(style: CSSStyleDeclaration, x: number, y: number, { width, height }: DOMRect, box: Box): string {
  const sides = SIDES.map(
    (side) => [Number.parseFloat(style[`border${side}Width`]), style[`border${side}Color`]] as const,
  );
  const [[edge, colour]] = sides as [(typeof sides)[number]];
  if (sides.every(([wide]) => wide === edge))
    return edge > 0 && !isClear(colour) ? box(-edge / 2, `fill="none" ${stroke(colour, edge)}`) : '';
  const lines = [
    `M${px(x)} ${px(y)}h${px(width)}`,
    `M${px(x + width)} ${px(y)}v${px(height)}`,
    `M${px(x)} ${px(y + height)}h${px(width)}`,
    `M${px(x)} ${px(y)}v${px(height)}`,
  ];
  return sides
    .map(([wide, shade], at) =>
      wide > 0 ? `<path d="${lines[at]}" ${stroke(shade, wide)} stroke-linecap="square"/>` : '',
    )
    .join('');
}

/** A shadow that is sharp is a ring. */
function ring({ boxShadow }: CSSStyleDeclaration, box: Box): string {
  const [, colour = '', wide = '0'] = /^(rgba?\([^)]*\)) 0px 0px 0px ([\d.]+)px$/.exec(boxShadow) ?? [];
  return colour ? box(Number(wide) / 2, `fill="none" ${stroke(colour, Number(wide))}`) : '';
}

const CORNERS = [
  'borderTopLeftRadius',
  'borderTopRightRadius',
  'borderBottomRightRadius',
  'borderBottomLeftRadius',
] as const;

function radii(style: CSSStyleDeclaration, { width, height }: DOMRect, out: number): readonly number[] {
  const most = Math.min(width, height) / 2;
  return CORNERS.map((corner) => {
    const value = style[corner];
    const radius = value.endsWith('%')
      ? (Number.parseFloat(value) / 100) * Math.min(width, height)
      : Number.parseFloat(value);
    return radius > 0 ? Math.max(0, Math.min(radius, most) + out) : 0;
  });
}

function rounded(x: number, y: number, width: number, height: number, corners: readonly number[]): string {
  const [a = 0, b = 0, c = 0, d = 0] = corners;
  const arc = (radius: number, dx: number, dy: number): string =>
    radius ? `a${px(radius)} ${px(radius)} 0 0 1 ${px(dx)} ${px(dy)}` : '';
  return `M${px(x + a)} ${px(y)}h${px(width - a - b)}${arc(b, b, b)}v${px(height - b - c)}${arc(c, -c, c)}h${px(c + d - width)}${arc(d, -d, -d)}v${px(a + d - height)}${arc(a, a, -a)}z`;
}

/** The label of a marker points at it, which is made of borders on the page. */
function tip(node: HTMLElement, style: CSSStyleDeclaration, x: number, y: number, { height }: DOMRect): string {
  const at = x + (Number.parseFloat(style.getPropertyValue('--_tip')) || 0);
  const isBelow = node.classList.contains('below');
  const d = `M${px(at - 7)} ${px(isBelow ? y : y + height)}h14l-7 ${isBelow ? -7 : 7}z`;
  return `<path d="${d}" ${fill(style.backgroundColor)}/>`;
}

function paintTexts(node: HTMLElement, style: CSSStyleDeclaration, frame: Frame): string {
  const texts = [...node.childNodes].filter((child) => child instanceof Text);
  return texts.flatMap((text) => linesOf(text, frame).map((line) => paintLine(line, node, style, frame))).join('');
}

interface Line {
  text: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  right: number;
}

/** The lines that a text is set in, where they lie in the frame. */
function linesOf(node: Text, frame: Frame): readonly Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  for (const { index, 0: word } of node.data.matchAll(/[^ \n\t]+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const { top, bottom, left, right, width } = inFrame(range.getBoundingClientRect(), frame);
    if (width === 0) continue;
    const last = lines[lines.length - 1];
    if (last && Math.abs(last.top - top) < 2) {
      last.text += ` ${word}`;
      last.right = right;
    } else lines.push({ text: word, top, bottom, left, right });
  }
  return lines;
}

/** How far under the middle of its line a text stands, in heights of its letters. */
const BASELINE = 0.35;

function paintLine(
  { text, top, bottom, left, right }: Line,
  node: HTMLElement,
  style: CSSStyleDeclaration,
  frame: Frame,
): string {
  const size = Number.parseFloat(style.fontSize);
  const spacing = Number.parseFloat(style.letterSpacing) || 0;
  const middle = (left + right - spacing) / 2;
  const y = (top + bottom) / 2 + size * BASELINE;
  if (middle < 0 || middle > frame.width || y < 0 || y > frame.height + size) return '';
  const looks = [
    `x="${px(middle)}" y="${px(y)}" font-size="${px(size)}" text-anchor="middle"`,
    Number(style.fontWeight) >= 600 ? `font-weight="${style.fontWeight}"` : '',
    style.fontStyle === 'italic' ? 'font-style="italic"' : '',
    spacing ? `letter-spacing="${px(spacing)}"` : '',
    // In a box of its own a text keeps its width, whatever fonts a viewer has.
    isInBox(node) ? `textLength="${px(right - left)}" lengthAdjust="spacingAndGlyphs"` : '',
  ];
  const written = (how: string): string => `<text ${looks.filter(Boolean).join(' ')} ${how}>${escapeXml(text)}</text>`;
  const shadow = /^rgba?\([^)]*\)/.exec(style.textShadow)?.[0];
  const halo = shadow ? written(`${fill(shadow)} ${stroke(shadow, 3)} stroke-linejoin="round" aria-hidden="true"`) : '';
  return halo + written(fill(style.color));
}

const isInBox = (node: HTMLElement): boolean =>
  [node, node.parentElement].some((each) => each && !isClear(getComputedStyle(each).backgroundColor)) &&
  node.textContent.length > 4;
