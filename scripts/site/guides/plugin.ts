/**
 * The guides of Storybook as pages of the site (`/guides/`), and the archives beside the page where they are taken
 * (`/telecharger/`): built with its other pages, and made while one works when they are asked for.
 */
import path from 'node:path';
import type { Plugin } from 'vite';
import { type Download, makeDownloads } from '../downloads.ts';
import { ROOT } from '../mounts.mjs';
import { compileGuides, GUIDES } from './compile.ts';
import { DOWNLOADS } from './list.ts';

/** Path of the index, below which all guides are. */
const INDEX = '/guides/';

export function guidesPlugin(): Plugin {
  let pages: Readonly<Record<string, string>> = {};
  let site = '';
  let archives: readonly Download[] = [];
  const fileOf = (url: string): string => path.join(site, url, 'index.html');
  return {
    name: 'ess-guides',
    async config({ root = ROOT }, { command, isPreview }) {
      if (command === 'serve' || isPreview) return {};
      site = root;
      archives = makeDownloads();
      pages = await compileGuides(archives);
      return { build: { rolldownOptions: { input: Object.keys(pages).map(fileOf) } } };
    },
    resolveId: (id) => (Object.keys(pages).some((url) => fileOf(url) === id) ? id : null),
    load(id) {
      const [, html] = Object.entries(pages).find(([url]) => fileOf(url) === id) ?? [];
      return html ?? null;
    },
    generateBundle() {
      for (const { name, bytes } of archives)
        this.emitFile({ type: 'asset', fileName: DOWNLOADS.fr.slice(1) + name, source: bytes });
    },
    configureServer(server) {
      let compiled: Promise<Readonly<Record<string, string>>> | undefined;
      server.watcher.add(GUIDES);
      server.watcher.on('all', (_event, file) => {
        if (!file.startsWith(GUIDES + path.sep)) return;
        compiled = undefined;
        server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use(async (request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://site');
        const isDownload = pathname.startsWith(DOWNLOADS.fr);
        if (!isDownload && !pathname.startsWith(INDEX)) return next();
        try {
          if (isDownload && archives.length === 0) {
            archives = makeDownloads();
            compiled = undefined;
          }
          const archive = archives.find(({ name }) => pathname === DOWNLOADS.fr + name);
          if (archive) {
            response.setHeader('Content-Type', 'application/zip');
            return response.end(archive.bytes);
          }
          compiled ??= compileGuides(archives);
          const html = (await compiled)[decodeURIComponent(pathname)];
          if (html === undefined) return next();
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.end(await server.transformIndexHtml(pathname, html));
        } catch (error) {
          compiled = undefined;
          next(error);
        }
      });
    },
  };
}
