/** Defaults of the page, from the script tag of the loader. */
export interface PageDefaults {
  /** Address of the data set of elements that name none: `data-src` of the loader. */
  src?: string;
}

const DEFAULTS = Symbol.for('ess-widgets.defaults');
const page: typeof globalThis & { [DEFAULTS]?: PageDefaults } = globalThis;

/** Kept on the page: the loader writes them before it has any of this code. */
export const pageDefaults: PageDefaults = (page[DEFAULTS] ??= {});
