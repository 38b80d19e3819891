import path from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CORE = 'packages/core/src/indicators/catalogue.ts';
const ELEMENT = 'packages/elements/src/loader/registry.ts';
const eslint = new ESLint({ cwd: ROOT });

async function rulesBrokenBy(text: string, file: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: path.join(ROOT, file) });
  return (result?.messages ?? []).map((message) => message.ruleId);
}

describe('the lint', () => {
  it.each([
    ['Array.from', CORE, `export const a = Array.from('abc');`, 'no-restricted-properties'],
    ['entries() of an array', CORE, `export const a = ['a'].entries();`, 'ess/no-array-entries'],
    [
      'an address made from data',
      ELEMENT,
      'export const a = (b: string) => new URL(b, document.baseURI);',
      'ess/addresses',
    ],
    ['an address made from data in core', CORE, 'export const a = (b: string) => new URL(b);', 'ess/addresses'],
    ['document in core', CORE, 'export const a = document.title;', 'no-restricted-globals'],
    ['window in core', CORE, 'export const a = window.name;', 'no-restricted-globals'],
    ['the clock in an indicator', CORE, 'export const a = Date.now();', 'no-restricted-syntax'],
    ['the full zod', CORE, `import * as z from 'zod'; export const a = z;`, 'no-restricted-imports'],
    ['a breach of the walls', CORE, `export * from 'lit';`, 'ess/walls'],
    ['an enum', CORE, 'export enum A { B }', 'no-restricted-syntax'],
    ['any', CORE, 'export const a = (b: any) => b;', '@typescript-eslint/no-explicit-any'],
    [
      'a non-null assertion',
      CORE,
      'export const a = (b: string | null) => b!.length;',
      '@typescript-eslint/no-non-null-assertion',
    ],
    ['console', ELEMENT, `console.log('a');`, 'no-console'],
    ['innerHTML', ELEMENT, `document.body.innerHTML = 'a';`, 'no-restricted-syntax'],
    ['unsafeHTML', ELEMENT, `export * from 'lit/directives/unsafe-html.js';`, 'no-restricted-imports'],
    ['styleMap', ELEMENT, `export * from 'lit/directives/style-map.js';`, 'no-restricted-imports'],
    [
      'a style attribute',
      ELEMENT,
      `import { html } from 'lit'; export const a = html\`<p style="color:\${1}"></p>\`;`,
      'no-restricted-syntax',
    ],
    [
      'a style element',
      ELEMENT,
      `import { html } from 'lit'; export const a = html\`<style>p {}</style>\`;`,
      'no-restricted-syntax',
    ],
  ])('refuses %s', async (_what, file, text, rule) => {
    expect(await rulesBrokenBy(text, file)).toContain(rule);
  });

  it.each([
    ['entries() of a map', CORE, 'export const a = new Map([[1, 2]]).entries();\n'],
    ['Object.entries', CORE, 'export const a = Object.entries({ b: 1 });\n'],
    [
      'a style property',
      ELEMENT,
      `import { html } from 'lit';\n\nexport const a = html\`<p .style=\${'color: red'}></p>\`;\n`,
    ],
  ])('accepts %s', async (_what, file, text) => {
    expect(await rulesBrokenBy(text, file)).toEqual([]);
  });
});
