/** The tables of attributes and of heights for the plugins of host sites, which are PHP. */
import { type AttributeRows, attributesOf, containers } from '../../packages/elements/src/base/attributes.ts';
import { HEIGHTS } from '../../packages/elements/src/base/card/heights.ts';
import { blockRows } from './attributes.ts';
import { tagsOf } from './elements.ts';
import type { Generated } from './files.ts';
import { quoted, table } from './php.ts';

const FOLDER = 'packages/host-php';

/** Elements that say what others beside them show: alone in a block they have nothing to do. */
const FOR_OTHERS: readonly string[] = [...containers, 'ess-territory-picker'];

/** Returns the attributes of one widget as lines of PHP. */
const rowsOf = (rows: AttributeRows): string =>
  Object.entries(blockRows(rows))
    .map(([name, { type, values, isOpen, default: initial }]) => {
      const choices = type === 'choice' && !isOpen ? (values ?? []) : [];
      const said = [
        `'type' => ${quoted(type)}`,
        ...(choices.length > 0 ? [`'values' => [${choices.map(quoted).join(', ')}]`] : []),
        ...(initial ? [`'default' => ${quoted(initial)}`] : []),
      ];
      return `        ${quoted(name)} => [${said.join(', ')}],\n`;
    })
    .join('');

/** Returns the tables of the widgets that stand alone in a post, by their names in a block. */
export function hostAttributes(root: string): Generated {
  const tags = tagsOf(root).filter((tag) => !FOR_OTHERS.includes(tag));
  const nameOf = (tag: string): string => quoted(tag.slice('ess-'.length));
  const attributes = tags.map((tag) => `    ${nameOf(tag)} => [\n${rowsOf(attributesOf(tag))}    ],\n`);
  const heights = tags.flatMap((tag) => (HEIGHTS[tag] ? [`    ${nameOf(tag)} => ${quoted(HEIGHTS[tag])},\n`] : []));
  return new Map([
    [
      `${FOLDER}/attributes.php`,
      table('elements/src/base/attributes.ts', 'Widgets, and the attributes that a block may set on each.', attributes),
    ],
    [
      `${FOLDER}/heights.php`,
      table(
        'elements/src/base/card/heights.ts',
        'Heights that a page reserves for widgets until they are ready (`min-height`).',
        heights,
      ),
    ],
  ]);
}
