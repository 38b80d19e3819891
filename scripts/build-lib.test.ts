import { describe, expect, it } from 'vitest';
import { rewriteWorkerAddresses } from './build-lib.mjs';

describe('the library build', () => {
  it('points workers at what was compiled', () => {
    expect(rewriteWorkerAddresses(`new Worker(new URL('./a.worker.ts', import.meta.url), {})`)).toBe(
      `new Worker(new URL('./a.worker.js', import.meta.url), {})`,
    );
  });

  it('leaves other addresses alone', () => {
    const text = `new URL('./a.json', import.meta.url); new URL('https://example.org/a.ts')`;
    expect(rewriteWorkerAddresses(text)).toBe(text);
  });
});
