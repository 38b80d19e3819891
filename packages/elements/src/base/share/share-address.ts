import { nearest } from '../nearest.ts';
import type { ShareBar } from './share-bar.ts';

/**
 * Returns the address of a view: that of its page, with the section of the report or the part of the page that it stands in.
 * A figure has no address of its own.
 */
export function sharedAddress({ host, pressed }: ShareBar): string {
  const url = new URL(location.href);
  // A part of a report that is no section of it names the one that it leads to.
  const part = nearest(pressed ?? host, '[data-share], [data-section]');
  const id = part?.getAttribute('data-share') ?? part?.getAttribute('data-section') ?? nearest(host, '[id]')?.id;
  if (id) url.hash = id;
  return url.href;
}
