/** Words and numbers that are seen on two lines, though no hyphen or slash divides them. Runs in the page. */
export function brokenWords(): readonly string[] {
  const broken = new Set<string>();
  const read = (root: Node): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element && node.shadowRoot) read(node.shadowRoot);
      if (!(node instanceof Text) || !node.parentElement?.checkVisibility({ contentVisibilityAuto: true })) continue;
      for (const { 0: word, index } of node.data.matchAll(/\p{L}{2,}|\p{N}[\p{N}\u202f\u00a0.,]*/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.add(`${word} (${node.parentElement.className})`);
      }
    }
  };
  read(document.body);
  return [...broken];
}
