/** Titles of the rules that concern a list, and the remedy for whoever has it open in a spreadsheet. */
import type { Text } from '../model/index.ts';

/** Title and remedy of a rule. */
interface Remedy {
  readonly title: Text & { readonly en: string };
  readonly remedy: Text & { readonly en: string };
}

const of = (title: string, remedy: string, english: string, cure: string): Remedy => ({
  title: { fr: title, en: english },
  remedy: { fr: remedy, en: cure },
});

/** Returns the remedy of a rule for whoever has a list open in a spreadsheet; undefined where its messages say it. */
export const remedyOf = (rule: string): Remedy['remedy'] | undefined => REMEDIES[rule]?.remedy;

/** Remedies by rule. Those of other rules stand in their messages. */
export const REMEDIES: Readonly<Record<string, Remedy>> = {
  'personal-columns': of(
    'Colonnes qui semblent personnelles',
    'Retirez ces colonnes du fichier avant de le publier\u202f; gardez-les dans le fichier de travail.',
    'Columns that look personal',
    'Remove these columns from the file before it is published; keep them in the working file.',
  ),
  'name-missing': of(
    'Nom manquant',
    'Écrivez le nom, ou supprimez la ligne.',
    'Name missing',
    'Write the name, or delete the row.',
  ),
  'title-missing': of(
    'Titre manquant',
    'Écrivez le titre, ou supprimez la ligne.',
    'Title missing',
    'Write the title, or delete the row.',
  ),
  'town-unknown': of(
    'Commune inconnue',
    'Écrivez le nom officiel de la commune, ou ajoutez une colonne «\u202fCode postal\u202f» ou «\u202fCode INSEE\u202f».',
    'Unknown commune',
    'Write the official name of the commune, or add a column "Postcode" or "INSEE".',
  ),
  'town-ambiguous': of(
    'Plusieurs communes possibles',
    'Ajoutez une colonne «\u202fCode postal\u202f» ou «\u202fCode INSEE\u202f»\u202f: elle dit laquelle.',
    'Several communes possible',
    'Add a column "Postcode" or "INSEE": it says which one.',
  ),
  'town-position': of(
    'Commune sans position',
    'Ajoutez deux colonnes «\u202fLatitude\u202f» et «\u202fLongitude\u202f», ou une table des communes plus large.',
    'Commune without a position',
    'Add two columns "Latitude" and "Longitude", or use a wider table of communes.',
  ),
  'communes-missing': of(
    'Pas de table des communes',
    'Donnez à la page un jeu de données qui nomme une table des communes.',
    'No table of communes',
    'Give the page a data set that names a table of communes.',
  ),
  'place-missing': of('Lieu manquant', 'Écrivez la commune.', 'Place missing', 'Write the commune.'),
  'place-columns': of(
    'Aucune colonne de lieu',
    'Ajoutez une colonne «\u202fCommune\u202f», ou dites ci-dessous laquelle en tient lieu.',
    'No column of places',
    'Add a column "Town", or say below which column is one.',
  ),
  coordinates: of(
    'Coordonnées douteuses',
    'Écrivez des degrés décimaux dans deux colonnes «\u202fLatitude\u202f» (48,39) et «\u202fLongitude\u202f» (-4,49).',
    'Doubtful coordinates',
    'Write decimal degrees in two columns "Latitude" (48.39) and "Longitude" (-4.49).',
  ),
  date: of(
    'Date illisible',
    'Écrivez jour, mois, année\u202f: 12/03/2026. Dans le tableur, donnez à la colonne le format «\u202fDate\u202f».',
    'Date that cannot be read',
    'Write day, month, year: 12/03/2026. In the spreadsheet, give the column the format "Date".',
  ),
  'date-missing': of('Date manquante', 'Écrivez la date.', 'Date missing', 'Write the date.'),
  posts: of(
    'Articles sans date d’événement',
    'Rien à faire s’ils n’annoncent aucun rendez-vous.',
    'Posts without the date of an event',
    'Nothing to do if they announce no event.',
  ),
  'date-order': of(
    'Fin avant le début',
    'Corrigez la date de début ou de fin.',
    'End before the start',
    'Correct the date of the start or of the end.',
  ),
  duplicate: of(
    'Peut-être en double',
    'Gardez une seule ligne par structure\u202f; si ce sont deux structures, distinguez leurs noms.',
    'Perhaps twice',
    'Keep one row an organisation; where they are two, make their names differ.',
  ),
  'duplicate-id': of(
    'Identifiant déjà pris',
    'Donnez à chaque ligne un identifiant à elle, ou supprimez la colonne.',
    'Identifier already taken',
    'Give each row an identifier of its own, or delete the column.',
  ),
  total: of(
    'Ligne de total',
    'Retirez la ligne\u202f: un total n’est pas une structure.',
    'Row of a total',
    'Remove the row: a total is no organisation.',
  ),
  header: of('En-tête répété', 'Gardez un seul en-tête, en haut.', 'Repeated header', 'Keep one header, at the top.'),
  closed: of(
    'Établissement fermé',
    'Retirez la ligne si la structure n’est plus membre.',
    'Establishment closed',
    'Remove the row if the organisation is a member no more.',
  ),
  siren: of(
    'SIREN ou SIRET illisible',
    'Écrivez neuf chiffres (SIREN) ou quatorze (SIRET)\u202f; donnez à la colonne le format «\u202fTexte\u202f».',
    'SIREN or SIRET that cannot be read',
    'Write nine figures (SIREN) or fourteen (SIRET); give the column the format "Text".',
  ),
  link: of(
    'Adresse, courriel ou téléphone illisible',
    'Écrivez une seule adresse par cellule\u202f: https://…, nom@exemple.fr, 02 98 00 00 00.',
    'Address, e-mail or telephone that cannot be read',
    'Write one address a cell: https://…, name@example.org, 02 98 00 00 00.',
  ),
  'college-missing': of('Collège manquant', 'Écrivez le collège.', 'Collège missing', 'Write the collège.'),
  'college-several': of(
    'Plusieurs collèges',
    'Écrivez un seul collège par ligne.',
    'Several collèges',
    'Write one collège a row.',
  ),
  'cell-error': of(
    'Formule en erreur',
    'Corrigez la formule, ou remplacez-la par sa valeur (collage spécial › valeurs).',
    'Formula in error',
    'Correct the formula, or replace it by its value (paste special › values).',
  ),
  'cell-length': of(
    'Texte trop long',
    'Raccourcissez le texte à 2\u202f000 signes.',
    'Text too long',
    'Shorten the text to 2,000 characters.',
  ),
  cells: of(
    'Ligne décalée',
    'Vérifiez que chaque valeur est sous son titre.',
    'Shifted row',
    'Check that each value is under its title.',
  ),
  columns: of(
    'Colonnes non utilisées',
    'Rien à faire si elles ne servent pas\u202f; sinon, dites ci-dessous ce qu’elles contiennent.',
    'Columns not used',
    'Nothing to do where they are not needed; else say below what is in them.',
  ),
  'status-column': of(
    'Colonne «\u202fStatut\u202f» non lue',
    'Retirez les lignes de ceux qui ne sont plus membres, ou dites ci-dessous ce que contient la colonne.',
    'Column "Statut" not read',
    'Remove the rows of those who are members no more, or say below what is in the column.',
  ),
  'events-list': of(
    'Lu comme un agenda',
    'Si ce sont des adhérents, choisissez «\u202fAdhérents\u202f» ci-dessous.',
    'Read as an agenda',
    'If these are members, choose "Members" below.',
  ),
  'no-rows': of(
    'Aucune ligne de données',
    'Vérifiez que la liste est sous son en-tête.',
    'No row of data',
    'Check that the list is under its header.',
  ),
  quote: of(
    'Guillemet jamais refermé',
    'Retirez le guillemet seul, puis enregistrez de nouveau en CSV.',
    'Quotation mark never closed',
    'Remove the single quotation mark, and save as CSV again.',
  ),
  delimiter: of(
    'Deux séparateurs',
    'Enregistrez de nouveau en CSV, depuis le tableur.',
    'Two separators',
    'Save as CSV again, from the spreadsheet.',
  ),
  'hidden-rows': of(
    'Lignes masquées',
    'Affichez-les pour qu’elles comptent (retirez le filtre), ou supprimez-les.',
    'Hidden rows',
    'Show them if they count (remove the filter), or delete them.',
  ),
  'sheet-size': of(
    'Feuille trop grande',
    'Répartissez la liste dans plusieurs fichiers.',
    'Sheet too large',
    'Divide the list into several files.',
  ),
  sheets: of(
    'Feuilles du classeur',
    'Choisissez la feuille ci-dessous si ce n’est pas celle-ci.',
    'Sheets of the workbook',
    'Choose the sheet below if it is not this one.',
  ),
};
