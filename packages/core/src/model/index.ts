export { addDays } from './add-days.ts';
export { add, markPartial, spell, sum, sumKnown } from './addition.ts';
export { agrees, changeOf, complement, divide, isNegative, scale, share, subtract } from './algebra.ts';
export { AttendanceTally } from './attendance-tally.ts';
export { audienceOf, forAudience, isFigureHidden, isHidden, unnarrowed } from './audience.ts';
export { Application, Call } from './call.ts';
export { Catalogue, FormulaEntry, IndicatorEntry } from './catalogue.ts';
export { Category } from './category.ts';
export { AudienceSnapshot } from './channel.ts';
export { collectionWords } from './collection-words.ts';
export { type CollectionName, type CollectionRecords, collectionSchemas } from './collections.ts';
export { College } from './college.ts';
export { normaliseName, withArticle } from './commune-names.ts';
export {
  type Calendar,
  defaultPeriods,
  isComplete,
  isUnderWay,
  latestPeriod,
  reachesBeyond,
  records,
} from './coverage.ts';
export {
  CATALOGUE_FORMAT,
  DATASET_FORMAT,
  type Dataset,
  type DatasetNeed,
  type Difference,
  type DifferingField,
  type Dimension,
  type IndicatorTexts,
  isLarge,
  type MeasuresDocument,
  type MeasuresNeed,
  parseWhere,
  type Reach,
} from './dataset.ts';
export { daysIn, four, iso, two } from './days.ts';
export { daysBetween } from './days-between.ts';
export { distanceKm, type Point } from './distance.ts';
export { Event } from './event.ts';
export { eventDays, isLong, lastDay } from './event-days.ts';
export { AheadEvent, EventsDigest, SeriesDigest, SeriesEdition } from './events-digest.ts';
export { type Finding, type FindingPlace, SEVERITIES, type Severity } from './finding.ts';
export {
  AttendanceParameters,
  ComplementParameters,
  CountDistinctParameters,
  CountParameters,
  DifferenceParameters,
  FlowParameters,
  formulaSchemas,
  GrowthParameters,
  OccurrencesParameters,
  PooledShareParameters,
  PopulationParameters,
  QuotientParameters,
  RemainderParameters,
  RollBackParameters,
  SeriesAttendanceParameters,
  ShareParameters,
  SnapshotParameters,
  StockParameters,
  SumOfPartsParameters,
  SumOfSharesParameters,
  SumParameters,
  VoteParameters,
  WholeFromShareParameters,
} from './formula-parameters.ts';
export { FundingFiling } from './funding-filing.ts';
export { generalCatalogue } from './general-catalogue.ts';
export { type Interval, intervalOf, quotient } from './interval.ts';
export { JobTally } from './job-tally.ts';
export { judgedFormulas } from './judged-formulas.ts';
export { departementIn, type Lineage, lineageIn, lineageOf, widening } from './lineage.ts';
export { LIST_NETWORK } from './list-network.ts';
export { CollectionEntry, Coverage, datasetHash, Manifest, MeasuresFrame } from './manifest.ts';
export {
  type Badges,
  type Basis,
  badgesOf,
  type Calculation,
  type Doubt,
  FEWEST_OF,
  type FieldRef,
  type Measure,
  type MeasurePart,
  type Operand,
  uniqueSources,
} from './measure.ts';
export { Meeting } from './meeting.ts';
export { Membership } from './membership.ts';
export { mergeDatasets } from './merge.ts';
export { misprint } from './misprint.ts';
export { MONTHS } from './months.ts';
export { type Flag, Observation } from './observation.ts';
export { daysByRule, type ExpandRequest, expandEvents, timeOn } from './occurrences.ts';
export { Link, Organisation } from './organisation.ts';
export { collectionNames, isCollection, keysOf } from './pair-keys.ts';
export { normalWhere } from './pairs.ts';
export { parsed } from './parsed.ts';
export { Participation } from './participation.ts';
export { type ParsedPeriod, type PeriodKind, parsePeriod, period } from './period.ts';
export { comparePeriods, periodContains, periodsComparable, periodsOverlap } from './period-relations.ts';
export { Period } from './period-schema.ts';
export { settledPlans, withoutSettledPlans } from './plans.ts';
export { type CommuneLocator, type Placement, Position, Precision, type Town } from './position.ts';
export { previousPeriod } from './previous-period.ts';
export { Prize } from './prize.ts';
export { Project } from './project.ts';
export { Publication } from './publication.ts';
export { type Change, isApprox, isExact, negated, pointOf, printedFraction, quantity } from './quantity.ts';
export { Quantity } from './quantity-schema.ts';
export { NAME_FIELDS, recordName } from './record-name.ts';
export { hasField, isDoubtful, keptRecords, pairsOnly, placeNeeds } from './record-pairs.ts';
export { LINKS, type LinkField, namingsOf, visitLinks } from './references.ts';
export { RELEASE } from './release.ts';
export { reportFor } from './report/audience.ts';
export { Block } from './report/block.ts';
export {
  blockTypes,
  DIRECTORY_LAYERS,
  type DirectoryLayer,
  SHEET_SECTIONS,
  type SheetSection,
} from './report/block-words.ts';
export { Figure } from './report/figure.ts';
export {
  type FigureRequest,
  figuresDrawn,
  figuresInText,
  figuresOf,
  findChapter,
  findSection,
  sectionOfIndicators,
  sectionsOf,
} from './report/outline.ts';
export { PINNED_YEARS, pinnedYears } from './report/pinned-years.ts';
export {
  lookOf,
  problemsOfBlock,
  problemsOfFigure,
  problemsOfReport,
  REPORT_RULES,
  type ReportCatalogue,
  type ReportCheckState,
  type ReportProblem,
  reportFinding,
  unknownWordsIn,
} from './report/problems.ts';
export { resolvePeriods } from './report/relative-periods.ts';
export { Chapter, Report } from './report/report-schema.ts';
export { paragraphsOf, type Run, type RunForm, runsOf } from './report/runs.ts';
export { createReportSearch, type ReportSearch } from './report/search.ts';
export { Section, Subsection } from './report/section.ts';
export { publishedIn, saidDate } from './report/shown.ts';
export { unknownSections } from './report/unknown-sections.ts';
export { type KeptField, readScope, writeAddress } from './scope/address.ts';
export { toggleFacet } from './scope/facets.ts';
export { AUTHOR_FIELDS, type AuthorField, createScope, type Scope, type ScopeState } from './scope/scope.ts';
export { Seat } from './seat.ts';
export { isInSection } from './sections.ts';
export { fitsTile, shortLabel } from './short-label.ts';
export { hasCheckDigit, isSiren } from './siren.ts';
export { SourceRef } from './source-ref.ts';
export { dayFirst, dayInWords, editDistance, fold, oneErrorApart, push } from './spelling.ts';
export { StaffMovement } from './staff-movement.ts';
export {
  blocksOf,
  figureRequest,
  figuresOfStory,
  nameOfFigure,
  type Slot,
  type StoryPart,
  slotOf,
  stepsOfSection,
  storyParts,
  withoutSlots,
} from './story/story-outline.ts';
export {
  Story,
  StoryChapter,
  StoryClaim,
  StoryDoor,
  StoryFigure,
  StoryMessage,
  StoryStep,
} from './story/story-schema.ts';
export { SupportMission } from './support-mission.ts';
export { Territory } from './territory.ts';
export { OUTLINED_KINDS, type OutlinedKind, TERRITORY_KINDS } from './territory-kinds.ts';
export {
  apart,
  inOneLanguage,
  LANGUAGES,
  type Language,
  noteFallback,
  type ResolvedText,
  resolveText,
} from './text.ts';
export { Text } from './text-schema.ts';
export { isSameKind, isWritten, perUnit, UNITS } from './units.ts';
export { Vote } from './vote.ts';
export { instantOf, isoAt, isZone, type OffsetAt, offsetsOf } from './wall-time.ts';
export { isMeantFor, type Kept, type WhereRequest, whereProblem } from './where-problem.ts';
export { type Whole, wholesOf } from './whole.ts';
export { foldText, foldWord, textWords } from './words.ts';
export { yearFrom } from './year-from.ts';
