import { agenda } from './agenda.fr.ts';
import { charts } from './charts.fr.ts';
import { common } from './common.fr.ts';
import { directory } from './directory.fr.ts';

/** All texts of the elements in this language. */
export const fr = { ...common, ...agenda, ...charts, ...directory };
