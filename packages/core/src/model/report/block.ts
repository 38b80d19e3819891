import * as z from 'zod/mini';
import { Text } from '../text-schema.ts';
import { Figure, ReportPeriod } from './figure.ts';

const indicators = z.array(z.string()).check(z.minLength(1));
const names = z.optional(z.array(z.string()));

/** Fields of every block: a heading of its own, where the title of the section does not describe its content. */
const common = { title: z.optional(Text) } as const;

/** A row of figures, or bars of two to four of one unit on one scale. */
export const IndicatorsBlock = z.object({
  type: z.literal('indicators'),
  ...common,
  /** The figures, the most important one first. */
  figures: z.array(Figure).check(z.minLength(1)),
  /** `tiles`, the default, or `bars`. */
  chart: z.optional(z.string()),
});
export type IndicatorsBlock = Readonly<z.infer<typeof IndicatorsBlock>>;

/** An indicator split by a dimension: bars, one stacked bar where the parts make a whole, or bars in groups. */
export const BreakdownBlock = z.object({
  type: z.literal('breakdown'),
  ...common,
  indicator: z.string(),
  /** The dimension that it is split by; the first one of the indicator by default. */
  by: z.optional(z.string()),
  period: z.optional(ReportPeriod),
  /** Pairs that the figure is kept to, as in the `where` attribute: `body=bureau`. */
  where: z.optional(z.string()),
  /** As in the `chart` attribute: the name of a chart, or `auto`, the default, for the first one that fits. */
  chart: z.optional(z.string()),
  /**
   * Values to compare each bar with, three at most: periods (also `@previous`) or ids of territories; by default the period
   * before.
   */
  beside: z.optional(z.array(z.string())),
  /** As in the `view` attribute: `chart` first, or `table`. */
  view: z.optional(z.string()),
});
export type BreakdownBlock = Readonly<z.infer<typeof BreakdownBlock>>;

/** The parts of an indicator, one stacked bar a period. Parts that are no exclusive ones are drawn as grouped bars. */
export const StackBlock = z.object({
  type: z.literal('stack'),
  ...common,
  indicator: z.string(),
  by: z.string(),
  /** The period shown first, then those that it is compared with. */
  periods: z.array(ReportPeriod).check(z.minLength(1)),
  /** Pairs that the figure is kept to, as in the `where` attribute: `body=bureau`. */
  where: z.optional(z.string()),
});
export type StackBlock = Readonly<z.infer<typeof StackBlock>>;

/** Values over time, in all periods of the data set up to the report's: a line an indicator, or a line a part of one. */
export const TrendBlock = z.object({
  type: z.literal('trend'),
  ...common,
  /** Ids of indicators of one unit. */
  indicators,
  by: z.optional(z.string()),
});
export type TrendBlock = Readonly<z.infer<typeof TrendBlock>>;

/** Rows. Of indicators: one a part of `by` and a column an indicator, else one an indicator. Or of the records of a collection. */
export const TableBlock = z.object({
  type: z.literal('table'),
  ...common,
  indicators: names,
  by: z.optional(z.string()),
  period: z.optional(ReportPeriod),
  collection: z.optional(z.string()),
  /** Of figures, pairs that they are kept to; of records, as in a `list` block. */
  where: z.optional(z.string()),
  /** Fields of the records, in order. A field that holds the id of another record shows that record's name. */
  columns: names,
  /** As in the `chart` attribute: `table`, the default, `list`, `ranking`, or `auto`. */
  chart: z.optional(z.string()),
});
export type TableBlock = Readonly<z.infer<typeof TableBlock>>;

/** Records of one or more collections, in the order of their dates. */
export const TimelineBlock = z.object({
  type: z.literal('timeline'),
  ...common,
  collections: z.array(z.string()).check(z.minLength(1)),
  /** Pairs that the records are kept to: a field and its value (`body=bureau`), a period (`start=2025`, `start=@period`), a section (`section=I.1`). */
  where: z.optional(z.string()),
  /** As in the `chart` attribute: `list`, `strip`, the months of a year with a mark a date, or `auto`, the default, for the one that suits the data. */
  chart: z.optional(z.string()),
});
export type TimelineBlock = Readonly<z.infer<typeof TimelineBlock>>;

/** A map. */
export const MapBlock = z.object({
  type: z.literal('map'),
  ...common,
  /** As in the `layers` attribute: members, events, projects; and programmes, which are where their territories are. */
  layers: z.array(z.string()).check(z.minLength(1)),
  /** Pairs that the markers are kept to, of keys that all of its layers have: `college=associations`, `section=III`. */
  where: z.optional(z.string()),
  /** The report's by default: events and projects that may lie outside are not on the map. */
  period: z.optional(ReportPeriod),
});
export type MapBlock = Readonly<z.infer<typeof MapBlock>>;

/** An edition in a report document: its year or its number. The reader puts the year in place of `@period`. */
export const ReportEdition = z.number();

/** Events as an agenda. */
export const AgendaBlock = z.object({
  type: z.literal('agenda'),
  ...common,
  series: z.optional(z.string()),
  /** Edition: its year or its number; or `@period`, the year of the report. */
  edition: z.optional(ReportEdition),
  /** Pairs that the events are kept to: a field and its value (`theme=egalite`), a period (`date=2024-11`), a section. */
  where: z.optional(z.string()),
});
export type AgendaBlock = Readonly<z.infer<typeof AgendaBlock>>;

/** Records as a list that is read rather than compared: publications, organisations, programmes. */
export const ListBlock = z.object({
  type: z.literal('list'),
  ...common,
  collection: z.string(),
  /** Pairs that the records are kept to: a field and its value (`body=bureau`), a period (`start=2025`, `start=@period`), a section (`section=I.1`). */
  where: z.optional(z.string()),
  /** Fields of the records, in order, the first one as the title of each. */
  columns: names,
});
export type ListBlock = Readonly<z.infer<typeof ListBlock>>;

/** A link to all published figures of a section, in the view of the data. */
export const ObservationsBlock = z.object({
  type: z.literal('observations'),
  ...common,
  /** The section that the figures were published in. */
  section: z.string(),
});
export type ObservationsBlock = Readonly<z.infer<typeof ObservationsBlock>>;

/** Findings of the checks, in some sections or in all. */
export const ChecksBlock = z.object({
  type: z.literal('checks'),
  ...common,
  /** Ids of sections: `I.1` stands for all that is in it. */
  sections: names,
});
export type ChecksBlock = Readonly<z.infer<typeof ChecksBlock>>;

/** Block that cannot be shown: this release does not know its type, or it is malformed. */
export const OtherBlock = z.object({
  type: z.literal('other'),
  ...common,
  /** Its type as written. */
  name: z.optional(z.string()),
  /** Set by the reader, never by a document: all that it has as written, for whoever knows its type. */
  fields: z.optional(z.record(z.string(), z.unknown())),
  /** Set by the reader, never by a document: what was left out here, and why. */
  fault: z.optional(
    z.object({
      /** Path in the file: `chapters.0.sections.1.blocks.2.indicator`. */
      path: z.string(),
      found: z.string(),
      /** The value in a good document. */
      expected: Text,
      /** The whole as a clause, without its end: "indicator is missing, expected: a text". */
      said: Text,
    }),
  ),
});
export type OtherBlock = Readonly<z.infer<typeof OtherBlock>>;

/**
 * Content of a section. A block of a type that this release does not know is read as `other`, and so is a malformed
 * one, with its fault.
 */
export const Block = z.discriminatedUnion('type', [
  IndicatorsBlock,
  BreakdownBlock,
  StackBlock,
  TrendBlock,
  TableBlock,
  TimelineBlock,
  MapBlock,
  AgendaBlock,
  ListBlock,
  ObservationsBlock,
  ChecksBlock,
  OtherBlock,
]);
export type Block = z.infer<typeof Block>;
export type BlockType = Block['type'];
