/** A feed of events in RSS or Atom. */
import type { Source } from '../source.ts';
import { rootOf } from '../xml-root.ts';

/** Whether a document is a feed, by its beginning. Other documents in RDF are none. */
export function isFeed(head: string): boolean {
  const root = rootOf(head);
  return root === 'rss' || /^(?:\w+:)?feed$/.test(root) || (root === 'rdf:RDF' && head.includes('/rss/1.0/'));
}

/**
 * Source of the entries of a feed that state when they take place, as the event module of RSS or xCal writes it. The day on
 * which an entry was published is none of an event: a feed of posts is refused.
 * @since 0.3.0
 */
export const rss: Source = {
  id: 'rss',
  title: 'Events of a feed (RSS, Atom)',
  detect: (_src, head = '') => (isFeed(head) ? 0.9 : 0),
  load: async (request, context) => (await import('./load.ts')).loadRss(request, context),
};
