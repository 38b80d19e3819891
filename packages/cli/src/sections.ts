/** Returns sections, each once, in the order of a table of contents. */
export function inOrder(sections: readonly string[]): readonly string[] {
  return [...new Set(sections)].sort((a, b) => a.localeCompare(b, 'fr', { numeric: true }));
}
