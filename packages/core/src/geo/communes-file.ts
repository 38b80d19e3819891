/** The commune table as a file, `ess-communes/1`. */
import * as z from 'zod/mini';
import { checked } from './checked.ts';

const FORMAT = 'ess-communes/1';

const strings = z.array(z.string());
const degrees = z.array(z.nullable(z.number()));
const indexes = z.array(z.int());
const text = z.catchall(z.object({ fr: z.string() }), z.string());

const codes = z.record(z.string(), strings);

const communesSchema = z.object({
  format: z.literal(FORMAT),
  columns: z.object({
    insee: strings,
    name: strings,
    lon: degrees,
    lat: degrees,
    postal: z.array(strings),
    /** Place in `epci`; null for the few islands that belong to none. */
    epci: z.array(z.nullable(z.int())),
    /** Place in `departements`, where codes do not begin with that of their département, as those of France do. */
    departement: z.optional(z.array(z.nullable(z.int()))),
    /** Inhabitants, by which a map ranks the names that it writes; null where they are not known. */
    population: z.optional(z.array(z.nullable(z.int()))),
  }),
  /** Names and codes that merged communes had before; `commune` is a place in the columns. */
  former: z.optional(z.object({ insee: strings, name: strings, commune: indexes })),
  epci: z.array(z.object({ siren: z.string(), name: z.string() })),
  /** Names of the départements, by language. */
  departements: z.optional(z.array(z.object({ code: z.string(), name: text }))),
  /** Name of these divisions in another country: `Canton`, `Province`. */
  division: z.optional(text),
  /**
   * What a département has in common with others, by whose codes it is told: postal codes that begin like its own, and groups of
   * communes. A file of a whole country has none.
   */
  shared: z.optional(z.object({ postal: codes, epci: codes })),
  attribution: text,
  licences: z.array(z.object({ name: z.string(), licence: z.string(), source: z.string() })),
});

export type CommunesFile = z.infer<typeof communesSchema>;

/**
 * Returns a commune file as its schema reads it.
 * @param value parsed JSON
 * @throws {EssError} `format` for another kind or version, `schema` for a wrong shape
 */
export const communesFile = (value: unknown): CommunesFile => checked(communesSchema, value, FORMAT);
