export {
  DIRECTORY_LAYERS,
  type DirectoryEntry,
  type DirectoryLayer,
  type DirectoryRequest,
  directoryOf,
} from './directory.ts';
export { countEntries, facetsFor } from './directory-filter.ts';
export { collectionsOf } from './layer-collections.ts';
export { listsEveryMember, PUBLISHED_MEMBERS, publishedMembers } from './member-count.ts';
export { type Columns } from './packed/columns.ts';
export { writeColumns } from './packed/columns-file.ts';
export { type Counts, type DirectoryQuery, type Engine } from './packed/contract.ts';
export { writeDetails, writeIds } from './packed/details.ts';
export { createEngine, type Labels } from './packed/engine.ts';
export { bytesOf } from './packed/file.ts';
export { type Clusters } from './packed/gather.ts';
export { areaOf, group, worldX, worldY } from './packed/group.ts';
export { type Packed, packEntries, packSteps } from './packed/pack.ts';
export { columnKeys } from './packed/query.ts';
export { type Port, READY, remoteEngine, serveEngine } from './packed/remote.ts';
export { runInSlices, type YieldToEventLoop } from './packed/steps.ts';
export { folderStore, memoryStore, openColumns, type ReadBytes } from './packed/stores.ts';
export { listTerms } from './packed/terms.ts';
export { writeTerms } from './packed/terms-file.ts';
export { plainSearch, type SearchRecord } from './plain-search.ts';
export { createSearchIndex, type SearchIndex } from './search.ts';
export { type ListQuery, ListStore } from './store.ts';
export { SHEET_COLLECTIONS, type SheetLine, type TerritorySheet, territorySheetOf } from './territory-sheet.ts';
