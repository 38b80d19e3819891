/** A contributor's post goes through WordPress' own filter, and what it keeps into a page with the built loader. */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOADER, openHost, pageOf } from '../../packages/elements/e2e/support/host.ts';
import { goTo, states, visitor } from '../../packages/elements/e2e/support/visit.ts';
import { openBrowser } from '../site/browser.mjs';
import { MOUNTS, ROOT } from '../site/mounts.mjs';
import { tagsOf } from '../sync/elements.ts';
import { arrived, HOSTILE, hostile, KEYFRAMES } from './hostile.ts';

const KINDS = tagsOf(ROOT).map((tag) => tag.slice('ess-'.length));
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** Returns the HTML of a post that `wp_kses_post` keeps. */
function filtered(post: string): string {
  const { status, stdout, stderr } = spawnSync('php', [path.join(import.meta.dirname, 'kses.php')], {
    input: post,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The filter of WordPress does not run: ${stderr || stdout}`);
  return stdout;
}

async function opened(post: string) {
  const data = MOUNTS.find(({ url }) => url === '/data/')?.folder ?? '';
  const host = await openHost({
    // The guides keep the data in a folder of the site's root.
    mounts: [...MOUNTS, { url: '/ess-widgets/data/', folder: data }],
    pages: { '/': pageOf(post, KEYFRAMES + LOADER) },
  });
  const visit = await visitor(browser);
  await goTo(visit.page, host.url);
  return {
    ...visit,
    close: async () => {
      await visit.close();
      await host.close();
    },
  };
}

describe("a contributor's post in WordPress", () => {
  it('gives no widget what it does not document, and runs nothing', async () => {
    const post = filtered(
      KINDS.map((kind) => `<div data-ess="${kind}" ${hostile} data-ess-theme="dark"></div>`).join(''),
    );
    // The filter itself keeps them: what is tested is the loader.
    expect(post).toContain('data-ess-onfocus');
    expect(post).toContain('data-ess-autofocus');
    const { page, close } = await opened(post);
    expect(await page.evaluate(arrived, HOSTILE)).toEqual([]);
    expect(await page.locator('[data-ess] > [theme="dark"]').count()).toBe(KINDS.length);
    await close();
  });

  it.each(['integrer.fr.mdx', 'embed.en.mdx'])(
    'keeps the block of the guide %s, whose widget is ready',
    async (file) => {
      const guide = await readFile(path.join(ROOT, 'stories/guides', file), 'utf8');
      const [, pasted = ''] = /```html\n(<div data-ess=[^]*?)```/.exec(guide) ?? [];
      const post = filtered(pasted);
      expect(post).toBe(pasted);
      const visit = await opened(post);
      expect(await states(visit.page)).toEqual(['ess-event-agenda ready']);
      expect(visit.complaints).toEqual([]);
      await visit.close();
    },
  );
});
