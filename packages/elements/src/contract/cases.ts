/**
 * The elements that the contract is checked on: how to make each one, and what data it needs. A new element adds a line
 * here, and a test fails as long as it has none.
 */
import { datasetFile } from '../testing/testing.ts';

/** Markup of each element with working data. */
export const cases: Readonly<Record<string, string>> = {
  'ess-indicator': '<ess-indicator src="data.json" indicator="members-stock"></ess-indicator>',
  'ess-breakdown': '<ess-breakdown src="data.json" indicator="members-stock" by="college"></ess-breakdown>',
  'ess-member-map': '<ess-member-map src="data.json" basemap="none"></ess-member-map>',
  'ess-member-list': '<ess-member-list src="data.json"></ess-member-list>',
  'ess-event-counter': '<ess-event-counter src="data.json"></ess-event-counter>',
  'ess-event-agenda': '<ess-event-agenda src="data.json"></ess-event-agenda>',
  'ess-report': '<ess-report src="data.json"></ess-report>',
  'ess-table': '<ess-table src="data.json" indicator="members-stock" by="college"></ess-table>',
  'ess-timeline': '<ess-timeline src="data.json" collections="events memberships"></ess-timeline>',
  'ess-trend': '<ess-trend src="data.json" indicator="members-stock members-joined"></ess-trend>',
  'ess-territory-picker':
    '<ess-territory-picker src="data.json" fields="territory period compare"></ess-territory-picker>',
  'ess-territory-sheet': '<ess-territory-sheet src="data.json" territory="departement-29"></ess-territory-sheet>',
};

export { containers } from '../base/attributes.ts';

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
