/**
 * The sizes that README.md quotes: what the size test measured last (`dist/sizes.json`), written between two markers by
 * `npm run sync`. Where nothing was measured the README is left as it is.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PageSize } from './sizes.ts';
import { formatted, type Generated, withBlock } from './sync/files.ts';

export const START = '<!-- sizes:start -->';
export const END = '<!-- sizes:end -->';

/** Size of a page as quoted. */
export type QuotedSize = Pick<PageSize, 'page' | 'size' | 'budget'>;

const inKilobytes = (bytes: number): number => Math.round(bytes / 1000);

/** Returns the sizes as a table in Markdown. */
export function sizesTable(sizes: readonly QuotedSize[]): string {
  const rows = sizes.map(
    ({ page, size, budget }) => `| ${page} | ${inKilobytes(size)} kB | ${budget ? `${budget / 1000} kB` : ''} |`,
  );
  return ['| page | measured | at most |', '|---|--:|--:|', ...rows].join('\n');
}

/** Returns the README with these sizes. @throws Error where it does not have both markers, in order */
export const withSizes = (readme: string, sizes: readonly QuotedSize[]): string =>
  withBlock('README.md', readme, sizesTable(sizes), [START, END]);

/** Returns the kilobytes that the README quotes, by page; none before anything was measured. */
export function quotedSizes(readme: string): ReadonlyMap<string, number> {
  const block = readme.slice(readme.indexOf(START), readme.indexOf(END));
  const rows = block.matchAll(/^\| (.+?) +\| +(\d+) kB +\|/gm);
  return new Map([...rows].map(([, page = '', kilobytes]) => [page, Number(kilobytes)]));
}

/** Returns the README as the last measure has it; nothing where there was none. */
export function readmeSizes(root: string): Generated {
  const [measured, readme] = [path.join(root, 'dist/sizes.json'), path.join(root, 'README.md')];
  if (!existsSync(measured) || !existsSync(readme)) return new Map();
  const sizes: readonly QuotedSize[] = JSON.parse(readFileSync(measured, 'utf8'));
  return new Map([['README.md', formatted('README.md', withSizes(readFileSync(readme, 'utf8'), sizes))]]);
}
