/** Services of other hosts, of our own invention, that a browser is told of in place of the network. */
import type { Page } from 'playwright-core';

/** Answer of a service: its body, and what it allows. */
export interface ServiceAnswer {
  readonly body: unknown;
  readonly status?: number;
  readonly type?: string;
}

/** Answers by address without its query, or with it where several are of one path. */
export type Answers = Readonly<Record<string, ServiceAnswer>>;

/**
 * Answers for all hosts but the page's own; what has no answer is not there.
 * @param isOpen whether pages of other sites may read the answers
 */
export async function serve(page: Page, answers: Answers, isOpen: boolean): Promise<readonly string[]> {
  const asked: string[] = [];
  await page.route(
    ({ hostname }) => hostname !== '127.0.0.1',
    (route) => {
      const url = route.request().url();
      asked.push(url);
      const { body, status, type }: ServiceAnswer = answers[url] ??
        answers[url.replace(/\?.*$/, '')] ?? { body: { message: 'no' }, status: 404 };
      return route.fulfill({
        status: status ?? 200,
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: {
          'content-type': type ?? (typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json'),
          // Playwright allows what has no such header; another site's is refused as none is.
          'access-control-allow-origin': isOpen ? '*' : 'https://another.example',
        },
      });
    },
  );
  return asked;
}

/** One product: the address that is pasted, what its servers answer, and the records that are there. */
export interface Product {
  readonly name: string;
  readonly src: string;
  readonly answers: Answers;
  readonly kind: 'members' | 'events';
  readonly titles: readonly string[];
  /** Part of the sentence that is shown where other sites may not read it. */
  readonly remedy: string;
}

const CALENDAR = `BEGIN:VCALENDAR
VERSION:2.0
X-WR-CALNAME:Agenda du Pôle
BEGIN:VEVENT
UID:1@pole.example
SUMMARY:Assemblée générale
DTSTART:20250312T170000Z
DTEND:20250312T190000Z
LOCATION:Salle du port\\, Brest
GEO:48.39;-4.49
CATEGORIES:Réunion
URL:https://pole.example/ag
END:VEVENT
BEGIN:VEVENT
UID:2@pole.example
SUMMARY:Café de l’ESS
DTSTART;TZID=Europe/Paris:20250401T083000
RRULE:FREQ=MONTHLY;COUNT=3
LOCATION:Quimper
END:VEVENT
BEGIN:VEVENT
UID:3@pole.example
SUMMARY:Salon de l’emploi
DTSTART;VALUE=DATE:20250210
DTEND;VALUE=DATE:20250211
LOCATION:Rennes
END:VEVENT
END:VCALENDAR
`;

const OPENED = {
  uid: 1,
  slug: 'assemblee',
  originAgenda: { slug: 'mon-pole' },
  title: { fr: 'Assemblée générale' },
  location: { name: 'Salle du port', city: 'Brest', latitude: 48.39, longitude: -4.49 },
  timings: [{ begin: '2025-03-12T18:00:00+01:00', end: '2025-03-12T20:00:00+01:00' }],
  status: 1,
};

const GRIST = 'https://docs.getgrist.com/api/docs/aBcDeFgHiJkL/tables';
const column = (label: string, type = 'Text') => ({ id: label, fields: { label, type } });
const MEMBER = { Nom: 'Épicerie imaginaire', Commune: 'Morlaix', Latitude: 48.5777, Longitude: -3.8279 };
const SECOND = { Nom: 'Atelier inventé', Commune: 'Brest', Latitude: 48.39, Longitude: -4.49 };
const MEMBERS = ['Épicerie imaginaire', 'Atelier inventé'];

export const PRODUCTS: readonly Product[] = [
  {
    name: 'Mobilizon',
    src: 'https://mobilizon.fr/@mon_pole',
    answers: { 'https://mobilizon.fr/@mon_pole/feed/ics': { body: CALENDAR, type: 'text/calendar' } },
    kind: 'events',
    titles: ['Assemblée générale', 'Café de l’ESS'],
    remedy: 'Le groupe doit être public',
  },
  {
    name: 'a calendar in a file',
    src: 'https://pole.example/agenda.ics',
    answers: { 'https://pole.example/agenda.ics': { body: CALENDAR, type: 'text/calendar' } },
    kind: 'events',
    titles: ['Assemblée générale', 'Café de l’ESS'],
    remedy: 'ne laisse pas d’autres sites la lire',
  },
  {
    name: 'OpenAgenda',
    src: 'https://openagenda.com/fr/mon-pole#key=cle-publique-0123',
    answers: {
      'https://api.openagenda.com/v2/agendas': { body: { agendas: [{ uid: 77, title: 'Agenda du Pôle' }] } },
      'https://api.openagenda.com/v2/agendas/77/events': { body: { total: 1, events: [OPENED] } },
    },
    kind: 'events',
    titles: ['Assemblée générale'],
    remedy: 'clé de lecture publique',
  },
  {
    name: 'The Events Calendar',
    src: 'https://pole.example/events/',
    answers: {
      'https://pole.example/wp-json/tribe/events/v1/events': {
        body: {
          events: [
            {
              id: 1,
              global_id_lineage: ['pole.example'],
              title: 'Assemblée g&eacute;n&eacute;rale',
              url: 'https://pole.example/ag/',
              start_date: '2025-03-12 18:00:00',
              end_date: '2025-03-12 20:00:00',
              utc_start_date: '2025-03-12 17:00:00',
              utc_end_date: '2025-03-12 19:00:00',
              venue: { venue: 'Salle du port', city: 'Brest', geo_lat: 48.39, geo_lng: -4.49 },
            },
          ],
        },
      },
    },
    kind: 'events',
    titles: ['Assemblée générale'],
    remedy: 'L’API de l’extension',
  },
  {
    name: 'a page that describes itself',
    src: 'https://pole.example/rendez-vous.html',
    answers: {
      'https://pole.example/rendez-vous.html': {
        body: `<!doctype html><script type="application/ld+json">${JSON.stringify({
          '@context': 'https://schema.org',
          '@type': 'Event',
          name: 'Assemblée générale',
          startDate: '2025-03-12T18:00:00+01:00',
          location: { '@type': 'Place', name: 'Salle du port', geo: { latitude: 48.39, longitude: -4.49 } },
        })}</script>`,
        type: 'text/html',
      },
    },
    kind: 'events',
    titles: ['Assemblée générale'],
    remedy: 'ne laisse pas d’autres sites la lire',
  },
  {
    name: 'GoGoCarto',
    src: 'https://mon-pole.gogocarto.fr/annuaire#/carte/bretagne',
    answers: {
      'https://mon-pole.gogocarto.fr/api/elements.json': {
        body: {
          licence: 'https://opendatacommons.org/licenses/odbl/summary/',
          ontology: 'gogofull',
          data: [MEMBER, SECOND].map(({ Nom, Commune, Latitude, Longitude }, at) => ({
            id: `a${at}`,
            name: Nom,
            status: 1,
            geo: { latitude: Latitude, longitude: Longitude },
            address: { addressLocality: Commune, postalCode: '29000' },
            categories: ['Alimentation'],
          })),
        },
      },
    },
    kind: 'members',
    titles: MEMBERS,
    remedy: 'Le gestionnaire de la carte doit ajouter votre site',
  },
  {
    name: 'Grist',
    src: 'https://docs.getgrist.com/aBcDeFgHiJkL/Adherents/p/3',
    answers: {
      [GRIST]: { body: { tables: [{ id: 'Adherents', fields: { summarySourceTable: 0 } }] } },
      [`${GRIST}/Adherents/columns`]: {
        body: { columns: ['Nom', 'Commune', 'Latitude', 'Longitude'].map((label) => column(label)) },
      },
      [`${GRIST}/Adherents/records`]: {
        body: { records: [MEMBER, SECOND].map((fields, at) => ({ id: at + 1, fields })) },
      },
    },
    kind: 'members',
    titles: MEMBERS,
    remedy: 'Partager › Gérer les utilisateurs › Accès public',
  },
  {
    name: 'Framacalc',
    src: 'https://lite.framacalc.org/mon-pole',
    answers: {
      'https://lite.framacalc.org/mon-pole.csv.json': {
        body: [Object.keys(MEMBER), Object.values(MEMBER), Object.values(SECOND)],
      },
    },
    kind: 'members',
    titles: MEMBERS,
    remedy: 'Ce calc n’existe pas',
  },
  {
    name: 'a published Google sheet',
    src: 'https://docs.google.com/spreadsheets/d/e/2PACX-1vInvente/pubhtml',
    answers: {
      'https://docs.google.com/spreadsheets/d/e/2PACX-1vInvente/pub': {
        body: `${Object.keys(MEMBER).join()}\r\n${[MEMBER, SECOND].map((each) => Object.values(each).join()).join('\r\n')}`,
        type: 'text/csv',
      },
    },
    kind: 'members',
    titles: MEMBERS,
    remedy: 'Publier sur le Web',
  },
  {
    name: 'Opendatasoft',
    src: 'https://data.portail.example/explore/dataset/adherents/table/',
    answers: {
      'https://data.portail.example/api/explore/v2.1/catalog/datasets/adherents/exports/json': {
        body: [MEMBER, SECOND].map(({ Nom, Commune, Latitude, Longitude }) => ({
          nom: Nom,
          commune: Commune,
          geo_point_2d: { lon: Longitude, lat: Latitude },
        })),
      },
      'https://data.portail.example/api/explore/v2.1/catalog/datasets/adherents': {
        body: { metas: { default: { title: 'Adhérents', publisher: 'Pôle' } } },
      },
    },
    kind: 'members',
    titles: MEMBERS,
    remedy: 'onglet',
  },
  {
    name: 'GeoJSON',
    src: 'https://pole.example/carte.geojson',
    answers: {
      'https://pole.example/carte.geojson': {
        body: {
          type: 'FeatureCollection',
          features: [MEMBER, SECOND].map(({ Nom, Commune, Latitude, Longitude }) => ({
            type: 'Feature',
            geometry: { type: 'Point', coordinates: [Longitude, Latitude] },
            properties: { name: Nom, commune: Commune },
          })),
        },
      },
    },
    kind: 'members',
    titles: MEMBERS,
    remedy: 'ne laisse pas d’autres sites la lire',
  },
];
