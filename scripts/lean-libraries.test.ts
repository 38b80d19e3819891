import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { leanFile } from './lean-libraries.ts';

/** The production file of a package, which a page gets. */
const installed = (file: string): string => readFileSync(new URL(`../node_modules/${file}`, import.meta.url), 'utf8');

describe('what a page gets of a library', () => {
  it.each([
    ['@lit/reactive-element/css-tag.js', '"adoptedStyleSheets"in', 'replaceSync('],
    ['@lit/reactive-element/reactive-element.js', 'PolyfillSupport', 'requestUpdate('],
    ['lit-html/lit-html.js', 'litHtmlVersions', '_$litPart$'],
    ['lit-element/lit-element.js', 'Support', 'createRenderRoot('],
    ['supercluster/index.js', 'TileFeatures', 'getClusterExpansionZoom(clusterId) {'],
    ['kdbush/index.js', 'reconstruct', 'set header'],
  ])('is %s without %s, which it has, and with the rest', (file, left, kept) => {
    const whole = installed(file);
    expect(whole).toContain(left);
    const lean = leanFile(file, whole);
    expect(lean).not.toContain(left);
    expect(lean).toContain(kept);
  });

  it('is any other file as it is', () => {
    expect(leanFile('lit-html/directive.js', 'const t=1;')).toBe('const t=1;');
  });

  it('fails the build where a new version has something else', () => {
    expect(() => leanFile('lit-html/lit-html.js', 'export{}')).toThrow('lit-html/lit-html.js has nothing like');
  });
});
