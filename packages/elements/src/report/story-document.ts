/** The story of the report that a data set names. Loaded by the views that tell it. */
import { readStory } from '@ess-widgets/core/data/story';
import type { Story } from '@ess-widgets/core/model';
import type { DocumentKind } from './report-document.ts';

/** The story of a report: `new NamedDocument(host, STORY).of(dataset)`. */
export const STORY: DocumentKind<Story> = {
  field: 'story',
  read: readStory,
  blocks: ({ messages, chapters }) => [
    ...messages.map(({ id, chart }) => [`message ${id} of the story`, [chart]] as const),
    ...chapters.map(({ id, blocks }) => [`chapter ${id} of the story`, blocks] as const),
  ],
};
