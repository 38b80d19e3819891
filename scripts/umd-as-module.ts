import type { Plugin } from 'vite';

/**
 * Wraps packages that are published as UMD alone as modules with a default export. The bundler would have them by helpers
 * of its own, which stand in one file with the little helper of every other import that comes later: pages would load them
 * for figures that read no spreadsheet.
 * @param packages whose files are wrapped
 */
export function umdAsModule(packages: readonly string[]): Plugin {
  return {
    name: 'umd-as-module',
    transform: {
      filter: { id: new RegExp(`/node_modules/(${packages.join('|')})/.+\\.js$`) },
      handler: (code) => ({
        code: `const module = { exports: {} };\nconst exports = module.exports;\n${code}\nexport default module.exports;\n`,
        map: null,
      }),
    },
  };
}
