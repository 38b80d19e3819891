/**
 * Leaves out of `hucre` what is beyond cells, for pages and their workers: its reader is handed one sheet with its texts and formats
 * (`core/src/data/sources/xlsx/book.ts`), its writer tables of texts. It has charts, pivot tables, pictures and passwords all the same, a
 * third of it, which nothing can leave out by itself: whether a file has them is only seen in it.
 */
import type { Plugin } from 'vite';

const BEYOND =
  /\/hucre\/dist\/xlsx\/(?:(?:chart|pivot|drawing|table)-writer|(?:chart|pivot|slicer|comments|threaded-comments|external-link|cell-images)-reader|crypto\/agile)\.mjs$/;

/** Makes the modules of it name what they export, and no more: whatever would be called after all, fails. */
export const cellsAlone = (): Plugin => ({
  name: 'ess-cells-alone',
  enforce: 'pre',
  transform(code, id) {
    if (!BEYOND.test(id)) return null;
    const names = [...code.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(([, name]) => name);
    return { code: `export const ${names.map((name) => `${name} = undefined`).join(', ')};`, map: null };
  },
});
