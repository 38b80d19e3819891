/** Agendas of OpenAgenda. */
import type { Source } from '../source.ts';

/**
 * Properties that the events of no other service have, of the interface and of the exports before it. Portals that copy an
 * agenda write its times in a text.
 */
const OWN =
  /"(?:(?:originAgenda|locationUid|longDescription|canonicalUrl|dateRange|firstTiming|onlineAccessLink)"\s*:|timings"\s*:\s*\[)/;

/** Starts of an answer, and of a list of events that was saved without the rest of one. */
const LISTS = /^\s*(?:\{[^]*"events"\s*:\s*\[|\[\s*\{)/;

/**
 * Source of an agenda, through its interface, which needs a public key: `#key=` in the address.
 * @since 0.2.0
 */
export const openagenda: Source = {
  id: 'openagenda',
  title: 'Agenda of OpenAgenda',
  detect: (src, head) => {
    if (head === undefined) return /^https:\/\/api\.openagenda\.com\//.test(src) ? 0.9 : 0;
    // The texts of an event may be longer than the start of an answer.
    return LISTS.test(head) && OWN.test(head) ? 0.8 : 0;
  },
  load: async (request, context) => (await import('./load.ts')).loadOpenagenda(request, context),
};
