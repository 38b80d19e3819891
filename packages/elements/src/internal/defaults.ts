/** Defaults of the page, set by the loader from its own script tag. Apart, so that the loader stays a few hundred bytes. */
export interface PageDefaults {
  /** Address of the data set of elements that name none: `data-src` of the loader. */
  src?: string;
}

export const pageDefaults: PageDefaults = {};
