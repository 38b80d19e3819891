/** The words of the page, French and English whole. */
import type { Destination } from '../../elements/src/base/embed.ts';

export type Lang = 'fr' | 'en';

const plural = (n: number, one: string, more: string, isFrench: boolean): string =>
  `${n} ${(isFrench ? n < 2 : n === 1) ? one : more}`;

const fr = {
  title: 'L’Atelier',
  intro:
    'De ce que vous avez à un widget sur votre site. Tout se passe dans votre navigateur\u202f: rien n’est envoyé, rien n’est gardé.',
  steps: 'Étapes',
  bring: 'Apporter',
  choose: 'Choisir',
  place: 'Placer',
  take: 'Emporter',
  other: 'English',
  dropped: (names: string) =>
    `L’adresse de cette page disait aussi ${names}\u202f: cela ne veut rien dire ici, et n’est pas repris.`,
  bringHint:
    'Partez des chiffres de la Cress, ou de votre propre liste\u202f: un fichier, ou l’adresse où elle se trouve.',
  cress: 'Prendre les chiffres de la Cress',
  own: 'Votre liste, votre agenda, vos chiffres',
  againFile: (name: string) =>
    `Ce lien partait du fichier «\u202f${name}\u202f», qui n’est pas dans le lien\u202f: redéposez-le.`,
  againAddress: (host: string) => `Ce lien part d’une adresse de ${host}. Elle n’est lue que si vous le voulez.`,
  readAddress: (host: string) => `Lire ${host}`,
  year: 'Le classeur de l’année, ou une archive emportée d’ici',
  yearHint:
    'Le classeur se remplit dans un tableur, à partir des données de l’an dernier\u202f: celles de la Cress, ou celles de l’archive que vous venez de lire.',
  yearOf: 'Année',
  blank: 'Prendre un classeur à remplir',
  filled: 'Lire le classeur rempli (.xlsx)',
  archive: 'Lire une archive emportée (.zip)',
  yearRead: (year: string) => `Le classeur de ${year}`,
  toCorrect: (n: number) =>
    `${plural(n, 'cellule est à corriger', 'cellules sont à corriger', true)}\u202f: corrigez le classeur, puis lisez-le de nouveau.`,
  yearCounts: (added: number, changed: number) =>
    `${plural(added, 'fiche nouvelle', 'fiches nouvelles', true)}, ${plural(changed, 'modifiée', 'modifiées', true)}. Le rapport et les widgets sont à l’étape 2.`,
  problems: 'À corriger',
  doubts: 'À relire',
  news: 'Ce que les contrôles trouvent de nouveau',
  cell: (sheet: string, line: number | undefined, column: string | undefined) =>
    `${sheet}${line === undefined ? '' : `, ${column ?? 'ligne '}${line}`}`,
  moreFindings: (n: number) => `et ${n} autres`,
  unread: (n: number) =>
    `${plural(n, 'texte', 'textes', true)} de l’an dernier, non relus\u202f: ils ne seront pas publiés.`,
  notRead: (names: string) => `Feuilles qui ne sont pas lues\u202f: ${names}.`,
  public: 'Ce qui devient public',
  publicHint:
    'Les colonnes cochées seront lues par tous les visiteurs. Celles qui semblent personnelles ne sont pas cochées\u202f: elles ne quittent pas cette page.',
  personal: 'semble personnelle',
  secret: {
    private:
      'Cette adresse ouvre des données privées\u202f: elle n’entre dans aucun lien, aucun code, aucune archive. Prenez l’adresse publique, ou emportez les données.',
    secret:
      'Cette adresse contient un mot de passe ou un jeton\u202f: elle n’entre dans aucun lien, aucun code, aucune archive. Déclarez-la dans l’extension du site, ou emportez les données.',
    key: 'Cette adresse contient une clé\u202f: elle n’entre dans aucun code. Déclarez-la dans l’extension du site, ou emportez les données.',
  },
  brought: (title: string, counts: string) => `${title}\u202f: ${counts}.`,
  members: (n: number, placed: number) =>
    `${plural(n, 'adhérent', 'adhérents', true)}, ${plural(placed, 'situé', 'situés', true)}`,
  events: (n: number) => plural(n, 'événement', 'événements', true),
  source: (members: number, events: number, day: string) =>
    [
      ...(members > 0 ? [plural(members, 'adhérent', 'adhérents', true)] : []),
      ...(events > 0 ? [plural(events, 'événement', 'événements', true)] : []),
      `données du ${day}`,
    ].join(', '),
  drop: (name: string) => `Retirer «\u202f${name}\u202f»`,
  another: 'Ajouter une autre source',
  anotherHint: 'Celle-ci reste\u202f: une liste et un agenda se montrent ensemble.',
  bringAnother: 'Apportez maintenant l’autre source, ci-dessus\u202f: elle s’ajoute à celles-ci.',
  figures: (n: number) => plural(n, 'indicateur', 'indicateurs', true),
  offers: (n: number) => plural(n, 'widget possible', 'widgets possibles', true),
  working: 'Lecture en cours…',
  failed: 'Cela n’a pas pu se faire.',
  chooseLacks: 'Il manque une source\u202f: apportez-la à l’étape 1.',
  chooseHint: 'Ce que vos données peuvent montrer. Aucun de ces widgets ne serait vide.',
  widget: 'Widget',
  others: (n: number) => `${n} autres, par leur nom`,
  more: 'Plus de réglages',
  auto: '(par défaut)',
  accent: 'Couleur d’accent',
  noAccent: 'Sans couleur',
  readable: 'lisible',
  darkened: 'assombrie pour être lisible',
  lightened: 'éclaircie pour être lisible',
  unreadable: 'illisible\u202f: choisissez-en une autre',
  preview: 'Aperçu',
  previewOf: 'Largeur de l’aperçu',
  ground: 'Fond de l’aperçu',
  light: 'Clair',
  dark: 'Sombre',
  placeHint: 'Où allez-vous le coller, et avec quels droits\u202f?',
  placeLacks: 'Il manque un widget\u202f: choisissez-le à l’étape 2.',
  where: 'Où le coller',
  right: 'Vos droits',
  destinations: {
    'wordpress-plugin': 'WordPress, avec l’extension ESS Widgets',
    wordpress: 'WordPress, sans l’extension',
    spip: 'SPIP',
    html: 'Un site en HTML, par FTP',
    frame: 'Wix, Squarespace, Google Sites',
    notion: 'Notion, SharePoint',
    mail: 'Une lettre d’information, Word',
    code: 'React, Vue, Svelte, Angular',
  } as Record<Destination, string>,
  rights: {
    any: 'tous les rôles',
    editor: 'administrateur, éditeur',
    author: 'auteur, contributeur, wordpress.com',
    plugin: 'avec le plugin ESS Widgets',
    none: 'sans le plugin',
    ftp: 'accès FTP',
    frame: 'cadre (iframe)',
    link: 'lien seul',
    developer: 'développement',
  } as Record<string, string>,
  home: 'Adresse du dossier emporté',
  homeTake: 'Adresse qu’aura ce dossier (facultatif)',
  homeWhy:
    'Avec elle, chaque widget a une page qui se partage avec son titre et son image\u202f; sans elle, ces pages ne disent pas leur adresse.',
  homeHint: 'Où le dossier de l’étape 4 sera sur votre site. Par exemple https://votre-site.fr/ess-widgets/',
  homeLacks:
    'Vos données viennent d’un fichier\u202f: emportez d’abord le dossier (étape 4), déposez-le sur votre site, et écrivez son adresse ici. Le code la contiendra.',
  frameLacks:
    'Cet endroit montre une page du dossier, qui lit les données par leur nom\u202f: emportez-le (étape 4), déposez-le sur un site, et écrivez son adresse ici. Vos données y restent lues en direct.',
  secretLacks:
    'Ces données n’ont pas d’adresse qu’une page puisse lire\u202f: emportez-les (étape 4), ou déclarez-les dans l’extension du site.',
  paste: {
    'wordpress-plugin': 'Dans l’éditeur, collez ce bloc dans un paragraphe vide.',
    wordpress: 'Ajoutez un bloc «\u202fHTML personnalisé\u202f» et collez-y ce code.',
    spip: 'Collez ce code dans le texte de l’article.',
    html: 'Collez ces lignes dans la page, là où le widget doit paraître.',
    frame:
      'Ajoutez un élément «\u202fHTML\u202f» ou «\u202fIntégrer\u202f», et collez-y ce cadre. Sa hauteur est celle de l’aperçu\u202f: choisissez la largeur de votre colonne.',
    notion:
      'Tapez /embed (Notion) ou ajoutez un composant «\u202fIncorporer\u202f» (SharePoint, si l’administrateur a admis cet hôte), et collez cette adresse.',
    mail: 'Copiez l’ensemble, et collez-le dans le message\u202f; ou téléchargez l’image, et ajoutez-y ce lien.',
    code: 'Après npm install @ess-widgets/elements\u202f:',
  } as Record<Destination, string>,
  pastePage:
    'Collez cette adresse seule sur sa ligne\u202f: WordPress montre le widget s’il connaît ce site, sinon un lien. Le dossier doit être en ligne.',
  card: 'Prendre l’image seule (PNG)',
  cardCopy: 'Copier l’image, la phrase et le lien',
  cardHint: 'Un seul collage, dans la lettre ou dans Word.',
  cardCopied: 'Copié\u202f: l’image, la phrase et le lien. Collez-les dans la lettre.',
  cardRefused:
    'Le navigateur n’a pas laissé copier l’image\u202f: rien n’a été copié. Prenez-la seule, ajoutez-la au message, puis copiez le lien.',
  code: 'Code à coller',
  shortcode: 'Le même, pour l’éditeur classique',
  link: 'Sinon, ce lien',
  once: 'Une fois pour tout le site, cette ligne',
  ask: 'Message à envoyer au webmestre',
  copy: 'Copier',
  copied: 'Copié.',
  byHand: 'Sélectionné\u202f: copiez-le avec Ctrl+C.',
  weight: (kb: number, files: number) =>
    `Pèse ${kb}\u202fKo compressés, en ${files} fichiers, la première fois\u202f; ensuite presque rien.`,
  access:
    'Accessibilité\u202f: au clavier et au lecteur d’écran, jusqu’à 400\u202f% de zoom, sans information portée par la seule couleur. Donnez au widget un niveau de titre qui suit celui de la page.',
  takeHint:
    'Une archive à décompresser\u202f: données, images fixes, page, et tout ce qu’il faut pour les montrer. Déposez son contenu par FTP\u202f: cela marche.',
  takeLacks: 'Il manque une source\u202f: apportez-la à l’étape 1.',
  site: 'Pour le site',
  siteHint: 'Sans ce qui est à usage interne. Le widget choisi est sur la page\u202f; sans choix, les douze premiers.',
  keep: 'À garder',
  keepHint: 'Les données complètes. Jamais pour le serveur.',
  noRelease:
    'Cette copie de l’Atelier n’a pas le dossier à déposer sur un autre site (folder.zip)\u202f: prenez-le dans l’Atelier du site d’ESS Widgets.',
  takePlugin: 'Ce site a déjà le code et les chiffres, par son extension\u202f: il n’y a pas de dossier à y déposer.',
  pluginLacks:
    'Vos données viennent d’un fichier, que ce site ne peut pas lire\u202f: mettez-le à une adresse (un tableur en ligne, la médiathèque du site), et apportez cette adresse à l’étape 1.',
  hostIntro: 'Ce qui s’enregistre sur ce site, vous le confirmez d’abord.',
  hostReads: 'Une adresse que votre navigateur n’a pas le droit de lire est lue par le serveur de ce site.',
  saveSource: 'Enregistrer la source sur ce site',
  saveSourceHint: (name: string) =>
    `Son serveur lira l’adresse, sous le nom «\u202f${name}\u202f». Vous confirmez d’abord.`,
  draftPage: 'Créer la page',
  draftPageHint: 'Un brouillon avec ce widget s’ouvre dans l’éditeur\u202f; rien n’est publié. Vous confirmez d’abord.',
  draftWithSource:
    'La source est enregistrée avec un brouillon, qui s’ouvre dans l’éditeur\u202f; rien n’est publié. Vous confirmez d’abord.',
  taken: (name: string) => `${name} est dans vos téléchargements.`,
  checking: 'Vérification en cours…',
  checks: {
    cors: 'Vérifié\u202f: les pages d’autres sites peuvent lire cette adresse.',
    server: 'Vérifié\u202f: cette adresse répond. Le serveur de votre site la lira.',
    blocked:
      'Cette adresse ne se laisse pas lire par d’autres pages. Avec l’extension, votre site la lira\u202f; sinon, emportez les données.',
    gone: 'Cette adresse ne répond pas.',
    http: 'Une page en https ne peut pas lire une adresse en http\u202f: prenez celle en https.',
  },
};

export type Words = typeof fr;

const en: Words = {
  title: 'The Atelier',
  intro:
    'From what you have to a widget on your site. Everything happens in your browser: nothing is sent, nothing is kept.',
  steps: 'Steps',
  bring: 'Bring',
  choose: 'Choose',
  place: 'Place',
  take: 'Take home',
  other: 'Français',
  dropped: (names) => `The address of this page also said ${names}: that means nothing here, and is left out.`,
  bringHint: 'Begin with the figures of the Cress, or with a list of your own: a file, or the address where it is.',
  cress: 'Take the figures of the Cress',
  own: 'Your list, your calendar, your figures',
  againFile: (name) => `This link began with the file “${name}”, which is not in the link: drop it again.`,
  againAddress: (host) => `This link begins with an address of ${host}. It is read only if you want it.`,
  readAddress: (host) => `Read ${host}`,
  year: 'The workbook of the year, or an archive taken home from here',
  yearHint:
    'The workbook is filled in with a spreadsheet program, from the data of last year: those of the Cress, or those of the archive that you have just read.',
  yearOf: 'Year',
  blank: 'Take a workbook to fill in',
  filled: 'Read the filled workbook (.xlsx)',
  archive: 'Read an archive taken home (.zip)',
  yearRead: (year) => `The workbook of ${year}`,
  toCorrect: (n) =>
    `${plural(n, 'cell is', 'cells are', false)} to be corrected: correct the workbook, then read it again.`,
  yearCounts: (added, changed) =>
    `${plural(added, 'new record', 'new records', false)}, ${changed} changed. The report and the widgets are in step 2.`,
  problems: 'To correct',
  doubts: 'To look at again',
  news: 'What checks find for the first time',
  cell: (sheet, line, column) => `${sheet}${line === undefined ? '' : `, ${column ?? 'row '}${line}`}`,
  moreFindings: (n) => `and ${n} more`,
  unread: (n) => `${plural(n, 'text', 'texts', false)} of last year that nobody has read again: not published.`,
  notRead: (names) => `Sheets that are not read: ${names}.`,
  public: 'What becomes public',
  publicHint:
    'Every visitor will read the columns that are ticked. Those that look personal are not: they do not leave this page.',
  personal: 'looks personal',
  secret: {
    private:
      'This address opens private data: it is in no link, no code and no archive. Take the public address, or take the data home.',
    secret:
      'This address has a password or a token: it is in no link, no code and no archive. Declare it in the plugin of the site, or take the data home.',
    key: 'This address has a key: it is in no code. Declare it in the plugin of the site, or take the data home.',
  },
  brought: (title, counts) => `${title}: ${counts}.`,
  members: (n, placed) => `${plural(n, 'member', 'members', false)}, ${placed} placed`,
  events: (n) => plural(n, 'event', 'events', false),
  source: (members, events, day) =>
    [
      ...(members > 0 ? [plural(members, 'member', 'members', false)] : []),
      ...(events > 0 ? [plural(events, 'event', 'events', false)] : []),
      `data of ${day}`,
    ].join(', '),
  drop: (name) => `Take “${name}” away`,
  another: 'Add another source',
  anotherHint: 'This one stays: a list and a calendar are shown together.',
  bringAnother: 'Now bring the other source, above: it is added to these.',
  figures: (n) => plural(n, 'indicator', 'indicators', false),
  offers: (n) => plural(n, 'possible widget', 'possible widgets', false),
  working: 'Reading…',
  failed: 'That could not be done.',
  chooseLacks: 'A source is missing: bring it in step 1.',
  chooseHint: 'What your data can show. None of these widgets would be empty.',
  widget: 'Widget',
  others: (n) => `${n} others, by name`,
  more: 'More settings',
  auto: '(default)',
  accent: 'Accent colour',
  noAccent: 'No colour',
  readable: 'readable',
  darkened: 'darkened to be readable',
  lightened: 'lightened to be readable',
  unreadable: 'not readable: choose another one',
  preview: 'Preview',
  previewOf: 'Width of the preview',
  ground: 'Ground of the preview',
  light: 'Light',
  dark: 'Dark',
  placeHint: 'Where will you paste it, and with which rights?',
  placeLacks: 'A widget is missing: choose it in step 2.',
  where: 'Where to paste it',
  right: 'Your rights',
  destinations: {
    'wordpress-plugin': 'WordPress, with the plugin ESS Widgets',
    wordpress: 'WordPress, without the plugin',
    spip: 'SPIP',
    html: 'A site in HTML, by FTP',
    frame: 'Wix, Squarespace, Google Sites',
    notion: 'Notion, SharePoint',
    mail: 'A newsletter, Word',
    code: 'React, Vue, Svelte, Angular',
  },
  rights: {
    any: 'every role',
    editor: 'administrator, editor',
    author: 'author, contributor, wordpress.com',
    plugin: 'with the plugin ESS Widgets',
    none: 'without the plugin',
    ftp: 'FTP access',
    frame: 'frame (iframe)',
    link: 'link alone',
    developer: 'development',
  },
  home: 'Address of the folder taken home',
  homeTake: 'Address that this folder will have (optional)',
  homeWhy:
    'With it each widget has a page that is shared with its title and picture; without it these pages do not say their address.',
  homeHint: 'Where the folder of step 4 will be on your site. For example https://your-site.fr/ess-widgets/',
  homeLacks:
    'Your data come from a file: take the folder home first (step 4), put it on your site, and write its address here. The code will hold it.',
  frameLacks:
    'This place shows a page of the folder, which reads the data by their name: take it home (step 4), put it on a site, and write its address here. Your data are still read live.',
  secretLacks:
    'These data have no address that a page may read: take them home (step 4), or declare them in the plugin of the site.',
  paste: {
    'wordpress-plugin': 'In the editor, paste this block into an empty paragraph.',
    wordpress: 'Add a block “Custom HTML” and paste this code into it.',
    spip: 'Paste this code into the text of the article.',
    html: 'Paste these lines into the page, where the widget is to appear.',
    frame:
      'Add an element “HTML” or “Embed”, and paste this frame into it. Its height is that of the preview: choose the width of your column.',
    notion:
      'Type /embed (Notion) or add the web part “Embed” (SharePoint, if the administrator has admitted this host), and paste this address.',
    mail: 'Copy all of it, and paste it into the message; or download the picture, and add this link to it.',
    code: 'After npm install @ess-widgets/elements:',
  },
  pastePage:
    'Paste this address alone on its line: WordPress shows the widget if it knows this site, else a link. The folder must be online.',
  card: 'Take the picture alone (PNG)',
  cardCopy: 'Copy the picture, the sentence and the link',
  cardHint: 'One paste, into the newsletter or into Word.',
  cardCopied: 'Copied: the picture, the sentence and the link. Paste them into the newsletter.',
  cardRefused:
    'The browser did not let the picture be copied: nothing was. Take it alone, add it to the message, then copy the link.',
  code: 'Code to paste',
  shortcode: 'The same, for the classic editor',
  link: 'Else, this link',
  once: 'Once for the whole site, this line',
  ask: 'Message for the webmaster',
  copy: 'Copy',
  copied: 'Copied.',
  byHand: 'Selected: copy it with Ctrl+C.',
  weight: (kb, files) => `Weighs ${kb} kB compressed, in ${files} files, the first time; next to nothing afterwards.`,
  access:
    'Accessibility: by keyboard and screen reader, up to 400% zoom, nothing told by colour alone. Give the widget a level of title that follows that of the page.',
  takeHint:
    'An archive to unzip: data, stills, a page, and all that it takes to show them. Put what is in it on your site by FTP: it works.',
  takeLacks: 'A source is missing: bring it in step 1.',
  site: 'For the site',
  siteHint: 'Without what is internal. The chosen widget is on the page; without a choice, the first twelve.',
  keep: 'To keep',
  keepHint: 'The complete data. Never for the server.',
  noRelease:
    'This copy of the Atelier does not have the folder to put on another site (folder.zip): take it in the Atelier of the site of ESS Widgets.',
  takePlugin: 'This site has the code and the figures already, by its plugin: there is no folder to put there.',
  pluginLacks:
    'Your data come from a file, which this site cannot read: put it at an address (a spreadsheet online, the media library of the site), and bring that address in step 1.',
  hostIntro: 'What is saved on this site, you confirm first.',
  hostReads: 'An address that your browser may not read is read by the server of this site.',
  saveSource: 'Save the source on this site',
  saveSourceHint: (name) => `Its server will read the address, under the name “${name}”. You confirm first.`,
  draftPage: 'Create the page',
  draftPageHint: 'A draft with this widget opens in the editor; nothing is published. You confirm first.',
  draftWithSource:
    'The source is saved with a draft, which opens in the editor; nothing is published. You confirm first.',
  taken: (name) => `${name} is among your downloads.`,
  checking: 'Checking…',
  checks: {
    cors: 'Checked: pages of other sites may read this address.',
    server: 'Checked: this address answers. The server of your site will read it.',
    blocked:
      'This address cannot be read by other pages. With the plugin your site will read it; else take the data home.',
    gone: 'This address does not answer.',
    http: 'A page in https cannot read an address in http: take the one in https.',
  },
};

export const words: Readonly<Record<Lang, Words>> = { fr, en };
