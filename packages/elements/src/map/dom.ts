/** Small makers of nodes. The engine writes through the CSSOM and `textContent` only, as strict policies require. */
import { dom } from '../base/dom.ts';

const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string>>;

/** Makes an HTML element. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  attributes: Attributes = {},
): HTMLElementTagNameMap[K] {
  const node = dom.createElement(tag);
  node.className = className;
  for (const name of Object.keys(attributes)) node.setAttribute(name, attributes[name] ?? '');
  return node;
}

/** Makes an SVG element. */
export function svgElement<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
): SVGElementTagNameMap[K] {
  const node = dom.createElementNS(SVG, tag);
  for (const name of Object.keys(attributes)) node.setAttribute(name, attributes[name] ?? '');
  return node;
}

/** A 16-grid picture made of one path, hidden from assistive technology. */
export function picture(className: string, d: string, attributes: Attributes = {}): SVGSVGElement {
  const svg = svgElement('svg', { class: className, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' });
  svg.append(svgElement('path', { d, ...attributes }));
  return svg;
}

/** Writes an attribute where it differs: what is written again is styled, laid out or painted again. */
export function write(node: Element | undefined, name: string, value: string): void {
  if (node?.getAttribute(name) !== value) node?.setAttribute(name, value);
}

/** Moves a node to a point of the stage, its own centre on it. */
export function moveTo(node: HTMLElement | SVGElement, x: number, y: number): void {
  node.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translate(-50%, -50%)`;
}
