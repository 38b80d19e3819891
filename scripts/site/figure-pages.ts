/**
 * `npm run build -- site` runs it last: a page for each figure, map, list and agenda of the site's data (`/f/<key>/`), with its card (`/images/`). `ESS_ADDRESS`, the address of the
 * site, has the pages say their own, and their cards drawn as PNG by Chromium, for services that frame or picture a link.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import '../../packages/core/src/format/all.ts';
import { essDataset } from '../../packages/core/src/data/sources/ess-dataset/ess-dataset.ts';
import { collectionNames } from '../../packages/core/src/model/index.ts';
import { jobOf, offersOf, prepare, takeHome } from '../../packages/core/src/prepare/index.ts';
import { openBrowser } from './browser.mjs';
import { ROOT, SITE } from './mounts.mjs';

const MANIFEST = pathToFileURL(path.join(ROOT, 'packages/bretagne/data/manifest.json')).href;

/** Reads a file of the repository as a page would. */
const read = async (url: string): Promise<Response> => {
  const bytes = await readFile(fileURLToPath(url)).catch(() => null);
  return new Response(bytes, { status: bytes ? 200 : 404 });
};

/** Returns the pages and cards by their paths. @param today day of the clock, `YYYY-MM-DD` */
export async function siteFigurePages(
  address: string | undefined,
  today: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const need = [...collectionNames, 'catalogue', 'measures'] as const;
  const signal = new AbortController().signal;
  const { dataset } = await essDataset.load({ src: MANIFEST, need }, { fetch: read, signal });
  const prepared = await prepare(await jobOf(dataset, MANIFEST, read, null));
  const widgets = offersOf(prepared.open().dataset, today);
  // The site has the rest of the folder itself.
  const release = new Map([['ess.js', new Uint8Array()]]);
  const files = await takeHome({ prepared, purpose: 'site', widgets, lang: 'fr', today, address, release });
  const own = [...files].filter(([file]) => /^(?:f|images)\//.test(file));
  return new Map([...own, ...(address ? await pngsOf(own) : [])]);
}

/** Draws the cards as PNG. */
async function pngsOf(
  files: readonly (readonly [string, Uint8Array])[],
): Promise<readonly (readonly [string, Uint8Array])[]> {
  const browser = await openBrowser({ systemFonts: true });
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
    const drawn: (readonly [string, Uint8Array])[] = [];
    for (const [file, bytes] of files.filter(([name]) => name.endsWith('.svg'))) {
      await page.setContent(`<style>body{margin:0}</style>${Buffer.from(bytes).toString()}`);
      drawn.push([file.replace(/svg$/, 'png'), await page.screenshot()]);
    }
    return drawn;
  } finally {
    await browser.close();
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  const address = process.env['ESS_ADDRESS']?.replace(/\/?$/, '/');
  const files = await siteFigurePages(address, new Date().toISOString().slice(0, 10));
  for (const [file, bytes] of files) {
    mkdirSync(path.dirname(path.join(SITE, file)), { recursive: true });
    writeFileSync(path.join(SITE, file), bytes);
  }
  const said = address ? '' : ' Without ESS_ADDRESS, the address of the site, they do not say their own.';
  console.log(`dist/site/f: ${files.size} files of pages that are shared.${said}`);
}
