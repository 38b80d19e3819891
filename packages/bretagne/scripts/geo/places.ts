/** Towns and seas named on the maps, and Breton names: written by hand, positions come from the commune table. */

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

/** French names of the départements. */
export const DEPARTEMENT_NAMES = {
  '22': 'Côtes-d’Armor',
  '29': 'Finistère',
  '35': 'Ille-et-Vilaine',
  '56': 'Morbihan',
} as const;

/** Breton names, by territory id. */
export const BRETON_NAMES: Readonly<Record<string, string>> = {
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

/** What EPCI are called, where their official name is not that, by SIREN code. */
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
