/** Heights that pages reserve, as a table in the guides of embedding, between two markers. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HEIGHTS } from '../../packages/elements/src/base/card/heights.ts';
import { examples } from '../../stories/support/examples.ts';
import { type Generated, withBlock } from './files.ts';

const MARKERS = ['{/* heights:start */}', '{/* heights:end */}'] as const;

const GUIDES = {
  'stories/guides/integrer.fr.mdx': '| widget, avec ses attributs | `min-height` |',
  'stories/guides/embed.en.mdx': '| widget, with its attributes | `min-height` |',
};

function row([tag, height]: readonly [string, string]): string {
  const attributes = Object.entries(examples[tag]?.attributes ?? {}).map(([name, value]) => `${name}="${value}"`);
  return `| \`${[tag, ...attributes].join(' ')}\` | \`${height}\` |`;
}

/** Returns both guides with the heights of today; nothing for a guide that does not exist. */
export function heightGuides(root: string): Generated {
  const rows = Object.entries(HEIGHTS).map(row);
  return new Map(
    Object.entries(GUIDES)
      .filter(([file]) => existsSync(path.join(root, file)))
      .map(([file, head]) => {
        const table = [head, '|---|---|', ...rows].join('\n').replaceAll('`', '\\`');
        const block = `<Markdown>{\`\n${table}\n\`}</Markdown>`;
        return [file, withBlock(file, readFileSync(path.join(root, file), 'utf8'), block, MARKERS)];
      }),
  );
}
