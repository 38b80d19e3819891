/** Maps of uMap by the address of their page: their layers are read one by one, which pages of other sites may not do. */
import { EssError } from '../../../errors.ts';
import { addressOf } from '../../../reading/index.ts';
import { loadGeoJson } from '../geojson/load.ts';
import { readJson } from '../read.ts';
import type { SnapshotSource } from '../snapshot.ts';
import { isObject, objectOf } from '../values.ts';

/** The number after the last underscore is that of the map; `/m/{id}/` is the short form of its address. */
const PAGE = /^https?:\/\/[^/?#]+(\/[a-z]{2}(?:-[a-z]+)?)?\/(?:map\/(?:[^/?#]*_)?|m\/)(\d+)(?:[/?#]|$)/;

/** The short form alone tells nothing on a host of any other kind. */
const FOREIGN = /^https?:\/\/(?!umap\.)[^/?#]+(?:\/[a-z]{2}(?:-[a-z]+)?)?\/m\//;

const REMEDY = {
  fr: 'Dans uMap, «\u202fPermissions › Qui a accès\u202f» doit être «\u202fTout le monde (public)\u202f».',
  en: 'In uMap, “Permissions › Who can view” must be “Everyone (public)”.',
};

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
    const { fetch, signal } = context;
    const [, language = '/fr', id] = PAGE.exec(src) ?? [];
    const url = addressOf(`${language}/map/${id}/geojson/`, src);
    const response = await fetch(url, { signal });
    if (response.status === 403 || response.status === 404) {
      const { status } = response;
      throw new EssError('http', `${src} is no public map (${status}).`, { url: src, status, remedy: REMEDY });
    }
    const properties = objectOf(objectOf(await readJson(response, url))['properties']);
    const { datalayers, name } = properties;
    const layers: unknown[] = [];
    for (const layer of Array.isArray(datalayers) ? datalayers.filter(isObject) : []) {
      // A layer whose data are elsewhere names another site, which the author did not.
      const { remoteData } = layer;
      if (isObject(remoteData) && remoteData['url']) continue;
      const key = String(layer['uuid'] ?? layer['id']);
      if (!/^[\w-]+$/.test(key)) throw new EssError('schema', `${url} names a layer "${key}".`, { url });
      const at = addressOf(`${language}/datalayer/${id}/${key}/`, src);
      layers.push(await readJson(await fetch(at, { signal }), at));
    }
    const map = JSON.stringify({ type: 'umap', properties: { name }, layers });
    const { headers } = response;
    return loadGeoJson(request, { ...context, fetch: async () => new Response(map, { headers }) });
  },
};
