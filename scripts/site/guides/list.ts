/** The guides that the site has, in the order of their index: each in the languages that it is written in. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Text } from '@ess-widgets/core/model';

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A guide in one language. */
export interface Guide {
  readonly file: string;
  readonly lang: Language;
  /** Path of its page, with slashes at both ends. */
  readonly url: string;
  /** Id under which Storybook has it, and other guides link to it. */
  readonly id: string;
  /** Title of its page: its first heading. */
  readonly title: string;
}

/** A guide in its languages, with one sentence on what it is for. */
export interface Pair {
  readonly fr?: Guide;
  readonly en?: Guide;
  readonly about?: Text;
}

/** Part of the index. */
export interface Group {
  readonly title: Text;
  readonly pairs: readonly Pair[];
}

type Row = readonly [names: string, fr: string, en: string];

/** Names of files without their endings, French and English; one name where both have it. */
const GROUPS: readonly (readonly [fr: string, en: string, rows: readonly Row[]])[] = [
  [
    'Commencer',
    'Start',
    [
      [
        'demarrer five-minutes',
        'Un premier widget dans votre page, puis vos propres données.',
        'A first widget in your page, then your own data.',
      ],
      [
        'telecharger download',
        'L’extension pour WordPress, le plugin pour SPIP, les dossiers pour tout autre site.',
        'The plugin for WordPress, the plugin for SPIP, the folders for any other site.',
      ],
      [
        'accueil start',
        'Ce que sont les widgets, et ce que montre chacun.',
        'The widgets, and the content of each of them.',
      ],
    ],
  ],
  [
    'Chaque widget',
    'Each widget',
    [
      [
        'widgets',
        'Chacun tel qu’il se montre, avec le code à copier et ses attributs.',
        'Each of them live, with the code to copy and its attributes.',
      ],
      ['indicateurs indicators', 'Les chiffres que l’on peut choisir.', 'The figures to choose from.'],
      [
        'territoires territories',
        'Le fond de carte, les contours, les communes, le plan de rue.',
        'Basemap, outlines, communes and street map.',
      ],
    ],
  ],
  [
    'Chaque source de données',
    'Each source of data',
    [
      [
        'sources',
        'Un tableur en ligne, un agenda, une carte : l’adresse que vous voyez suffit.',
        'A spreadsheet online, a calendar, a map: the address that you see is enough.',
      ],
      [
        'verifier checking',
        'Trouver les fautes d’une liste, sans rien envoyer.',
        'Find the mistakes of a list; nothing is sent.',
      ],
      ['annee year', 'Les données d’une année, dans un tableur.', 'The data of a year, in a workbook.'],
      [
        'corriger correcting',
        'Un chiffre publié était faux : que faire.',
        'A published figure was wrong: the steps to take.',
      ],
      ['donnees data', 'D’un dossier vide à un jeu de données complet.', 'From an empty folder to a whole data set.'],
      ['raconter telling', 'Écrire les messages de l’année.', 'Write the messages of the year.'],
      [
        'instantane snapshot',
        'Lire chaque nuit ce qu’une page ne peut pas lire.',
        'Read every night what a page cannot read.',
      ],
    ],
  ],
  [
    'Chaque site hôte',
    'Each host site',
    [
      ['wordpress', 'L’extension pour WordPress.', 'The plugin for WordPress.'],
      ['spip', 'Le plugin pour SPIP.', 'The plugin for SPIP.'],
      [
        'integrer embed',
        'Tout autre site : les deux lignes, les hauteurs, les réglages.',
        'Any other site: the two lines, the heights, the settings.',
      ],
      [
        'dossier folder',
        'Poser les fichiers, les servir, les mettre à jour.',
        'Copy the files, serve them, update them.',
      ],
      ['messages', 'Un message s’affiche, ou rien : la cause et le remède.', 'A message or a blank: cause and cure.'],
    ],
  ],
  ['Apparence', 'Appearance', [['theme', 'Couleurs, apparences, clair et sombre.', 'Colours, looks, light and dark.']]],
  [
    'Vie privée et accessibilité',
    'Privacy and accessibility',
    [
      [
        'confidentialite privacy',
        'Ce qui est gardé, ce qui est demandé, ce qu’il faut écrire à vos visiteurs.',
        'What is stored and asked for, and words for your privacy policy.',
      ],
      [
        'accessibilite accessibility',
        'Ce qui tient, les touches, un paragraphe pour votre déclaration.',
        'What holds, the keys, a paragraph for your statement.',
      ],
    ],
  ],
  [
    'Développer',
    'Develop',
    [
      ['frameworks', 'React, Vue, Angular, Svelte.', 'React, Vue, Angular, Svelte.'],
      [
        'etendre extending',
        'Un indicateur, une source, une langue de plus.',
        'One more indicator, source or language.',
      ],
      ['tester testing', 'Tester une page qui a des widgets.', 'Test a page that has widgets.'],
      ['migrer upgrading', 'Ce qui change de la 0.1 à la 0.2.', 'Changes from 0.1 to 0.2.'],
    ],
  ],
];

/** Addresses of the page of archives, which is a guide with a place of its own on the site. */
export const DOWNLOADS: Readonly<Record<Language, string>> = { fr: '/telecharger/', en: '/telecharger/en/' };
const ELSEWHERE: Readonly<Record<string, string>> = { telecharger: DOWNLOADS.fr, download: DOWNLOADS.en };

/** First word of the titles of guides that belong to the last group; those of no row go there by it. */
const DEVELOPING = 'Développer';

/** Returns the id that Storybook makes of the title of a page. */
const idOf = (title: string): string =>
  `${title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')}--docs`;

interface Found extends Guide {
  readonly name: string;
  readonly isOfDevelopers: boolean;
}

/** @throws where a file has no title or no heading */
function guideIn(folder: string, file: string): Found {
  const [, name = '', lang = ''] = /^(.+)\.([a-z]+)\.mdx$/.exec(file) ?? [];
  const text = readFileSync(path.join(folder, file), 'utf8');
  const meta = /<Meta title="([^"]+)"/.exec(text)?.[1];
  const title = /^# (.+)$/m.exec(text)?.[1]?.replaceAll('`', '');
  const known = LANGUAGES.find((each) => each === lang);
  if (!known || !meta || !title) {
    throw new TypeError(
      `${file}: a guide is named <name>.fr.mdx or <name>.en.mdx and has a <Meta title="…"> and a "# …"`,
    );
  }
  const url = ELSEWHERE[name] ?? `/guides/${known === 'fr' ? '' : `${known}/`}${name}/`;
  return { file, name, lang: known, url, id: idOf(meta), title, isOfDevelopers: meta.startsWith(DEVELOPING) };
}

/**
 * Returns the guides of a folder, group by group. A row whose files do not exist is left out; files that no row names
 * follow at the end, in the group that their title says.
 */
export function groupsIn(folder: string): readonly Group[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.mdx'));
  const all = files.map((file) => guideIn(folder, file));
  const named = new Set<string>();
  const find = (name: string, lang: Language): { readonly [key in Language]?: Guide } => {
    const guide = all.find((each) => each.name === name && each.lang === lang);
    if (guide) named.add(guide.file);
    return guide ? { [lang]: guide } : {};
  };
  const pairOf = ([names, fr, en]: Row): Pair => {
    const [french = '', english = french] = names.split(' ');
    return { ...find(french, 'fr'), ...find(english, 'en'), about: { fr, en } };
  };
  const groups = GROUPS.map(([fr, en, rows]) => ({ title: { fr, en }, pairs: rows.map(pairOf) }));
  const others = (isOfDevelopers: boolean): readonly Pair[] => {
    const left = all.filter((each) => !named.has(each.file) && each.isOfDevelopers === isOfDevelopers);
    return [...new Set(left.map(({ name }) => name))].map((name) => ({ ...find(name, 'fr'), ...find(name, 'en') }));
  };
  const ofDevelopers = others(true);
  return [
    ...groups.map((group) =>
      group.title.fr === DEVELOPING ? { ...group, pairs: [...group.pairs, ...ofDevelopers] } : group,
    ),
    { title: { fr: 'Autres guides', en: 'Other guides' }, pairs: others(false) },
  ]
    .map(({ title, pairs }) => ({ title, pairs: pairs.filter(({ fr, en }) => fr ?? en) }))
    .filter(({ pairs }) => pairs.length > 0);
}
