/** The guides of Storybook as pages of the site (`/guides/`): built with its other pages, and compiled anew while one works. */
import path from 'node:path';
import type { Plugin } from 'vite';
import { ROOT } from '../mounts.mjs';
import { compileGuides, GUIDES } from './compile.ts';

/** Path of the index, below which all guides are. */
const INDEX = '/guides/';

export function guidesPlugin(): Plugin {
  let pages: Readonly<Record<string, string>> = {};
  let site = '';
  const fileOf = (url: string): string => path.join(site, url, 'index.html');
  return {
    name: 'ess-guides',
    async config({ root = ROOT }, { command, isPreview }) {
      if (command === 'serve' || isPreview) return {};
      site = root;
      pages = await compileGuides();
      return { build: { rolldownOptions: { input: Object.keys(pages).map(fileOf) } } };
    },
    resolveId: (id) => (Object.keys(pages).some((url) => fileOf(url) === id) ? id : null),
    load(id) {
      const [, html] = Object.entries(pages).find(([url]) => fileOf(url) === id) ?? [];
      return html ?? null;
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
        if (!pathname.startsWith(INDEX)) return next();
        try {
          compiled ??= compileGuides();
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
