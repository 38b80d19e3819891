import * as z from 'zod/mini';
import { openEnum } from './open-enum.ts';
import type { Territory } from './territory.ts';

/** Precision of a position: an address, a territory of that kind, or another commune of the same postal code. */
export const Precision = openEnum(['address', 'commune', 'postal', 'pole', 'epci', 'departement', 'region']);
export type Precision = z.infer<typeof Precision>;

/**
 * A place on the map in WGS 84 degrees. Anything less exact than an address names the territory that it stands for, and
 * is drawn hollow.
 */
export const Position = z.object({
  lon: z.number().check(z.gte(-180), z.lte(180)),
  lat: z.number().check(z.gte(-90), z.lte(90)),
  precision: Precision,
  territory: z.optional(z.string()),
});
export type Position = Readonly<z.infer<typeof Position>>;

/**
 * Answer of a commune locator: found, several candidates (never guessed between), or none with perhaps a near miss.
 * `abroad` says that it knows the communes of another country, whose codes are not those of France.
 */
export type Placement = Found & { readonly abroad?: true };

type Found =
  | {
      readonly kind: 'found';
      readonly insee: string;
      readonly name: string;
      readonly position: Position | null;
      /** The territories that contain the commune, nearest first. */
      readonly within?: readonly Territory[];
    }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  /** `elsewhere` is the code of the département that its codes name, of which the table has no commune at all. */
  | { readonly kind: 'unknown'; readonly suggestion?: string; readonly elsewhere?: string };

/** A town as the cells of a spreadsheet state it. */
export interface Town {
  readonly commune?: string;
  readonly postcode?: string;
  readonly insee?: string;
  /** Its département by code or name, as written: it distinguishes towns of one name where no code does. */
  readonly departement?: string;
  /** Its codes as they stand in the file, where they differ from French ones: four figures, letters. */
  readonly written?: { readonly postcode?: string; readonly insee?: string };
}

/** Function that finds a commune from the cells of a spreadsheet. */
export type CommuneLocator = (place: Town) => Placement;
