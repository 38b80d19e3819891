/** Organisations whose kind tells the article of their French name. */
const FEMININE = /^(cress|chambre|fédération|coopérative|maison|ligue|confédération|région)(?= |$)/i;
const MASCULINE = /^(pôle|réseau|groupement|collectif|centre|mouvement|conseil)(?= |$)/i;
const WITH_VOWEL = /^(union|association|agence|alliance)(?= |$)/i;

/**
 * Returns the name of an organisation as a noun of a French sentence: "la Cress Bretagne"; without its article where we
 * do not know it.
 */
export function frenchOrganisation(name: string): string {
  if (WITH_VOWEL.test(name)) return `l’${name}`;
  return FEMININE.test(name) ? `la ${name}` : MASCULINE.test(name) ? `le ${name}` : name;
}
