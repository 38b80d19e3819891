import { common } from './common.fr.ts';

/** All texts of the elements in this language. */
export const fr = { ...common };
