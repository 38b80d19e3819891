import { describe, expect, it } from 'vitest';
import { rewriteAddresses } from './build-lib.mjs';

describe('the library build', () => {
  it('points workers at what was compiled', () => {
    expect(rewriteAddresses(`new Worker(new URL('./a.worker.ts', import.meta.url), {})`)).toBe(
      `new Worker(new URL('./a.worker.js', import.meta.url), {})`,
    );
  });

  it.each([
    [`new Late(this, 'the list', () => import('./list.ts'))`, `new Late(this, 'the list', () => import('./list.js'))`],
    [`export * from "../a.ts";`, `export * from "../a.js";`],
    [`import './a.ts';`, `import './a.js';`],
    [`import ground from './ground.json';`, `import ground from './ground.json.js';`],
    [`import ground from './ground.json' with { type: 'json' };`, `import ground from './ground.json.js';`],
    [`await import("../ground.json")`, `await import("../ground.json.js")`],
    [`() => Promise<typeof import("../a/define.ts")>;`, `() => Promise<typeof import("../a/define.js")>;`],
  ])('points %s at what was compiled', (source, built) => {
    expect(rewriteAddresses(source)).toBe(built);
  });

  it('leaves other addresses alone', () => {
    const text = `new URL('./a.json', import.meta.url); new URL('https://example.org/a.ts'); import('a/b.ts'); './a.ts'`;
    expect(rewriteAddresses(text)).toBe(text);
  });
});
