/** The reading of what browsers may not, by the server of the site whose plugin shows the Atelier. */
import { EssError } from '@ess-widgets/core';
import type { HostAnswer } from './plugin.ts';

/** How the server of a site is asked to read an address, by who may save one there: a POST with `src`. */
export type SiteReading = NonNullable<HostAnswer['reads']>;

/** What the server answers: a file as base64, or why it cannot be had, in words for whoever asked. */
type SiteAnswer =
  | { readonly body: string; readonly type: string }
  | { readonly text?: string; readonly message?: string };

/**
 * Returns a `fetch` that has the site read what its browser may not.
 * @param siteOf the site, as it is known when an address is asked for; null outside a plugin
 * @throws EssError `network` with the words of the site
 */
export const bySite =
  (siteOf: () => SiteReading | null, ask: typeof fetch = (...asked) => fetch(...asked)): typeof fetch =>
  async (address, init) => {
    try {
      return await ask(address, init);
    } catch (error) {
      const site = siteOf();
      if (!site || init?.signal?.aborted) throw error;
      const url = String(address);
      const answer = await ask(site.ask, {
        method: 'POST',
        headers: { ...site.headers },
        body: new URLSearchParams({ src: url, whole: '1' }),
        credentials: 'same-origin',
        signal: init?.signal ?? null,
      });
      const said: SiteAnswer = await answer.json();
      if (!('body' in said)) {
        const text = said.text ?? said.message ?? '';
        throw new EssError('network', `${url}: ${text}`, { url, remedy: { fr: text, en: text } });
      }
      const bytes = Uint8Array.from(atob(said.body), (sign) => sign.charCodeAt(0));
      return new Response(bytes, { headers: { 'content-type': said.type } });
    }
  };
