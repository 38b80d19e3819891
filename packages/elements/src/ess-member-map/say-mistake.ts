import { warn } from '../base/warn.ts';

/** Says in the console what is wrong with what lies over a map, which is shown without it. */
export const sayMistake = (text: string): void => warn(`config/${text}`, `<ess-member-map>: ${text}`);
