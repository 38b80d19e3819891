/**
 * The conversation with the page of a site whose plugin shows the Atelier in a frame. That page asks the person before it saves
 * anything; here is only said what is wished, to a page of the same origin, and heard what came of it.
 */
import { html, nothing, type TemplateResult } from 'lit';
import * as z from 'zod/mini';
import type { Destination } from '../../elements/src/base/embed.ts';
import type { Atelier } from './app.ts';

/** Where whoever is in the admin of a site places a widget. */
export const PLACE_OF = { wordpress: 'wordpress-plugin', spip: 'spip' } as const satisfies Readonly<
  Record<string, Destination>
>;

/** Whether this copy lies in the folder of a plugin, whose archive marks it: the folder for another site is not beside it. */
export const IN_PLUGIN = document.documentElement.dataset['plugin'] !== undefined;

const SAID = z.object({
  type: z.literal('ess-host'),
  kind: z.enum(['wordpress', 'spip']),
  can: z.array(z.enum(['source', 'page'])),
  /** A sentence that answers a wish. */
  said: z.optional(z.string()),
  /** A source that was saved, and its name there. */
  address: z.optional(z.string()),
  name: z.optional(z.string()),
});

/** What the page around says. */
export type HostAnswer = z.infer<typeof SAID>;

/** The site around: what the person may save there, and the names of the sources that were saved, by their addresses. */
export interface Host extends Pick<HostAnswer, 'kind' | 'can'> {
  readonly names: Readonly<Record<string, string>>;
  readonly said: string;
}

/** What a person wishes to have saved; an empty text stands for nothing. */
interface Wish {
  readonly name: string;
  readonly address: string;
  readonly title: string;
  readonly code: string;
}

/** Id of the paragraph that answers a wish, and has the focus then. */
export const ANSWER = 'host-answer';

/** A page in a sandbox has no origin that another one could share. */
const isFramed = parent !== window && location.origin !== 'null';

const send = (wish: Partial<Wish> = {}): void => parent.postMessage({ type: 'ess-atelier', ...wish }, location.origin);

/** Asks the page around whether it is a host, and hears it from then on. */
export function meetHost(hear: (said: HostAnswer) => void): void {
  if (!isFramed) return;
  addEventListener('message', ({ source, origin, data }) => {
    const said = source === parent && origin === location.origin ? z.safeParse(SAID, data) : null;
    if (said?.success) hear(said.data);
  });
  send();
}

/** Returns the host where the widget is placed there; null elsewhere. */
export function hostOf({ app: { host, state } }: Atelier): Host | null {
  return host && state.to === PLACE_OF[host.kind] && state.right !== 'none' ? host : null;
}

/** Renders what may be saved on the site around. */
export function hostView(atelier: Atelier, { name, address, title, code }: Wish): TemplateResult | typeof nothing {
  const host = hostOf(atelier);
  const { m } = atelier.app;
  if (!host) return nothing;
  const isWanted = address !== '' && host.names[address] === undefined && host.can.includes('source');
  const source = isWanted ? { name, address } : {};
  const button = (label: string, hint: string, wish: Partial<Wish>): TemplateResult =>
    html`<p><button class="button" type="button" @click=${() => send(wish)}>${label}</button> ${hint}</p>`;
  return html`${host.said ? html`<p class="notice" id=${ANSWER} tabindex="-1">${host.said}</p>` : nothing}
    ${host.can.includes('page') ? button(m.draftPage, isWanted ? m.draftWithSource : m.draftPageHint, { title, code, ...source }) : nothing}
    ${isWanted ? button(m.saveSource, m.saveSourceHint(name), source) : nothing}`;
}
