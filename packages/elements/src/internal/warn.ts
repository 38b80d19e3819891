import { createWarn } from '@ess-widgets/core/errors';

/** Warns the page's author in the console, once per code. The only place that writes to the console. */
export const warn = createWarn((line) => console.warn(line));
