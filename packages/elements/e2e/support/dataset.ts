/** A data set of a made-up network in one file, as a partner may have written it: no build has measured anything. */
export const datasetOf = (collections: Readonly<Record<string, readonly object[]>>): object => ({
  format: 'ess-dataset/1',
  id: 'essai',
  title: { fr: 'Données d’essai' },
  publisher: { name: 'Réseau d’essai' },
  licence: { name: 'CC0' },
  language: 'fr',
  updated: '2025-03-05',
  network: 'reseau',
  periods: ['2024'],
  collections,
});
