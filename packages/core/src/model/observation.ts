import * as z from 'zod/mini';
import { Period } from './period-schema.ts';
import { Quantity } from './quantity-schema.ts';
import { Audience, SourceRef } from './source-ref.ts';
import { Text } from './text-schema.ts';

/** What its publisher says of a figure: not final, not counted, or counted in another way than the one before. */
export type Flag = 'provisional' | 'estimated' | 'break';

/**
 * A published figure as published, mistakes included. `indicator` ties it to the catalogue; `dimensions` gives its cell
 * (`{college: 'associations'}`). `derivedFrom` lists observations that this one was calculated from by its publisher or
 * by us: such a value never confirms them. `of` names the whole that a count is a part of, or each of several: an indicator
 * with what it is kept to (`network-members network=rab`), or an observation (`#scenario-b-voters`). `corrects` lists those that a later document states anew: they stay as published,
 * and no indicator takes them any more.
 */
export const Observation = z.object({
  id: z.string(),
  indicator: z.nullish(z.string()),
  label: Text,
  /** Label where there is little room, as on a tile: at most 28 characters, without a comma. */
  short: z.optional(Text),
  period: Period,
  territory: z.nullish(z.string()),
  dimensions: z._default(z.record(z.string(), z.string()), {}),
  quantity: Quantity,
  printed: z.nullish(z.string()),
  status: z._default(z.enum(['held', 'planned']), 'held'),
  flags: z.optional(z.array(z.enum(['provisional', 'estimated', 'break']))),
  of: z.optional(z.union([z.string(), z.array(z.string())])),
  derivedFrom: z.optional(z.array(z.string())),
  corrects: z.optional(z.array(z.string())),
  source: SourceRef,
  audience: z.optional(Audience),
  /** Id in the seed catalogue, kept so that one can be checked against the other. */
  seedId: z.nullish(z.string()),
});
export type Observation = Readonly<z.infer<typeof Observation>>;
