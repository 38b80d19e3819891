/**
 * What a visitor sees in a box of the page, as marks of a file: shapes, grounds and texts where they are, in the colours
 * that they have. The file needs no style sheet, and shows whatever stands in the box without knowing what it is.
 */
import { type Drawn, escapeXml, px } from '@ess-widgets/core/chart';
import { bakedPath, type Corner, isPlainPath } from './baked-path.ts';

/** The box that is drawn: its inner edge in the window, and its size. */
interface Frame extends Corner {
  readonly width: number;
  readonly height: number;
}

/** Draws a box with all that it holds, in px, its inner corner at the origin. It cuts what it does not show. */
export function paintBox(box: HTMLElement): Drawn {
  const { left, top } = box.getBoundingClientRect();
  const { clientWidth: width, clientHeight: height } = box;
  const frame: Frame = { left: left + box.clientLeft, top: top + box.clientTop, width, height };
  const style = getComputedStyle(box);
  const shape = `width="${width}" height="${height}" rx="${px(Number.parseFloat(style.borderTopLeftRadius) || 0)}"`;
  const inside = inOrder(box).map((child) => paintElement(child, frame));
  return {
    markup: `<g clip-path="url(#ess-box)"><rect ${shape} ${fill(style.backgroundColor)}/>${inside.join('')}</g><rect ${shape} fill="none" ${stroke(style.borderTopColor, 1)}/>`,
    height,
    defs: `<clipPath id="ess-box"><rect ${shape}/></clipPath>`,
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
  if (style.display === 'none' || style.opacity === '0') return '';
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

/** A colour as every viewer reads it. */
function colour(name: string, value: string): string {
  const [, r = '', g = '', b = '', alpha] = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(value) ?? [];
  if (!r) return `${name}="${escapeXml(value)}"`;
  const hex = [r, g, b].map((n) => Number(n).toString(16).padStart(2, '0')).join('');
  return `${name}="#${hex}"${alpha === undefined ? '' : ` ${name}-opacity="${alpha}"`}`;
}

const fill = (value: string): string => colour('fill', value);
const stroke = (value: string, width: number): string => `${colour('stroke', value)} stroke-width="${px(width)}"`;
const isClear = (value: string): boolean => value === 'none' || /, 0\)$/.test(value);

function paintShape(node: SVGGeometryElement, style: CSSStyleDeclaration, frame: Frame): string {
  const d = node.getAttribute('d') ?? '';
  const matrix = placed(node, frame);
  if (!d || !matrix || (isClear(style.fill) && isClear(style.stroke))) return '';
  const scale = Math.hypot(matrix.a, matrix.b);
  // The width of a line that does not grow with its shape is that of the page already.
  const isFixed = style.vectorEffect === 'non-scaling-stroke';
  if (isFixed && isPlainPath(d)) {
    const baked = bakedPath(d, matrix, frame);
    return baked && `<path d="${baked}" ${paint(style, 1)}/>`;
  }
  const at = [matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f].map((n) => Number(n.toFixed(4))).join(' ');
  return `<path d="${escapeXml(d)}" transform="matrix(${at})" ${paint(style, isFixed ? scale : 1)}/>`;
}

/** Where a shape lies in the frame. Through the box of its drawing, since it may stand in something that is moved. */
function placed(node: SVGGeometryElement, { left, top }: Frame): DOMMatrix | null {
  const { ownerSVGElement: svg } = node;
  const matrix = node.getCTM();
  if (!svg || !matrix) return null;
  const box = svg.getBoundingClientRect();
  return new DOMMatrix([1, 0, 0, 1, box.left - left, box.top - top]).multiply(matrix);
}

function paint(style: CSSStyleDeclaration, scale: number): string {
  const line = isClear(style.stroke)
    ? ''
    : ` ${stroke(style.stroke, Number.parseFloat(style.strokeWidth) / scale)} stroke-linejoin="${style.strokeLinejoin}" stroke-linecap="${style.strokeLinecap}"`;
  const dashes =
    line && style.strokeDasharray !== 'none' ? ` stroke-dasharray="${style.strokeDasharray.replaceAll('px', '')}"` : '';
  const rule = style.fillRule === 'evenodd' ? ' fill-rule="evenodd"' : '';
  const opacity = style.opacity === '1' ? '' : ` opacity="${style.opacity}"`;
  return `${isClear(style.fill) ? 'fill="none"' : fill(style.fill)}${rule}${line}${dashes}${opacity}`;
}

/** The ground of a box, its edge and what is drawn around it. */
function paintGround(node: HTMLElement, style: CSSStyleDeclaration, frame: Frame): string {
  const rect = node.getBoundingClientRect();
  const [x, y] = [rect.left - frame.left, rect.top - frame.top];
  if (rect.width === 0 || x > frame.width || y > frame.height || x + rect.width < 0 || y + rect.height < 0) return '';
  const box = (out: number, looks: string): string =>
    `<path d="${rounded(x - out, y - out, rect.width + 2 * out, rect.height + 2 * out, radii(style, rect, out))}" ${looks}/>`;
  const edge = Number.parseFloat(style.borderTopWidth);
  const around = style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth);
  const parts = [
    isClear(style.backgroundColor) ? '' : box(0, fill(style.backgroundColor)),
    edge > 0 && !isClear(style.borderTopColor)
      ? box(-edge / 2, `fill="none" ${stroke(style.borderTopColor, edge)}`)
      : '',
    around > 0 ? box(around / 2, `fill="none" ${stroke(style.outlineColor, around)}`) : '',
    node.matches('.label-card') ? tip(node, style, x, y, rect) : '',
  ];
  return parts.join('');
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
  return texts.flatMap((text) => linesOf(text).map((line) => paintLine(line, node, style, frame))).join('');
}

interface Line {
  text: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  right: number;
}

/** The lines that a text is set in. */
function linesOf(node: Text): readonly Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  for (const { index, 0: word } of node.data.matchAll(/[^ \n\t]+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const { top, bottom, left, right, width } = range.getBoundingClientRect();
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
  const middle = (left + right - spacing) / 2 - frame.left;
  const y = (top + bottom) / 2 - frame.top + size * BASELINE;
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
