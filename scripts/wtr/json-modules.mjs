import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Query of the address under which a file of JSON is a module: without it, a test asks for the file itself. */
const AS_MODULE = 'json-module';

/**
 * Serves JSON that code imports as a module with a default export, since the test runner's server hands out files one by
 * one. (Vite does the same when it builds.)
 * @returns {import('@web/dev-server-core').Plugin}
 */
export function jsonModules() {
  let rootDir = '';
  return {
    name: 'json-modules',
    serverStart({ config }) {
      rootDir = config.rootDir;
    },
    resolveImport({ source }) {
      return /^\.{1,2}\/.*\.json$/.test(source) ? `${source}?${AS_MODULE}` : undefined;
    },
    async serve(context) {
      if (!context.path.endsWith('.json') || !(AS_MODULE in context.query)) return undefined;
      const text = await readFile(path.join(rootDir, decodeURIComponent(context.path)), 'utf8');
      return { body: `export default ${text}`, type: 'js' };
    },
  };
}
