/**
 * The parameters of the formulas. They stand apart from the arithmetic, so that a page whose catalogue was judged when it was
 * prepared loads no validator.
 */
import * as z from 'zod/mini';
import { Text } from './text-schema.ts';

export const AttendanceParameters = z.discriminatedUnion('of', [
  z.object({ of: z.literal('total') }),
  z.object({ of: z.literal('parity') }),
  /** `total` is the indicator of everyone who came. */
  z.object({ of: z.literal('affiliation'), total: z.string() }),
]);

export const ComplementParameters = z.object({
  /** Indicator of the stock's losses during the period. */
  part: z.string(),
  stock: z.string(),
  /** Indicator of the stock's gains during the period. */
  joined: z.string(),
  /** Indicator that the percents refer to. */
  base: z.string(),
});

export const CountParameters = z.object({
  collection: z.enum([
    'publications',
    'filings',
    'meetings',
    'projects',
    'applications',
    'missions',
    'seats',
    'prizes',
  ]),
  /** Statuses of the records that count, unless a status is asked for; all of them by default. */
  status: z.optional(z.array(z.string())),
  /** The programme that records are kept to where none is asked for: `dla`, and its parts `dla-…`. */
  programme: z.optional(z.string()),
  /** The dimension whose values have lists of their own: a total of all of these is given only where all are complete. */
  apart: z.optional(z.string()),
  /** Whether parts are given only of lists that are declared complete, also where these hold nothing. */
  declared: z.optional(z.boolean()),
  /** Whether records without a category are a part of their own. */
  unknown: z.optional(z.boolean()),
});

const organisations = z.literal('organisations');
/** A programme, with its parts: `dla` and `dla-…`. */
const programme = z.optional(z.string());

export const CountDistinctParameters = z.discriminatedUnion('collection', [
  z.object({
    of: organisations,
    collection: z.literal('missions'),
    programme,
    /** Statuses that count, unless a status is asked for; all of them by default. */
    status: z.optional(z.array(z.string())),
  }),
  z.object({
    of: organisations,
    collection: z.literal('participations'),
    programme,
    /** The role in which they took part; any by default. */
    role: z.optional(z.string()),
  }),
  z.object({ of: organisations, collection: z.literal('memberships') }),
  z.object({ of: z.literal('territories'), collection: z.literal('programmes') }),
]);

export const DifferenceParameters = z.object({ from: z.string(), less: z.string() });

export const FlowParameters = z.object({
  collection: z.literal('memberships'),
  /** The date that has to lie in the period. */
  date: z.enum(['start', 'end']),
});

export const GrowthParameters = z.object({
  /** The stock that grows. */
  of: z.string(),
  /** Its change during the period. */
  change: z.string(),
  /** The dimension whose values grow each on its own: they share what they count, so there is no total. */
  by: z.string(),
});

export const OccurrencesParameters = z.object({});

export const PooledShareParameters = z.object({
  part: z.string(),
  /** The whole, whose unit counts the same things as that of the part: an interview is of one organisation. */
  whole: z.string(),
  /** The dimension over whose values both are taken together. */
  over: z.string(),
  /** The programme whose values are taken: `tee`, and its parts `tee-…`. */
  programme: z.string(),
});

export const PopulationParameters = z.object({
  /** The inhabitants themselves, or their share in those of the country, in percent. */
  of: z.enum(['inhabitants', 'country-share']),
});

export const QuotientParameters = z.object({
  top: z.string(),
  bottom: z.string(),
  /** The divisor only as it is published: where it is computed from this quotient, it would only give it back. */
  asPublished: z.optional(z.boolean()),
});

export const RemainderParameters = z.object({});

const ids = z.optional(z.array(z.string()));

export const RollBackParameters = z.object({
  /** Ids of the indicators that count losses of the stock during the year. */
  plus: ids,
  /** Ids of the indicators that count gains of the stock during the year. */
  minus: ids,
  /** Says how the value was found. */
  note: Text,
});

export const SeriesAttendanceParameters = z.object({
  series: z.string(),
  /** The dimension whose values are the events of the series. */
  dimension: z.string(),
  /** Events of the series that were planned, and those of them that were cancelled. */
  planned: z.string(),
  cancelled: z.string(),
});

export const ShareParameters = z.object({
  part: z.string(),
  /** Pairs that the part is kept to besides the requested ones: `{"contract": "permanent"}`. */
  where: z.optional(z.record(z.string(), z.string())),
  whole: z.string(),
  /** Whether the two units count the same things: a member is an organisation. */
  sameThings: z.optional(z.boolean()),
  /** The dimension of which one value has to be asked for: several calls have no rate in common. */
  within: z.optional(z.string()),
  /** Pairs of what is not decided yet, and may still be in the part: `{"result": "pending"}`. */
  undecided: z.optional(z.record(z.string(), z.string())),
});

export const SnapshotParameters = z.object({
  collection: z.literal('audiences'),
  /** Whether the count on the last day is taken, or its change since the eve of the period. */
  field: z.enum(['followers', 'change']),
});

export const StockParameters = z.object({ collection: z.literal('memberships') });

export const SumParameters = z.object({
  collection: z.enum(['jobs', 'movements', 'prizes']),
  /** The programme that records are kept to where none is asked for: `dla`, and its parts `dla-…`. */
  programme: z.optional(z.string()),
  /** The dimension over which nothing is added: people who came and people who left. One value has to be asked for. */
  within: z.optional(z.string()),
});

export const SumOfPartsParameters = z.object({
  /** An exclusive dimension. */
  dimension: z.string(),
});

export const SumOfSharesParameters = z.object({
  of: z.string(),
  dimension: z.string(),
  /** The values whose shares are added: parts of one base that do not overlap. */
  values: z.array(z.string()),
});

export const VoteParameters = z.object({});

export const WholeFromShareParameters = z.object({ part: z.string(), share: z.string() });

/** The parameters of each formula. */
export const formulaSchemas = {
  attendance: AttendanceParameters,
  complement: ComplementParameters,
  count: CountParameters,
  countDistinct: CountDistinctParameters,
  difference: DifferenceParameters,
  flow: FlowParameters,
  growth: GrowthParameters,
  occurrences: OccurrencesParameters,
  pooledShare: PooledShareParameters,
  population: PopulationParameters,
  quotient: QuotientParameters,
  remainder: RemainderParameters,
  rollBack: RollBackParameters,
  seriesAttendance: SeriesAttendanceParameters,
  share: ShareParameters,
  snapshot: SnapshotParameters,
  stock: StockParameters,
  sum: SumParameters,
  sumOfParts: SumOfPartsParameters,
  sumOfShares: SumOfSharesParameters,
  vote: VoteParameters,
  wholeFromShare: WholeFromShareParameters,
} as const satisfies Readonly<Record<string, z.core.$ZodType>>;
