/** Returns the nearest of an element and its ancestors that a selector finds, across shadow roots. */
export function nearest(element: Element, selector: string): Element | null {
  for (let node: Element | null = element; node; ) {
    const found: Element | null = node.closest(selector);
    if (found) return found;
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}
