import { describe, expect, it } from 'vitest';
import { lintTexts } from '../new/overlay.ts';

const CORE = 'packages/core/src/indicators';
const ELEMENT = 'packages/elements/src/loader';

const REFUSED: readonly (readonly [what: string, folder: string, text: string, rule: string])[] = [
  ['Array.from', CORE, `export const a = Array.from('abc');`, 'eslint(no-restricted-properties)'],
  ['entries() of an array', CORE, `export const a = ['a'].entries();`, 'ess(no-entries)'],
  [
    'an address made from data',
    ELEMENT,
    'export const a = (b: string) => new URL(b, document.baseURI);',
    'ess(addresses)',
  ],
  ['an address made from data in core', CORE, 'export const a = (b: string) => new URL(b);', 'ess(addresses)'],
  ['document in core', CORE, 'export const a = document.title;', 'eslint(no-restricted-globals)'],
  ['window in core', CORE, 'export const a = window.name;', 'eslint(no-restricted-globals)'],
  ['the clock in an indicator', CORE, 'export const a = Date.now();', 'ess(pure-time)'],
  ['the full zod', CORE, `import * as z from 'zod'; export const a = z;`, 'eslint(no-restricted-imports)'],
  ['a breach of the walls', CORE, `export * from 'lit';`, 'ess(walls)'],
  [
    'a promise that nobody waits for',
    CORE,
    'export const a = (): void => {\n  Promise.resolve(1);\n};',
    'typescript(no-floating-promises)',
  ],
  ['any', CORE, 'export const a = (b: any) => b;', 'typescript(no-explicit-any)'],
  [
    'a non-null assertion',
    CORE,
    'export const a = (b: string | null) => b!.length;',
    'typescript(no-non-null-assertion)',
  ],
  ['the document', ELEMENT, 'export const a = document.scripts;', 'eslint(no-restricted-globals)'],
  ['the document of the window', ELEMENT, 'export const a = window.document.scripts;', 'ess(dom)'],
  ['the document of a node', ELEMENT, 'export const a = (b: Node) => b.ownerDocument?.body;', 'ess(dom)'],
  ['console', ELEMENT, `console.log('a');`, 'eslint(no-console)'],
  ['innerHTML', ELEMENT, `document.body.innerHTML = 'a';`, 'ess(host-pages)'],
  ['unsafeHTML', ELEMENT, `export * from 'lit/directives/unsafe-html.js';`, 'eslint(no-restricted-imports)'],
  ['styleMap', ELEMENT, `export * from 'lit/directives/style-map.js';`, 'eslint(no-restricted-imports)'],
  [
    'a style attribute',
    ELEMENT,
    `import { html } from 'lit'; export const a = html\`<p style="color:\${1}"></p>\`;`,
    'ess(host-pages)',
  ],
  [
    'a style element',
    ELEMENT,
    `import { html } from 'lit'; export const a = html\`<style>p {}</style>\`;`,
    'ess(host-pages)',
  ],
];

const ACCEPTED: readonly (readonly [what: string, folder: string, text: string])[] = [
  ['a document of the data', ELEMENT, 'export const a = (document: { title: string }) => document.title;\n'],
  ['Object.entries', CORE, 'export const a = Object.entries({ b: 1 });\n'],
  [
    'a style property',
    ELEMENT,
    `import { html } from 'lit';\n\nexport const a = html\`<p .style=\${'color: red'}></p>\`;\n`,
  ],
];

/** All of them are linted in one run. */
const found = lintTexts(new Map([...REFUSED, ...ACCEPTED].map(([what, folder, text]) => [fileOf(what, folder), text])));

function fileOf(what: string, folder: string): string {
  return `${folder}/planted-${what.replaceAll(/\W+/g, '-')}.ts`;
}

describe('the lint', () => {
  it.each(REFUSED)('refuses %s', (what, folder, _text, rule) => {
    expect(found.get(fileOf(what, folder))).toContain(rule);
  });

  it.each(ACCEPTED)('accepts %s', (what, folder) => {
    expect(found.get(fileOf(what, folder))).toEqual([]);
  });
});
