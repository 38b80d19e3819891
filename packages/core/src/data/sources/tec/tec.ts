/** Events of a site that runs WordPress and The Events Calendar. */
import type { Source } from '../source.ts';

/**
 * Source of such events, of both versions of its interface.
 * @since 0.2.0
 */
export const tec: Source = {
  id: 'tec',
  title: 'Events of The Events Calendar (WordPress)',
  detect: (src, head) => {
    if (head === undefined) return /\/wp-json\/(tribe\/events|tec)\/v1\/events/.test(src) ? 0.9 : 0;
    return /"(utc_start_date|start_date_utc|next_rest_url|global_id_lineage)"\s*:/.test(head) ? 0.9 : 0;
  },
  load: async (request, context) => (await import('./load.ts')).loadTec(request, context),
};
