/** Words that attributes of blocks, and of the elements that show them, may have. */

export { CHARTS } from './chart-names.ts';

/** Layers of a map. */
export const MAP_LAYERS = ['members', 'events', 'projects', 'programmes'] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];

/** Words of the `view` of a `breakdown` block. */
export const VIEWS = ['chart', 'table'] as const;
