/**
 * The conversation with the page of a site whose plugin shows the Atelier in a frame. That page asks the person before it saves
 * anything; here is only said what is wished, to a page of the same origin, and heard what came of it.
 */
import * as z from 'zod/mini';
import type { Destination } from '../../elements/src/base/embed.ts';

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
  /** How its server is asked to read what browsers may not; of who may save sources alone. */
  reads: z.optional(z.object({ ask: z.string(), headers: z.record(z.string(), z.string()) })),
  /** A sentence that answers a wish. */
  said: z.optional(z.string()),
  /** A source that was saved, and its name there. */
  address: z.optional(z.string()),
  name: z.optional(z.string()),
});

/** What the page around says. */
export type HostAnswer = z.infer<typeof SAID>;

/** The site around: what the person may save there, and the names of the sources that were saved, by their addresses. */
export interface Host extends Pick<HostAnswer, 'kind' | 'can' | 'reads'> {
  readonly names: Readonly<Record<string, string>>;
  readonly said: string;
}

/** What a person wishes to have saved; an empty text stands for nothing. */
export interface SaveRequest {
  readonly name: string;
  readonly address: string;
  readonly title: string;
  readonly code: string;
}

/** Id of the paragraph that answers a wish, and has the focus then. */
export const ANSWER = 'host-answer';

/** A page in a sandbox has no origin that another one could share. */
const isFramed = parent !== window && location.origin !== 'null';

/** Says what is wished to the page around; nothing asks whether it is a host. */
export const askHost = (wish: Partial<SaveRequest> = {}): void =>
  parent.postMessage({ type: 'ess-atelier', ...wish }, location.origin);

/** Asks the page around whether it is a host, and hears it from then on. */
export function meetHost(hear: (said: HostAnswer) => void): void {
  if (!isFramed) return;
  addEventListener('message', ({ source, origin, data }) => {
    const said = source === parent && origin === location.origin ? z.safeParse(SAID, data) : null;
    if (said?.success) hear(said.data);
  });
  askHost();
}
