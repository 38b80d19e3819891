/** Keys of all elements as one table, for the guides: a row for each thing that keys do, with the elements that have it. */
import { about } from '../../packages/elements/src/base/attributes.ts';

type Language = 'fr' | 'en';

const HEAD: Readonly<Record<Language, string>> = {
  fr: '| touches | où est le focus | effet | éléments |',
  en: '| keys | focus on | effect | elements |',
};

const KEYS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ArrowLeft: { fr: '←', en: '←' },
  ArrowRight: { fr: '→', en: '→' },
  ArrowUp: { fr: '↑', en: '↑' },
  ArrowDown: { fr: '↓', en: '↓' },
  Home: { fr: 'Début', en: 'Home' },
  End: { fr: 'Fin', en: 'End' },
  PageUp: { fr: 'Page préc.', en: 'Page Up' },
  PageDown: { fr: 'Page suiv.', en: 'Page Down' },
  Escape: { fr: 'Échap', en: 'Escape' },
  Enter: { fr: 'Entrée', en: 'Enter' },
  Shift: { fr: 'Maj', en: 'Shift' },
  Ctrl: { fr: 'Ctrl', en: 'Ctrl' },
  Meta: { fr: 'Cmd', en: 'Cmd' },
};

/** French of the texts of the table of keys, by the English ones. */
export const KEYS_FR: Readonly<Record<string, string>> = {
  'source card': 'fiche d’une source',
  'source card, share bar': 'fiche d’une source, barre de partage',
  'Closes it; the focus is on its number, or its badge, again.':
    'La ferme ; le focus revient au nombre ou à la pastille.',
  'Closes what it opened; the focus is on its number, its badge, its word or its button again.':
    'Ferme ce qu’elle a ouvert ; le focus revient au nombre, à la pastille, au mot ou au bouton.',
  'chips, where there are many': 'pastilles de filtre, quand il y en a beaucoup',
  'Go to the chip before or after: all chips are one stop.':
    'Vont à la pastille d’avant ou d’après : toutes ne font qu’un arrêt de Tab.',
  'Go to the first or the last chip.': 'Vont à la première ou à la dernière pastille.',
  'mark of a chart': 'valeur d’un graphique',
  'Go to the mark before.': 'Vont à la valeur d’avant.',
  'Go to the next mark.': 'Vont à la valeur d’après.',
  'Go to the first or the last mark.': 'Vont à la première ou à la dernière valeur.',
  'day of the month': 'jour du mois',
  'Choose the day before or after, or the same day of the week before or after.':
    'Choisissent le jour d’avant ou d’après, ou le même jour de la semaine d’avant ou d’après.',
  'Choose the first or the last day of the week.': 'Choisissent le premier ou le dernier jour de la semaine.',
  'Choose the same day of the month before or after; with Shift, of the year.':
    'Choisissent le même jour du mois d’avant ou d’après ; avec Maj, de l’année.',
  map: 'carte',
  'Move the map.': 'Déplacent la carte.',
  'Zoom in, zoom in, zoom out.': 'Agrandissent, agrandissent, réduisent.',
  'Show the whole again.': 'Montrent de nouveau toute la carte.',
  marker: 'repère',
  'Go to the marker before or after: all markers are one stop.':
    'Vont au repère d’avant ou d’après : tous ne font qu’un arrêt de Tab.',
  'Go to the first or the last marker.': 'Vont au premier ou au dernier repère.',
  'Goes back to the map.': 'Revient à la carte.',
  'card of a member': 'fiche d’un adhérent',
  'Closes it.': 'La ferme.',
  'sheet of a narrow map': 'volet d’une carte étroite',
  'Closes it, and goes back to its marker or its button.': 'Le ferme, et revient à son repère ou à son bouton.',
  'tabs of a narrow map': 'onglets d’une carte étroite',
  'Show the map (ArrowLeft, Home) or the list (ArrowRight, End).': 'Montrent la carte (←, Début) ou la liste (→, Fin).',
  page: 'page',
  'Print the report once all of it is there.': 'Impriment le rapport une fois qu’il est entier.',
  'field to search in, where there are many territories': 'champ de recherche, quand il y a beaucoup de territoires',
  'Open the list, and go to the territory after or before.':
    'Ouvrent la liste, et vont au territoire d’après ou d’avant.',
  'the same field': 'même champ',
  'Chooses the territory that is marked.': 'Choisit le territoire marqué.',
  'Closes the list.': 'Ferme la liste.',
  'mark of the months': 'marque des mois',
};

const spelled = (key: string, lang: Language): string =>
  key
    .split(/(?<=.)\+(?=.)/)
    .map((part) => KEYS[part]?.[lang] ?? part.toUpperCase())
    .map((part) => `\`${part}\``)
    .join(' + ');

/** Returns the table of keys in Markdown. */
export function keysIn(lang: Language): string {
  const say = (text: string): string => (lang === 'fr' ? (KEYS_FR[text] ?? text) : text);
  const rows = new Map<string, string[]>();
  for (const [tag, { keys: all }] of Object.entries(about).sort(([one], [other]) => (one < other ? -1 : 1))) {
    for (const { keys, on, effect } of all) {
      const row = `| ${keys.map((key) => spelled(key, lang)).join(' ')} | ${say(on)} | ${say(effect)} |`;
      rows.set(row, [...(rows.get(row) ?? []), `\`${tag}\``]);
    }
  }
  return [HEAD[lang], '|---|---|---|---|', ...[...rows].map(([row, tags]) => `${row} ${tags.join(' ')} |`)].join('\n');
}
