/** Visible words of an element, for its tests. Nothing here is shipped. */

interface Word {
  readonly text: string;
  readonly box: DOMRect;
}

/** Letters are lower than the box of their line, which may touch the next one. */
const TOUCH = 0.15;

/**
 * Returns the words of an element that cover others or lie outside its box, and so cannot be read, each as `"text" …`. Empty
 * where all is well.
 */
export function wordsAmiss(element: Element): readonly string[] {
  const words = wordsOf(element);
  const place = element.getBoundingClientRect();
  return words.flatMap(({ text, box }, at) => {
    const over = words.slice(at + 1).find((other) => isOver(box, other.box));
    const isOut = box.left < place.left - 1 || box.right > place.right + 1;
    return [...(over ? [`"${text}" over "${over.text}"`] : []), ...(isOut ? [`"${text}" out of its element`] : [])];
  });
}

/** Returns the lines of text of an element that are not hidden, in the order of the document. */
function wordsOf({ shadowRoot }: Element): readonly Word[] {
  if (!shadowRoot) return [];
  const nodes = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
  const words: Word[] = [];
  while (nodes.nextNode()) {
    const node = nodes.currentNode;
    if (!node.textContent?.trim() || !node.parentElement?.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      const box = cut(line, node.parentElement);
      if (box) words.push({ text: node.textContent.trim(), box });
    }
  }
  return words;
}

/** Returns the part of a box that its clipping ancestors leave visible; null where too little is left to read. */
function cut(box: DOMRect, within: Element | null): DOMRect | null {
  if (box.width < 2 || box.height < 2) return null;
  if (!within) return box;
  if (getComputedStyle(within).overflow === 'visible') return cut(box, within.parentElement);
  const edge = within.getBoundingClientRect();
  const [left, top] = [Math.max(box.left, edge.left), Math.max(box.top, edge.top)];
  const [right, bottom] = [Math.min(box.right, edge.right), Math.min(box.bottom, edge.bottom)];
  return cut(new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top)), within.parentElement);
}

function isOver(one: DOMRect, other: DOMRect): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 1 && down > TOUCH * Math.min(one.height, other.height);
}
