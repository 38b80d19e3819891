import * as z from 'zod/mini';
import { openEnum } from './open-enum.ts';
import { Period } from './period-schema.ts';
import { Quantity } from './quantity-schema.ts';
import { recordFields } from './source-ref.ts';
import { Text } from './text-schema.ts';

/** A channel of communication whose audience is followed. */
export const Channel = z.object({
  id: z.string(),
  label: Text,
  kind: openEnum(['social', 'newsletter', 'group', 'site']),
  ...recordFields,
});
export type Channel = Readonly<z.infer<typeof Channel>>;

/** Followers of a channel at a date, and the change over the period that ends there where it was published. */
export const AudienceSnapshot = z.object({
  id: z.string(),
  channel: z.string(),
  date: Period,
  followers: Quantity,
  change: z.nullish(Quantity),
  ...recordFields,
});
export type AudienceSnapshot = Readonly<z.infer<typeof AudienceSnapshot>>;
