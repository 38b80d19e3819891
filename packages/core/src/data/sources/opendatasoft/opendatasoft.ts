/** Datasets of a portal made with Opendatasoft. */
import type { Source } from '../source.ts';

/**
 * Source of a dataset of such a portal, from its export or from pages of its records, of both versions of its interface.
 * @since 0.2.0
 */
export const opendatasoft: Source = {
  id: 'opendatasoft',
  title: 'Dataset of an Opendatasoft portal',
  detect: (src, head) => {
    if (head === undefined) return /\/api\/(explore\/v2\.\d\/catalog\/datasets\/|records\/1\.0\/)/.test(src) ? 0.9 : 0;
    const isPage = /^\s*\{\s*"(total_count|nhits)"\s*:\s*\d+/.test(head);
    return isPage || /^\s*\[\s*\{\s*"datasetid"\s*:/.test(head) ? 0.9 : 0;
  },
  load: async (request, context) => (await import('./load.ts')).loadOpendatasoft(request, context),
};
