import type { Translation } from './messages.ts';
import type { picker as fr } from './picker.fr.ts';

/** English texts. */
export const picker: Translation<typeof fr> = {
  pickerTitle: 'Choose what is shown',
  pickerField_territory: 'Territory',
  pickerField_period: 'Period',
  pickerField_compare: 'Compared with',
  pickerAll: 'All territories',
  pickerAllOf: 'All of {region}',
  pickerLatest: 'The latest',
  pickerPrevious: 'The period before',
  pickerNothing: 'No comparison',
  pickerChosen: '{field}: {choice}',
  pickerKind_region: 'Regions',
  pickerKind_departement: 'Départements',
  pickerKind_pays: 'Local areas',
  pickerKind_epci: 'Groups of communes',
  pickerKind_pole: 'Pôles ESS',
  pickerKind_commune: 'Communes',
  pickerEmpty: 'These data have no territory to choose',
  pickerFound: { one: '{n} territory', other: '{n} territories' },
  pickerNoMatch: 'No territory matches',
  pickerMore: { one: '{n} more: keep typing', other: '{n} more: keep typing' },
};
