import type { Tree } from './tree.ts';

/** Signs that HTML reads, and those that shortcodes of WordPress and the typography of SPIP read. */
const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '{': '&#123;',
  '}': '&#125;',
  '[': '&#91;',
  ']': '&#93;',
  '~': '&#126;',
};

/** Returns a text as HTML on one line: a host turns each line break into a paragraph. */
export const escaped = (text: string): string =>
  text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').replace(/[&<>"'{}[\]~]/g, (sign) => SIGNS[sign] ?? sign);

/** Writes a tree as one line of HTML. */
export function write(tree: Tree): string {
  if (typeof tree === 'string') return escaped(tree);
  const { tag, set, in: inside } = tree;
  const attributes = Object.entries(set).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  const start = `<${tag}${attributes.join('')}>`;
  return tag === 'br' ? start : `${start}${inside.map(write).join('')}</${tag}>`;
}
