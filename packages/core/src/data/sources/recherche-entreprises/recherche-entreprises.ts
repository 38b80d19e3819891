/** Organisations of the Annuaire des entreprises, through the interface « Recherche d’entreprises » of the state. */
import { EssError } from '../../../errors.ts';
import type { Finding } from '../../../model/index.ts';
import { addressOf } from '../../../reading/index.ts';
import { responseDay, todayOf } from '../list-dataset.ts';
import { joinPages, type Page } from '../pages.ts';
import { readJson } from '../read.ts';
import type { SnapshotSource } from '../snapshot.ts';
import { readList } from '../table/list.ts';
import { type MemberFields, tableOfMembers } from '../table/of-fields.ts';
import { isObject, objectOf } from '../values.ts';

type Json = Readonly<Record<string, unknown>>;

const API = 'recherche-entreprises.api.gouv.fr';

const SERVICE = /^https:\/\/(?:recherche-entreprises\.api|annuaire-entreprises\.data)\.gouv\.fr(?:[/?#]|$)/;

/** Organisations of a page, the most that the service gives. */
const PAGE = 25;

/** Organisations that one search gives: beyond, the service is asked by département. */
const LIMIT = 10_000;

const DEPARTEMENTS: readonly string[] = [
  ...[...Array(95).keys()].map((index) => String(index + 1).padStart(2, '0')).filter((code) => code !== '20'),
  ...['2A', '2B', '971', '972', '973', '974', '976'],
];

/**
 * Source of a search of the register: by default the organisations of the social economy that are open. Closed units, those
 * that asked not to be diffused, and persons are left out, and no director is read.
 * @since 0.2.0
 */
export const rechercheEntreprises: SnapshotSource = {
  id: 'recherche-entreprises',
  title: 'Search of the Annuaire des entreprises',
  hosts: [API],
  detect: (src) => (SERVICE.test(src) ? 0.9 : 0),
  load: async ({ src, options }, context) => {
    const { fetch, signal, maxRecords } = context;
    const search = searchOf(src);
    const readPage = async (asked: Search, page: number): Promise<{ answer: Json; response: Response }> => {
      signal.throwIfAborted();
      const url = `${asked.address}?${withField(asked, 'page', String(page)).fields}`;
      const response = await fetch(url, { signal });
      return { answer: objectOf(await readJson(response, url)), response };
    };
    const pageOf = ({ results, total_pages: pages, page }: Json): Page<Json> => {
      if (!Array.isArray(results)) throw new EssError('schema', `${src} has no results of a search.`, { url: src });
      const at = Number(page);
      return { records: results.filter(isObject), next: at < Number(pages) ? String(at + 1) : undefined };
    };
    const first = await readPage(search, 1);
    const isWhole = Number(first.answer['total_results']) < LIMIT || search.fields.has('departement');
    const searches = isWhole ? [search] : DEPARTEMENTS.map((code) => withField(search, 'departement', code));
    const issues: Finding[] = [];
    const found: Json[] = [];
    for (const asked of searches) {
      const { answer } = asked === search ? first : await readPage(asked, 1);
      const most = Math.min(LIMIT, (maxRecords ?? LIMIT) - found.length);
      const { records, issues: cut } = await joinPages(src, '1', pageOf(answer), {
        read: async (page) => pageOf((await readPage(asked, Number(page))).answer),
        maxRecords: most,
      });
      found.push(...records);
      issues.push(...cut);
      if (Number(answer['total_results']) >= LIMIT && cut.length === 0)
        issues.push(tooMany(`${asked.address}?${asked.fields}`));
    }
    const shown = found.filter(isShown);
    if (shown.length < found.length) issues.push(leftOut(src, found.length - shown.length));
    const list = {
      ...{
        src,
        options,
        updated: responseDay(first.response),
        today: todayOf(first.response),
        kind: 'members' as const,
      },
      title: 'Annuaire des entreprises',
      publisher: { name: 'Annuaire des entreprises', href: 'https://annuaire-entreprises.data.gouv.fr' },
      licence: { name: 'Licence Ouverte 2.0', href: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence' },
    };
    const result = await readList(tableOfMembers(shown.map(memberOf)), list, context);
    return { ...result, issues: [...issues, ...result.issues] };
  },
};

/** Address of the service, and what is asked. */
interface Search {
  readonly address: string;
  readonly fields: URLSearchParams;
}

/**
 * Returns the search of an address, with what is asked where the author does not say. The page of one organisation is the
 * search of its number.
 */
function searchOf(src: string): Search {
  if (/^https:\/\/annuaire-/.test(src)) {
    const [, siren] = /\/entreprise\/(?:[^?#]*-)?(\d{9})(?:[/?#]|$)/.exec(src) ?? [];
    if (siren === undefined) {
      throw new EssError('config', `${src} is no search. ${SEARCH.en}`, { url: src, remedy: SEARCH });
    }
    return { address: `https://${API}/search`, fields: new URLSearchParams({ q: siren, per_page: String(PAGE) }) };
  }
  const fields = new URLSearchParams(/\?([^#]*)/.exec(src)?.[1] ?? '');
  for (const [name, value] of [
    ['est_ess', 'true'],
    ['etat_administratif', 'A'],
  ] as const) {
    if (!fields.has(name)) fields.set(name, value);
  }
  fields.set('per_page', String(PAGE));
  return { address: addressOf('/search', src), fields };
}

const SEARCH = {
  fr: `Écrivez la recherche ainsi\u202f: https://${API}/search?departement=29 (avec q= pour des mots).`,
  en: `Write the search like this: https://${API}/search?departement=29 (with q= for words).`,
};

function withField({ address, fields }: Search, name: string, value: string): Search {
  const others = new URLSearchParams(fields);
  others.set(name, value);
  return { address, fields: others };
}

/** Whether an organisation is open, lets its data be shown, and is no person. */
function isShown({ etat_administratif: state, statut_diffusion: diffusion, complements, ...unit }: Json): boolean {
  const isPerson = objectOf(complements)['est_entrepreneur_individuel'] === true || unit['nature_juridique'] === '1000';
  const office: Json = objectOf(unit['siege']);
  const isHidden = [diffusion, office['statut_diffusion_etablissement']].some(
    (status) => status === 'N' || status === 'P',
  );
  return state === 'A' && !isHidden && !isPerson && unit['is_entrepreneur_individuel'] !== true;
}

/** Legal forms by the first figures of their category. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/^92/, 'Association'],
  [/^93/, 'Fondation'],
  [/^8210/, 'Mutuelle'],
  [/^5[456]58/, 'SCOP'],
];

function memberOf({
  siren,
  siege,
  nom_raison_sociale: official,
  nom_complet: name,
  nature_juridique: form,
}: Json): MemberFields {
  const office: Json = objectOf(siege);
  return {
    id: siren,
    name: official ?? name,
    // The town stands at the end of the address, and in a field of its own.
    address: String(office['adresse'] ?? '').replace(/ \d{5} .*$/, ''),
    town: office['libelle_commune'] ?? '',
    postcode: office['code_postal'] ?? '',
    lat: office['latitude'] ?? '',
    lon: office['longitude'] ?? '',
    legalForm: FORMS.find(([category]) => category.test(String(form)))?.[1] ?? '',
    siren: siren ?? '',
  };
}

const tooMany = (file: string): Finding => ({
  rule: 'truncated',
  severity: 'warning',
  certainty: 'certain',
  where: { file },
  found: `> ${LIMIT}`,
  message: {
    fr: 'Plus de 10\u00a0000 organisations dans une recherche, et le service n’en donne pas plus\u202f: les suivantes manquent',
    en: 'More than 10,000 organisations in one search, and the service gives no more: those that follow are missing',
  },
});

const leftOut = (file: string, count: number): Finding => ({
  rule: 'closed',
  severity: 'info',
  certainty: 'certain',
  where: { file },
  found: String(count),
  message: {
    fr: `Fermées, non diffusibles ou personnes physiques, laissées de côté\u202f: ${count}`,
    en: `Closed, not to be diffused, or natural persons, left out: ${count}`,
  },
});
