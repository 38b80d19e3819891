import { describe, expect, it } from 'vitest';
import { relativeSpecifiers } from './specifiers.ts';

describe('the relative addresses of a module', () => {
  it.each([
    ['a static import', `import a from './a.js';`],
    ['an import for its effect', `import './a.js';`],
    ['a lazy import', `const load = () => import('./a.js').then(() => 1);`],
    ['a re-export', `export { a } from './a.js';`],
    ['a re-export of all', `export * from './a.js';`],
    ['an address beside the module', `new Worker(new URL('./a.js', import.meta.url), {});`],
    ['the type of an import', `export declare const a: () => Promise<typeof import("./a.js")>;`],
  ])('has %s', (_, text) => {
    expect(relativeSpecifiers('module.ts', text)).toEqual(['./a.js']);
  });

  it('has no package, no other address and no text that looks like one', () => {
    const text = `import 'lit'; new URL('./a.json', document.baseURI); const text = "import './a.js'"; // import('./b.js')`;
    expect(relativeSpecifiers('module.ts', text)).toEqual([]);
  });
});
