/**
 * The loader for pages from which `type="module"` is removed: a classic script that imports the loader beside it.
 *
 * `<script src="…/ess.classic.js" data-src="…/manifest.json"></script>`
 */
{
  const DEFAULTS = Symbol.for('ess-widgets');
  const page: typeof globalThis & { [DEFAULTS]?: { tags?: DOMStringMap[] } } = globalThis;
  const { src, dataset } = document.currentScript as HTMLScriptElement;
  // Read here, because an optimiser may move or remove the tag before the module runs.
  ((page[DEFAULTS] ??= {}).tags ??= []).push(dataset);
  void import(/* @vite-ignore */ /* webpackIgnore: true */ src.replace('ess.classic.js', 'ess.js'));
}
