import { agenda } from './agenda.br.ts';
import { charts } from './charts.br.ts';
import { common } from './common.br.ts';
import { directory } from './directory.br.ts';

/** All texts of the elements in this language. */
export const br = { ...common, ...agenda, ...charts, ...directory };
