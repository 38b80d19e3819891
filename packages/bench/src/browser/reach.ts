/**
 * Content of a page that assistive technology can read: the text of its accessibility tree, and the values found in it.
 */
import type { CDPSession } from 'playwright-core';
import type { Spoken } from './contender.ts';

/** The part of a node of `Accessibility.getFullAXTree` that is read here. */
export interface AXNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly childIds?: readonly string[];
}

/** Roles that repeat the text of their parent, or stand for the page. */
const SILENT = new Set(['InlineTextBox', 'RootWebArea']);

/**
 * Returns all that is said, in the order of the tree: a node that has a name says it, and its texts are not said again.
 */
export function spokenText(nodes: readonly AXNode[]): string {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const children = new Set(nodes.flatMap(({ childIds = [] }) => childIds));
  const said: string[] = [];
  const walk = (node: AXNode, above: string): void => {
    const name = typeof node.name?.value === 'string' ? node.name.value.trim() : '';
    const isSaid = !node.ignored && name !== '' && !SILENT.has(String(node.role?.value)) && !above.includes(name);
    if (isSaid) said.push(name);
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) walk(child, isSaid ? name : above);
    }
  };
  for (const node of nodes) if (!children.has(node.nodeId)) walk(node, '');
  return said.join(' ').replace(/[\s\u00a0\u202f]+/g, ' ');
}

/** Number of values of a page that can be read, and that can be read with their labels. */
interface Reach {
  /** Values that stand somewhere in the text. */
  readonly values: number;
  /** Values that are the first number after their label. */
  readonly paired: number;
  readonly of: number;
}

const NUMBER = /\d+(?: \d{3})*(?:[.,]\d+)?/;

/** Counts what is reached. A label without a value counts as both where it is said. */
export function countReach(text: string, wanted: readonly Spoken[]): Reach {
  const numbers = new Set(text.match(new RegExp(NUMBER, 'g')) ?? []);
  const isPaired = ({ label, value }: Spoken): boolean => {
    for (let at = text.indexOf(label); at >= 0; at = text.indexOf(label, at + 1)) {
      if (value === undefined) return true;
      const after = text.slice(at + label.length);
      const other = wanted.map((each) => after.indexOf(each.label)).filter((place) => place >= 0);
      if (NUMBER.exec(after.slice(0, Math.min(...other, 60)))?.[0] === value) return true;
    }
    return false;
  };
  const paired = wanted.filter(isPaired).length;
  const values = wanted.filter((each) => (each.value === undefined ? isPaired(each) : numbers.has(each.value))).length;
  return { values, paired, of: wanted.length };
}

/** Reads the tree of a page. */
export async function reachIn(session: CDPSession, wanted: readonly Spoken[]): Promise<Reach> {
  await session.send('Accessibility.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return countReach(spokenText(nodes), wanted);
}
