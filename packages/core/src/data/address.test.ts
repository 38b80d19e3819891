import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressIn, readAddress, splitOptions } from './address.ts';
import { PRODUCTS } from './sources/address/hosts.ts';

const DOC = 'jGd2ge4dy2ZMkQ9xYtRw3a';
const SLUG = 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0uVw';
const UUID = '0f3c9a52-1b7e-4c1d-9a6e-5d2b8c7e4f10';
const RID = '5ffc8d24-0b2f-4c3a-8a77-1e2d3c4b5a69';
const TOKEN = 'aB3dE5fG7hJ9kL2m';
const OTHER = 'Zx8cV6bN4mQ2wE1r';
const CID = 'pole.invente@group.calendar.google.com';
const DAV = 'https://nuage.exemple.fr/remote.php/dav/public-calendars';
const GOOGLE = 'https://calendar.google.com/calendar/ical/pole.invente%40group.calendar.google.com/public/basic.ics';
const PUB = 'https://docs.google.com/spreadsheets/d/e/2PACX-1vInventedSheet/pub';
const GVIZ = 'https://docs.google.com/spreadsheets/d/1InventedSheetId_x-9/gviz/tq?tqx=out:csv';
const TABULAR = `https://tabular-api.data.gouv.fr/api/resources/${RID}/data/csv/`;
const AGENDAS = 'https://api.openagenda.com/v2/agendas';
const tec = (site: string, more = '') => `${site}/wp-json/tribe/events/v1/events?per_page=50${more}`;

/** Pasted addresses, with the format and the address of their data. */
const READABLE: readonly (readonly [pasted: string, format: string | undefined, src: string])[] = [
  [`https://docs.getgrist.com/${DOC}/Adherents`, 'rows', `https://docs.getgrist.com/api/docs/${DOC}/tables`],
  [`https://docs.getgrist.com/${DOC}/Adherents/p/3`, 'rows', `https://docs.getgrist.com/api/docs/${DOC}/tables`],
  ['https://pole.getgrist.com/jGd2ge4dy2ZM/A', 'rows', 'https://pole.getgrist.com/api/docs/jGd2ge4dy2ZM/tables'],
  [
    'https://grist.numerique.gouv.fr/o/pole/jGd2ge4dy2ZM/Barometre/p/2#a1.s2',
    'rows',
    'https://grist.numerique.gouv.fr/api/docs/jGd2ge4dy2ZM/tables',
  ],
  [`https://tables.exemple.fr/o/pole/${DOC}/A`, 'rows', `https://tables.exemple.fr/api/docs/${DOC}/tables`],
  [`https://tables.exemple.fr/doc/${DOC}`, 'rows', `https://tables.exemple.fr/api/docs/${DOC}/tables`],
  [`https://tables.exemple.fr/${DOC}/A/p/1`, 'rows', `https://tables.exemple.fr/api/docs/${DOC}/tables`],
  [`https://baserow.io/public/grid/${SLUG}`, 'rows', `https://api.baserow.io/api/database/views/${SLUG}/public/info/`],
  [
    `http://127.0.0.1:8123/public/grid/${SLUG}`,
    'rows',
    `http://127.0.0.1:8123/api/database/views/${SLUG}/public/info/`,
  ],
  ...[
    `https://app.nocodb.com/dashboard/#/nc/view/${UUID}`,
    `https://app.nocodb.com/#/nc/view/${UUID}/details`,
    `https://app.nocodb.com/dashboard/#/nc/view/${UUID}?embed`,
    `https://app.nocodb.com/nc/view/${UUID}`,
    `https://app.nocodb.com/dashboard/#/nc/view/${UUID}&past=held`,
  ].map((each) => [each, 'rows', `https://app.nocodb.com/api/v2/public/shared-view/${UUID}/meta`] as const),
  [
    `https://base.exemple.fr/#/nc/view/${UUID}`,
    'rows',
    `https://base.exemple.fr/api/v2/public/shared-view/${UUID}/meta`,
  ],
  ...['poles-2026', '=poles-2026', 'poles-2026/view', 'poles-2026/edit', '=poles-2026/edit'].map(
    (path) => [`https://lite.framacalc.org/${path}`, 'rows', 'https://lite.framacalc.org/poles-2026.csv.json'] as const,
  ),
  ['https://framacalc.org/poles-2026', 'rows', 'https://framacalc.org/poles-2026.csv.json'],
  ['https://calc.exemple.fr/poles', 'rows', 'https://calc.exemple.fr/poles.csv.json'],
  ['http://ethercalc.localhost:8000/poles.2', 'rows', 'http://ethercalc.localhost:8000/poles.2.csv.json'],
  [`${PUB}html`, 'csv', `${PUB}?output=csv`],
  [`${PUB}html?gid=12&single=true`, 'csv', `${PUB}?gid=12&single=true&output=csv`],
  [`${PUB}?output=csv`, 'csv', `${PUB}?output=csv`],
  [`${PUB}html#gid=7`, 'csv', `${PUB}?gid=7&single=true&output=csv`],
  ['https://docs.google.com/spreadsheets/d/1InventedSheetId_x-9/edit?usp=sharing', 'csv', GVIZ],
  ['https://docs.google.com/spreadsheets/d/1InventedSheetId_x-9/edit?usp=sharing#gid=42', 'csv', `${GVIZ}&gid=42`],
  [
    'https://docs.google.com/spreadsheets/d/1InventedSheetId_x-9/edit?gid=42#gid=42&zone=Europe/Paris',
    'csv',
    `${GVIZ}&gid=42`,
  ],
  ['https://docs.google.com/spreadsheets/u/0/d/1InventedSheetId_x-9/edit', 'csv', GVIZ],
  [`${GVIZ}&gid=5`, 'csv', `${GVIZ}&gid=5`],
  ...[
    `https://nuage.exemple.fr/apps/calendar/p/${TOKEN}`,
    `https://nuage.exemple.fr/index.php/apps/calendar/p/${TOKEN}/Agenda-du-pole`,
    `https://nuage.exemple.fr/apps/calendar/embed/${TOKEN}`,
    `webcal://nuage.exemple.fr/remote.php/dav/public-calendars/${TOKEN}/?export`,
    `${DAV}/${TOKEN}`,
  ].map((each) => [each, 'ical', `${DAV}/${TOKEN}?export`] as const),
  [
    `https://exemple.fr/nextcloud/index.php/apps/calendar/p/${TOKEN}`,
    'ical',
    `https://exemple.fr/nextcloud/remote.php/dav/public-calendars/${TOKEN}?export`,
  ],
  [`https://nuage.exemple.fr/s/${TOKEN}`, undefined, `https://nuage.exemple.fr/s/${TOKEN}/download`],
  [
    `https://nuage.exemple.fr/index.php/s/${TOKEN}/download`,
    undefined,
    `https://nuage.exemple.fr/index.php/s/${TOKEN}/download`,
  ],
  ['https://mobilizon.fr/@pole_invente', 'ical', 'https://mobilizon.fr/@pole_invente/feed/ics'],
  ['https://keskonfai.fr/@pole_invente/events', 'ical', 'https://keskonfai.fr/@pole_invente/feed/ics'],
  ['https://agenda.exemple.fr/@pole/feed/ics', 'ical', 'https://agenda.exemple.fr/@pole/feed/ics'],
  ['https://mobilizon.fr/@pole@autre.exemple.org', 'ical', 'https://autre.exemple.org/@pole/feed/ics'],
  [`https://mobilizon.fr/events/${UUID}`, 'ical', `https://mobilizon.fr/events/${UUID}/export/ics`],
  [`https://agenda.exemple.fr/events/${UUID}`, 'ical', `https://agenda.exemple.fr/events/${UUID}/export/ics`],
  ...[
    'https://openagenda.com/pole-invente',
    'https://openagenda.com/fr/pole-invente',
    'https://openagenda.com/fr/pole-invente/events/fete-du-reemploi?lang=fr',
    'https://openagenda.com/pole-invente#key=0123456789abcdef',
    `${AGENDAS}?slug[]=pole-invente&key=0123456789abcdef`,
  ].map((each) => [each, 'openagenda', `${AGENDAS}?slug[]=pole-invente`] as const),
  ['https://openagenda.com/agendas/1234567/embeds/89', 'openagenda', `${AGENDAS}/1234567/events`],
  ['https://openagenda.com/agendas/1234567/events.json', 'openagenda', `${AGENDAS}/1234567/events`],
  [
    `${AGENDAS}/1234567/events?relative[]=upcoming&key=0123456789abcdef`,
    'openagenda',
    `${AGENDAS}/1234567/events?relative[]=upcoming`,
  ],
  ...['annuaire', 'annuaire#/carte/@47.2,-1.5,9z?cat=all', 'annuaire?iframe=1#/carte/Nantes', '#/carte/x'].map(
    (path) =>
      [
        `https://recyclage.gogocarto.fr/${path}`,
        'gogocarto',
        'https://recyclage.gogocarto.fr/api/elements.json',
      ] as const,
  ),
  ['https://carteco-ess.org/annuaire#/carte/', 'gogocarto', 'https://carteco-ess.org/api/elements.json'],
  ['https://transiscope.org/', 'gogocarto', 'https://transiscope.org/api/elements.json'],
  [
    'https://carte.exemple.org/annuaire#/fiche/L-Atelier/7xZ/@48,-1,9z?cat=all',
    'gogocarto',
    'https://carte.exemple.org/api/elements/7xZ.json',
  ],
  ['https://carte.exemple.org/#/fiche/7xZ/', 'gogocarto', 'https://carte.exemple.org/api/elements/7xZ.json'],
  ['https://carte.exemple.org/annuaire#/carte/@48,-1,9z', 'gogocarto', 'https://carte.exemple.org/api/elements.json'],
  ...[
    `https://www.data.gouv.fr/fr/datasets/lieux-inventes/#/resources/${RID}`,
    `https://www.data.gouv.fr/datasets/lieux-inventes/?resource_id=${RID}`,
    `https://www.data.gouv.fr/datasets/r/${RID}`,
    `https://www.data.gouv.fr/fr/datasets/r/${RID}`,
    `https://explore.data.gouv.fr/fr/resources/${RID}`,
  ].map((each) => [each, 'csv', TABULAR] as const),
  ...['datasets/lieux-inventes/', 'fr/datasets/lieux-inventes', 'api/1/datasets/lieux-inventes/'].map(
    (path) =>
      [`https://www.data.gouv.fr/${path}`, 'rows', 'https://www.data.gouv.fr/api/1/datasets/lieux-inventes/'] as const,
  ),
  ...['', '/', '/table/', '/map/?location=9,48,-3', '/information'].map(
    (path) =>
      [
        `https://data.exemple.fr/explore/dataset/lieux@ville${path}`,
        'opendatasoft',
        'https://data.exemple.fr/api/explore/v2.1/catalog/datasets/lieux@ville/exports/json',
      ] as const,
  ),
  [
    'https://data.exemple.fr/explore/dataset/lieux/table/?refine.commune=Saint-Malo&sort=nom',
    'opendatasoft',
    'https://data.exemple.fr/api/explore/v2.1/catalog/datasets/lieux/exports/json?refine=commune%3A%22Saint-Malo%22',
  ],
  ...[
    '/events/',
    '/agenda',
    '/evenements/liste/',
    '/event/fete-du-reemploi/',
    '/fr/evenements/',
    '/events/?paged=2',
  ].map((path) => [`https://pole.exemple.fr${path}`, 'tec', tec('https://pole.exemple.fr')] as const),
  [
    'https://pole.exemple.fr/evenements/categorie/reemploi/',
    'tec',
    tec('https://pole.exemple.fr', '&categories=reemploi'),
  ],
  ...[
    `https://calendar.google.com/calendar/embed?src=${encodeURIComponent(CID)}&ctz=Europe%2FParis`,
    `https://calendar.google.com/calendar/embed?src=${CID}`,
    `https://calendar.google.com/calendar/u/0?cid=${btoa(CID).replaceAll('=', '')}`,
    `https://calendar.google.com/calendar/u/0/r?cid=${CID}`,
    `https://www.google.com/calendar/embed?src=${CID}`,
    `https://calendar.google.com/calendar/ical/${CID}/public/full.ics`,
    GOOGLE,
  ].map((each) => [each, 'ical', GOOGLE] as const),
];

/** Pages that no page can read, with the button or the way that their remedy names. */
const REFUSED: readonly (readonly [pasted: string, named: string])[] = [
  ['https://baserow.io/database/12/table/34', 'Créer un lien privé'],
  [`https://baserow.io/public/gallery/${SLUG}`, 'vue en grille'],
  [`https://base.exemple.fr/public/form/${SLUG}`, 'vue en grille'],
  ['https://app.nocodb.com/#/wabc/pdef/mghi', 'Partager la vue'],
  ['https://drive.google.com/file/d/1InventedFile/view?usp=sharing', 'Télécharger'],
  ['https://docs.google.com/forms/d/e/1FAIpInvented/viewform', 'Télécharger'],
  ['https://airtable.com/appInvented/shrInvented', 'Télécharger CSV'],
  ['https://1drv.ms/x/s!Invented', 'Télécharger le CSV'],
  ['https://pole-my.sharepoint.com/:x:/g/personal/Invented', 'Télécharger le CSV'],
  ['https://www.dropbox.com/scl/fi/invented/membres.csv?rlkey=x&dl=0', 'Télécharger'],
  ['https://nuage.exemple.fr/index.php/apps/calendar/dayGridMonth/now', 'Partager un lien'],
  [`https://nuage.exemple.fr/index.php/apps/tables/s/${TOKEN}`, 'Exporter en CSV'],
  ['https://nuage.exemple.fr/apps/tables/#/table/3', 'Exporter en CSV'],
  ['https://openagenda.com/', 'Paramètres › API'],
  ['https://umap.openstreetmap.fr/fr/map/carte-des_poles_98765?scaleControl=false#9/48/-3', 'GeoJSON'],
  ['https://umap.incubateur.anct.gouv.fr/fr/map/poles_12', 'GeoJSON'],
  ['https://umap.openstreetmap.fr/m/98765/', 'GeoJSON'],
  ['https://cartes.exemple.fr/fr/map/poles_98765', 'GeoJSON'],
  ['https://www.helloasso.com/associations/pole-invente/evenements/fete', 'instantané'],
  ['https://pole-invente.paheko.cloud/', 'instantané'],
  ['https://annuaire-entreprises.data.gouv.fr/entreprise/atelier-invente-123456789', 'instantané'],
  ['https://calendar.google.com/calendar/u/0/r', 'Adresse publique au format iCal'],
  [`https://nuage.exemple.fr/apps/calendar/p/${TOKEN}-${OTHER}`, `${DAV}/${TOKEN}?export ${DAV}/${OTHER}?export`],
  [`https://calendar.google.com/calendar/embed?src=${CID}&src=a@b.fr`, GOOGLE],
];

const SECRETS = [
  'https://calendar.google.com/calendar/ical/pole%40exemple.fr/private-0123456789abcdef/basic.ics',
  'https://pole.exemple.fr/membres.csv?token=abc',
  'https://carte.exemple.org/api/elements.json?limit=5&token=abc',
  'https://pole.exemple.fr/data.json?access_token=abc',
  'https://pole.exemple.fr/data.json?lang=fr&amp;apikey=abc',
  'https://nom:motdepasse@pole.exemple.fr/membres.csv',
  'https://nuage.exemple.fr/remote.php/dav/calendars/compte/agenda/?export',
  'https://umap.openstreetmap.fr/fr/map/anonymous-edit/12:abcdef',
];

const ORDINARY = [
  'https://site.fr/data.csv',
  'https://site.fr/manifest.json',
  'https://site.fr/data/manifest.json',
  'https://site.fr/agenda.ics',
  'https://site.fr/events/agenda.ics',
  'https://site.fr/agenda/export.json',
  'https://site.fr/agenda-2026/',
  'https://site.fr/nos-evenements/',
  'https://site.fr/event/',
  'https://site.fr/events/?ical=1',
  'https://site.fr/?post_type=tribe_events&ical=1&eventDisplay=list',
  'https://site.fr/carte.geojson',
  'https://site.fr/flux.xml',
  'https://site.fr/',
  'https://site.fr/associations/liste',
  'https://site.fr/documentation/adherents',
  'https://site.fr/doc/documentation2026/',
  `https://site.fr/${DOC}/page`,
  'https://site.fr/s/associationslocales',
  'https://site.fr/public/grid/liste',
  'https://site.fr/public/',
  'https://site.fr/map/',
  'https://site.fr/m/12',
  'https://site.fr/#/carte/',
  'https://site.fr/carte#/fiche/12',
  'https://site.fr/annuaire',
  'https://www.youtube.com/@pole_invente',
  'https://mastodon.social/@pole',
  'https://mobilizon.fr/about',
  'https://lite.framacalc.org/',
  'https://calc.exemple.fr/membres.csv',
  'https://www.gogocarto.fr/',
  'https://docs.getgrist.com/api/docs/jGd2ge4dy2ZM/tables/Membres/records',
  `https://api.baserow.io/api/database/views/grid/${SLUG}/public/rows/?size=200`,
  `https://app.nocodb.com/api/v2/public/shared-view/${UUID}/rows`,
  'https://data.exemple.fr/api/explore/v2.1/catalog/datasets/lieux/records?limit=100',
  'https://static.data.gouv.fr/resources/lieux/20260101/lieux.csv',
  'https://www.data.gouv.fr/fr/organizations/pole/',
  'https://www.google.com/maps/place/Rennes',
  'https://dl.dropboxusercontent.com/s/x/membres.csv',
  'https://site.fr/membres.csv#zone=Europe/Paris',
  'data/membres.csv',
  '../manifest.json',
  'ftp://site.fr/membres.csv',
  'https://[',
  '',
];

describe('a pasted address', () => {
  it.each(READABLE)('%s is read as %s', (pasted, format, src) => {
    const { remedy, hosts, ...reading } = readAddress(pasted) ?? {};
    expect(reading).toEqual({ src, ...(format && { format }) });
    expect(remedy?.fr).toBeTruthy();
    expect(hosts).toEqual(src.includes('/api/1/datasets/') ? ['tabular-api.data.gouv.fr'] : undefined);
  });

  it.each(READABLE)('%s gives an address that stands for itself', (_pasted, _format, src) => {
    const again = readAddress(src);
    expect(again === null ? src : again.src).toBe(src);
  });

  it.each(REFUSED)('%s gets a remedy only', (pasted, named) => {
    const reading = readAddress(pasted);
    expect(Object.keys(reading ?? {})).toEqual(['remedy']);
    expect(reading?.remedy?.fr).toContain(named);
  });

  it.each(SECRETS)('%s is refused as a secret, which is not repeated', (pasted) => {
    const { src, remedy } = readAddress(pasted) ?? {};
    expect(src).toBeUndefined();
    expect(remedy?.fr).toContain('secrète');
    expect(remedy?.fr).not.toMatch(/abc|0123|motdepasse/);
  });

  it.each(ORDINARY)('"%s" is nothing special', (pasted) => {
    expect(readAddress(pasted)).toBeNull();
  });

  it('never throws, leads to http(s) only and never carries a key', () => {
    const known = [...READABLE, ...REFUSED].map(([pasted]) => pasted).concat(SECRETS, ORDINARY);
    const piece = fc.oneof(
      fc.constantFrom(
        '/',
        '#',
        '?',
        '&',
        '%',
        '=',
        '@',
        '//',
        ' ',
        '"',
        '>',
        '%zz',
        '\0',
        '‮',
        '.csv',
        '/apps/',
        '[',
        ':',
      ),
      fc.string({ maxLength: 12 }),
      fc.constantFrom(...known),
    );
    const mutated = fc
      .tuple(fc.constantFrom(...known), fc.nat(200), fc.nat(20), piece)
      .map(([text, at, cut, added]) => text.slice(0, at) + added + text.slice(at + cut));
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: mutated }, { weight: 1, arbitrary: piece }), (text) => {
        const { src = 'https://nothing.example/' } = readAddress(text) ?? {};
        expect(new URL(src).protocol).toMatch(/^https?:$/);
        expect(src).not.toMatch(/[?&]key=/);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('the products', () => {
  it('each have an id of their own, and read one of the addresses above', () => {
    expect(new Set(PRODUCTS.map(({ id }) => id)).size).toBe(PRODUCTS.length);
    const remedies = [...READABLE, ...REFUSED].map(([pasted]) => readAddress(pasted)?.remedy);
    expect(PRODUCTS.filter(({ remedy }) => !remedies.includes(remedy)).map(({ id }) => id)).toEqual([]);
  });

  it.each(PRODUCTS.map(({ id, remedy }) => [id, remedy] as const))(
    '%s: the remedy is one typographic sentence',
    (_id, remedy) => {
      expect(remedy.fr).toMatch(/^\p{Lu}.*\.$/u);
      expect(remedy['en']).toMatch(/^\p{Lu}.*\.$/u);
      expect(remedy.fr).not.toMatch(/[^\u202f][:;?!»](?!\/)|«[^\u202f]|'/);
      expect(`${remedy.fr} ${remedy['en']}`).not.toMatch(/\. \p{Lu}.*\. \p{Lu}.*\./u);
    },
  );
});

describe('a snippet', () => {
  it.each([
    ['<iframe width="600" src="https://umap.example/x?a=1&amp;b=2"></iframe>', 'https://umap.example/x?a=1&b=2'],
    ["<iframe src='//umap.example/x' title='a > b'></iframe>", 'https://umap.example/x'],
    ['<p><a href="https://a.example/">Plein écran</a><iframe src=https://b.example/c></iframe>', 'https://b.example/c'],
    [
      '<script src="https://a.example/x.js"></script><blockquote class="oa-agenda"><p lang="fr"><a href="https://openagenda.com/pole">Voir</a></p></blockquote>',
      'https://openagenda.com/pole',
    ],
    ['Voici notre agenda : https://a.example/agenda, bonne lecture', 'https://a.example/agenda'],
    ['(voir https://a.example/agenda).', 'https://a.example/agenda'],
    ['https://a.example/agenda.', 'https://a.example/agenda'],
    ['https://a.example/agenda)', 'https://a.example/agenda'],
    ['<https://a.example/agenda>', 'https://a.example/agenda'],
    ['https://a.example/agenda>', 'https://a.example/agenda'],
    ['«\u202fhttps://a.example/agenda\u202f»', 'https://a.example/agenda'],
    ['https://a.example/Pole_(ESS)', 'https://a.example/Pole_(ESS)'],
    ['https://a.example/x?where=in(a,b)', 'https://a.example/x?where=in(a,b)'],
    ['webcal://a.example/a.ics', 'https://a.example/a.ics'],
    ['WEBCAL://a.example/a.ics', 'https://a.example/a.ics'],
    [' data/membres.csv ', 'data/membres.csv'],
    ['..', '..'],
    ['', ''],
  ])('%s holds %s', (text, address) => {
    expect(addressIn(text)).toBe(address);
  });

  it('is read as the address that it holds', () => {
    const read = (text: string) => readAddress(text)?.src;
    expect(read('<iframe src="https://mobilizon.fr/@pole" width="1"></iframe>')).toBe(
      'https://mobilizon.fr/@pole/feed/ics',
    );
    expect(read('Agenda : https://mobilizon.fr/@pole.')).toBe('https://mobilizon.fr/@pole/feed/ics');
  });
});

describe('the options in a fragment', () => {
  it.each([
    ['https://a.example/a.ics', 'https://a.example/a.ics', {}],
    [
      'https://a.example/a.ics#zone=Europe/Brussels&past=held',
      'https://a.example/a.ics',
      { zone: 'Europe/Brussels', past: 'held' },
    ],
    ['https://a.example/x#gid=3&zone=Etc%2FGMT%2B1', 'https://a.example/x#gid=3', { zone: 'Etc/GMT+1' }],
    ['https://a.example/x#zone=UTC&gid=3', 'https://a.example/x#gid=3', { zone: 'UTC' }],
    [
      'https://a.example/x#gid=3&table=Les%20membres&single=true',
      'https://a.example/x#gid=3&single=true',
      { table: 'Les membres' },
    ],
    ['https://a.example/#/nc/view/1#past=held', 'https://a.example/#/nc/view/1', { past: 'held' }],
    ['https://a.example/#/fiche/nom/1?cat=all', 'https://a.example/#/fiche/nom/1?cat=all', {}],
    ['https://a.example/?key=1&zone=2', 'https://a.example/?key=1&zone=2', {}],
    ['https://a.example/#monkey=1', 'https://a.example/#monkey=1', {}],
    ['https://a.example/#key=%zz', 'https://a.example/', { key: '%zz' }],
    ['https://openagenda.com/pole#key=0123', 'https://openagenda.com/pole', { key: '0123' }],
  ])('%s leaves %s', (given, src, options) => {
    expect(splitOptions(given)).toEqual({ src, options });
  });
});
