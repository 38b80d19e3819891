/**
 * The loader for pages from which `type="module"` is removed: a classic script that imports the loader beside it.
 *
 * `<script src="…/ess.classic.js" data-src="…/manifest.json"></script>`
 */
{
  const DEFAULTS = Symbol.for('ess-widgets');
  const page: typeof globalThis & { [DEFAULTS]?: { tags?: DOMStringMap[] } } = globalThis;
  // A name in markup hides a member of the document, not of its prototype: `<img name="currentScript">` is no script.
  const tag: unknown = Reflect.get(Document.prototype, 'currentScript', document);
  const { src, dataset } = tag instanceof HTMLScriptElement ? tag : { src: '', dataset: {} as DOMStringMap };
  // Whoever serves a page that has this text inlined writes the address on the tag, which optimisers leave.
  const at =
    dataset['loader'] || (/^[^?]*\/ess\.classic\.js(\?|$)/.test(src) && src.replace('/ess.classic.js', '/ess.js'));
  if (at) {
    // Read here, because an optimiser may move or remove the tag before the module runs.
    ((page[DEFAULTS] ??= {}).tags ??= []).push(dataset);
    void import(/* @vite-ignore */ /* webpackIgnore: true */ at);
  } else
    console.warn(
      '[ess-widgets] ess.classic.js is inlined or joined: write data-loader="/…/ess.js" on its tag (config)',
    );
}
