import * as z from 'zod/mini';

/** Where a figure or a record was published: a document of the manifest, a section (`I.1.a`) and a page. */
export const SourceRef = z.object({
  document: z.string(),
  section: z.optional(z.string()),
  page: z.optional(z.number()),
});
export type SourceRef = Readonly<z.infer<typeof SourceRef>>;

/** Fields that every record may have: its source, and what the document prints where the typed value is a reading of it. */
export const recordFields = {
  source: z.optional(SourceRef),
  printed: z.optional(z.record(z.string(), z.string())),
} as const;
