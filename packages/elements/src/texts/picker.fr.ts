/** French texts of the choice of a territory and of a period. */
export const picker = {
  // The choice of a territory and of a period.
  pickerTitle: 'Choisir ce qui est montré',
  pickerField_territory: 'Territoire',
  pickerField_period: 'Période',
  pickerField_compare: 'Comparé à',
  pickerAll: 'Tous les territoires',
  pickerAllOf: 'Toute la région {region}',
  pickerLatest: 'La plus récente',
  pickerPrevious: 'La période précédente',
  pickerNothing: 'Aucune comparaison',
  pickerChosen: '{field}\u202f: {choice}',
  pickerKind_region: 'Régions',
  pickerKind_departement: 'Départements',
  pickerKind_pays: 'Pays',
  pickerKind_epci: 'Intercommunalités',
  pickerKind_pole: 'Pôles ESS',
  pickerKind_commune: 'Communes',
  pickerEmpty: 'Aucun territoire à choisir dans ces données',
  pickerFound: { one: '{n} territoire', other: '{n} territoires' },
  pickerNoMatch: 'Aucun territoire ne correspond',
  pickerCounted: '{name} · {count}',
  pickerRegional: 'Chiffres régionaux\u202f:',
  pickerRegionalOf:
    'ceux qui ne sont pas connus pour «\u202f{name}\u202f» restent ceux de la région {region}, et le disent.',
  pickerRegionalAll: 'ceux qui ne sont pas connus pour «\u202f{name}\u202f» restent ceux de l’ensemble, et le disent.',
  pickerMore: { one: '{n} autre\u202f: continuez à écrire', other: '{n} autres\u202f: continuez à écrire' },
};
