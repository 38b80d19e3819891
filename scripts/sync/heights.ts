/** Heights that pages reserve: as a table in the guides of embedding, between two markers; in px, for the frames that pages of figures name. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HEIGHTS } from '../../packages/elements/src/base/card/heights.ts';
import { examples } from '../../stories/support/examples.ts';
import { formatted, type Generated, NOTICE, withBlock } from './files.ts';

const MARKERS = ['{/* heights:start */}', '{/* heights:end */}'] as const;

const GUIDES = {
  'stories/guides/integrer.fr.mdx': '| widget, avec ses attributs | `min-height` |',
  'stories/guides/embed.en.mdx': '| widget, with its attributes | `min-height` |',
};

function row([tag, height]: readonly [string, string]): string {
  const attributes = Object.entries(examples[tag]?.attributes ?? {}).map(([name, value]) => `${name}="${value}"`);
  return `| \`${[tag, ...attributes].join(' ')}\` | \`${height}\` |`;
}

const FRAMES = 'packages/core/src/prepare/frame-heights.ts';
/** Width of those frames, which is that of the window in them, and what their page has around its widget, px. */
const [WIDTH, PADDING] = [600, 8];

/** Returns what a reserve is in a frame, px; undefined for that of a widget that takes a whole screen. */
export function frameHeight(reserve: string): number | undefined {
  const terms = [...reserve.matchAll(/(-?)\s?([\d.]+)(rem|vw)/g)];
  const [least = NaN, at0 = least, perWidth = 0, most = least] = terms.map(
    ([, sign, value, unit]) => Number(`${sign}${value}`) * (unit === 'rem' ? 16 : WIDTH / 100),
  );
  const height = Math.ceil(Math.min(most, Math.max(least, at0 + perWidth))) + 2 * PADDING;
  return Number.isNaN(height) ? undefined : height;
}

/** Returns the module of the heights in frames. */
export function frameHeights(): Generated {
  const rows = Object.entries(HEIGHTS).flatMap(([tag, reserve]) => {
    const height = frameHeight(reserve);
    return height === undefined ? [] : `  '${tag.replace('ess-', '')}': ${height},\n`;
  });
  const notice = NOTICE.replace('the folders beside it', 'the heights that pages reserve');
  const text = `${notice}\n/** Heights of widgets in a frame of ${WIDTH} px, px, as they were measured. */\nexport const FRAME_HEIGHTS: Readonly<Record<string, number>> = {\n${rows.join('')}};\n`;
  return new Map([[FRAMES, formatted(FRAMES, text)]]);
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
