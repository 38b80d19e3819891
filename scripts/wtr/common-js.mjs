import path from 'node:path';
import { build } from 'esbuild';

/**
 * Serves packages that are only published as CommonJS or UMD as one module with a default export: the test runner's
 * server hands out files one by one and does not convert them. (Vite does the same when it builds.)
 * @param {{packages: readonly string[]}} options
 * @returns {import('@web/dev-server-core').Plugin}
 */
export function commonJsAsModules({ packages }) {
  let rootDir = '';
  /** @type {Map<string, string>} */
  const cache = new Map();
  return {
    name: 'common-js-as-modules',
    serverStart({ config }) {
      rootDir = config.rootDir;
    },
    async serve(context) {
      const isOurs = packages.some((name) => context.path.includes(`/node_modules/${name}/`));
      if (!isOurs || !/\.c?js$/.test(context.path)) return undefined;
      const file = path.join(rootDir, decodeURIComponent(context.path));
      let body = cache.get(file);
      if (body === undefined) {
        const result = await build({
          entryPoints: [file],
          bundle: true,
          format: 'esm',
          platform: 'browser',
          write: false,
        });
        body = result.outputFiles[0]?.text ?? '';
        cache.set(file, body);
      }
      return { body, type: 'js' };
    },
  };
}
