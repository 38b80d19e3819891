/** The services that only the command `snapshot` reads: they ask for a secret, or serve no page of another site. */
import { EssError, type Remedy } from '@ess-widgets/core';
import {
  type Feed,
  loadFeed,
  readJson,
  type Source,
  type SourceContext,
  type SourceRequest,
  type SourceResult,
} from '@ess-widgets/core/data';
import { addressOf } from '@ess-widgets/core/reading';
import DECLARED from './feeds.json' with { type: 'json' };
import { umap } from './umap.ts';

/** A request with headers or a form, which pages never send. */
export interface Sending {
  readonly signal: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  /** Fields of a form; the request is a POST then. */
  readonly form?: Readonly<Record<string, string>>;
}

/** Services that such a source may use besides those of every source. */
interface SnapshotContext extends SourceContext {
  /** Secret of the source, from the environment of the command. */
  readonly key?: string | undefined;
  /** Sends a request, and keeps nothing of its answer. It follows no redirection, lest another host receive the secret. */
  readonly send: (url: string, sending: Sending) => Promise<Response>;
}

/** An external format that a command reads and a page does not. */
export interface SnapshotSource extends Pick<Source, 'id' | 'title' | 'detect'> {
  /** Hosts of the service that an address on another host of it stands for. */
  readonly hosts: readonly string[];
  /** @throws EssError when nothing can be read at all */
  readonly load: (request: SourceRequest, context: SnapshotContext) => Promise<SourceResult>;
}

const feedsOf = (format: string): readonly Feed[] => DECLARED.filter((feed) => feed.format === format);

const refusal = (url: string, remedy: Remedy): EssError =>
  new EssError('config', `${url}: ${remedy['en']}`, { url, remedy });

const HELLOASSO = 'api.helloasso.com';
const PAGE = /^https:\/\/(?:www\.)?helloasso\.com\/associations\/([\w-]+)/;
const FORMS = /\/v5\/organizations\/([\w-]+)(?:\/forms)?\/?(?:[?#]|$)/;

const NO_KEY = {
  fr: 'HelloAsso demande un client d’API\u202f: dans «\u202fMon compte › Intégrations et API\u202f», copiez l’identifiant et le secret, puis mettez-les dans une variable d’environnement, séparés par deux points.',
  en: 'HelloAsso asks for an API client: in “My account › Integrations and API”, copy its id and its secret, then put them in an environment variable, separated by a colon.',
};

/**
 * Source of the public events of an organisation on HelloAsso: no price, no picture, nobody who takes part. Its key is
 * `identifier:secret` of a client.
 * @since 0.2.0
 */
export const helloasso: SnapshotSource = {
  id: 'helloasso',
  title: 'Events of an organisation on HelloAsso',
  hosts: [HELLOASSO],
  detect: (src) => (PAGE.test(src) || (src.startsWith(`https://${HELLOASSO}/`) && FORMS.test(src)) ? 0.9 : 0),
  load: async (request, context) => {
    const { src } = request;
    const base = PAGE.test(src) ? `https://${HELLOASSO}/` : src;
    const organisation = (PAGE.exec(src) ?? FORMS.exec(src))?.[1] ?? '';
    const headers = { authorization: `Bearer ${await tokenOf(base, context)}` };
    const fetch = async (url: string): Promise<Response> => context.send(url, { signal: context.signal, headers });
    const address = addressOf(`/v5/organizations/${organisation}/forms`, base);
    return loadFeed(feedsOf('helloasso'), request, { ...context, fetch }, { address });
  },
};

/** Returns the token that a client gets for its secret. @throws EssError `config` with the remedy for a key that is none */
async function tokenOf(base: string, { key = '', send, signal }: SnapshotContext): Promise<string> {
  const [, id, secret] = /^([^:]+):(.+)$/.exec(key) ?? [];
  const url = addressOf('/oauth2/token', base);
  if (!id || !secret) throw refusal(url, NO_KEY);
  const form = { grant_type: 'client_credentials', client_id: id, client_secret: secret };
  const response = await send(url, { signal, form });
  if (response.status === 400 || response.status === 401 || response.status === 403) throw refusal(url, NO_KEY);
  const answer = await readJson(response, url);
  const token = typeof answer === 'object' && answer !== null && 'access_token' in answer ? answer.access_token : null;
  if (typeof token !== 'string') throw new EssError('schema', `${url} gave no token.`, { url });
  return token;
}

const REGISTER = 'recherche-entreprises.api.gouv.fr';
const SERVICE = /^https:\/\/(?:recherche-entreprises\.api|annuaire-entreprises\.data)\.gouv\.fr(?:[/?#]|$)/;

/** Organisations that one search gives: beyond, the service is asked by département. */
const LIMIT = 10_000;

const DEPARTEMENTS: readonly string[] = [
  ...[...Array(95).keys()].map((index) => String(index + 1).padStart(2, '0')).filter((code) => code !== '20'),
  ...['2A', '2B', '971', '972', '973', '974', '976'],
];

const SEARCH = {
  fr: `Écrivez la recherche ainsi\u202f: https://${REGISTER}/search?departement=29 (avec q= pour des mots).`,
  en: `Write the search like this: https://${REGISTER}/search?departement=29 (with q= for words).`,
};

/**
 * Source of a search of the register « Recherche d’entreprises » of the state: by default the organisations of the social
 * economy that are open. Closed units, those that asked not to be diffused, and persons are left out, and no director is read.
 * @since 0.2.0
 */
export const rechercheEntreprises: SnapshotSource = {
  id: 'recherche-entreprises',
  title: 'Search of the Annuaire des entreprises',
  hosts: [REGISTER],
  detect: (src) => (SERVICE.test(src) ? 0.9 : 0),
  load: async (request, context) =>
    loadFeed(feedsOf('recherche-entreprises'), request, context, { address: searchOf(request.src), split }),
};

/** Returns the search of an address. The page of one organisation is the search of its number. */
function searchOf(src: string): string {
  if (!/^https:\/\/annuaire-/.test(src)) {
    const asked = { est_ess: 'true', etat_administratif: 'A' };
    const fields = new URLSearchParams({
      ...asked,
      ...Object.fromEntries(new URLSearchParams(/\?([^#]*)/.exec(src)?.[1])),
    });
    // Pages have the length that the service gives at most, from the first on.
    for (const name of ['per_page', 'page']) fields.delete(name);
    return addressOf(`/search?${fields}`, src);
  }
  const [, siren] = /\/entreprise\/(?:[^?#]*-)?(\d{9})(?:[/?#]|$)/.exec(src) ?? [];
  if (siren === undefined) throw refusal(src, SEARCH);
  return `https://${REGISTER}/search?q=${siren}`;
}

/** Returns the searches of all départements where one holds more than the service gives. */
function split(total: number, address: string): readonly string[] {
  const [path = '', question = ''] = address.split('?');
  const fields = new URLSearchParams(question);
  if (total < LIMIT || fields.has('departement')) return [address];
  return DEPARTEMENTS.map((code) => {
    fields.set('departement', code);
    return `${path}?${fields}`;
  });
}

/** All of them, in no order. */
export const snapshotSources: readonly SnapshotSource[] = [rechercheEntreprises, helloasso, umap];
