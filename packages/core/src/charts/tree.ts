/** A chart as data: the elements, attributes and texts of its still. */

/** Elements that a still may have, as far as charts need them: hosts keep no others. */
type Tag = 'br' | 'li' | 'ol' | 'p' | 'span' | 'strong' | 'table' | 'tbody' | 'td' | 'th' | 'thead' | 'tr' | 'ul';

/** An element of a chart. */
interface TreeNode {
  readonly tag: Tag;
  readonly set: Readonly<Record<string, string | number>>;
  readonly in: readonly Tree[];
}

/** A text, or an element with what is in it. */
export type Tree = string | TreeNode;

/** Makes an element: `h('th', { scope: 'row' }, 'Associations')`. */
export const h = (tag: Tag, set: TreeNode['set'], ...inside: readonly Tree[]): TreeNode => ({ tag, set, in: inside });
