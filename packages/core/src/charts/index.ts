export { type About, type ChartOf, type Choice } from './about.ts';
export { type Agenda, type AgendaItem, type AgendaRequest, agendaOf, hasChoice } from './agenda/agenda.ts';
export {
  agendaFacets,
  chooseInAgenda,
  type Facet,
  type FacetChoice,
  type FacetKey,
  type FacetValues,
  type Reader,
  remembering,
} from './agenda/facets.ts';
export {
  type AgendaSection,
  agendaGroups,
  agendaSummary,
  agendaTitle,
  allLines,
  closedPeriod,
  closedSummary,
  countedItems,
  eventSaid,
  figureReference,
  finishedPeriod,
  outsidePeriod,
  requestedInWords,
  tagSaid,
} from './agenda/said.ts';
export { type BarRow, type Bars, barsInWords } from './bars/chart.ts';
export { figuresAsked } from './bars/figures.ts';
export { type BlockTag, type BlockWidget, blockWidgets } from './block-widgets.ts';
export { bridgeInWords, bridgeSaid } from './bridge/chart.ts';
export { type BridgeStep } from './bridge/steps.ts';
export { figureText, publishedFigure } from './cited.ts';
export { combined, type MeasuredFigure } from './combined.ts';
export {
  announcedOf,
  type Counted,
  type CounterPlan,
  type CounterScope,
  countOf,
  countsFromToday,
  idsOf,
  planOf,
  scopeOfEdition,
  seriesMeasure,
} from './counter/plan.ts';
export { counterSaid, nextSaid } from './counter/said.ts';
export { countedFromToday } from './counter/tally.ts';
export { CSV_HEADER, csvRows, figureCsv, pointCells } from './csv-rows.ts';
export { dateLines, type ShownAround } from './date-lines.ts';
export { daysUntil } from './days-until.ts';
export { departementsOf } from './departements.ts';
export { type DotsGroup, dotsInWords } from './dots/chart.ts';
export { dotGrid } from './dots/ratio.ts';
export { choiceOf, type DrawnNeed, type DrawnParts, type DrawnRatios, type DrawnSteps, readDrawn } from './drawn.ts';
export { changesFinding } from './dumbbell/changes.ts';
export { type Dumbbells, dumbbellsInWords } from './dumbbell/chart.ts';
export { editionPeriod, periodOfEdition } from './editions.ts';
export { createEntryFilter, type Entry, type EntryKind, entriesNeed, entriesOf, entryKinds } from './entries.ts';
export { eventsDigest } from './events-digest.ts';
export {
  type ChartFile,
  commonSubject,
  type Figure,
  figureSubject,
  type Groups,
  hasMixedUnits,
  shareText,
  valueText,
} from './figure.ts';
export { FIGURES_HEADER, figureRows } from './figure-rows.ts';
export { figuresTableOf, headOfParts } from './figures-table.ts';
export { chartFiles } from './files.ts';
export {
  bridgeFinding,
  type ChartFinding,
  dotsFinding,
  type NamedRatio,
  partsFinding,
  rateFinding,
} from './finding.ts';
export { findingTitle, partsSaid, partsUnit } from './finding-words.ts';
export { type Grid, type GridCell, type GridColumn, type GridRow, type GridSort, sortRows } from './grid.ts';
export { gridCsv } from './grid-csv.ts';
export { type GroupRow } from './grouped/groups.ts';
export { safeHref, webHref } from './href.ts';
export { jsonLdText } from './json-ld.ts';
export { stillKey } from './key.ts';
export { drawKey, type KeyEntry } from './legend.ts';
export { lightTags } from './light-tags.ts';
export { type Categories, type CategoryChip, categoriesOf, labelText, layerLabels } from './list/categories.ts';
export { directoryDay, directoryLines, publishedLine } from './list/count.ts';
export { entryDate, entryFacts, entryKind, entryLine, entryName, entryPlace } from './list/entry-words.ts';
export { partsInView, rowCount, rowsByTitle } from './list/parts.ts';
export { categoryColours } from './looks/categories.ts';
export { dsfr } from './looks/dsfr.ts';
export { groundColours } from './looks/ground.ts';
export { type Colours, type Look } from './looks/look.ts';
export { rivage } from './looks/rivage.ts';
export { sobre } from './looks/sobre.ts';
export { classesOf, classOf, discRadius, type ValueClass } from './map/classes.ts';
export {
  createItems,
  FAN,
  type Item,
  type ItemPart,
  type ItemSource,
  type Items,
  itemSize,
  type MapPoint,
  type MapScale,
  mapScale,
  ringOf,
} from './map/items.ts';
export { hasOwnPositions } from './map/own-positions.ts';
export { mapPoints } from './map/points.ts';
export {
  addMonths,
  dayByKey,
  type MonthDay,
  type MonthGrid,
  monthOf,
  openingDay,
  openingMonth,
} from './month/month.ts';
export { namedField, namedIn } from './named-in.ts';
export { notesOf } from './notes.ts';
export { contrastOf, PALETTE_NAMES, type Palette, type PaletteTheme, paletteOf } from './palette.ts';
export { periodsBefore } from './periods-before.ts';
export { placeName, regionOf } from './places.ts';
export { RANKED, rankingOf, rankingSentence } from './ranking/chart.ts';
export { nextAhead } from './read-digest.ts';
export {
  columnsAsked,
  columnsOf,
  isTableCollection,
  isWordOf,
  type RecordsRequest,
  recordGrid,
  type TableCollection,
  tableCollections,
} from './record-grid.ts';
export { type RecordWordsRequest, recordWords, wordsNeed } from './record-words.ts';
export { charts, choices, type FigureChart } from './register.ts';
export { type ReportDocument, type Still, type StillLang } from './request.ts';
export { countParams, type Sentence, shownOf } from './said.ts';
export { type Shape, shapePaths, toneOf } from './shapes.ts';
export { shareInWords } from './share/chart.ts';
export { type ShareSegment } from './share/segments.ts';
export { CARD_SIZE, shareCard } from './share-card.ts';
export { detailTotal, sharesTotal } from './shares.ts';
export { skinClasses, skinCss } from './skin.ts';
export { stacksInWords } from './stack/chart.ts';
export { type Stack, type StackSegment } from './stack/marks.ts';
export { standingOf, statusTags } from './standing.ts';
export { hasStill, lightStill, stillNeeds } from './still.ts';
export { type Strip, type StripMark, type StripRow, type StripState, stripOf } from './strip/strip.ts';
export {
  type Attributes,
  type Draw,
  type Drawn,
  drawColumn,
  drawPicture,
  escapeXml,
  type MeasureText,
  PICTURE_FONT,
  type Picture,
  px,
  type SvgColours,
  type SvgFile,
  tag,
} from './svg.ts';
export { type TableColumn, type TableRow, tableOfParts } from './table/parts.ts';
export { stripFields, type TimelineCollection, timelineCollections, timelineFields } from './timeline/collections.ts';
export { groupHeading, stepSaid, timelineSteps, timelineSummary } from './timeline/said.ts';
export { type Timeline, type TimelineGroup, type TimelineItem, timelineOf } from './timeline/timeline.ts';
export { trendInWords, trendRows } from './trend/chart.ts';
export { trendGrid } from './trend/grid.ts';
export { figureNames, onlySaid, plotOf, spanSaid, trendNotes } from './trend/plot.ts';
export { seriesOf } from './trend/series.ts';
export { drawTrend } from './trend/svg.ts';
export { type TrendDot, type TrendLine, type TrendPanel, type TrendSeries, trendPanels } from './trend/trend.ts';
export { dotText, isLatest, panelUnit, startText } from './trend/words.ts';
export { contextTexts } from './value/context.ts';
export { views, viewsOf } from './views.ts';
export { agendaWords } from './words/agenda.fr.ts';
export { baseWords } from './words/base.fr.ts';
export { wordsBr } from './words/br.ts';
export { chartsWords } from './words/charts.fr.ts';
export { counterWords } from './words/counter.fr.ts';
export { datesWords } from './words/dates.fr.ts';
export { directoryWords } from './words/directory.fr.ts';
export { wordsEn } from './words/en.ts';
export { reportWords } from './words/report.fr.ts';
export { sheetWords } from './words/sheet.fr.ts';
export { tableWords } from './words/table.fr.ts';
export { tallyWords } from './words/tally.fr.ts';
