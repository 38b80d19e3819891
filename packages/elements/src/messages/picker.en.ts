import type { Translation } from './messages.ts';
import type { picker as fr } from './picker.fr.ts';

/** English texts. */
export const picker: Translation<typeof fr> = {
  pickerTitle: 'Choose what is shown',
  pickerTerritory: 'Territory',
  pickerPeriod: 'Period',
  pickerCompare: 'Compared with',
  pickerAll: 'All territories',
  pickerAllOf: 'All of {region}',
  pickerLatest: 'The latest',
  pickerPrevious: 'The period before',
  pickerNothing: 'No comparison',
  pickerChosen: '{field}: {choice}',
  pickerRegions: 'Regions',
  pickerDepartements: 'Départements',
  pickerPays: 'Local areas',
  pickerEpci: 'Groups of communes',
  pickerPoles: 'Pôles ESS',
  pickerCommunes: 'Communes',
  pickerEmpty: 'These data have no territory to choose',
  pickerFound: { one: '{n} territory', other: '{n} territories' },
  pickerNoMatch: 'No territory matches',
  pickerMore: { one: '{n} more: keep typing', other: '{n} more: keep typing' },
};
