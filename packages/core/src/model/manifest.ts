import * as z from 'zod/mini';
import { Period } from './period-schema.ts';
import { Audience } from './source-ref.ts';
import { Text } from './text-schema.ts';

/** For which part a collection is complete: inside it records are counted, elsewhere they are only listed. */
export const Coverage = z.object({
  period: z.optional(Period),
  /** Pairs as in the `where` attribute: `flow=joined`. */
  where: z.optional(z.string()),
  complete: z.boolean(),
});
export type Coverage = Readonly<z.infer<typeof Coverage>>;

export const CollectionEntry = z.object({
  href: z.string(),
  count: z.number(),
  hash: z.string(),
  coverage: z._default(z.array(Coverage), []),
});
export type CollectionEntry = Readonly<z.infer<typeof CollectionEntry>>;

/** A document that figures come from: its title and, where it is online, its address. */
export const SourceDocument = z.object({ title: Text, href: z.optional(z.string()), date: z.optional(z.string()) });

/**
 * What a data set is and where its parts are. Addresses are relative to the manifest. Unknown fields are
 * ignored.
 * @since 0.2.0
 */
export const Manifest = z.object({
  format: z.string(),
  id: z.string(),
  title: Text,
  publisher: z.object({ name: z.string(), href: z.optional(z.string()) }),
  licence: z.object({ name: z.string(), href: z.optional(z.string()) }),
  contact: z.optional(z.string()),
  language: z.string(),
  /** Day of the publisher's last change, `YYYY-MM-DD`. */
  updated: z.string(),
  nextUpdate: z.optional(z.string()),
  /** Remarks on the making of the data, which their readers see: a source that did not answer, and the day of its data. */
  notices: z.optional(z.array(Text)),
  /** Network whose memberships are "the members". */
  network: z.optional(z.string()),
  /** Periods that it describes, latest last; the last one is the default. */
  periods: z.array(Period).check(z.minLength(1)),
  /** Whether nobody declares its periods: they are the years in which its records lie, or the day of a list. */
  periodsInferred: z.optional(z.boolean()),
  /** Digest of the hashes of all its collections: it changes with the records. */
  hash: z.optional(z.string()),
  /**
   * Zone of the places that it is about, `Indian/Reunion`; Europe/Paris without one. Where nobody in particular reads (a
   * still, paper), hours of another zone say which.
   */
  zone: z.optional(z.string()),
  documents: z._default(z.record(z.string(), SourceDocument), {}),
  collections: z.partialRecord(z.string(), CollectionEntry),
  /**
   * Audience of an indicator, a collection or a field of one, by name: `{"movements": "internal",
   * "memberships.exitReason": "internal"}`. Internal ones are shown by elements with `audience="internal"` only.
   */
  audience: z.optional(z.record(z.string(), Audience)),
  /** The definitions of its indicators (`ess-catalogue/1`); without any, those of a list of members. */
  catalogue: z.optional(z.object({ href: z.string(), hash: z.string() })),
  basemap: z.optional(z.string()),
  communes: z.optional(z.string()),
  measures: z.optional(z.string()),
  /** Excerpts of the measures, for pages that show few figures: by address, the indicators that it holds. */
  excerpts: z.optional(z.record(z.string(), z.array(z.string()))),
  /** The events as a calendar (`.ics`) to subscribe to. */
  calendar: z.optional(z.string()),
  report: z.optional(z.string()),
  /** The story of that report (`ess-story/1`): what was found, in messages and theses. */
  story: z.optional(z.string()),
  /** Index of the prerendered widgets (`stills/index.json`): their files, and the data that they were made of. */
  stills: z.optional(z.string()),
  /** Its members as columns (`ess-packed/1`), for maps and lists of very many; what does not read them reads the records. */
  packed: z.optional(z.string()),
});
export type Manifest = Readonly<z.infer<typeof Manifest>>;

/**
 * The frame of `measures.json` and of its excerpts: what is in it is written by our own build, keyed to the data by hashes. Its other parts (an
 * `EventsDigest` in `events`) come as they are.
 */
export const MeasuresFrame = z.catchall(
  z.object({
    format: z.string(),
    hashes: z.record(z.string(), z.string()),
    indicators: z.record(z.string(), z.unknown()),
    measures: z.array(z.unknown()),
  }),
  z.unknown(),
);

/**
 * Returns the hash of a data set, for its manifest: another one where a collection has changed, come or gone.
 * @param digest returns the hash of a text
 */
export const datasetHash = (collections: Manifest['collections'], digest: (text: string) => string): string =>
  digest(
    Object.entries(collections)
      .map(([name, entry]) => `${name} ${entry?.hash ?? ''}\n`)
      .sort()
      .join(''),
  );
