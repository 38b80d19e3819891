/** The tables of attributes, of their words and of heights for the plugins of host sites, and SPIP’s forms of modèles. */
import {
  attributeWords,
  type FormText,
  modeles,
  valueWords,
} from '../../packages/elements/src/base/attribute-words.ts';
import { type Attribute, attributesOf, containers } from '../../packages/elements/src/base/attributes.ts';
import { HEIGHTS } from '../../packages/elements/src/base/card/heights.ts';
import { blockRows } from './attributes.ts';
import { tagsOf } from './elements.ts';
import type { Generated } from './files.ts';
import { quoted, table } from './php.ts';

const FOLDER = 'packages/host-php';

/** Elements that say what others beside them show: alone in a block they have nothing to do. */
const FOR_OTHERS: readonly string[] = [...containers, 'ess-territory-picker'];

/** Attributes that have words, in the order of a form. */
const FORM = Object.keys(attributeWords);

/** Returns the attributes that a form sets on a widget, in its order. */
function rowsOfForm(tag: string): readonly (readonly [string, Attribute])[] {
  const rows = Object.entries(blockRows(attributesOf(tag)));
  const unknown = rows.filter(([name]) => !FORM.includes(name)).map(([name]) => name);
  if (unknown.length > 0) throw new Error(`base/attribute-words.ts has no words for: ${unknown.join(', ')}.`);
  return rows.sort(([one], [other]) => FORM.indexOf(one) - FORM.indexOf(other));
}

const isFirst = (tag: string, name: string): boolean => {
  const { first = [] } = attributeWords[name] ?? {};
  return first === 'all' || first.includes(tag);
};

const choicesOf = ({ type, values, isOpen }: Attribute): readonly string[] =>
  type === 'choice' && !isOpen ? (values ?? []) : [];

/** Returns the attributes of one widget as lines of PHP. */
const rowsOf = (tag: string): string =>
  rowsOfForm(tag)
    .map(([name, row]) => {
      const { type, default: initial } = row;
      const choices = choicesOf(row);
      const said = [
        `'type' => ${quoted(type)}`,
        ...(choices.length > 0 ? [`'values' => [${choices.map(quoted).join(', ')}]`] : []),
        ...(initial ? [`'default' => ${quoted(initial)}`] : []),
        ...(isFirst(tag, name) ? [`'first' => true`] : []),
      ];
      return `        ${quoted(name)} => [${said.join(', ')}],\n`;
    })
    .join('');

/** Returns a table of texts in both languages. */
const textsOf = (rows: readonly (readonly [key: string, words: FormText | undefined])[]): readonly string[] =>
  (['fr', 'en'] as const).map((lang) => {
    const own = rows.flatMap(([key, words]) => (words ? `        ${quoted(key)} => ${quoted(words[lang])},\n` : []));
    return `    ${quoted(lang)} => [\n${own.join('')}    ],\n`;
  });

const WORDS_FILE = 'elements/src/base/attribute-words.ts';

/** Returns the words of attributes and values for the editor of WordPress. */
const wordpressWords = (): string =>
  table(WORDS_FILE, 'Names of attributes and of their values, and what to write there.', [
    ...textsOf([
      ...Object.entries(attributeWords).flatMap(([name, { label, help }]) => [
        [`attribute_${name}`, label] as const,
        [`help_${name}`, help] as const,
      ]),
      ...Object.entries(valueWords).map(([name, words]) => [`value_${name}`, words] as const),
    ]),
  ]);

/** Returns the words of attributes and values for forms of modèles. */
const spipWords = (): string =>
  table(WORDS_FILE, 'Names of parameters of modèles and of their values, and what to write there.', [
    ...textsOf([
      ...Object.values(attributeWords).flatMap(({ label, help, modele }) => [
        [`parametre_${modele}`, label] as const,
        [`aide_${modele}`, help] as const,
      ]),
      ...Object.values(valueWords).map((words) => [`valeur_${words.modele}`, words] as const),
    ]),
  ]);

/** Returns the words of a modèle for attributes, and for the values that have another name there. */
function modeleWords(): string {
  const rows = (words: readonly (readonly [name: string, { readonly modele: string }])[]): string =>
    words
      .map(([name, { modele }]) => `        ${quoted(modele)} => ${quoted(name)},\n`)
      .sort()
      .join('');
  return table(WORDS_FILE, 'Attributes and values by their words in a modèle.', [
    `    'attributs' => [\n${rows(Object.entries(attributeWords).filter(([name]) => name !== 'lang'))}    ],\n`,
    `    'valeurs' => [\n${rows(Object.entries(valueWords).filter(([name, { modele }]) => modele !== name))}    ],\n`,
  ]);
}

/** Returns the form of a modèle, for « Insérer des modèles ». */
function form(modele: string, tag: string): string {
  const fields = rowsOfForm(tag)
    // The field of the source takes an address too.
    .filter(([name]) => isFirst(tag, name) && name !== 'src')
    .map(([name, row]) => {
      const { modele: word = name, help } = attributeWords[name] ?? {};
      const choices = choicesOf(row);
      const option = (value: string): string => {
        const { modele: said = value } = valueWords[value] ?? {};
        return `        ${said}: "${valueWords[value] ? `<:ess_widgets:valeur_${said}:>` : value}"\n`;
      };
      return `  - saisie: "${choices.length > 0 ? 'selection' : 'input'}"
    options:
      nom: "${word}"
      label: "<:ess_widgets:parametre_${word}:>"
${help ? `      explication: "<:ess_widgets:aide_${word}:>"\n` : ''}${row.isRequired ? '      obligatoire: "oui"\n' : ''}${choices.length > 0 ? `      datas:\n${choices.map(option).join('')}` : ''}`;
    });
  return `# Generated by \`npm run sync\` from packages/${WORDS_FILE}: do not edit.
nom: "<:ess_widgets:modele_${modele}:>"
logo: "images/ess_widgets-xx.svg"
parametres:
${fields.join('')}`;
}

/** Returns the tables of the widgets that stand alone in a post, by their names in a block. */
export function hostAttributes(root: string): Generated {
  const tags = tagsOf(root).filter((tag) => !FOR_OTHERS.includes(tag));
  const nameOf = (tag: string): string => quoted(tag.slice('ess-'.length));
  const attributes = tags.map((tag) => `    ${nameOf(tag)} => [\n${rowsOf(tag)}    ],\n`);
  const heights = tags.flatMap((tag) => (HEIGHTS[tag] ? [`    ${nameOf(tag)} => ${quoted(HEIGHTS[tag])},\n`] : []));
  return new Map([
    [
      `${FOLDER}/attributes.php`,
      table('elements/src/base/attributes.ts', 'Widgets, and the attributes that a block may set on each.', attributes),
    ],
    [
      `${FOLDER}/heights.php`,
      table(
        'elements/src/base/card/heights.ts',
        'Heights that a page reserves for widgets until they are ready (`min-height`).',
        heights,
      ),
    ],
    ['packages/wordpress/words.php', wordpressWords()],
    ['packages/spip/lang/mots.php', spipWords()],
    ['packages/spip/mots.php', modeleWords()],
    ...Object.entries(modeles).map(
      ([tag, modele]) => [`packages/spip/modeles/ess_${modele}.yaml`, form(modele, tag)] as const,
    ),
  ]);
}
