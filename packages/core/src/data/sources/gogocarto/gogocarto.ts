/** Maps made with GoGoCarto, as Carteco and Transiscope are. */
import type { Source } from '../source.ts';

/**
 * Source of the elements of such a map.
 * @since 0.2.0
 */
export const gogocarto: Source = {
  id: 'gogocarto',
  title: 'Map made with GoGoCarto',
  detect: (src, head) => {
    if (head === undefined) return /\/api\/elements(\/[^/?#]+)?\.json/.test(src) ? 0.8 : 0;
    // Some answers are the list alone.
    const isList = /^\s*\[\s*\{[^]*"geo"\s*:\s*\{\s*"latitude"\s*:/.test(head);
    return isList || /^\s*\{[^]{0,400}"ontology"\s*:\s*"gogo/.test(head) ? 1 : 0;
  },
  load: async (request, context) => (await import('./load.ts')).loadGogocarto(request, context),
};
