/**
 * The elements that the contract is checked on: each one with the attributes of its row in
 * `base/attributes.ts`, and the data that they need.
 */
import { about, containers } from '../base/attributes.ts';
import { datasetFile } from '../testing/testing.ts';

/** Markup of each element with working data. */
export const cases: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(about)
    .filter(([tag]) => !containers.includes(tag))
    .map(([tag, { example = {}, case: own = example }]) => {
      const attributes = Object.entries({ src: 'data.json', ...own }).map(([name, value]) => ` ${name}="${value}"`);
      return [tag, `<${tag}${attributes.join('')}></${tag}>`];
    }),
);

export { containers };

const territories = [
  { id: 'region-53', kind: 'region', name: { fr: 'Bretagne', br: 'Breizh' } },
  {
    id: 'departement-29',
    kind: 'departement',
    name: { fr: 'Finistère', br: 'Penn-ar-Bed' },
    parents: ['region-53'],
  },
];
const colleges = [
  {
    id: 'cooperatives',
    network: 'reseau',
    label: { fr: 'Coopératives', br: 'Kevelouriezhioù', en: 'Cooperatives' },
    order: 1,
  },
  {
    id: 'associations',
    network: 'reseau',
    label: { fr: 'Associations', br: 'Kevredigezhioù', en: 'Associations' },
    order: 3,
  },
];
const organisations = [
  {
    id: 'a',
    name: 'Épicerie d’essai',
    town: 'Brest',
    territories: ['departement-29'],
    position: { lon: -4.486, lat: 48.39, precision: 'commune', territory: 'commune-29019' },
  },
  { id: 'b', name: 'Atelier d’essai', town: 'Rennes', position: { lon: -1.677, lat: 48.117, precision: 'address' } },
  { id: 'c', name: 'Association sans position' },
];
const memberships = organisations.map(({ id }, index) => ({
  id: `m-${id}`,
  organisation: id,
  network: 'reseau',
  college: index ? 'associations' : 'cooperatives',
  start: '2023',
  end: null,
}));
const events = [
  { id: 'e1', title: { fr: 'Rencontre d’essai' }, date: '2024-06-18', status: 'held', place: 'Brest' },
  { id: 'e2', title: { fr: 'Réunion annulée' }, date: '2024-10', status: 'cancelled', online: true },
];

/** Collections of the working data set, in objects so that a test may take one away. */
export const collections = {
  colleges,
  territories,
  organisations,
  memberships,
  events,
  networks: [{ id: 'reseau', name: { fr: 'Réseau' } }],
};

/** A data set on which every element has something to show. */
export const workingData = (): { json: unknown } => datasetFile(collections, { report: 'report.json' });

/** The report of the working data set, in the file that its manifest names. */
export const workingReport: { json: unknown } = {
  json: {
    format: 'ess-report/1',
    id: 'rapport',
    title: { fr: 'Rapport d’essai', br: 'Danevell', en: 'Test report' },
    period: '2024',
    language: 'fr',
    document: 'rapport',
    chapters: [
      {
        id: 'I',
        title: { fr: 'Mouvement', en: 'Movement' },
        sections: [
          {
            id: 'I.1',
            title: { fr: 'Adhérents', en: 'Members' },
            text: { fr: 'Le réseau compte [[members-stock]].', en: 'There are [[members-stock]].' },
            blocks: [{ type: 'indicators', figures: [{ indicator: 'members-stock' }] }],
          },
        ],
      },
    ],
  },
};
