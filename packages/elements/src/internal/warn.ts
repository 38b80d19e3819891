import { createWarn } from '@ess-widgets/core/errors';

/** Warns the page's author in the console, once per code. Only the loader, which comes before it, writes there too. */
export const warn = createWarn((line) => console.warn(line));
