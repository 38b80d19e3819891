/**
 * The report document. For a page: `readReport` (in `@ess-widgets/core/sources/ess-report`) gives a {@link Report} through
 * `client.file(url, readReport)`, the address being `report` of the manifest, relative to it.
 *
 * - {@link sectionsOf} is the flat list of its sections with depth, chapter, previous and next; {@link findSection} finds one.
 * - A section is a title, a text and blocks. Texts are plain: {@link paragraphsOf} parts them, {@link runsOf} finds the
 *   figures in them. Every list (`sections`, `blocks`) is always there, maybe empty.
 * - A figure in a text reads with its unit: "117 adhérents". Its `where` with one dimension is a part of the measure split by
 *   that dimension, which prepared measures hold; with more it is computed, as {@link figuresOf} asks it.
 * - A block is told by its `type`; `other` is one that this release does not know and is passed over. Where a block names
 *   no period, the report's is meant. {@link keptRecords} gives the records that a `where` keeps.
 * - {@link otherObservations} gives the rows of an `observations` block; without any, the block shows nothing.
 * - {@link createReportSearch} searches it; `problemsOfReport` (loaded on demand) says what is wrong with it.
 */

export * from '../record-pairs.ts';
export { isInSection } from '../sections.ts';
export * from './audience.ts';
export type * from './block.ts';
export type * from './figure.ts';
export * from './outline.ts';
export type * from './report-schema.ts';
export * from './runs.ts';
export * from './search.ts';
export type * from './section.ts';
export * from './shown.ts';
