import type { Dimension } from '../model/dataset.ts';

/** Dimensions that several indicators share. Exclusive: each thing falls in one category at most, so shares may be taken. */
export const byCollege: Dimension = {
  id: 'college',
  label: { fr: 'collège', br: 'skolaj', en: 'college' },
  exclusive: true,
};
export const byCommune: Dimension = {
  id: 'commune',
  label: { fr: 'commune', br: 'kumun', en: 'commune' },
  exclusive: true,
};
export const byDepartement: Dimension = {
  id: 'departement',
  label: { fr: 'département', br: 'departamant', en: 'département' },
  exclusive: true,
};
export const byChannel: Dimension = {
  id: 'channel',
  label: { fr: 'canal', br: 'kanol', en: 'channel' },
  exclusive: false,
};
export const byGender: Dimension = { id: 'gender', label: { fr: 'genre', br: 'reizh', en: 'gender' }, exclusive: true };
export const byAffiliation: Dimension = {
  id: 'affiliation',
  label: { fr: 'type de structure', br: 'seurt frammad', en: 'type of organisation' },
  exclusive: true,
};
