/**
 * Draws the box of a map as the visitor sees it: shapes, grounds and texts where they stand, in the colours that they have.
 * It reads the page and not the state of the map. So it draws each layer without knowing it, and the looks of a layer stand
 * in its style sheet alone.
 */

import { type Attributes, type Drawn, escapeXml, px, tag } from '@ess-widgets/core/charts';
import { dom } from '../../base/dom.ts';

/** The box in the window, by the corner inside its edge, and how much a host page magnifies it. */
interface Frame {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  /** Patterns that fill shapes, by their ids on the page. */
  readonly patterns: Map<string, string>;
}

/** Draws a box with all that it holds, in px, its inner corner at the origin. It cuts off what lies outside. */
export function drawBox(box: HTMLElement): Drawn {
  const { left, top, width: seen } = box.getBoundingClientRect();
  const { clientWidth: width, clientHeight: height } = box;
  const scale = seen / box.offsetWidth;
  const patterns = new Map<string, string>();
  const frame: Frame = {
    left: left + box.clientLeft * scale,
    top: top + box.clientTop * scale,
    scale,
    width,
    height,
    patterns,
  };
  const style = getComputedStyle(box);
  const shape = { width, height, rx: Number.parseFloat(style.borderTopLeftRadius) || 0 };
  const ground = tag('rect', { ...shape, ...colour('fill', style.backgroundColor) });
  const edge = tag('rect', { ...shape, fill: 'none', ...stroke(style.borderTopColor, 1) });
  return {
    markup: tag('g', { 'clip-path': 'url(#ess-box)' }, ground + drawChildren(box, frame)) + edge,
    height,
    defs: tag('clipPath', { id: 'ess-box' }, tag('rect', shape)) + [...patterns.values()].join(''),
  };
}

/** Draws the children of an element, those that lie above others after them. */
function drawChildren(parent: Element, frame: Frame): string {
  return [...parent.children]
    .map((child) => ({ child, style: getComputedStyle(child) }))
    .sort((a, b) => rankOf(a.style) - rankOf(b.style))
    .map(({ child, style }) => drawElement(child, style, frame))
    .join('');
}

const rankOf = ({ zIndex }: CSSStyleDeclaration): number => Number.parseInt(zIndex, 10) || 0;

function drawElement(node: Element, style: CSSStyleDeclaration, frame: Frame): string {
  // The place of the visitor is nobody else's business, so a picture leaves it out.
  if (style.display === 'none' || style.opacity === '0' || node.matches('[data-private]')) return '';
  // The page clips the words for screen readers away. They would lie across the picture.
  if (style.clipPath === 'inset(50%)') return '';
  const isVisible = style.visibility === 'visible';
  if (node instanceof SVGGeometryElement) return isVisible ? drawShape(node, style, frame) : '';
  const own =
    isVisible && node instanceof HTMLElement ? drawGround(node, style, frame) + drawTexts(node, style, frame) : '';
  return own + drawChildren(node, frame);
}

/** Returns a rectangle of the window as it lies in a frame. */
const inFrame = ({ left, top, width, height }: DOMRect, frame: Frame): DOMRect =>
  new DOMRect(
    (left - frame.left) / frame.scale,
    (top - frame.top) / frame.scale,
    width / frame.scale,
    height / frame.scale,
  );

/** Writes a colour in the way that every viewer reads. */
function colour(name: 'fill' | 'stroke', value: string): Attributes {
  const [, r = '', g = '', b = '', alpha] = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(value) ?? [];
  if (!r) return { [name]: value };
  const hex = [r, g, b].map((n) => Number(n).toString(16).padStart(2, '0')).join('');
  return { [name]: `#${hex}`, ...(alpha === undefined ? {} : { [`${name}-opacity`]: alpha }) };
}

const stroke = (value: string, width: number): Attributes => ({ ...colour('stroke', value), 'stroke-width': width });
const isClear = (value: string): boolean => value === 'none' || /, 0\)$/.test(value);

/** Draws a shape, or returns an empty text where it shows nothing in the frame. */
function drawShape(node: SVGGeometryElement, style: CSSStyleDeclaration, frame: Frame): string {
  const d = node.getAttribute('d') ?? '';
  const matrix = matrixOf(node, frame);
  if (!d || !matrix || (isClear(style.fill) && isClear(style.stroke))) return '';
  const fill = fillOf(node, style, matrix, frame);
  // The width of a line that does not grow with its shape is that of the page already.
  const isFixed = style.vectorEffect === 'non-scaling-stroke';
  if (isFixed && STRAIGHT.test(d)) {
    const baked = bake(d, matrix, frame);
    return baked && tag('path', { d: baked, ...fill, ...looksOf(style, 1) });
  }
  const scale = isFixed ? Math.hypot(matrix.a, matrix.b) : 1;
  return tag('path', { d, transform: textOf(matrix), ...fill, ...looksOf(style, scale) });
}

/** Returns where a shape lies in the frame. Its SVG may stand in something that is moved, so its box in the window counts. */
function matrixOf(node: SVGGeometryElement, frame: Frame): DOMMatrix | null {
  const { ownerSVGElement: svg } = node;
  const matrix = node.getCTM();
  if (!svg || !matrix) return null;
  const { x, y } = inFrame(svg.getBoundingClientRect(), frame);
  return new DOMMatrix([1, 0, 0, 1, x, y]).multiply(matrix);
}

const textOf = ({ a, b, c, d, e, f }: DOMMatrix): string =>
  `matrix(${[a, b, c, d, e, f].map((n) => Number(n.toFixed(4))).join(' ')})`;

function looksOf(style: CSSStyleDeclaration, scale: number): Attributes {
  const isLine = !isClear(style.stroke);
  // A colour that lets through says so itself.
  const isThrough = style.fillOpacity !== '1' && !style.fill.startsWith('rgba');
  return {
    ...(style.fillRule === 'evenodd' ? { 'fill-rule': 'evenodd' } : {}),
    ...(isLine
      ? {
          ...stroke(style.stroke, Number.parseFloat(style.strokeWidth) / scale),
          'stroke-linejoin': style.strokeLinejoin,
          'stroke-linecap': style.strokeLinecap,
          'stroke-dasharray': style.strokeDasharray === 'none' ? '' : style.strokeDasharray.replaceAll('px', ''),
        }
      : {}),
    opacity: style.opacity === '1' ? '' : style.opacity,
    ...(isThrough ? { 'fill-opacity': style.fillOpacity } : {}),
  };
}

/** Returns the fill of a shape. A pattern comes into the file with it, as large as it is on the page. */
function fillOf(node: SVGGeometryElement, style: CSSStyleDeclaration, matrix: DOMMatrix, frame: Frame): Attributes {
  if (isClear(style.fill)) return { fill: 'none' };
  const id = /^url\(["']?#([^"')]+)/.exec(style.fill)?.[1];
  if (id === undefined) return colour('fill', style.fill);
  const pattern = node.ownerSVGElement?.querySelector(`pattern[id="${CSS.escape(id)}"]`);
  if (!pattern) return { fill: 'none' };
  if (!frame.patterns.has(id)) frame.patterns.set(id, drawPattern(pattern, id, matrix));
  return { fill: `url(#ess-${id})` };
}

function drawPattern(pattern: Element, id: string, matrix: DOMMatrix): string {
  const turned = pattern.getAttribute('patternTransform') ?? '';
  const marks = [...pattern.children].map((mark) => {
    const style = getComputedStyle(mark);
    const sizes = attributesOf(mark, ['x', 'y', 'width', 'height', 'd']);
    return tag(mark.localName, { ...sizes, ...colour('fill', style.fill), ...looksOf(style, 1) });
  });
  const sizes = attributesOf(pattern, ['width', 'height', 'patternUnits']);
  return tag('pattern', { id: `ess-${id}`, ...sizes, patternTransform: `${textOf(matrix)} ${turned}` }, marks.join(''));
}

const attributesOf = (node: Element, names: readonly string[]): Attributes =>
  Object.fromEntries(names.map((name) => [name, node.getAttribute(name) ?? '']));

/** Straight lines from point to point, as the plane of a map writes them. */
const STRAIGHT = /^(?:[ML]-?[\d.]+ -?[\d.]+|Z)*$/;
/** Half of the widest line, px: so far it reaches into the view from outside. */
const MARGIN = 40;
/** The shortest step that an eye sees, px. */
const LEAST = 0.25;

/** Writes straight lines as they lie in a view: in px, without the rings outside it and without steps that no eye sees. */
function bake(d: string, { a, b, c, d: dy, e, f }: DOMMatrix, { width, height }: Frame): string {
  const rings = d.split('M').slice(1);
  return rings
    .map((ring) => {
      const points = [...ring.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, across, down]) => {
        const [x, y] = [Number(across), Number(down)];
        return [a * x + c * y + e, b * x + dy * y + f] as const;
      });
      let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
      let [lastX, lastY] = [Infinity, Infinity];
      let text = '';
      points.forEach(([x, y], at) => {
        [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
        if (at < points.length - 1 && Math.hypot(x - lastX, y - lastY) < LEAST) return;
        [lastX, lastY] = [x, y];
        text += `${text ? 'L' : 'M'}${tenth(x)} ${tenth(y)}`;
      });
      const isNear = right > -MARGIN && bottom > -MARGIN && left < width + MARGIN && top < height + MARGIN;
      return isNear ? text + (ring.endsWith('Z') ? 'Z' : '') : '';
    })
    .join('');
}

const tenth = (n: number): string => px(Math.round(n * 10) / 10);

/** Draws a path about a box, `out` px outside its edge. */
type Outline = (out: number, looks: Attributes) => string;

/** Draws the ground of a box, its edge and the rings around it. */
function drawGround(node: HTMLElement, style: CSSStyleDeclaration, frame: Frame): string {
  const rect = inFrame(node.getBoundingClientRect(), frame);
  const { x, y, width, height } = rect;
  if (width === 0 || x > frame.width || y > frame.height || x + width < 0 || y + height < 0) return '';
  const outline: Outline = (out, looks) => tag('path', { d: rounded(rect, radiiOf(style, rect, out), out), ...looks });
  const ring = (wide: number, shade: string): string =>
    wide > 0 ? outline(wide / 2, { fill: 'none', ...stroke(shade, wide) }) : '';
  // A shadow that is sharp is a ring.
  const [, shade = '', wide = '0'] = /^(rgba?\([^)]*\)) 0px 0px 0px ([\d.]+)px$/.exec(style.boxShadow) ?? [];
  const parts = [
    isClear(style.backgroundColor) ? '' : outline(0, colour('fill', style.backgroundColor)),
    drawEdges(style, rect, outline),
    ring(Number(wide), shade),
    style.outlineStyle === 'none' ? '' : ring(Number.parseFloat(style.outlineWidth), style.outlineColor),
    node.matches('.label-card') ? drawTip(node, style, rect) : '',
  ];
  return parts.join('');
}

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;

/** Draws an edge all around, or a line at each side that has one. */
function drawEdges(style: CSSStyleDeclaration, { x, y, width, height }: DOMRect, outline: Outline): string {
  const sides = SIDES.map((side) => ({
    wide: Number.parseFloat(style[`border${side}Width`]),
    shade: style[`border${side}Color`],
  }));
  const [first] = sides;
  if (first && sides.every(({ wide }) => wide === first.wide)) {
    const { wide, shade } = first;
    return wide > 0 && !isClear(shade) ? outline(-wide / 2, { fill: 'none', ...stroke(shade, wide) }) : '';
  }
  const lines = [
    `M${px(x)} ${px(y)}h${px(width)}`,
    `M${px(x + width)} ${px(y)}v${px(height)}`,
    `M${px(x)} ${px(y + height)}h${px(width)}`,
    `M${px(x)} ${px(y)}v${px(height)}`,
  ];
  return sides
    .map(({ wide, shade }, at) =>
      wide > 0 ? tag('path', { d: lines[at], ...stroke(shade, wide), 'stroke-linecap': 'square' }) : '',
    )
    .join('');
}

const CORNERS = ['TopLeft', 'TopRight', 'BottomRight', 'BottomLeft'] as const;

function radiiOf(style: CSSStyleDeclaration, { width, height }: DOMRect, out: number): readonly number[] {
  const side = Math.min(width, height);
  return CORNERS.map((corner) => {
    const value = style[`border${corner}Radius`];
    const radius = (value.endsWith('%') ? side / 100 : 1) * Number.parseFloat(value);
    return radius > 0 ? Math.max(0, Math.min(radius, side / 2) + out) : 0;
  });
}

/** Writes a rectangle with round corners, `out` px outside its edge. */
function rounded(rect: DOMRect, [a = 0, b = 0, c = 0, d = 0]: readonly number[], out: number): string {
  const [x, y, width, height] = [rect.x - out, rect.y - out, rect.width + 2 * out, rect.height + 2 * out];
  const arc = (radius: number, dx: number, dy: number): string =>
    radius ? `a${px(radius)} ${px(radius)} 0 0 1 ${px(dx)} ${px(dy)}` : '';
  return `M${px(x + a)} ${px(y)}h${px(width - a - b)}${arc(b, b, b)}v${px(height - b - c)}${arc(c, -c, c)}h${px(c + d - width)}${arc(d, -d, -d)}v${px(a + d - height)}${arc(a, a, -a)}z`;
}

/** Draws the tip by which the label of a marker points at it. The page makes it of a pseudo-element, which has no box. */
function drawTip(node: HTMLElement, style: CSSStyleDeclaration, { x, y, height }: DOMRect): string {
  const at = x + (Number.parseFloat(style.getPropertyValue('--_tip')) || 0);
  const isBelow = node.classList.contains('below');
  const d = `M${px(at - 7)} ${px(isBelow ? y : y + height)}h14l-7 ${isBelow ? -7 : 7}z`;
  return tag('path', { d, ...colour('fill', style.backgroundColor) });
}

/** Draws the texts that stand in an element itself, line by line. */
function drawTexts(node: HTMLElement, style: CSSStyleDeclaration, frame: Frame): string {
  const texts = [...node.childNodes].filter((child) => child instanceof Text);
  return texts.flatMap((text) => linesOf(text, frame).map((line) => drawLine(line, node, style, frame))).join('');
}

/** A line of a text, and where it lies in the frame. */
interface Line {
  text: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  right: number;
}

/** Returns the lines into which the browser has broken a text. */
function linesOf(node: Text, frame: Frame): readonly Line[] {
  const lines: Line[] = [];
  const range = dom.createRange();
  for (const { index, 0: word } of node.data.matchAll(/[^ \n\t]+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const { top, bottom, left, right, width } = inFrame(range.getBoundingClientRect(), frame);
    if (width === 0) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.top - top) < 2) {
      last.text += ` ${word}`;
      last.right = right;
    } else lines.push({ text: word, top, bottom, left, right });
  }
  return lines;
}

/** The baseline of a text under the middle of its line, in heights of its letters. */
const BASELINE = 0.35;

function drawLine(
  { text, top, bottom, left, right }: Line,
  node: HTMLElement,
  style: CSSStyleDeclaration,
  frame: Frame,
) {
  const size = Number.parseFloat(style.fontSize);
  const spacing = Number.parseFloat(style.letterSpacing) || 0;
  const [x, y] = [(left + right - spacing) / 2, (top + bottom) / 2 + size * BASELINE];
  if (x < 0 || x > frame.width || y < 0 || y > frame.height + size) return '';
  const set: Attributes = {
    x,
    y,
    'font-size': size,
    'text-anchor': 'middle',
    'font-weight': Number(style.fontWeight) >= 600 ? style.fontWeight : '',
    'font-style': style.fontStyle === 'italic' ? 'italic' : '',
    'letter-spacing': spacing || '',
    // In a box of its own a text keeps its width, whatever fonts a viewer has.
    ...(isInBox(node) ? { textLength: right - left, lengthAdjust: 'spacingAndGlyphs' } : {}),
  };
  const write = (looks: Attributes): string => tag('text', { ...set, ...looks }, escapeXml(text));
  const shadow = /^rgba?\([^)]*\)/.exec(style.textShadow)?.[0];
  const halo = shadow
    ? write({ ...colour('fill', shadow), ...stroke(shadow, 3), 'stroke-linejoin': 'round', 'aria-hidden': 'true' })
    : '';
  return halo + write(colour('fill', style.color));
}

const isInBox = (node: HTMLElement): boolean =>
  [node, node.parentElement].some((each) => each && !isClear(getComputedStyle(each).backgroundColor)) &&
  node.textContent.length > 4;
