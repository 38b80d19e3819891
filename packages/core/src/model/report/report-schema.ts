import * as z from 'zod/mini';
import { Period } from '../period-schema.ts';
import { Text } from '../text-schema.ts';
import { Section } from './section.ts';

/** A chapter of a report. */
export const Chapter = z.object({
  /** Its number in the document: `I`. Unique among chapters and sections. */
  id: z.string(),
  title: Text,
  /** Subject of the chapter, in a sentence or two. */
  intro: z.optional(Text),
  sections: z._default(z.array(Section), []),
});
export type Chapter = Readonly<z.infer<typeof Chapter>>;

/**
 * A report as a document: where each text and each figure stands. It holds no figure itself: those are in the data set
 * whose manifest names it. Unknown fields are ignored.
 * @since 0.2.0
 */
export const Report = z.object({
  /** Format and major version: ess-report/1. */
  format: z.string(),
  id: z.string(),
  title: Text,
  publisher: z.optional(z.object({ name: z.string(), href: z.optional(z.string()) })),
  /** Period of the report: that of every figure which names none. */
  period: Period,
  /** Main language of its texts: fr. */
  language: z.string(),
  /** Id of the manifest’s document whose sections these are. */
  document: z.optional(z.string()),
  /** Section before the first chapter: the essential figures. Its id is `0`, as that of figures on a cover. */
  opening: z.optional(Section),
  /** The chapters, in order. */
  chapters: z.array(Chapter).check(z.minLength(1)),
});
export type Report = Readonly<z.infer<typeof Report>>;
