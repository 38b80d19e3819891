import { readdirSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vite';
import { guidesPlugin } from './scripts/site/guides/plugin.ts';
import { mountsPlugin, SITE } from './scripts/site/mounts.mjs';

const root = path.join(import.meta.dirname, 'examples/cress-live');
const port = Number(process.env.PORT) || 5173;
const address = { host: '127.0.0.1', port, strictPort: true };

/** The site of `npm start`: the pages of examples/cress-live and the guides, with the built elements and the data beside them. */
export default defineConfig({
  root,
  // No fallback to index.html: what does not exist is a 404, as on a real host.
  appType: 'mpa',
  resolve: { conditions: ['ess-source', 'module', 'browser', 'production'] },
  plugins: [guidesPlugin(), mountsPlugin()],
  server: address,
  preview: address,
  build: {
    target: 'es2022',
    outDir: SITE,
    emptyOutDir: true,
    // How long a plugin takes says how busy the machine is.
    rolldownOptions: { input: pages(root), checks: { pluginTimings: false } },
  },
});

function pages(folder: string): string[] {
  return (
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      // The live page has a server of its own: `npm start -- live`.
      .filter((file) => file.endsWith('.html') && !file.includes('node_modules') && !file.startsWith('live'))
      .map((file) => path.join(folder, file))
  );
}
