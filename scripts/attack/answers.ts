/** Answers of services, of our own invention, that the fuzzing changes: one or more of each adapter that reads JSON. */
import {
  geojson,
  gogocarto,
  jsonld,
  openagenda,
  opendatasoft,
  overpass,
  rows,
  tec,
  yeswiki,
} from '@ess-widgets/core/data';
import { helloasso, rechercheEntreprises, type SnapshotSource } from '../../packages/cli/src/sources/feeds.ts';
import { umap } from '../../packages/cli/src/sources/umap.ts';

/** An adapter, an address that it reads, and good answers. */
export interface Answers {
  readonly source: Pick<SnapshotSource, 'id' | 'load'>;
  readonly src: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly answers: readonly unknown[];
  /** Whether an answer may also stand in a page. */
  readonly inPage?: true;
}

const fields = {
  Nom: 'Kerhea',
  Commune: 'Brest',
  'Code postal': '29200',
  Latitude: 48.39,
  Longitude: -4.49,
  SIREN: '120001011',
  Téléphone: '02 98 00 00 00',
  Site: 'https://kerhea.example/',
};
const agenda = { Titre: 'Fête', Date: '30/03/2026', Début: '18:00', Fin: '20h', Lieu: 'Salle', Thèmes: 'a; b' };

const gogo = {
  id: 'a1',
  name: 'Kerhea',
  status: 1,
  geo: { latitude: 48.39, longitude: -4.49 },
  address: { streetAddress: '1 rue', addressLocality: 'Brest', postalCode: '29200' },
  categories: ['Réemploi', 12],
  taxonomy: [12],
  description: '<p>Atelier d&#039;objets</p>',
  siret: '12000101100010',
  email: 'hidden',
  telephone: '02 98 00 00 00',
  site_web: 'https://kerhea.example/',
};

const opened = {
  uid: 1,
  title: { fr: 'Fête', en: 'Feast' },
  keywords: { fr: ['a', 'b'] },
  location: { name: 'Salle', address: '2 quai', city: 'Brest', postalCode: '29200', latitude: 48.39, longitude: -4.49 },
  timings: [
    { begin: '2026-03-30T18:00:00+02:00', end: '2026-03-30T20:00:00+02:00' },
    { start: '2026-04-06T16:00:00.000Z', end: '2026-04-06T18:00:00.000Z' },
  ],
  originAgenda: { uid: 7, slug: 'pole' },
  slug: 'fete',
  status: { id: 1 },
  onlineAccessLink: '',
};

const wordpress = {
  id: 12,
  global_id_lineage: ['site.example'],
  title: 'F&ecirc;te',
  url: 'https://site.example/fete/',
  all_day: false,
  start_date: '2026-03-30 18:00:00',
  end_date: '2026-03-30 20:00:00',
  utc_start_date: '2026-03-30 16:00:00',
  utc_end_date: '2026-03-30 18:00:00',
  venue: { venue: 'Salle', address: '2 quai', city: 'Brest', zip: '29200', geo_lat: 48.39, geo_lng: -4.49 },
  categories: [{ name: 'Réunions' }],
  event_status: 'cancelled',
};

const unit = {
  siren: '120001011',
  nom_raison_sociale: 'KERHEA',
  nom_complet: 'KERHEA',
  nature_juridique: '9220',
  etat_administratif: 'A',
  statut_diffusion: 'O',
  complements: { est_entrepreneur_individuel: false },
  siege: {
    adresse: '1 RUE DU PORT 29200 BREST',
    code_postal: '29200',
    libelle_commune: 'BREST',
    latitude: '48.39',
    longitude: '-4.49',
  },
};

const form = {
  formSlug: 'bal',
  formType: 'Event',
  state: 'Public',
  title: 'Bal',
  startDate: '2026-06-01T18:00:00+02:00',
  endDate: null,
  organizationName: 'Asso',
  activityType: 'Bal',
  url: 'https://exemple.invalid/bal',
  place: { name: 'Salle', city: 'Brest', zipCode: '29200', geoLocation: { latitude: 48.39, longitude: -4.49 } },
};

const described = {
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'Event',
      '@id': 'x',
      name: 'Fête',
      startDate: '2026-03-30T18:00',
      endDate: '2026-03-30T20:00',
      eventStatus: 'https://schema.org/EventCancelled',
      keywords: ['a', 'b'],
      url: 'https://site.example/',
      location: [
        {
          '@type': 'Place',
          name: 'Salle',
          address: { streetAddress: '2 quai', addressLocality: 'Brest', postalCode: '29200' },
          geo: { latitude: 48.39, longitude: -4.49 },
        },
        { '@type': 'VirtualLocation', url: 'https://visio.example/' },
      ],
    },
  ],
};

export const ANSWERS: readonly Answers[] = [
  {
    source: rows,
    src: 'https://exemple.invalid/api/docs/a/tables/B/records',
    answers: [
      { records: [{ id: 1, fields }] },
      { tables: [{ id: 'B', fields: {} }] },
      { columns: [{ id: 'Nom', fields: { label: 'Nom', type: 'Ref:C', colRef: 1, visibleCol: 2 } }], records: [] },
      {
        fields: [{ id: 1, name: 'Nom', type: 'text' }],
        view: { name: 'Grid' },
        count: 1,
        next: null,
        results: [fields],
      },
      { list: [agenda], pageInfo: { isLastPage: false, page: 1, pageSize: 25 }, columns: [{ title: 'Titre' }] },
      { data: [{ __id: 1, ...fields }], links: { next: '/x?page=2' }, meta: { total: 3 } },
      [Object.keys(fields), Object.values(fields), Object.values(fields)],
      [
        ['#url', '#title'],
        ['/a.1', 'Agenda'],
      ],
      [agenda],
    ],
  },
  {
    source: gogocarto,
    src: 'https://exemple.invalid/api/elements.json',
    answers: [
      { licence: 'https://licence.example/', ontology: 'gogofull', data: [gogo] },
      { ontology: 'gogocompact', data: [['a1', ['Kerhea'], 48.39, -4.49, [12]]] },
    ],
  },
  {
    source: openagenda,
    src: 'https://api.openagenda.com/v2/agendas/7/events',
    options: { key: 'publique' },
    answers: [
      { total: 2, events: [opened], after: [1] },
      { agendas: [{ uid: 7, title: 'Pôle' }], events: [opened] },
    ],
  },
  {
    source: opendatasoft,
    src: 'https://exemple.invalid/api/explore/v2.1/catalog/datasets/lieux/records',
    answers: [
      { total_count: 3, results: [{ ...fields, geo_point_2d: { lon: -4.49, lat: 48.39 } }] },
      { nhits: 1, records: [{ recordid: 'r', fields }] },
      [
        {
          title_fr: 'Fête',
          firstdate_begin: '2026-03-30',
          timings: '[{"begin":"2026-03-30T18:00:00+02:00"}]',
          status: '{"label":{"fr":"Annulé"}}',
        },
      ],
    ],
  },
  {
    source: tec,
    src: 'https://exemple.invalid/wp-json/tribe/events/v1/events',
    answers: [{ events: [wordpress], next_rest_url: 'http://exemple.invalid/x?page=2' }, [wordpress]],
  },
  {
    source: overpass,
    src: 'https://exemple.invalid/api/interpreter?data=x',
    answers: [
      {
        version: 0.6,
        generator: 'Overpass API',
        osm3s: { copyright: 'ODbL' },
        elements: [
          {
            type: 'node',
            id: 1,
            lat: 48.39,
            lon: -4.49,
            tags: { name: 'Kerhea', 'addr:street': 'quai', 'addr:city': 'Brest' },
          },
          {
            type: 'way',
            id: 2,
            center: { lat: 48.4, lon: -4.5 },
            nodes: [3],
            tags: { name: 'Xylm', phone: '0298000000' },
          },
        ],
        remark: 'runtime error',
      },
    ],
  },
  {
    source: yeswiki,
    src: 'https://exemple.invalid/?api/forms/2/entries',
    answers: [
      { Fete: { id_fiche: 'Fete', bf_titre: 'Fête', bf_date_debut_evenement: '2026-03-30', bf_ville: 'Brest' } },
      [
        {
          id_fiche: 'Kerhea',
          bf_titre: 'Kerhea',
          bf_latitude: '48.39',
          bf_longitude: '-4.49',
          bf_description: '<p>x</p>',
        },
      ],
    ],
  },
  { source: jsonld, src: 'https://exemple.invalid/agenda/', answers: [described], inPage: true },
  {
    source: geojson,
    src: 'https://exemple.invalid/carte.geojson',
    answers: [
      {
        type: 'FeatureCollection',
        features: [
          { type: 'Feature', id: 1, geometry: { type: 'Point', coordinates: [-4.49, 48.39] }, properties: fields },
          {
            type: 'Feature',
            geometry: {
              type: 'GeometryCollection',
              geometries: [
                {
                  type: 'Polygon',
                  coordinates: [
                    [
                      [-4, 48],
                      [-3, 48],
                      [-4, 49],
                    ],
                  ],
                },
              ],
            },
            properties: agenda,
          },
        ],
      },
      { type: 'umap', properties: { name: 'Carte' }, layers: [{ type: 'FeatureCollection', features: [] }] },
    ],
  },
  {
    source: rechercheEntreprises,
    src: 'https://exemple.invalid/search?q=kerhea',
    answers: [{ results: [unit], page: 1, total_pages: 2, total_results: 26 }],
  },
  {
    source: helloasso,
    src: 'https://exemple.invalid/v5/organizations/asso/forms',
    // One answer serves for the token and for the events.
    answers: [{ access_token: 'jeton', data: [form], pagination: { totalPages: 2 } }],
  },
  {
    source: umap,
    src: 'https://umap.exemple.invalid/fr/map/lieux_12',
    // One answer serves for the map and for its layers.
    answers: [
      {
        properties: { name: 'Lieux', datalayers: [{ id: 'a' }, { uuid: 'b', id: 7, remoteData: { url: '' } }] },
        type: 'FeatureCollection',
        features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: [-4.49, 48.39] }, properties: fields }],
      },
    ],
  },
];
