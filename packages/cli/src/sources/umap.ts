/** Maps of uMap by the address of their page: their layers are read one by one, which pages of other sites may not do. */
import { EssError } from '@ess-widgets/core';
import { geojson, readJson } from '@ess-widgets/core/data';
import { addressOf } from '@ess-widgets/core/reading';
import type { SnapshotSource } from './feeds.ts';

/** The number after the last underscore is that of the map; `/m/{id}/` is the short form of its address. */
const PAGE = /^https?:\/\/[^/?#]+(\/[a-z]{2}(?:-[a-z]+)?)?\/(?:map\/(?:[^/?#]*_)?|m\/)(\d+)(?:[/?#]|$)/;

/** The short form alone tells nothing on a host of any other kind. */
const FOREIGN = /^https?:\/\/(?!umap\.)[^/?#]+(?:\/[a-z]{2}(?:-[a-z]+)?)?\/m\//;

const REMEDY = {
  fr: 'Dans uMap, «\u202fPermissions › Qui a accès\u202f» doit être «\u202fTout le monde (public)\u202f».',
  en: 'In uMap, “Permissions › Who can view” must be “Everyone (public)”.',
};

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/**
 * Source of a map of uMap: the features of all its layers.
 * @since 0.2.0
 */
export const umap: SnapshotSource = {
  id: 'umap',
  title: 'Map of uMap',
  hosts: [],
  detect: (src) => (PAGE.test(src) && !FOREIGN.test(src) ? 0.9 : 0),
  load: async (request, context) => {
    const { src } = request;
    const { signal } = context;
    const [, language = '/fr', id] = PAGE.exec(src) ?? [];
    const url = addressOf(`${language}/map/${id}/geojson/`, src);
    const response = await context.fetch(url, { signal });
    const { status, headers } = response;
    if (status === 403 || status === 404)
      throw new EssError('http', `${src} is no public map (${status}).`, { url: src, status, remedy: REMEDY });
    const { datalayers, name } = objectOf(objectOf(await readJson(response, url))['properties']);
    const layers: unknown[] = [];
    for (const layer of (Array.isArray(datalayers) ? datalayers : []).map(objectOf)) {
      // A layer whose data are elsewhere names another site, which the author did not.
      if (objectOf(layer['remoteData'])['url']) continue;
      const key = String(layer['uuid'] ?? layer['id']);
      if (!/^[\w-]+$/.test(key)) throw new EssError('schema', `${url} names a layer "${key}".`, { url });
      const at = addressOf(`${language}/datalayer/${id}/${key}/`, src);
      layers.push(await readJson(await context.fetch(at, { signal }), at));
    }
    const map = JSON.stringify({ type: 'umap', properties: { name }, layers });
    return geojson.load(request, { ...context, fetch: async () => new Response(map, { headers }) });
  },
};
