import * as z from 'zod/mini';
import { openEnum } from './open-enum.ts';
import { Period } from './period-schema.ts';
import { recordFields } from './source-ref.ts';
import { TERRITORY_KINDS } from './territory-kinds.ts';
import { Text } from './text-schema.ts';

/** Kinds to choose among, and the country, whose figures others are seen beside. */
export const TerritoryKind = openEnum([...TERRITORY_KINDS, 'country']);
export type TerritoryKind = z.infer<typeof TerritoryKind>;

/** A territory: `commune-29019` (INSEE), `epci-242900314` (SIREN), `departement-29`, `region-53`, `country-fr`, `pole-<slug>`. */
export const Territory = z.object({
  id: z.string(),
  kind: TerritoryKind,
  name: Text,
  code: z.nullish(z.string()),
  /** Name of the division where it is no département: `Canton`, `Province`. */
  division: z.optional(Text),
  /** Territories that contain it whole. */
  parents: z._default(z.array(z.string()), []),
  /** Territories that it lies in partly: an EPCI across two départements. */
  overlaps: z.optional(z.array(z.string())),
  /** A point inside it, in WGS 84 degrees, for what is placed no more exactly than this territory. */
  position: z.nullish(z.object({ lon: z.number(), lat: z.number() })),
  /** Its inhabitants, the id of the document that states them, and the day that they were counted for. */
  population: z.optional(z.object({ value: z.number(), document: z.string(), date: z.optional(Period) })),
  ...recordFields,
});
export type Territory = Readonly<z.infer<typeof Territory>>;
