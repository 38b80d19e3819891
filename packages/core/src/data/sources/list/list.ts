/** A list that the server of a host site has read and reduced to the fields that widgets show: `ess-list/1`. */
import type { Source } from '../source.ts';

/** Source of such a list. Its cells are as they were written: they are read as those of a spreadsheet are. */
export const list: Source = {
  id: 'ess-list',
  title: 'Members or events that a site’s own server has read (ess-list/1)',
  detect: (_src, head) => (head !== undefined && /^\s*\{\s*"format"\s*:\s*"ess-list\/1"/.test(head) ? 0.95 : 0),
  load: async (request, context) => {
    const [{ loadList }, response] = await Promise.all([
      import('./load.ts'),
      context.fetch(request.src, { signal: context.signal }),
    ]);
    return loadList(request, response, context);
  },
};
