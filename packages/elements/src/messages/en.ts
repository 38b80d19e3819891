import { common } from './common.en.ts';

/** All texts of the elements in this language. */
export const en = { ...common };
