/** Builds the site and serves it, for `npm start` and for the tests that look at it in a browser. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build, preview } from 'vite';
import { runParts } from '../parts.mjs';
import { ROOT, SITE } from './mounts.mjs';

const ELEMENTS = path.join(ROOT, 'packages/elements/vite.config.ts');
const PAGES = path.join(ROOT, 'vite.config.ts');

export const buildElements = () => build({ configFile: ELEMENTS, logLevel: 'warn' });

/** Builds the site by the commands of `npm run build`: what is a page of the one is a page of the other. */
export function buildSite() {
  if (runParts('build', ['cdn', 'site'], 'ignore') !== 0) throw new Error('The site could not be built.');
}

/**
 * Serves the site as it was built last.
 * @param {{port?: number}} [options] port 0 takes a free one; none takes the one of `npm start`
 * @returns {Promise<{url: string, close: () => Promise<void>}>} `url` ends with a slash
 */
export async function serveSite({ port } = {}) {
  if (!existsSync(path.join(SITE, 'index.html'))) throw new Error('The site is not built: run `npm run build` first.');
  const server = await preview({
    configFile: PAGES,
    logLevel: 'warn',
    preview: { open: false, ...(port === undefined ? {} : { port }) },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error(`The server has no port: ${address}`);
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => server.close(),
  };
}
