import type { Dimension } from '../model/dataset.ts';

/**
 * Dimensions that several indicators share. Exclusive: each thing falls in one category at most, so shares may be taken.
 * Exhaustive: each falls in one, so the parts make the total.
 */
export const byCollege: Dimension = {
  id: 'college',
  label: { fr: 'collège', br: 'skolaj', en: 'college' },
  exclusive: true,
  exhaustive: true,
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
export const byGender: Dimension = {
  id: 'gender',
  label: { fr: 'genre', br: 'reizh', en: 'gender' },
  exclusive: true,
  exhaustive: true,
};
export const byAffiliation: Dimension = {
  id: 'affiliation',
  label: { fr: 'type de structure', br: 'seurt frammad', en: 'type of organisation' },
  exclusive: true,
  exhaustive: true,
};

const dimension = (id: string, fr: string, br: string, en: string, exclusive: boolean): Dimension => ({
  id,
  label: { fr, br, en },
  exclusive,
});

/** A programme or an event: what an organisation took part in may be part of something wider. */
export const byProgramme = dimension('programme', 'programme', 'programm', 'programme', false);
/** Networks share members. */
export const byNetwork = dimension('network', 'réseau', 'rouedad', 'network', false);
export const byCall = dimension('call', 'appel', 'galv', 'call', true);
export const byEvent = dimension('event', 'rencontre', 'darvoud', 'event', true);
/** Territories of several kinds lie in each other. */
export const byTerritory = dimension('territory', 'territoire', 'tiriad', 'territory', false);
export const byMode = dimension('mode', 'mode', 'doare', 'mode', true);
export const byLot = dimension('lot', 'lot', 'lodenn', 'lot', true);
export const byContract: Dimension = {
  ...dimension('contract', 'contrat', 'kevrat', 'contract', true),
  exhaustive: true,
};
export const byKind: Dimension = { ...dimension('kind', 'type', 'seurt', 'kind', true), exhaustive: true };
