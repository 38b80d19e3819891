/** `npm run dev`: rebuilds the elements when their sources change, and serves the pages with reloading. */
import path from 'node:path';
import { build, createServer } from 'vite';
import { ROOT } from './site/mounts.mjs';

await build({
  configFile: path.join(ROOT, 'packages/elements/vite.config.ts'),
  logLevel: 'warn',
  build: { watch: {}, minify: false },
});
const server = await createServer({ configFile: path.join(ROOT, 'vite.config.ts') });
await server.listen();
server.printUrls();
