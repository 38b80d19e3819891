/**
 * Addresses that the site serves beside its own pages, with the folder behind each. The development server reads the
 * folders as they are; the build copies them, so that the built site is complete on its own.
 */
import { createReadStream, statSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');
export const SITE = path.join(ROOT, 'dist/site');

/** @typedef {{url: `/` | `/${string}/`, folder: string}} Mount */

/** @type {readonly Mount[]} */
export const MOUNTS = [
  { url: '/ess/', folder: path.join(ROOT, 'packages/elements/cdn') },
  { url: '/data/', folder: path.join(ROOT, 'packages/bretagne/data') },
  { url: '/pole/', folder: path.join(ROOT, 'examples/pole-site') },
  { url: '/cms/', folder: path.join(ROOT, 'examples/cms-page') },
];

/** Types of files by their endings, as they are served. */
export const TYPES = new Map(
  Object.entries({
    '.css': 'text/css; charset=utf-8',
    '.csv': 'text/csv; charset=utf-8',
    '.html': 'text/html; charset=utf-8',
    '.ics': 'text/calendar; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.map': 'application/json; charset=utf-8',
    '.png': 'image/png',
    '.svg': 'image/svg+xml',
    '.txt': 'text/plain; charset=utf-8',
    '.woff2': 'font/woff2',
  }),
);

/**
 * Returns the file that an address asks for, or null where no mount has it.
 * @param {string} url path and query of the request
 * @param {readonly Mount[]} mounts
 * @returns {string | null}
 */
export function fileOf(url, mounts) {
  let pathname;
  try {
    pathname = decodeURIComponent(new URL(url, 'http://site').pathname);
  } catch {
    return null;
  }
  const mount = mounts.find((each) => pathname.startsWith(each.url));
  if (!mount) return null;
  const wanted = path.join(mount.folder, pathname.slice(mount.url.length));
  if (wanted !== mount.folder && !wanted.startsWith(mount.folder + path.sep)) return null;
  const file = pathname.endsWith('/') ? path.join(wanted, 'index.html') : wanted;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

/**
 * Marks the tags that point into a mount, so that Vite leaves them alone instead of bundling what they name.
 * @param {string} html
 * @param {readonly Mount[]} mounts
 */
export function leaveMountsAlone(html, mounts) {
  return html.replace(/<(script|link|img|source|iframe)\b[^>]*>/gi, (tag, name) => {
    const address = /\s(?:src|href)\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1] ?? '';
    const isMounted = mounts.some((mount) => address.startsWith(mount.url));
    return isMounted ? tag.replace(/^<\w+/, `<${name} vite-ignore`) : tag;
  });
}

/** @param {readonly Mount[]} [mounts] @returns {import('vite').Plugin} */
export function mountsPlugin(mounts = MOUNTS) {
  let outDir = SITE;
  return {
    name: 'ess-mounts',
    configResolved(config) {
      outDir = path.resolve(config.root, config.build.outDir);
    },
    configureServer(server) {
      server.watcher.add(mounts.map((mount) => mount.folder));
      server.watcher.on('all', (_event, file) => {
        if (mounts.some((mount) => file.startsWith(mount.folder + path.sep))) server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use((request, response, next) => {
        const file = fileOf(request.url ?? '/', mounts);
        if (!file) return next();
        response.setHeader('Content-Type', TYPES.get(path.extname(file)) ?? 'application/octet-stream');
        response.setHeader('Cache-Control', 'no-cache');
        createReadStream(file).pipe(response);
      });
    },
    transformIndexHtml: { order: 'pre', handler: (html) => leaveMountsAlone(html, mounts) },
    async writeBundle() {
      for (const { url, folder } of mounts) {
        if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
          this.warn(`${url} has nothing to serve: ${path.relative(ROOT, folder)} does not exist`);
          continue;
        }
        await cp(folder, path.join(outDir, url), { recursive: true });
      }
    },
  };
}
