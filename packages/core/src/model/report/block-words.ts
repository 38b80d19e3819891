/** Words that attributes of blocks, and of the elements that show them, may have. */
import type { BlockType } from './block.ts';

export { CHARTS, VIEWS } from './chart-names.ts';

/** Layers of a map or a list, in the order in which they are listed. */
export const DIRECTORY_LAYERS = ['members', 'events', 'projects', 'programmes'] as const;
export type DirectoryLayer = (typeof DIRECTORY_LAYERS)[number];

/** Parts of the sheet of a territory, in their order. */
export const SHEET_SECTIONS = ['members', 'events', 'projects', 'support', 'figures'] as const;
export type SheetSection = (typeof SHEET_SECTIONS)[number];

/** Charts of several figures: the words of `chart` of an `indicators` block. */
export const FIGURES_CHARTS = ['tiles', 'bars'] as const;

const TYPES: Readonly<Record<BlockType, true>> = {
  indicators: true,
  breakdown: true,
  stack: true,
  trend: true,
  table: true,
  timeline: true,
  map: true,
  agenda: true,
  list: true,
  observations: true,
  checks: true,
  other: true,
};

/** The types of blocks. */
export const blockTypes: readonly string[] = Object.keys(TYPES);
