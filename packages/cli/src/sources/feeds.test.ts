import { EssError } from '@ess-widgets/core';
import { describe, expect, it } from 'vitest';
import { helloasso, rechercheEntreprises, type Sending, type SnapshotSource, snapshotSources } from './feeds.ts';
import { umap } from './umap.ts';

type Answers = (url: URL, sending?: Sending) => unknown;

/** Loads a source whose service answers with JSON; an answer of undefined is a 404. */
async function load(source: SnapshotSource, src: string, answers: Answers, key?: string) {
  const asked: string[] = [];
  const answer = async (url: string, sending?: Sending): Promise<Response> => {
    asked.push(url);
    const value = answers(new URL(url), sending);
    return value === undefined ? new Response('{}', { status: 404 }) : new Response(JSON.stringify(value));
  };
  const { signal } = new AbortController();
  const context = { signal, key, fetch: (url: string) => answer(url), send: answer };
  const { dataset, issues } = await source.load({ src, need: [] }, context);
  const { organisations = [], events = [] } = dataset.collections;
  return { asked, issues, organisations, events, manifest: dataset.manifest };
}

const failure = async (loading: Promise<unknown>): Promise<EssError> => {
  const error: unknown = await loading.catch((reason: unknown) => reason);
  if (!(error instanceof EssError)) throw new Error(`expected an EssError, received ${String(error)}`);
  return error;
};

describe('the Annuaire des entreprises', () => {
  const SEARCH = 'https://recherche-entreprises.api.gouv.fr/search?departement=29';
  const unit = (name: string, more: object = {}) => ({
    siren: '',
    nom_raison_sociale: name,
    nom_complet: name,
    nature_juridique: '9220',
    etat_administratif: 'A',
    statut_diffusion: 'O',
    dirigeants: [{ nom: 'ESSAI' }],
    siege: {
      adresse: '3 RUE DU PORT 29200 BREST',
      code_postal: '29200',
      libelle_commune: 'BREST',
      latitude: '48.39',
      longitude: '-4.48',
    },
    ...more,
  });

  it('gives the open organisations of the social economy, page by page', async () => {
    const { organisations, asked } = await load(rechercheEntreprises, SEARCH, ({ searchParams }) => {
      const page = Number(searchParams.get('page'));
      return { results: [unit(`Structure ${page}`)], page, total_pages: 3, total_results: 3 };
    });
    expect(organisations.map(({ name }) => name)).toEqual(['Structure 1', 'Structure 2', 'Structure 3']);
    expect(organisations[0]).toMatchObject({ legalForm: 'Association', position: { lat: 48.39, lon: -4.48 } });
    const { searchParams } = new URL(asked[0] ?? '');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      departement: '29',
      est_ess: 'true',
      etat_administratif: 'A',
      per_page: '25',
    });
  });

  it('leaves out those that are closed, not to be diffused, or persons, and says how many', async () => {
    const results = [
      unit('Kerhea'),
      unit('Fermée', { etat_administratif: 'C' }),
      unit('Masquée', { statut_diffusion: 'P' }),
      unit('Personne', { complements: { est_entrepreneur_individuel: true } }),
    ];
    const { organisations, issues } = await load(rechercheEntreprises, SEARCH, () => ({
      results,
      page: 1,
      total_pages: 1,
      total_results: 4,
    }));
    expect(organisations.map(({ name }) => name)).toEqual(['Kerhea']);
    expect(JSON.stringify(organisations)).not.toContain('ESSAI');
    expect(issues.find(({ rule }) => rule === 'closed')?.found).toBe('3');
  });

  it('is asked by département where one search holds more than the service gives', async () => {
    const { organisations, asked } = await load(
      rechercheEntreprises,
      'https://recherche-entreprises.api.gouv.fr/search?q=coop',
      ({ searchParams }) => {
        const departement = searchParams.get('departement');
        const results = departement === '2A' || departement === '29' ? [unit(`Coop ${departement}`)] : [];
        return { results, page: 1, total_pages: 1, total_results: departement === null ? 10_000 : results.length };
      },
    );
    expect(organisations.map(({ name }) => name)).toEqual(['Coop 29', 'Coop 2A']);
    expect(asked).toHaveLength(102);
  });

  it('needs the address of a search', async () => {
    const src = 'https://annuaire-entreprises.data.gouv.fr/rechercher';
    expect((await failure(load(rechercheEntreprises, src, () => ({})))).details.remedy?.fr).toContain(
      'search?departement=29',
    );
  });
});

describe('HelloAsso', () => {
  const PAGE = 'https://www.helloasso.com/associations/asso-essai';
  const form = (formSlug: string, more: object = {}) => ({
    formSlug,
    formType: 'Event',
    state: 'Public',
    title: formSlug,
    startDate: '2026-06-01T18:00:00+02:00',
    endDate: null,
    organizationName: 'Asso Essai',
    place: { name: 'Salle', city: 'Brest', zipCode: '29200', geoLocation: { latitude: 48.39, longitude: -4.48 } },
    tiers: [{ price: 1000 }],
    ...more,
  });
  const answers =
    (forms: readonly unknown[]): Answers =>
    ({ pathname }, sending) => {
      if (pathname === '/oauth2/token')
        return sending?.form?.['client_secret'] === 'secret' ? { access_token: 'jeton' } : undefined;
      if (sending?.headers?.['authorization'] !== 'Bearer jeton') return undefined;
      return { data: forms, pagination: { totalPages: 1 } };
    };

  it('gives the public events of the organisation of a page', async () => {
    const forms = [form('bal'), form('brouillon', { state: 'Draft' }), form('don', { formType: 'Donation' })];
    const { events, asked, manifest } = await load(helloasso, PAGE, answers(forms), 'client:secret');
    expect(events).toMatchObject([
      {
        id: 'bal',
        title: { fr: 'bal' },
        startsAt: '2026-06-01T18:00:00+02:00',
        place: 'Salle',
        position: { lat: 48.39 },
      },
    ]);
    expect(manifest.title.fr).toBe('Asso Essai');
    expect(asked.map((url) => new URL(url).host)).toEqual(['api.helloasso.com', 'api.helloasso.com']);
    expect(asked.join(' ')).not.toContain('secret');
  });

  it.each([[undefined], ['sans-deux-points']])('says where its key is found: %s', async (key) => {
    const error = await failure(load(helloasso, PAGE, answers([]), key));
    expect([error.code, error.details.remedy?.fr]).toEqual(['config', expect.stringContaining('Intégrations et API')]);
  });
});

describe('uMap', () => {
  const PAGE = 'https://umap.example/fr/map/lieux_12#6/48/-3';
  const layer = (name: string) => ({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: [-4, 48] }, properties: { name } }],
  });

  it('gives the features of all layers of a page, but for those of other sites', async () => {
    const { organisations, manifest } = await load(umap, PAGE, ({ pathname }) => {
      if (pathname === '/fr/map/12/geojson/') {
        const datalayers = [
          { id: 'a' },
          { uuid: 'b', id: 7 },
          { id: 'c', remoteData: { url: 'https://other.example/' } },
        ];
        return { properties: { name: 'Lieux', datalayers } };
      }
      const [, id] = /^\/fr\/datalayer\/12\/(\w)\/$/.exec(pathname) ?? [];
      return id === undefined ? undefined : layer(`Calque ${id}`);
    });
    expect([organisations.map(({ name }) => name), manifest.title.fr]).toEqual([['Calque a', 'Calque b'], 'Lieux']);
  });

  it.each(['../../../admin', '\ud800'])('asks for no layer by a name that is none: %j', async (id) => {
    const answers: Answers = () => ({ properties: { name: 'Lieux', datalayers: [{ id }] } });
    expect((await failure(load(umap, PAGE, answers))).code).toBe('schema');
  });

  it('says how a map becomes public', async () => {
    const error = await failure(load(umap, PAGE, () => undefined));
    expect([error.code, error.details.remedy?.fr]).toEqual(['http', expect.stringContaining('Tout le monde')]);
  });
});

describe('every source of a snapshot', () => {
  const PAGES = [
    ['recherche-entreprises', 'https://annuaire-entreprises.data.gouv.fr/entreprise/essai-732829320'],
    ['helloasso', 'https://www.helloasso.com/associations/asso-essai/evenements/bal'],
    ['umap', 'https://umap.openstreetmap.fr/fr/map/lieux-de-l-ess_123456'],
  ] as const;

  it.each(PAGES)('%s alone knows its pages: %s', (id, page) => {
    expect(snapshotSources.filter(({ detect }) => detect(page) >= 0.5).map((source) => source.id)).toEqual([id]);
    expect(snapshotSources.filter(({ detect }) => detect('https://data.example/map/x.csv') > 0)).toEqual([]);
  });

  it.each(snapshotSources)('$id refuses an answer of another shape with an EssError', async (source) => {
    const page = PAGES.find(([id]) => id === source.id)?.[1] ?? '';
    for (const answer of [null, [], 'text', { results: 3 }, { properties: null, data: {} }, { access_token: 1 }])
      expect((await failure(load(source, page, () => answer, 'a:b'))).code).toMatch(/schema|format|config|http/);
  });
});
