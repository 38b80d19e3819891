import * as z from 'zod/mini';
import { Text } from './text-schema.ts';

/** A formula by its name, with the parameters that this formula has. */
export const FormulaEntry = z.catchall(
  z.object({
    /** Name of a formula: `count`, `share`, `quotient`… */
    name: z.string(),
  }),
  z.unknown(),
);
export type FormulaEntry = Readonly<z.infer<typeof FormulaEntry>>;

/** Pairs of `where`, and the words for what they keep an indicator to. */
const Shorts = z.array(z.object({ where: z.string(), short: Text }));

/**
 * The definition of one indicator, as data. Unknown fields are ignored.
 * @since 0.2.0
 */
export const IndicatorEntry = z.object({
  /** kebab-case, says the thing: `members-stock`. */
  id: z.string(),
  /** Groups indicators that pages show together: each topic has an excerpt of the measures. */
  topic: z.optional(z.string()),
  /** Its name in the catalogue that the data are tested against: `I.members.stock`. */
  seedId: z.optional(z.string()),
  kind: z.enum(['stock', 'flow', 'rate']),
  unit: z.string(),
  /**
   * Units that its parts may have besides its own, where they count different things (people, organisations). Such parts
   * are never added, so it has no total.
   */
  otherUnits: z.optional(z.array(z.string())),
  /** Whether its values are changes: charts and tables write them with their sign. */
  signed: z.optional(z.literal(true)),
  /** Calendar of its periods, civil by default: a year of the other one never stands where none is asked for. */
  calendar: z.optional(z.enum(['civil', 'school'])),
  /**
   * Whether it measures occasions (a meeting, a vote): a published figure dated inside the period then answers for it.
   * Otherwise only a figure that is about the whole period does.
   */
  occasions: z.optional(z.boolean()),
  /** False where figures of several occasions are never added: the same organisation may be in each. */
  additive: z.optional(z.boolean()),
  label: Text,
  /** Label of the whole where there is little room, as on a tile: at most 28 characters, without a comma. */
  short: z.optional(Text),
  /**
   * Labels of what it is kept to, where there is little room: of each the pairs, a territory among them (`body=bureau`,
   * `call=x territory=region-53`), and the words, as short as those of the whole.
   */
  shorts: z.optional(Shorts),
  definition: Text,
  dimensions: z.array(
    z.object({
      ...{ id: z.string(), label: Text, exclusive: z.boolean() },
      ...{ exhaustive: z.optional(z.literal(true)), answers: z.optional(z.literal(true)) },
    }),
  ),
  /** Names of the values of its dimensions that the model itself defines; other values are records or categories. */
  valueLabels: z.optional(z.record(z.string(), z.record(z.string(), Text))),
  /** Collections that it reads; `observations` is always among them. */
  needs: z.array(z.string()),
  /** Keys of `where` that its formula understands besides its dimensions: a programme, a network. */
  filters: z.optional(z.array(z.string())),
  /** The dimension whose values are announced, except the one named: the day of the data is no bound of these. */
  looksAhead: z.optional(z.object({ dimension: z.string(), except: z.string() })),
  /** Indicators of the same unit that change a stock during a year: what comes in and what goes out. A chart shows how they agree. */
  flow: z.optional(z.object({ in: z.string(), out: z.string() })),
  /** Id of the indicator that publishes its share in the country, which stands under it. */
  countryShare: z.optional(z.string()),
  /** Id of the indicator that it is said of: the jobs in the organisations supported are about these organisations. */
  about: z.optional(z.string()),
  /** Name of what a percentage leaves of the whole: "other regions". */
  rest: z.optional(Text),
  /** Whether it counts what a report has no room for at its beginning: meetings held. No part of a story begins with it. */
  minor: z.optional(z.literal(true)),
  /** Beginnings of the words that say it and not its opposite, by language: `quitt` of the members that left. */
  verbs: z.optional(z.record(z.string(), z.array(z.string()))),
  /** The arithmetic of its value; without it the value is published or unknown. */
  formula: z.optional(FormulaEntry),
  /**
   * The arithmetic of a stock on the eve of a year, from its value at the end of that year: for a stock that nobody
   * publishes nor counts on that day.
   */
  atStart: z.optional(FormulaEntry),
});
export type IndicatorEntry = Readonly<z.infer<typeof IndicatorEntry>>;

/** The indicators of a data set besides the general ones, as its manifest names them in `catalogue`. */
export const Catalogue = z.object({
  /** Format and major version: ess-catalogue/1. */
  format: z.string(),
  /** Definitions, in the order in which they are listed; the first one of an id counts. */
  indicators: z.array(IndicatorEntry),
  /** By the id of a general indicator, labels of what it is kept to in these data, as `shorts` of a definition. */
  shorts: z.optional(z.record(z.string(), Shorts)),
});
export type Catalogue = Readonly<z.infer<typeof Catalogue>>;
