import * as z from 'zod/mini';
import { Text } from '../text-schema.ts';
import { Block } from './block.ts';

const fields = {
  /** Its number in the document, which figures and records name as theirs: `I.1.a`. Unique in the report. */
  id: z.string(),
  title: Text,
  /**
   * A few sentences, plain text. `[[members-stock]]` in them is a figure with the word of its unit (`117 adhérents`),
   * `[[members-stock|number]]` its number alone (see `runsOf`). `[[@period]]` is the year of the report, `[[@previous]]` the
   * one before it, in titles too. A blank line parts paragraphs.
   */
  text: z.optional(Text),
  blocks: z._default(z.array(Block), []),
} as const;

/** A part of a section: `I.1.a`. It has no parts of its own. */
export const Subsection = z.object({ ...fields });
export type Subsection = Readonly<z.infer<typeof Subsection>>;

/** A section of a report, with its parts: `I.1`. */
export const Section = z.object({ ...fields, sections: z._default(z.array(Subsection), []) });
export type Section = Readonly<z.infer<typeof Section>>;
