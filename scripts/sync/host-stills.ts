/** What a still of another server may have in it, for the plugins of host sites. */
import { lightTags, skinClasses } from '@ess-widgets/core/charts';
import type { Generated } from './files.ts';
import { quoted, table } from './php.ts';

/** Returns the file of the elements, attributes and classes of stills. */
export function hostStills(): Generated {
  const list = (names: readonly string[]): string => `[${names.map(quoted).join(', ')}]`;
  const tags = Object.entries(lightTags).map(([name, own]) => `        ${quoted(name)} => ${list(own)},\n`);
  const rows = [`    'tags' => [\n${tags.join('')}    ],\n`, `    'classes' => ${list(skinClasses())},\n`];
  const what = 'Elements of a still with their attributes, and the classes of its skin.';
  return new Map([['packages/host-php/still-form.php', table('core/src/charts', what, rows)]]);
}
