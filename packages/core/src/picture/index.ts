export { type Agenda, type AgendaItem, type AgendaRequest, agendaOf, hasChoice, monthsOf } from './agenda.ts';
export {
  agendaFacets,
  chooseInAgenda,
  type Facet,
  type FacetChoice,
  type FacetKey,
  type FacetValues,
  type Reader,
  remembering,
} from './agenda-facets.ts';
export { type AgendaKind, agendaKinds, tallyOf } from './agenda-tally.ts';
export { type BarMark, barMarks, hasSeveralUnits } from './bars.ts';
export { type BridgeStep, bridgeSteps } from './bridge.ts';
export { changesFinding, dotPlace } from './changes.ts';
export { classesOf, classOf, discRadius, type ValueClass } from './classes.ts';
export { combined, type MeasuredFigure } from './combined.ts';
export { CSV_HEADER, csvRows, lacksShares, pointCells } from './csv-rows.ts';
export { daysUntil, isExact } from './days-until.ts';
export { departementsOf } from './departements.ts';
export { dotGrid, type Ratio, ratioOf } from './dots.ts';
export { editionBefore, lastDays, namesOfEditions, periodOf, periodOfEdition } from './editions.ts';
export { createEntryFilter, type Entry, type EntryKind, entriesNeed, entriesOf, entryKinds } from './entries.ts';
export { eventsAhead } from './events-ahead.ts';
export { eventsDigest } from './events-digest.ts';
export { FIGURES_HEADER, figureRows } from './figure-rows.ts';
export {
  bridgeFinding,
  type ChartFinding,
  dotsFinding,
  type NamedRatio,
  partsFinding,
  rateFinding,
} from './finding.ts';
export { type Grid, type GridCell, type GridColumn, type GridRow, type GridSort, sortRows } from './grid.ts';
export { gridCsv } from './grid-csv.ts';
export { type GroupBar, type GroupMark, type GroupRow, groupMarks, groupRows, mergedParts } from './groups.ts';
export { safeHref, webHref } from './href.ts';
export { figuresGrid, partsGrid } from './measure-grid.ts';
export { addMonths, dayByKey, type MonthDay, type MonthGrid, monthOf, openingDay, openingMonth } from './month.ts';
export { namedField, namedIn } from './named-in.ts';
export { contrastOf, PALETTE_NAMES, type Palette, type PaletteTheme, paletteOf } from './palette.ts';
export { periodsBefore } from './periods-before.ts';
export { nextAhead, placeOfSeries, soonest } from './read-digest.ts';
export {
  columnsAsked,
  columnsOf,
  isTableCollection,
  isWordOf,
  joinedNames,
  kindOf,
  type RecordsRequest,
  readerOf,
  recordGrid,
  recordsAsked,
  type TableCollection,
  tableCollections,
} from './record-grid.ts';
export { type AnyRecord } from './record-values.ts';
export { type RecordWordsRequest, recordWords, wordsNeed } from './record-words.ts';
export { rateParts, type ShareSegment, shareSegments } from './share.ts';
export { detailTotal, type SharesTotal, sharesTotal, wholeShare } from './shares.ts';
export { type Stack, type StackSegment, stackMarks } from './stack.ts';
export { STANDINGS, standingOf, statusTags } from './standing.ts';
export { type Strip, type StripMark, type StripRow, type StripState, stripOf } from './strip.ts';
export {
  type Attributes,
  type Draw,
  type Drawn,
  drawColumn,
  drawPicture,
  drawShape,
  escapeXml,
  type MeasureText,
  moved,
  type Pen,
  PICTURE_FONT,
  type Picture,
  px,
  type SvgColours,
  type SvgFile,
  tag,
} from './svg.ts';
export { drawKey, type KeyEntry } from './svg-key.ts';
export { drawTrend, type PaintedLine, type PaintedPanel } from './svg-trend.ts';
export { type TableColumn, type TableRow, table } from './table.ts';
export { type Timeline, type TimelineGroup, type TimelineItem, timelineOf } from './timeline.ts';
export { stripFields, type TimelineCollection, timelineCollections, timelineFields } from './timeline-collections.ts';
export { type TrendDot, type TrendLine, type TrendPanel, type TrendSeries, trendPanels } from './trend.ts';
export { trendGrid } from './trend-grid.ts';
export { seriesOf } from './trend-series.ts';
