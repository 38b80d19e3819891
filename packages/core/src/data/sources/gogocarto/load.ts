/** Reading of the elements of a map. */
import { EssError } from '../../../errors.ts';
import type { Finding } from '../../../model/index.ts';
import { addressOf } from '../../../reading/index.ts';
import { responseDay, todayOf } from '../list-dataset.ts';
import { plainText } from '../plain-text.ts';
import { readJson } from '../read.ts';
import type { SourceContext, SourceRequest, SourceResult } from '../source.ts';
import { readList } from '../table/list.ts';
import { type MemberFields, tableOfMembers } from '../table/of-fields.ts';
import { isObject, objectOf } from '../values.ts';

type Json = Readonly<Record<string, unknown>>;

/** Names of the categories of a map, by their number. */
type Names = ReadonlyMap<string, string>;

/** Reads a map. @throws EssError `http` where it answers that a token is needed, in words and with status 200 */
export async function loadGogocarto({ src, options }: SourceRequest, context: SourceContext): Promise<SourceResult> {
  const response = await context.fetch(src, { signal: context.signal });
  const text = await response.clone().text();
  if (/token/i.test(text) && !/^\s*[[{]/.test(text)) {
    throw new EssError('http', `${src} needs a token: its map is not open to other sites.`, { url: src, status: 401 });
  }
  const answer = await readJson(response, src);
  const { data = answer, licence } = objectOf(answer);
  const elements = Array.isArray(data) ? data : isObject(data) && 'name' in data ? [data] : [];
  if (elements.length === 0 && !Array.isArray(data)) {
    throw new EssError('format', `${src} has no element of a map of GoGoCarto.`, { url: src });
  }
  const isNumbered = elements.some(hasNumbers);
  const names: Names = isNumbered && INTERFACE.test(src) ? await categoriesOf(src, context) : new Map();
  const members = elements.flatMap((element) => memberOf(element, names) ?? []);
  const list = {
    ...{ src, options, updated: responseDay(response), today: todayOf(response), kind: 'members' as const },
    ...(typeof licence === 'string' ? { licence: licenceOf(licence) } : {}),
  };
  const result = await readList(tableOfMembers(members), list, context);
  return isNumbered && names.size === 0 ? { ...result, issues: [nameless(src), ...result.issues] } : result;
}

/** Addresses of a map's interface; an answer that was saved lies at another one, beside which nothing is asked. */
const INTERFACE = /^https?:.*\/api\/elements/;

const nameless = (file: string): Finding => ({
  rule: 'category-names',
  severity: 'info',
  certainty: 'certain',
  where: { file },
  found: 'taxonomy',
  message: {
    fr: 'Les catégories sont des numéros, dont les noms sont à une autre adresse de la carte et n’ont pas pu être lus\u202f: les activités manquent',
    en: 'The categories are numbers, whose names stand at another address of the map and could not be read: activities are missing',
  },
});

/** Returns the licence that a map states by its address; the one of most maps has a name. */
const licenceOf = (href: string) => ({ name: /odbl/i.test(href) ? 'ODbL' : href, href });

/** Whether the categories of an element are numbers, whose names stand elsewhere. */
const hasNumbers = (element: unknown): boolean => {
  const { categories, taxonomy } = objectOf(element);
  const list = Array.isArray(element) ? element[4] : Array.isArray(categories) ? categories : taxonomy;
  return Array.isArray(list) && list.some((each) => /^\d+$/.test(String(each)));
};

/** Reads the names of the categories; none where they cannot be had, for the elements are what was asked for. */
async function categoriesOf(src: string, { fetch, signal }: SourceContext): Promise<Names> {
  const url = addressOf('/api/taxonomy.json', src);
  const names = new Map<string, string>();
  const visit = (value: unknown, depth: number): void => {
    if (depth > 12) return;
    if (Array.isArray(value)) for (const each of value) visit(each, depth + 1);
    if (!isObject(value) || Array.isArray(value)) return;
    const { id, name, options, subcategories, children } = value;
    if (id !== undefined && typeof name === 'string') names.set(String(id), name);
    for (const each of [options, subcategories, children]) visit(each, depth + 1);
  };
  try {
    visit(await readJson(await fetch(url, { signal }), url), 0);
  } catch (error) {
    if (!(error instanceof EssError)) throw error;
  }
  return names;
}

function memberOf(element: unknown, names: Names): MemberFields | null {
  if (Array.isArray(element)) return compactOf(element, names);
  if (!isObject(element)) return null;
  const { id, name, geo, address, categories, taxonomy, status } = element;
  // What was refused or removed is not on the map either.
  if (typeof status === 'number' && status < 0) return null;
  const place: Json = objectOf(address);
  const point: Json = objectOf(geo);
  const first = (...keys: readonly string[]): unknown => keys.map((key) => element[key]).find(Boolean);
  return {
    id,
    name: plainText(name),
    ...pointOf(point['latitude'], point['longitude']),
    address: isObject(address) ? place['streetAddress'] : address,
    town: place['addressLocality'],
    postcode: place['postalCode'],
    activities: namesOf(Array.isArray(categories) ? categories : taxonomy, names),
    legalForm: first('statut_ess', 'statut', 'forme_juridique'),
    siren: first('siret', 'siren'),
    description: plainText(first('description', 'description_activite', 'abstract', 'commitment')),
    site: first('site_web', 'website', 'url', 'site'),
    // A map may hide it from those who are not logged in.
    email: element['email'] === 'hidden' ? undefined : element['email'],
    phone: first('telephone', 'phone', 'tel'),
  };
}

/** `[id, name, latitude, longitude, [numbers of categories]]`. */
function compactOf([id, name, lat, lon, categories]: readonly unknown[], names: Names): MemberFields {
  const text = Array.isArray(name) ? name[0] : name;
  return { id, name: plainText(text), ...pointOf(lat, lon), activities: namesOf(categories, names) };
}

/** Returns the two coordinates, unless both are 0, which is how a map writes that it knows no place. */
const pointOf = (lat: unknown, lon: unknown): MemberFields =>
  Number(lat) === 0 && Number(lon) === 0 ? {} : { lat, lon };

/** Returns names of categories, a line each: commas stand in some of them. */
const namesOf = (list: unknown, names: Names): string =>
  Array.isArray(list)
    ? list
        .map((each) =>
          isObject(each)
            ? each['name']
            : typeof each === 'string' && !/^\d+$/.test(each)
              ? each
              : names.get(String(each)),
        )
        .filter((name) => typeof name === 'string' && name !== '')
        .join('\n')
    : '';
