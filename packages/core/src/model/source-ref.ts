import * as z from 'zod/mini';
import { openEnum } from './open-enum.ts';

/** Source of a figure or a record: a document of the manifest, a section (`I.1.a`) and a page. */
export const SourceRef = z.object({
  document: z.string(),
  section: z.optional(z.string()),
  page: z.optional(z.number()),
});
export type SourceRef = Readonly<z.infer<typeof SourceRef>>;

/** Audience of a record or a field: everybody (the default), or only pages whose elements say `audience="internal"`. */
export const Audience = openEnum(['public', 'internal']);

/**
 * Fields that every record may have: its source, the documents that have it too where several sources were merged, what
 * the document prints where the typed value is a reading of it, its audience.
 */
export const recordFields = {
  source: z.optional(SourceRef),
  alsoIn: z.optional(z.array(z.string())),
  printed: z.optional(z.record(z.string(), z.string())),
  audience: z.optional(Audience),
} as const;
