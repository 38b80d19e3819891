/**
 * Products whose pages people paste: how an address of each is recognised, which data address and format it means, and
 * the remedy where a page cannot read it. Comments on an entry say what its adapter asks next.
 */
import type { Text } from '../../../model/index.ts';

/** Reading of a pasted address. */
export interface AddressReading {
  /** Address of the data, without options or keys of ours; absent where a page cannot read it at all. */
  readonly src?: string;
  /** Id of the source that reads it; absent where the content decides. */
  readonly format?: string;
  /** Other hosts that reading it needs besides that of `src`. */
  readonly hosts?: readonly string[];
  /** Sentence for the visitor and the page's author: the button or command that makes it readable. */
  readonly remedy?: Text;
}

/** One product, or one kind of its pages. */
export interface Product {
  readonly id: string;
  /** Its name; the French one where it is the same in all languages. */
  readonly name: Text;
  /** Addresses that one pastes, as the guide shows them. */
  readonly pasted: readonly string[];
  /** Names of the product's own hosts. */
  readonly host?: RegExp;
  /**
   * Hosts that its own redirect to by design, as a pattern of the syntax that JavaScript and PCRE share: the server of a
   * plugin, which asks listed hosts alone, follows them there (`packages/host-php/sources.php`).
   */
  readonly redirects?: string;
  /** Whether others run it under any name, so that the path alone is to tell it. */
  readonly isSelfHosted?: true;
  /** Format of the data address, where `read` gives no other. */
  readonly format?: string;
  /** How the data reach a widget: read by the page, by a snapshot, or from a file that a person downloads. */
  readonly reads: 'page' | 'snapshot' | 'file';
  /** False where no live answer, no code of the product and no agreeing reports show that a page may read it. */
  readonly live?: false;
  readonly remedy: Text;
  /**
   * Returns the reading of an address; without `src` where it is a page of the product that has no data address, and
   * undefined where it is none of its pages.
   * @param isOwn whether the address is on a host of `host`
   */
  readonly read: (url: URL, isOwn: boolean) => AddressReading | undefined;
}

const UUID = '[\\da-f]{8}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{12}';

const text = (fr: string, en: string): Text => ({ fr, en });

/** Returns a remedy that ends by the command line, which may read what a page may not. */
const orSnapshot = (fr: string, en: string): Text =>
  text(
    `${fr}, ou demandez un instantané (commande ess-widgets snapshot).`,
    `${en}, or ask for a snapshot (command ess-widgets snapshot).`,
  );

/** Remedy of an address that opens private data to everyone who can read the page. */
export const SECRET_ADDRESS = orSnapshot(
  'Cette adresse est secrète (jeton, clé ou mot de passe) et chaque visiteur de la page la lirait\u202f: retirez-la, prenez l’adresse publique',
  'This address is secret (token, key or password) and every visitor of the page could read it: remove it, take the public address',
);

/** Whether letters of both cases stand in an id, as in one drawn by chance and not in a word. */
const isRandom = (id: string): boolean => /[a-z]/.test(id) && /[A-Z]/.test(id);

/** Returns the reading of several calendars: their own addresses are named, since one address stands for one. */
function ofCalendars(addresses: readonly string[]): AddressReading {
  const [src, ...others] = addresses;
  if (src === undefined) return {};
  if (others.length === 0) return { src };
  const list = addresses.join(' ');
  return {
    remedy: text(
      `Cette adresse réunit plusieurs agendas\u202f: remplacez-la par les leurs, séparées par une espace\u202f: ${list}`,
      `This address joins several calendars: put theirs instead, separated by a space: ${list}`,
    ),
  };
}

/** Returns the id of a calendar that `cid` holds as it is or in base64; empty text where it holds none. */
function calendarId(cid: string): string {
  if (cid.includes('@')) return cid;
  try {
    return atob(cid.replaceAll(/[- ]/g, '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}

/** Returns the number of a sheet in a Google address; undefined for the first sheet. */
const gidOf = ({ hash, search }: URL): string | undefined =>
  /[#&]gid=(\d+)/.exec(hash)?.[1] ?? /[?&]gid=(\d+)/.exec(search)?.[1];

const GOOGLE_DOCS = /^docs\.google\.com$/;

/** Hosts that give the text of a sheet: `doc-0s-4k-sheets.googleusercontent.com`. */
const GOOGLE_SHEETS = '^doc-[\\da-z]+-[\\da-z]+-sheets\\.googleusercontent\\.com$';

/** Whether a Google address gives a table already. */
const isTable = ({ search }: URL): boolean => /[?&](?:output=csv|format=csv|tqx=out:csv)\b/.test(search);

const withoutHash = (url: URL): string => url.href.slice(0, url.href.length - url.hash.length);

/** Returns the query of an address, with its question mark; empty text where there is nothing to ask. */
const queryOf = (pairs: readonly (readonly [name: string, value: string])[]): string =>
  pairs.map(([name, value], at) => `${at === 0 ? '?' : '&'}${name}=${encodeURIComponent(value)}`).join('');

/** Sites that name an account `/@name` as Mobilizon names a group. */
const ACCOUNTS = /(?:^|\.)(?:youtube|tiktok|medium|threads|instagram|twitch)\.\w+$|mastodon|^(?:framapiaf|piaille)\./;

/** In the order of trial: of two products on one host the first that recognises the address gives its reading. */
export const PRODUCTS: readonly Product[] = [
  {
    // `src` lists the tables. Leave out those whose `summarySourceTable` is not 0 and let the option `table` choose; then
    // ask `{src}/{table}/columns` and `/records`. `/p/3` is the number of a page, not of a table. No cookie may be sent.
    id: 'grist',
    name: { fr: 'Grist' },
    pasted: ['https://docs.getgrist.com/…/…', 'https://grist.numerique.gouv.fr/o/…/…/…'],
    host: /(?:^|\.)(?:getgrist\.com|grist\.[\w.-]+)$/,
    isSelfHosted: true,
    format: 'rows',
    reads: 'page',
    remedy: text(
      'Ouvrez le document Grist à tous par «\u202fPartager › Gérer les utilisateurs › Accès public\u202f: Lecture seule\u202f».',
      'Open the Grist document to everyone with “Share › Manage users › Public access: Viewer”.',
    ),
    read: ({ origin, pathname }, isOwn) => {
      const [, prefix = '', id = '', page] =
        /^(\/o\/[^/]+\/(?:doc\/)?|\/doc\/|\/)([\w~-]{12,})(?:\/[^/]*(\/p\/\d+)?.*)?$/.exec(pathname) ?? [];
      // A word of the same length may stand first in the path of any site.
      const isId = isOwn ? /^\w+$/.test(id) || isRandom(id) : isRandom(id) && (prefix !== '/' || page !== undefined);
      return isId ? { src: `${origin}/api/docs/${id}/tables` } : undefined;
    },
  },
  {
    // `src` has the names of the fields; the rows are `grid/{slug}/public/rows/?size=200&page=1` beside it, under `/views/`.
    id: 'baserow',
    name: { fr: 'Baserow' },
    pasted: ['https://baserow.io/public/grid/…'],
    host: /^(?:www\.)?baserow\.io$/,
    isSelfHosted: true,
    format: 'rows',
    reads: 'page',
    remedy: text(
      'Dans Baserow, ouvrez une vue en grille, puis «\u202fPartager la vue\u202f» et «\u202fCréer un lien privé\u202f», sans mot de passe\u202f: ce lien est public malgré son nom.',
      'In Baserow, open a grid view, then “Share view” and “Create a private link”, without a password: the link is public in spite of its name.',
    ),
    read: ({ origin, pathname }, isOwn) => {
      const api = isOwn ? 'https://api.baserow.io' : origin;
      const [, kind, slug = ''] = /^\/public\/([a-z]+)\/([\w-]{43})(?:\/|$)/.exec(pathname) ?? [];
      if (kind === 'grid') return { src: `${api}/api/database/views/${slug}/public/info/` };
      return kind !== undefined || /^\/database\/\d+\/table\/\d+/.test(pathname) ? {} : undefined;
    },
  },
  {
    // `src` has the columns; the rows are `{shared-view/{uuid}}/rows?limit=100&offset=0` beside it.
    id: 'nocodb',
    name: { fr: 'NocoDB' },
    pasted: ['https://app.nocodb.com/dashboard/#/nc/view/…', 'https://…/nc/view/…'],
    host: /^app\.nocodb\.com$/,
    isSelfHosted: true,
    format: 'rows',
    reads: 'page',
    live: false,
    remedy: text(
      'Dans NocoDB, choisissez «\u202fPartager › Partager la vue\u202f» et l’affichage public, sans mot de passe.',
      'In NocoDB, choose “Share › Share view” and public viewing, without a password.',
    ),
    read: ({ origin, pathname, hash }, isOwn) => {
      const shared = new RegExp(`/nc/(?:view|grid|gallery|kanban|calendar|map)/(${UUID})(?:[/?]|$)`, 'i');
      const id = (shared.exec(hash) ?? shared.exec(pathname))?.[1];
      if (id) return { src: `${origin}/api/v2/public/shared-view/${id}/meta` };
      return isOwn && !pathname.startsWith('/api/') ? {} : undefined;
    },
  },
  {
    // `.csv` puts an apostrophe before telephones, `.csv.json` does not. A page `/={id}` has several sheets: `src` then has
    // the rows `#url`, `#title`, and the sheets are `{id}.1.csv.json`, `{id}.2.csv.json`; the option `table` chooses one.
    id: 'ethercalc',
    name: { fr: 'Framacalc, EtherCalc' },
    pasted: ['https://lite.framacalc.org/…', 'https://calc.…/=…'],
    host: /^(?:[\w-]+\.)*framacalc\.org$|^(?:ether)?calc\./,
    format: 'rows',
    reads: 'page',
    live: false,
    remedy: orSnapshot(
      'Ce calc n’existe pas, ou son serveur ne le donne pas à d’autres pages\u202f: vérifiez son adresse',
      'This sheet does not exist, or its server does not give it to other pages: check its address',
    ),
    read: ({ origin, pathname }) => {
      const [, id] = /^\/=?([^/=.]+(?:\.\d+)?)(?:\/(?:view|edit|app))?\/?$/.exec(pathname) ?? [];
      return id === undefined ? undefined : { src: `${origin}/${id}.csv.json` };
    },
  },
  {
    // The address redirects to a `googleusercontent.com` host, which has lost its CORS header for days at times.
    id: 'google-sheets',
    name: text('Google Sheets, publié', 'Google Sheets, published'),
    pasted: ['https://docs.google.com/spreadsheets/d/e/…/pubhtml'],
    host: GOOGLE_DOCS,
    redirects: GOOGLE_SHEETS,
    format: 'csv',
    reads: 'page',
    remedy: text(
      'Publiez de nouveau la feuille par «\u202fFichier › Partager › Publier sur le Web › CSV\u202f».',
      'Publish the sheet again with “File › Share › Publish to web › CSV”.',
    ),
    read: (url) => {
      const [, id] = /^\/(?:a\/[^/]+\/)?spreadsheets\/(?:u\/\d+\/)?d\/e\/([\w-]+)/.exec(url.pathname) ?? [];
      if (id === undefined) return undefined;
      const gid = gidOf(url);
      const sheet = gid === undefined ? '' : `gid=${gid}&single=true&`;
      return { src: `https://docs.google.com/spreadsheets/d/e/${id}/pub?${sheet}output=csv` };
    },
  },
  {
    // A sheet that is not shared answers with a sign-in page and status 200. Cells that do not fit the type which the
    // service guesses for their column come empty.
    id: 'google-sheets-link',
    name: text('Google Sheets, lien de partage', 'Google Sheets, share link'),
    pasted: ['https://docs.google.com/spreadsheets/d/…/edit#gid=…'],
    host: GOOGLE_DOCS,
    redirects: GOOGLE_SHEETS,
    format: 'csv',
    reads: 'page',
    live: false,
    remedy: text(
      'Publiez la feuille par «\u202fFichier › Partager › Publier sur le Web › CSV\u202f» et prenez l’adresse donnée, ou choisissez «\u202fPartager › Accès général › Tous les utilisateurs disposant du lien\u202f».',
      'Publish the sheet with “File › Share › Publish to web › CSV” and take the address given, or choose “Share › General access › Anyone with the link”.',
    ),
    read: (url) => {
      const [, id] = /^\/(?:a\/[^/]+\/)?spreadsheets\/(?:u\/\d+\/)?d\/([\w-]{8,})/.exec(url.pathname) ?? [];
      if (id === undefined) return undefined;
      if (isTable(url)) return { src: withoutHash(url) };
      const gid = gidOf(url);
      const sheet = gid === undefined ? '' : `&gid=${gid}`;
      return { src: `https://docs.google.com/spreadsheets/d/${id}/gviz/tq?tqx=out:csv${sheet}` };
    },
  },
  {
    id: 'google-drive',
    name: { fr: 'Google Drive' },
    pasted: ['https://drive.google.com/file/d/…'],
    host: /^(?:docs|drive)\.google\.com$/,
    reads: 'file',
    remedy: text(
      'Une page ne peut pas lire un fichier de Google Drive\u202f: enregistrez-le par «\u202fTélécharger\u202f» et placez-le à côté de la page.',
      'A page cannot read a file of Google Drive: save it with “Download” and put it beside the page.',
    ),
    read: () => ({}),
  },
  {
    id: 'google-calendar',
    name: text('Google Agenda', 'Google Calendar'),
    pasted: ['https://calendar.google.com/calendar/embed?src=…', 'https://calendar.google.com/calendar/u/0?cid=…'],
    host: /^(?:calendar|www)\.google\.com$/,
    format: 'ical',
    reads: 'snapshot',
    remedy: orSnapshot(
      'Une page ne peut pas lire Google Agenda\u202f: choisissez «\u202fParamètres et partage › Rendre disponible publiquement\u202f», puis enregistrez le fichier de «\u202fAdresse publique au format iCal\u202f»',
      'A page cannot read Google Calendar: choose “Settings and sharing › Make available to public”, then save the file of “Public address in iCal format”',
    ),
    read: ({ hostname, pathname, searchParams }) => {
      if (hostname.startsWith('www.') && !pathname.startsWith('/calendar')) return undefined;
      const [, feed] = /^\/calendar\/ical\/([^/]+)\/public\//.exec(pathname) ?? [];
      const ids = [...searchParams.getAll('src'), ...searchParams.getAll('cid').map(calendarId)]
        .filter((id) => /^[^\s/@]+@[^\s/@]+$/.test(id))
        .map(encodeURIComponent);
      if (feed) ids.push(feed.replace('@', '%40'));
      return ofCalendars(ids.map((id) => `https://calendar.google.com/calendar/ical/${id}/public/basic.ics`));
    },
  },
  {
    id: 'airtable',
    name: { fr: 'Airtable' },
    pasted: ['https://airtable.com/app…/shr…'],
    host: /^(?:www\.)?airtable\.com$/,
    reads: 'file',
    remedy: text(
      'Airtable demande une clé secrète\u202f: dans la vue partagée, choisissez «\u202fTélécharger CSV\u202f» et placez le fichier à côté de la page.',
      'Airtable asks for a secret key: in the shared view, choose “Download CSV” and put the file beside the page.',
    ),
    read: () => ({}),
  },
  {
    id: 'onedrive',
    name: { fr: 'OneDrive, SharePoint' },
    pasted: ['https://1drv.ms/…', 'https://….sharepoint.com/…'],
    host: /^(?:onedrive\.live\.com|1drv\.ms|[\w-]+\.sharepoint\.com)$/,
    reads: 'file',
    remedy: text(
      'Une page ne peut pas lire OneDrive ni SharePoint\u202f: choisissez «\u202fTélécharger le CSV\u202f» et placez le fichier à côté de la page.',
      'A page cannot read OneDrive or SharePoint: choose “Download as CSV” and put the file beside the page.',
    ),
    read: () => ({}),
  },
  {
    id: 'dropbox',
    name: { fr: 'Dropbox' },
    pasted: ['https://www.dropbox.com/scl/fi/…'],
    host: /^(?:www\.)?dropbox\.com$/,
    reads: 'file',
    remedy: text(
      'Une page ne peut pas lire Dropbox\u202f: enregistrez le fichier par «\u202fTélécharger\u202f» et placez-le à côté de la page.',
      'A page cannot read Dropbox: save the file with “Download” and put it beside the page.',
    ),
    read: () => ({}),
  },
  {
    // `src` is a list of agendas by slug, whose only entry gives the `uid`, or the events of an agenda by uid. The key
    // comes from the option `key` and goes in the header `key`.
    id: 'openagenda',
    name: { fr: 'OpenAgenda' },
    pasted: ['https://openagenda.com/fr/…', 'https://openagenda.com/agendas/…'],
    host: /^(?:(?:www|api)\.)?openagenda\.com$/,
    format: 'openagenda',
    reads: 'page',
    live: false,
    remedy: text(
      'Publiez l’agenda, prenez sa clé de lecture publique dans «\u202fParamètres › API\u202f» d’OpenAgenda, puis ajoutez-la après l’adresse\u202f: #key=votre-clé.',
      'Publish the agenda, take its public read key in “Settings › API” of OpenAgenda, then add it after the address: #key=your-key.',
    ),
    read: ({ hostname, pathname, searchParams }) => {
      const api = 'https://api.openagenda.com/v2/agendas';
      if (hostname.startsWith('api.')) {
        const [, events] = /^\/v2\/agendas(\/\d+\/events|(?=\/?$))\/?$/.exec(pathname) ?? [];
        return events === undefined ? undefined : { src: `${api}${events}${queryOf([...searchParams])}` };
      }
      const [, uid] = /^\/(?:[a-z]{2}\/)?agendas\/(\d+)(?:\/|$)/.exec(pathname) ?? [];
      if (uid) return { src: `${api}/${uid}/events` };
      const [, slug] = /^\/(?:[a-z]{2}(?:\/|$))?([\w-]{3,})(?:\/|$)/.exec(pathname) ?? [];
      const isPage = slug === undefined || /^(?:agendas|login|signin|signup|contact|help|search|home)$/.test(slug);
      return isPage ? {} : { src: `${api}?slug[]=${slug}` };
    },
  },
  {
    // A file of a data set. Where Tabular has not read it (404), `https://www.data.gouv.fr/api/1/datasets/r/{rid}` leads to
    // the file itself; 410 is a file that was deleted.
    id: 'data-gouv-resource',
    name: text('data.gouv.fr, un fichier', 'data.gouv.fr, one file'),
    pasted: ['https://www.data.gouv.fr/fr/datasets/…/#/resources/…'],
    host: /^(?:(?:www|explore|tabular-api)\.)?data\.gouv\.fr$/,
    format: 'csv',
    reads: 'page',
    remedy: text(
      'Ce fichier n’est pas un tableau que data.gouv.fr sait lire, ou il a été retiré\u202f: collez l’adresse d’un fichier CSV de l’onglet «\u202fFichiers\u202f».',
      'This file is no table that data.gouv.fr can read, or it was removed: paste the address of a CSV file of the tab “Files”.',
    ),
    read: ({ pathname, hash, search }) => {
      const place = new RegExp(
        `(?:^#?/(?:[a-z]{2}/)?(?:api/)?(?:datasets/r|resources)/|[?&]resource_id=)(${UUID})`,
        'i',
      );
      const id = [hash, search, pathname].map((part) => place.exec(part)?.[1]).find(Boolean);
      return id ? { src: `https://tabular-api.data.gouv.fr/api/resources/${id}/data/csv/` } : undefined;
    },
  },
  {
    // `src` lists the files in `resources`. Let the option `table` choose one by its title or id; where one alone is a table
    // it is the one. Read `https://tabular-api.data.gouv.fr/api/resources/{rid}/data/csv/`.
    id: 'data-gouv',
    name: text('data.gouv.fr, un jeu de données', 'data.gouv.fr, a data set'),
    pasted: ['https://www.data.gouv.fr/fr/datasets/…'],
    host: /^(?:www\.)?data\.gouv\.fr$/,
    format: 'rows',
    reads: 'page',
    remedy: text(
      'Ce jeu de données a plusieurs fichiers\u202f: collez l’adresse d’un fichier CSV de l’onglet «\u202fFichiers\u202f».',
      'This data set has several files: paste the address of a CSV file of the tab “Files”.',
    ),
    read: ({ pathname }) => {
      const [, slug] = /^\/(?:(?:[a-z]{2}|api\/1)\/)?datasets\/(?!r\/)([^/]+)/.exec(pathname) ?? [];
      if (slug === undefined) return undefined;
      return { src: `https://www.data.gouv.fr/api/1/datasets/${slug}/`, hosts: ['tabular-api.data.gouv.fr'] };
    },
  },
  {
    id: 'helloasso',
    name: { fr: 'HelloAsso' },
    pasted: ['https://www.helloasso.com/associations/…'],
    host: /^(?:www\.)?helloasso\.com$/,
    reads: 'snapshot',
    remedy: orSnapshot(
      'HelloAsso demande une clé secrète, qui ne va jamais dans une page\u202f: faites un lien vers sa page',
      'HelloAsso asks for a secret key, which never goes in a page: make a link to its page',
    ),
    read: () => ({}),
  },
  {
    id: 'paheko',
    name: { fr: 'Paheko' },
    pasted: ['https://….paheko.cloud'],
    host: /^(?:[\w-]+\.)?paheko\./,
    reads: 'snapshot',
    remedy: orSnapshot(
      'Paheko demande un mot de passe, qui ne va jamais dans une page\u202f: exportez la liste en CSV et placez-la à côté de la page',
      'Paheko asks for a password, which never goes in a page: export the list as CSV and put it beside the page',
    ),
    read: () => ({}),
  },
  {
    id: 'annuaire-entreprises',
    name: { fr: 'Annuaire des entreprises' },
    pasted: ['https://annuaire-entreprises.data.gouv.fr/entreprise/…'],
    host: /^annuaire-entreprises\.data\.gouv\.fr$/,
    reads: 'snapshot',
    remedy: orSnapshot(
      'Une page ne lit pas l’Annuaire des entreprises, dont les demandes sont comptées\u202f: ajoutez une colonne SIREN à votre tableur',
      'A page does not read the Annuaire des entreprises, which counts requests: add a SIREN column to your spreadsheet',
    ),
    read: () => ({}),
  },
  {
    // Without `?export` the server answers with a sentence about its WebDAV interface.
    id: 'nextcloud-calendar',
    name: text('Nextcloud Agenda, Framagenda', 'Nextcloud Calendar, Framagenda'),
    pasted: ['https://framagenda.org/apps/calendar/p/…', 'https://…/apps/calendar/embed/…'],
    isSelfHosted: true,
    format: 'ical',
    reads: 'snapshot',
    remedy: orSnapshot(
      'Une page ne peut pas lire un agenda Nextcloud\u202f: choisissez «\u202fPartager un lien\u202f», puis «\u202fCopier le lien d’inscription\u202f», et enregistrez le fichier que ce lien donne',
      'A page cannot read a Nextcloud calendar: choose “Share link”, then “Copy subscription link”, and save the file that the link gives',
    ),
    read: ({ origin, pathname }) => {
      const [, folder, tokens] =
        /^(.*?)(?:(?:\/index\.php)?\/apps\/calendar\/(?:p|embed)|\/remote\.php\/dav\/public-calendars)\/([A-Za-z\d-]+)/.exec(
          pathname,
        ) ?? [];
      if (tokens === undefined) return /\/apps\/calendar(?:\/|$)/.test(pathname) ? {} : undefined;
      const base = `${origin}${folder ?? ''}/remote.php/dav/public-calendars`;
      return ofCalendars(
        tokens
          .split('-')
          .filter(Boolean)
          .map((token) => `${base}/${token}?export`),
      );
    },
  },
  {
    id: 'nextcloud-tables',
    name: { fr: 'Nextcloud Tables' },
    pasted: ['https://…/apps/tables/s/…'],
    isSelfHosted: true,
    reads: 'file',
    remedy: text(
      'Une page ne peut pas lire Nextcloud Tables\u202f: choisissez «\u202fExporter en CSV\u202f» dans le tableau et placez le fichier à côté de la page.',
      'A page cannot read Nextcloud Tables: choose “Export as CSV” in the table and put the file beside the page.',
    ),
    read: ({ pathname }) => (/\/apps\/tables(?:\/|$)/.test(pathname) ? {} : undefined),
  },
  {
    id: 'nextcloud-file',
    name: text('Nextcloud, un fichier partagé', 'Nextcloud, a shared file'),
    pasted: ['https://…/s/…'],
    isSelfHosted: true,
    reads: 'snapshot',
    remedy: orSnapshot(
      'Une page ne peut pas lire un fichier de Nextcloud\u202f: enregistrez-le par «\u202fTélécharger\u202f» et placez-le à côté de la page',
      'A page cannot read a file of Nextcloud: save it with “Download” and put it beside the page',
    ),
    read: ({ origin, pathname }) => {
      const [, folder = '', token = ''] =
        /^(.*?(?:\/index\.php)?)\/s\/([A-Za-z\d]{15,32})(?:\/download)?\/?$/.exec(pathname) ?? [];
      return isRandom(token) ? { src: `${origin}${folder}/s/${token}/download` } : undefined;
    },
  },
  {
    // The feed of a group has only what lies ahead.
    id: 'mobilizon',
    name: { fr: 'Mobilizon' },
    pasted: ['https://mobilizon.fr/@…', 'https://mobilizon.fr/events/…'],
    host: /^(?:[\w-]+\.)*(?:mobilizon|keskonfai)\.[\w.]+$/,
    isSelfHosted: true,
    format: 'ical',
    reads: 'page',
    remedy: text(
      'Le groupe doit être public\u202f: dans Mobilizon, «\u202fParamètres du groupe › Visibilité du groupe › Visible partout sur le web\u202f».',
      'The group must be public: in Mobilizon, “Group settings › Group visibility › Visible everywhere on the web”.',
    ),
    read: ({ origin, protocol, hostname, pathname }, isOwn) => {
      const [, event] = new RegExp(`^/events/(${UUID})(?:/|$)`, 'i').exec(pathname) ?? [];
      if (event) return { src: `${origin}/events/${event}/export/ics` };
      const [, group, other] =
        /^\/@([\w.-]+)(?:@((?:[\w-]+\.)+[\w-]+))?(?:\/events|\/feed\/(?:ics|atom))?\/?$/.exec(pathname) ?? [];
      if (group === undefined || (!isOwn && ACCOUNTS.test(hostname))) return undefined;
      return { src: `${other ? `${protocol}//${other}` : origin}/@${group}/feed/ics` };
    },
  },
  {
    // The categories are at `/api/taxonomy.json` of the same host. A map that asks for a token answers with a sentence and
    // status 200.
    id: 'gogocarto',
    name: { fr: 'GoGoCarto, Carteco, Transiscope' },
    pasted: ['https://….gogocarto.fr/annuaire', 'https://carteco-ess.org/annuaire#/carte/…'],
    host: /^(?!www\.)[\w-]+\.gogocarto\.fr$|^(?:[\w-]+\.)?(?:carteco-ess|transiscope)\.org$/,
    isSelfHosted: true,
    format: 'gogocarto',
    reads: 'page',
    remedy: orSnapshot(
      'Le gestionnaire de la carte doit ajouter votre site, ou *, dans «\u202fAdministration › Liste des domaines externe qui utiliseront l’API interne\u202f»',
      'The manager of the map must add your site, or *, in “Administration › Liste des domaines externe qui utiliseront l’API interne”',
    ),
    read: (url, isOwn) => {
      const { origin, pathname, hash } = url;
      if (isOwn && /^\/api\/elements\b/.test(pathname)) return { src: withoutHash(url) };
      const isMap = /^\/(?:annuaire\/?)?$/.test(pathname);
      const [, view, first, second] = /^#\/(carte|liste|fiche)(?:\/([^/?]+))?(?:\/([^/?@]+))?/.exec(hash) ?? [];
      // A route alone is no sign on a host that may run any application.
      const isPage = isOwn || (view !== undefined && (pathname !== '/' || view === 'fiche'));
      if (!isMap || !isPage) return undefined;
      const id = view === 'fiche' ? (second ?? first ?? '') : '';
      return { src: `${origin}/api/elements${/^[\w-]+$/.test(id) ? `/${id}` : ''}.json` };
    },
  },
  {
    // The settings of a map are open to other pages, its layers are not.
    id: 'umap',
    name: { fr: 'uMap' },
    pasted: ['https://umap.openstreetmap.fr/fr/map/…'],
    host: /^umap\./,
    isSelfHosted: true,
    reads: 'file',
    remedy: orSnapshot(
      'Une page ne peut pas lire les calques d’uMap\u202f: enregistrez-les par «\u202fPartager et télécharger › GeoJSON\u202f» et placez le fichier à côté de la page',
      'A page cannot read the layers of uMap: save them with “Share and download › GeoJSON” and put the file beside the page',
    ),
    read: ({ pathname }, isOwn) => {
      const isMap = /^(?:\/[a-z]{2}(?:-[a-z]+)?)?\/map\/(?:[^/]*_)?\d+(?:\/|$)/.test(pathname);
      return isMap || (isOwn && /\/(?:m|datalayer)\/\d+/.test(pathname)) ? {} : undefined;
    },
  },
  {
    // Where exports are refused, `records?limit=100&offset=` of the same data set is read page by page.
    id: 'opendatasoft',
    name: { fr: 'Opendatasoft' },
    pasted: ['https://…/explore/dataset/…/table'],
    isSelfHosted: true,
    format: 'opendatasoft',
    reads: 'page',
    live: false,
    remedy: text(
      'Vérifiez dans l’onglet «\u202fAPI\u202f» de la page que le jeu de données est public, puis collez l’adresse que cet onglet donne.',
      'Check in the tab “API” of the page that the data set is public, then paste the address that the tab gives.',
    ),
    read: ({ origin, pathname, searchParams }) => {
      const [, id] = /^\/explore\/(?:embed\/)?dataset\/([^/]+)/.exec(pathname) ?? [];
      if (id === undefined) return undefined;
      // What the page shows is what its address filters.
      const filters = [...searchParams]
        .filter(([name]) => name.startsWith('refine.'))
        .map(([name, value]) => ['refine', `${name.slice(7)}:"${value}"`] as const);
      return { src: `${origin}/api/explore/v2.1/catalog/datasets/${id}/exports/json${queryOf(filters)}` };
    },
  },
  {
    // `src` gives what lies ahead; add `&start_date=` for the past. Pages follow by `next_rest_url`. Where the site has no
    // such extension `{origin}/wp-json/` does not name `tribe/events/v1` in `namespaces`: the page pasted is then the data.
    id: 'tec',
    name: { fr: 'WordPress, The Events Calendar' },
    pasted: ['https://…/events', 'https://…/agenda', 'https://…/evenements'],
    isSelfHosted: true,
    format: 'tec',
    reads: 'page',
    live: false,
    remedy: orSnapshot(
      'L’API de l’extension The Events Calendar est désactivée ou absente sur ce site\u202f: demandez à son administrateur de l’ouvrir',
      'The API of the plugin The Events Calendar is disabled or missing on this site: ask its administrator to open it',
    ),
    read: ({ origin, pathname, search }) => {
      const isPage = /^(?:\/[a-z]{2})?\/(?:(?:events|agenda|evenements)(?:\/|$)|(?:event|evenement)\/[^/]+)/.test(
        pathname,
      );
      if (!isPage || /[?&]ical=/.test(search)) return undefined;
      const [, category] = /\/(?:category|categorie)\/([^/]+)/.exec(pathname) ?? [];
      const filter = category === undefined ? '' : `&categories=${category}`;
      return { src: `${origin}/wp-json/tribe/events/v1/events?per_page=50${filter}` };
    },
  },
];
