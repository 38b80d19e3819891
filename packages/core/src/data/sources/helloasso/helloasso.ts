/** Events of an organisation on HelloAsso, through its interface, which needs a client of the organisation. */
import { EssError } from '../../../errors.ts';
import { addressOf } from '../../../reading/index.ts';
import { responseDay, todayOf } from '../list-dataset.ts';
import { joinPages, type Page } from '../pages.ts';
import { plainText } from '../plain-text.ts';
import { readJson } from '../read.ts';
import type { SnapshotContext, SnapshotSource } from '../snapshot.ts';
import { readList } from '../table/list.ts';
import { type EventFields, tableOfEvents } from '../table/of-fields.ts';
import { isObject, objectOf } from '../values.ts';

type Json = Readonly<Record<string, unknown>>;

const API = 'api.helloasso.com';

const PAGE = /^https:\/\/(?:www\.)?helloasso\.com\/associations\/([\w-]+)/;
const FORMS = /\/v5\/organizations\/([\w-]+)(?:\/forms)?\/?(?:[?#]|$)/;

const NO_KEY = {
  fr: 'HelloAsso demande un client d’API\u202f: dans «\u202fMon compte › Intégrations et API\u202f», copiez l’identifiant et le secret, puis mettez-les dans une variable d’environnement, séparés par deux points.',
  en: 'HelloAsso asks for an API client: in “My account › Integrations and API”, copy its id and its secret, then put them in an environment variable, separated by a colon.',
};

/**
 * Source of the public events of an organisation. Its key is `identifier:secret` of a client.
 * @since 0.2.0
 */
export const helloasso: SnapshotSource = {
  id: 'helloasso',
  title: 'Events of an organisation on HelloAsso',
  hosts: [API],
  detect: (src) => (PAGE.test(src) || (src.startsWith(`https://${API}/`) && FORMS.test(src)) ? 0.9 : 0),
  load: async ({ src, options }, context) => {
    const { signal, send, maxRecords } = context;
    const organisation = (PAGE.exec(src) ?? FORMS.exec(src))?.[1] ?? '';
    const base = PAGE.test(src) ? `https://${API}/` : src;
    const authorization = `Bearer ${await tokenOf(base, context)}`;
    const ask = async (page: number): Promise<Response> => {
      signal.throwIfAborted();
      const question = `formTypes=Event&states=Public&pageSize=100&pageIndex=${page}`;
      return send(addressOf(`/v5/organizations/${organisation}/forms?${question}`, base), {
        signal,
        headers: { authorization },
      });
    };
    const pageOf = (answer: unknown, index: number): Page<Json> => {
      const { data, pagination } = objectOf(answer);
      if (!Array.isArray(data)) throw new EssError('schema', `${src} has no forms of HelloAsso.`, { url: src });
      const pages = Number(objectOf(pagination)['totalPages']);
      return { records: data.filter(isObject), next: index < pages ? String(index + 1) : undefined };
    };
    const response = await ask(1);
    const { records, issues } = await joinPages(src, '1', pageOf(await readJson(response, src), 1), {
      read: async (index) => pageOf(await readJson(await ask(Number(index)), src), Number(index)),
      maxRecords,
    });
    const shown = records.filter(({ state, formType }) => state === 'Public' && formType === 'Event');
    const name = shown.map(({ organizationName }) => organizationName).find((text) => typeof text === 'string');
    const list = {
      ...{ src, options, updated: responseDay(response), today: todayOf(response), kind: 'events' as const },
      ...(typeof name === 'string' ? { title: name } : {}),
    };
    const result = await readList(tableOfEvents(shown.map(fieldsOf)), list, context);
    return { ...result, issues: [...issues, ...result.issues] };
  },
};

/** Returns the token that a client gets for its secret. @throws EssError `config` with the remedy for a key that is none */
async function tokenOf(base: string, { key = '', send, signal }: SnapshotContext): Promise<string> {
  const [, id, secret] = /^([^:]+):(.+)$/.exec(key) ?? [];
  const url = addressOf('/oauth2/token', base);
  const refusal = (): EssError => new EssError('config', `${url}: ${NO_KEY.en}`, { url, remedy: NO_KEY });
  if (!id || !secret) throw refusal();
  const form = { grant_type: 'client_credentials', client_id: id, client_secret: secret };
  const response = await send(url, { signal, form });
  if (response.status === 400 || response.status === 401 || response.status === 403) throw refusal();
  const token = objectOf(await readJson(response, url))['access_token'];
  if (typeof token !== 'string') throw new EssError('schema', `${url} gave no token.`, { url });
  return token;
}

/** Returns what is public of an event: no price, no picture, nobody who takes part. */
function fieldsOf({ title, formSlug, startDate, endDate, place, url, activityType }: Json): EventFields {
  const where: Json = objectOf(place);
  const point: Json = objectOf(where['geoLocation']);
  return {
    id: formSlug,
    title: plainText(title),
    start: startDate,
    end: endDate ?? '',
    place: plainText(where['name']),
    address: plainText(where['address']),
    town: plainText(where['city']),
    postcode: where['zipCode'] ?? '',
    lat: point['latitude'] ?? '',
    lon: point['longitude'] ?? '',
    themes: plainText(activityType),
    url,
  };
}
