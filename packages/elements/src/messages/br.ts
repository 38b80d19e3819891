import { common } from './common.br.ts';

/** All texts of the elements in this language. */
export const br = { ...common };
