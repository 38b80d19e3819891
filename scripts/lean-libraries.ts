import type { Plugin } from 'vite';

/** A part of a library's file, and what stands there instead. */
type Part = readonly [RegExp, string];

/** What libraries have for browsers, uses and mistakes that the files of a page never meet, by file. */
const PARTS: Readonly<Record<string, readonly Part[]>> = {
  '@lit/reactive-element/css-tag.js': [
    // Every browser that is served has constructed style sheets: what writes <style> elements instead can go.
    [/(?<==)t\.ShadowRoot&&\(.+?CSSStyleSheet\.prototype/, '!0'],
    // Mistakes in our own styles, which the development build of the tests tells.
    [/"CSSResult is not constructable[^"]+"/, '"css"'],
    [/"Value passed to 'css' function must be[^"]+"\+t\+"[^"]+"/, '"css"'],
  ],
  // Polyfills for browsers that are not served, and the warning of two versions of Lit on a page, where two are no harm.
  '@lit/reactive-element/reactive-element.js': [
    [/(?<=,)p=a\.reactiveElementPolyfillSupport,/, ''],
    [/,p\?\.\(\{ReactiveElement:y\}\),\(a\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
  ],
  'lit-html/lit-html.js': [
    [/,B=t\.litHtmlPolyfillSupport;B\?\.\(S,k\),\(t\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
  ],
  'lit-element/lit-element.js': [
    [/,s\.litElementHydrateSupport\?\.\(\{LitElement:i\}\)/, ''],
    [/const o=s\.litElementPolyfillSupport;o\?\.\(\{LitElement:i\}\);/, ''],
    [/\(s\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ''],
  ],
  // Methods that nobody calls, which a bundler can not tell: clusters as vector tiles, an index read back from a buffer.
  'supercluster/index.js': [
    [/ {4}getTile\(z, x, y\) \{[^]+?(?= {4}getClusterExpansionZoom\()/, ''],
    [/ {4}_addTileFeatures\(ids[^]+?(?= {4}_limitZoom\()/, ''],
  ],
  'kdbush/index.js': [
    [/ {4}static from\(data\) \{[^]+?(?= {4}\/\*\*)/, ''],
    [/ {8}if \(data\) \{[^]+?\} else (?=\{)/, ''],
  ],
};

/** A file of a library as a page gets it. @throws Error where it has something else: a new version was installed */
export function leanFile(file: string, code: string): string {
  return (PARTS[file] ?? []).reduce((lean, [part, instead]) => {
    if (!part.test(lean)) throw new Error(`${file} has nothing like ${part}: see what this version has instead.`);
    return lean.replace(part, instead);
  }, code);
}

/** Leaves out of libraries what the files of a page have no use for. */
export function leanLibraries(): Plugin {
  return {
    name: 'ess-lean-libraries',
    transform(code, id) {
      const file = Object.keys(PARTS).find((one) => id.endsWith(`/node_modules/${one}`));
      return file ? leanFile(file, code) : null;
    },
  };
}
