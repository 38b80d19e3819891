/**
 * Takes away what Lit's `repeat` leaves behind: a comment for each row that went (https://github.com/lit/lit/issues/5298). A
 * screen that shows one place after another for days would gather them without end. The two comments of a row that is there
 * stand beside it, and that of the list itself comes first or after a text.
 */
export function removeStaleMarkers(root: ParentNode): void {
  for (const list of root.querySelectorAll('.rows, tbody, .chips-all')) {
    for (const node of [...list.childNodes]) {
      const { nodeType, previousSibling: before, nextSibling: after } = node;
      const isBetween = before?.nodeType === Node.COMMENT_NODE && after?.nodeType !== Node.ELEMENT_NODE;
      if (nodeType === Node.COMMENT_NODE && isBetween) node.remove();
    }
  }
}
