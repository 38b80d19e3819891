/** Data of schema.org, in a file or in a page. */
import type { Source } from '../source.ts';

/**
 * Source of events and organisations that a page describes for machines; a page without any may name a calendar, which is
 * read in its place.
 * @since 0.2.0
 */
export const jsonld: Source = {
  id: 'jsonld',
  title: 'Data of a page (JSON-LD)',
  detect: (src, head) => {
    if (head === undefined) return /\.jsonld(?:$|[?#])/i.test(src) ? 0.9 : 0;
    if (/^\s*[[{][^]*"@(context|graph|type)"\s*:/.test(head)) return 0.8;
    // Nothing else reads a page: what is described may stand far below its start.
    return /^\s*</.test(head) ? 0.1 : 0;
  },
  load: async (request, context) => (await import('./load.ts')).loadJsonLd(request, context),
};
