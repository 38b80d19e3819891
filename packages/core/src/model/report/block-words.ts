/** Words that attributes of blocks, and of the elements that show them, may have. */

/** Layers of a map. */
export const MAP_LAYERS = ['members', 'events', 'projects', 'programmes'] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];

/** Words of `chart`, by type of block. */
export const CHARTS = {
  breakdown: ['auto', 'bars', 'share', 'bridge', 'dumbbell', 'dots', 'grouped', 'stack'],
  table: ['auto', 'table', 'list', 'matrix'],
  timeline: ['auto', 'list', 'strip'],
} as const;

/** Words of the `view` of a `breakdown` block. */
export const VIEWS = ['chart', 'table'] as const;
