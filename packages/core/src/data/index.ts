/**
 * From a source to observable state: loading, keeping (IndexedDB, memory, and the guard that falls from one to the other),
 * refreshing.
 */

export { type Cache } from './cache/cache.ts';
export { createIdbCache } from './cache/idb-cache.ts';
export { createMemoryCache } from './cache/memory-cache.ts';
export { createPageCache } from './cache/page-cache.ts';
export { bounded } from './client/bounded.ts';
export { createClient } from './client/client.ts';
export { retryAfterOf } from './client/http-error.ts';
export { loadPicked, type Picked, pickSource } from './client/pick-source.ts';
export { IDLE, sameState } from './client/query-state.ts';
export { createRefresher } from './client/refresher.ts';
export { request } from './client/request.ts';
export { createSourceMerger } from './client/source-merger.ts';
export { systemClock } from './client/system-clock.ts';
export {
  type Client,
  type ClientOptions,
  type Fetch,
  type Query,
  type QueryRequest,
  type QueryState,
} from './client/types.ts';
export { type Feed } from './feed/declaration.ts';
export { loadFeed } from './feed/feed.ts';
export { gogocarto, openagenda, opendatasoft, overpass, rows, tec, yeswiki } from './feed/formats.ts';
export { MAX_RECORDS } from './feed/pages.ts';
export {
  type DeclaredSources,
  isSourcesFile,
  type NamedSource,
  readSourceLines,
  readSourcesFile,
  SOURCES_FORMAT,
} from './named.ts';
export {
  kindsOf,
  type PickedAddresses,
  type PickRequest,
  pickAddresses,
  pickReference,
  type SourceDefaults,
  type SourceKind,
  unknownNames,
} from './pick.ts';
export { type ServiceRow, ServicesFile, shipped } from './services/schema.ts';
export { KEY_NAME, SECRET_NAME } from './services/secrets.ts';
export { csv } from './sources/csv/csv.ts';
export { decode } from './sources/csv/decode.ts';
export { readTable } from './sources/csv/parse.ts';
export { readCatalogueFile } from './sources/ess-dataset/catalogue.ts';
export { essDataset } from './sources/ess-dataset/ess-dataset.ts';
export { judgeCatalogue } from './sources/ess-dataset/judge-catalogue.ts';
export { judgeRecords } from './sources/ess-dataset/judge-records.ts';
export { readReport } from './sources/ess-report/ess-report.ts';
export { geojson } from './sources/geojson/geojson.ts';
export { READ } from './sources/ical/components.ts';
export { ical } from './sources/ical/ical.ts';
export { jsonld } from './sources/jsonld/jsonld.ts';
export { mismatchesOf } from './sources/mismatch.ts';
export { isNotText, notText, notTextClause } from './sources/not-text.ts';
export { readJson } from './sources/read.ts';
export { readInParts } from './sources/read-list.ts';
export { recipeOf } from './sources/recipe.ts';
export { type Recipe, withRecipe } from './sources/recipe-text.ts';
export { rss } from './sources/rss/rss.ts';
export {
  type Source,
  type SourceContext,
  type SourceRequest,
  type SourceResult,
  type TableRows,
} from './sources/source.ts';
export { suggestPeriod } from './sources/suggest-period.ts';
export { numberMeant } from './sources/suggest-value.ts';
export { columnKey } from './sources/table/by-recipe.ts';
export { readDate } from './sources/table/dates.ts';
export { FIELDS, type Field, type ListKind, type Mapping, readHeaders } from './sources/table/headers.ts';
export { type ListResult, readList } from './sources/table/list.ts';
export { normalise, slug } from './sources/table/normalise.ts';
export { personIn } from './sources/table/personal.ts';
export { linesIn, type Repair } from './sources/table/report.ts';
export { columnLetter, findHeader, type ParsedRow, type Table } from './sources/table/table.ts';
export { refusalOf } from './sources/unreadable.ts';
export { type BookSheet, type CellValue, openBook } from './sources/xlsx/book.ts';
export { type ListSheet, readWorkbook, sheetOf, type Workbook, workbookFindings } from './sources/xlsx/workbook.ts';
export { xlsx } from './sources/xlsx/xlsx.ts';
