/** Towns and seas named on the maps, and Breton names: written by hand, positions come from the commune table. */

import type { LonLatExtent } from '../src/geometry/rings.ts';

/** INSEE codes of the towns named on the map of Brittany, by rank: what is named first, second, last. */
export const BRETON_PLACES: readonly (readonly string[])[] = [
  // Prefectures, and the two largest towns that are none.
  ['35238', '29019', '29232', '22278', '56260', '56121'],
  // Sub-prefectures.
  ['35288', '29151', '35115', '22050', '56178', '22070', '22113', '35236', '29026'],
  // Other towns that people steer by.
  ['35360', '22136', '56165', '56007', '29039', '29024', '22093', '29233', '29046', '22162', '29103', '29058'],
  // Islands and capes.
  ['29155', '56069', '56152', '56186', '29042'],
];

/** INSEE codes of the cities named on the map of France, by rank. */
export const FRENCH_PLACES: readonly (readonly string[])[] = [
  ['75056', '69123', '13055', '31555', '33063', '59350', '44109', '67482', '35238'],
  ['06088', '34172', '76540', '38185', '21231', '63113', '45234', '87085', '14118', '57463', '37261', '80021'],
  ['29019', '25056', '66136', '86194', '51454', '72181', '17300', '2A004', '2B033'],
];

/** Seas around Brittany. Breton only where the name is beyond doubt. */
export const BRETON_SEAS = [
  { kind: 'sea', name: { fr: 'Manche', br: 'Mor Breizh', en: 'English Channel' }, lon: -2.7, lat: 48.86 },
  { kind: 'sea', name: { fr: 'Mer d’Iroise', en: 'Iroise Sea' }, lon: -4.93, lat: 48.2 },
  {
    kind: 'sea',
    name: { fr: 'Océan Atlantique', br: 'Meurvor Atlantel', en: 'Atlantic Ocean' },
    lon: -4.3,
    lat: 47.35,
  },
] as const;

/** Seas around France. */
export const FRENCH_SEAS = [
  { kind: 'sea', name: { fr: 'Manche', br: 'Mor Breizh', en: 'English Channel' }, lon: -2.2, lat: 50.1 },
  { kind: 'sea', name: { fr: 'Océan Atlantique', br: 'Meurvor Atlantel', en: 'Atlantic Ocean' }, lon: -3.2, lat: 45.6 },
  { kind: 'sea', name: { fr: 'Mer Méditerranée', br: 'Mor Kreizdouar', en: 'Mediterranean Sea' }, lon: 6.1, lat: 42.2 },
] as const;

/** An overseas département: what is drawn around it, its towns (prefecture first) and its seas. */
export interface Overseas {
  readonly name: { readonly fr: string; readonly en?: string };
  /** Wider than it, so that a wide screen and a tall one do not show its end; no neighbour is cut where that is in sight. */
  readonly window: LonLatExtent;
  /** It lies in here, and no other French territory. */
  readonly own: LonLatExtent;
  readonly towns: readonly (readonly [name: string, lon: number, lat: number])[];
  readonly seas: readonly (readonly [name: { fr: string; en: string }, lon: number, lat: number])[];
}

const ATLANTIC = { fr: 'Océan Atlantique', en: 'Atlantic Ocean' };
const CARIBBEAN = { fr: 'Mer des Caraïbes', en: 'Caribbean Sea' };
const INDIAN = { fr: 'Océan Indien', en: 'Indian Ocean' };

/** The overseas départements. Positions are those of their town halls: the commune table has none. */
export const OVERSEAS: readonly Overseas[] = [
  {
    name: { fr: 'Guadeloupe' },
    window: [-64.2, 14.2, -58.6, 18.1],
    own: [-61.9, 15.75, -60.9, 16.6],
    towns: [
      ['Basse-Terre', -61.73, 16],
      ['Pointe-à-Pitre', -61.53, 16.24],
      ['Le Moule', -61.35, 16.33],
      ['Grand-Bourg', -61.31, 15.88],
    ],
    seas: [
      [CARIBBEAN, -62.1, 16.1],
      [ATLANTIC, -61.1, 16.5],
    ],
  },
  {
    name: { fr: 'Martinique' },
    window: [-62.9, 13.2, -59.1, 16.1],
    own: [-61.3, 14.3, -60.7, 14.95],
    towns: [
      ['Fort-de-France', -61.07, 14.61],
      ['La Trinité', -60.96, 14.74],
      ['Saint-Pierre', -61.17, 14.74],
      ['Le Marin', -60.87, 14.47],
    ],
    seas: [
      [CARIBBEAN, -61.25, 14.5],
      [ATLANTIC, -60.75, 14.8],
    ],
  },
  {
    name: { fr: 'Guyane', en: 'French Guiana' },
    window: [-58.6, 0.2, -47.6, 8],
    own: [-54.7, 2, -51.5, 6],
    towns: [
      ['Cayenne', -52.33, 4.94],
      ['Saint-Laurent-du-Maroni', -54.03, 5.5],
      ['Kourou', -52.65, 5.16],
      ['Maripasoula', -54.03, 3.64],
    ],
    seas: [[ATLANTIC, -51.6, 5.4]],
  },
  {
    name: { fr: 'La Réunion', en: 'Réunion' },
    window: [53.2, -22.9, 57.25, -19.4],
    own: [55.1, -21.5, 56, -20.8],
    towns: [
      ['Saint-Denis', 55.45, -20.88],
      ['Saint-Pierre', 55.48, -21.34],
      ['Saint-Paul', 55.27, -21.01],
      ['Saint-Benoît', 55.71, -21.03],
    ],
    seas: [[INDIAN, 55.85, -20.95]],
  },
  {
    name: { fr: 'Mayotte' },
    window: [43.1, -14.3, 47.2, -11.4],
    own: [44.9, -13.1, 45.4, -12.5],
    towns: [
      ['Mamoudzou', 45.23, -12.78],
      ['Dzaoudzi', 45.28, -12.79],
      ['Sada', 45.1, -12.85],
      ['Bandrélé', 45.19, -12.91],
    ],
    seas: [[INDIAN, 45.35, -12.95]],
  },
];

/** French names of the départements. */
export const DEPARTEMENT_NAMES = {
  '22': 'Côtes-d’Armor',
  '29': 'Finistère',
  '35': 'Ille-et-Vilaine',
  '56': 'Morbihan',
} as const;

/** Breton names, by territory id. */
export const BRETON_NAMES: Readonly<Record<string, string>> = {
  'country-fr': 'Bro-C’hall',
  'region-53': 'Breizh',
  'departement-22': 'Aodoù-an-Arvor',
  'departement-29': 'Penn-ar-Bed',
  'departement-35': 'Il-ha-Gwilen',
  'departement-56': 'Mor-Bihan',
  'commune-22050': 'Dinan',
  'commune-22070': 'Gwengamp',
  'commune-22113': 'Lannuon',
  'commune-22136': 'Loudieg',
  'commune-22278': 'Sant-Brieg',
  'commune-29019': 'Brest',
  'commune-29151': 'Montroulez',
  'commune-29232': 'Kemper',
  'commune-35115': 'Felger',
  'commune-35236': 'Redon',
  'commune-35238': 'Roazhon',
  'commune-35360': 'Gwitreg',
  'commune-56007': 'An Alre',
  'commune-56083': 'Henbont',
  'commune-56098': 'Lannarstêr',
  'commune-56121': 'An Oriant',
  'commune-56165': 'Plermael',
  'commune-56178': 'Pondi',
  'commune-56260': 'Gwened',
};

/** English names, by territory id, where they are others than the French ones. */
export const ENGLISH_NAMES: Readonly<Record<string, string>> = { 'region-53': 'Brittany' };

/** Names of EPCI that are in use where the official one is not, by SIREN code. */
export const EPCI_NAMES: Readonly<Record<string, string>> = {
  '243500725': 'Communauté de communes Côte d’Émeraude',
  '243500782': 'Saint-Malo Agglomération',
  '244400610': 'Cap Atlantique',
  '245600465': 'Communauté de communes de Belle-Île-en-Mer',
};

/** Communes that the data set names, inside and outside Brittany. */
export const NAMED_COMMUNES: readonly string[] = [
  // Côtes-d'Armor: Binic-Étables-sur-Mer, Dinan, Guingamp, Lannion, Lanrodec, Loudéac, Ploufragan, Saint-Brieuc.
  ...['22055', '22050', '22070', '22113', '22116', '22136', '22215', '22278'],
  // Finistère: Brest, Hanvec, Morlaix, Quimper.
  ...['29019', '29078', '29151', '29232'],
  // Ille-et-Vilaine: Fougères, Redon, Rennes, Saint-Aubin-d'Aubigné, Vitré.
  ...['35115', '35236', '35238', '35251', '35360'],
  // Morbihan: Auray, Hennebont, Lanester, Lorient, Ploemeur, Ploërmel, Pontivy, Vannes.
  ...['56007', '56083', '56098', '56121', '56162', '56165', '56178', '56260'],
  // Elsewhere: Caen, Bordeaux, Paris, Niort.
  ...['14118', '33063', '75056', '79191'],
];
