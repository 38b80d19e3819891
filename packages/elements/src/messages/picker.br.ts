import type { Translation } from './messages.ts';
import type { picker as fr } from './picker.fr.ts';

/** Breton texts. They wait for a speaker's review; what is missing falls back to French and says so. */
export const picker: Translation<typeof fr> = {
  pickerTitle: 'Dibab ar pezh a vez diskouezet',
  pickerField_territory: 'Tiriad',
  pickerField_period: 'Prantad',
  pickerField_compare: 'Keñveriet gant',
  pickerAll: 'An holl diriadoù',
  pickerAllOf: '{region} a-bezh',
  pickerLatest: 'An hini nevesañ',
  pickerPrevious: 'Ar prantad a-raok',
  pickerNothing: 'Keñveriadenn ebet',
  pickerChosen: '{field}\u202f: {choice}',
  pickerKind_region: 'Rannvroioù',
  pickerKind_departement: 'Departamantoù',
  pickerKind_pays: 'Broioù',
  pickerKind_epci: 'Etrekumuniezhioù',
  pickerKind_pole: 'Poloù EKS',
  pickerKind_commune: 'Kumunioù',
  pickerEmpty: 'Tiriad ebet da zibab er roadennoù-mañ',
  pickerFound: { two: '{n} diriad', many: '{n} a diriadoù', other: '{n} tiriad' },
  pickerNoMatch: 'Tiriad ebet ne glot',
  pickerMore: { other: '{n} all\u202f: kendalc’hit da skrivañ' },
};
