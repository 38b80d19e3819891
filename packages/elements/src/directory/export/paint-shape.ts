/** Shapes of the page as shapes of a file: where they are, as they are filled and edged there. */
import { escapeXml, px } from '@ess-widgets/core/internal/picture/svg';
import { bakedPath, type Corner, isPlainPath } from './baked-path.ts';

/** The box that is drawn: its inner edge in the window, its size, and how much a host page magnifies it. */
export interface Frame extends Corner {
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  /** Patterns that shapes are filled with, by their names in the file. */
  readonly patterns: Map<string, string>;
}

/** A box of the window as it lies in a frame. */
export const inFrame = ({ left, top, width, height }: DOMRect, frame: Frame): DOMRect =>
  new DOMRect(
    (left - frame.left) / frame.scale,
    (top - frame.top) / frame.scale,
    width / frame.scale,
    height / frame.scale,
  );

/** A colour as every viewer reads it. */
function colour(name: string, value: string): string {
  const [, r = '', g = '', b = '', alpha] = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(value) ?? [];
  if (!r) return `${name}="${escapeXml(value)}"`;
  const hex = [r, g, b].map((n) => Number(n).toString(16).padStart(2, '0')).join('');
  return `${name}="#${hex}"${alpha === undefined ? '' : ` ${name}-opacity="${alpha}"`}`;
}

/** What a shape is filled with. */
export const fill = (value: string): string => colour('fill', value);
/** The line around a shape. */
export const stroke = (value: string, width: number): string =>
  `${colour('stroke', value)} stroke-width="${px(width)}"`;
/** Whether a colour shows nothing. */
export const isClear = (value: string): boolean => value === 'none' || /, 0\)$/.test(value);

/** A shape as it lies in a frame; empty where it shows nothing there. */
export function paintShape(node: SVGGeometryElement, style: CSSStyleDeclaration, frame: Frame): string {
  const d = node.getAttribute('d') ?? '';
  const matrix = placed(node, frame);
  if (!d || !matrix || (isClear(style.fill) && isClear(style.stroke))) return '';
  const scale = Math.hypot(matrix.a, matrix.b);
  const fills = fillOf(node, style, matrix, frame);
  // The width of a line that does not grow with its shape is that of the page already.
  const isFixed = style.vectorEffect === 'non-scaling-stroke';
  if (isFixed && isPlainPath(d)) {
    const baked = bakedPath(d, matrix, frame);
    return baked && `<path d="${baked}" ${fills}${paint(style, 1)}/>`;
  }
  return `<path d="${escapeXml(d)}" transform="${written(matrix)}" ${fills}${paint(style, isFixed ? scale : 1)}/>`;
}

/** Where a shape lies in the frame. Through the box of its drawing, since it may stand in something that is moved. */
function placed(node: SVGGeometryElement, frame: Frame): DOMMatrix | null {
  const { ownerSVGElement: svg } = node;
  const matrix = node.getCTM();
  if (!svg || !matrix) return null;
  const { x, y } = inFrame(svg.getBoundingClientRect(), frame);
  return new DOMMatrix([1, 0, 0, 1, x, y]).multiply(matrix);
}

function paint(style: CSSStyleDeclaration, scale: number): string {
  const line = isClear(style.stroke)
    ? ''
    : ` ${stroke(style.stroke, Number.parseFloat(style.strokeWidth) / scale)} stroke-linejoin="${style.strokeLinejoin}" stroke-linecap="${style.strokeLinecap}"`;
  const dashes =
    line && style.strokeDasharray !== 'none' ? ` stroke-dasharray="${style.strokeDasharray.replaceAll('px', '')}"` : '';
  const rule = style.fillRule === 'evenodd' ? ' fill-rule="evenodd"' : '';
  const opacity = style.opacity === '1' ? '' : ` opacity="${style.opacity}"`;
  // A colour that lets through says so itself.
  const through =
    style.fillOpacity === '1' || style.fill.startsWith('rgba') ? '' : ` fill-opacity="${style.fillOpacity}"`;
  return `${rule}${line}${dashes}${opacity}${through}`;
}

const written = ({ a, b, c, d, e, f }: DOMMatrix): string =>
  `matrix(${[a, b, c, d, e, f].map((n) => Number(n.toFixed(4))).join(' ')})`;

/** What fills a shape; a pattern comes into the file with it, as large as it is on the page. */
function fillOf(node: SVGGeometryElement, style: CSSStyleDeclaration, matrix: DOMMatrix, { patterns }: Frame): string {
  if (isClear(style.fill)) return 'fill="none"';
  const id = /^url\(["']?#([^"')]+)/.exec(style.fill)?.[1];
  if (id === undefined) return fill(style.fill);
  const name = escapeXml(`ess-${id}`);
  const pattern = node.ownerSVGElement?.querySelector(`pattern[id="${CSS.escape(id)}"]`);
  if (pattern && !patterns.has(id)) {
    const sizes = ['width', 'height', 'patternUnits'].map(
      (key) => `${key}="${escapeXml(pattern.getAttribute(key) ?? '')}"`,
    );
    const turned = escapeXml(pattern.getAttribute('patternTransform') ?? '');
    const marks = [...pattern.children].map(patternMark).join('');
    patterns.set(
      id,
      `<pattern id="${name}" ${sizes.join(' ')} patternTransform="${written(matrix)} ${turned}">${marks}</pattern>`,
    );
  }
  return pattern ? `fill="url(#${name})"` : 'fill="none"';
}

function patternMark(mark: Element): string {
  const sizes = ['x', 'y', 'width', 'height', 'd'].flatMap((key) => {
    const value = mark.getAttribute(key);
    return value === null ? [] : [`${key}="${escapeXml(value)}"`];
  });
  const style = getComputedStyle(mark);
  return `<${mark.localName} ${sizes.join(' ')} ${fill(style.fill)}${paint(style, 1)}/>`;
}
