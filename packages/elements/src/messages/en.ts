import { agenda } from './agenda.en.ts';
import { charts } from './charts.en.ts';
import { common } from './common.en.ts';
import { directory } from './directory.en.ts';

/** All texts of the elements in this language. */
export const en = { ...common, ...agenda, ...charts, ...directory };
