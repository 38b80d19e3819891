/** Agendas of OpenAgenda. */
import type { Source } from '../source.ts';

/**
 * Source of an agenda, through its interface, which needs a public key: `#key=` in the address.
 * @since 0.2.0
 */
export const openagenda: Source = {
  id: 'openagenda',
  title: 'Agenda of OpenAgenda',
  detect: (src, head) => {
    if (head === undefined) return /^https:\/\/api\.openagenda\.com\//.test(src) ? 0.9 : 0;
    return /^\s*\{[^]*"(timings|originAgenda|locationUid)"\s*:/.test(head) ? 0.8 : 0;
  },
  load: async (request, context) => (await import('./load.ts')).loadOpenagenda(request, context),
};
