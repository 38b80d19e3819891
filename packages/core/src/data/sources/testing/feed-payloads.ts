/**
 * Payloads of feeds as pages and commands meet them, and the records that each gives, or the sentence. Whatever reads feeds
 * reads these.
 */

/** An answer, where it lies, and what is read of it. */
export interface FeedPayload {
  readonly name: string;
  /** Name of a file beside this table, or the text itself. */
  readonly file?: string;
  readonly text?: string;
  /** Address, with the options that an author writes after it. */
  readonly src: string;
  /** Whether the command line reads it: a page reads no file of a machine. */
  readonly isCommand?: boolean;
  /** Further answers, by address: names of files, or texts that begin with a bracket. */
  readonly also?: Readonly<Record<string, string>>;
  /** Addresses that are asked for, one after the other; that of the payload alone where it is not given. */
  readonly asked?: readonly string[];
  /**
   * Records in words: `title | when | status` of an event, with its place where it has one; `name | town | latitude` of a
   * member.
   */
  readonly records?: readonly string[];
  /** Code of the error and a part of what is said, in French where the error has a remedy. */
  readonly refusal?: readonly [code: string, sentence: string];
  /** Parts of findings, in French. */
  readonly said?: readonly string[];
  /** Text that nothing of the answer shows. */
  readonly never?: string;
}

const BESIDE = 'https://pole.example/data';
const UNKNOWN = 'https://data.example/export';
const DISK = 'file:///srv/agenda';

const sheet = (name: string, text: string, records: readonly string[], said: readonly string[] = []): FeedPayload => ({
  name,
  text,
  src: `${BESIDE}/agenda.csv`,
  records,
  said,
});

const DAY = ['Forum | 2026-12-05 | planned'];
const HOUR = ['Forum | 2026-12-05T10:00 | planned'];

/** Days and hours of a sheet: those at which its lines were written are none. */
const STAMPS: readonly FeedPayload[] = [
  sheet('an hour of submission after the day', 'Titre,Date,Heure de soumission\nForum,05/12/2026,08:12\n', DAY, [
    'Heure de soumission (horodatage, non lu)',
  ]),
  sheet(
    'an hour of submission before the hour',
    'Titre,Heure de soumission,Date,Heure\nForum,08:12,05/12/2026,10h\n',
    HOUR,
  ),
  sheet('the stamp of Google Forms', 'Horodateur,Titre,Date\n01/11/2026 08:12:33,Forum,05/12/2026\n', DAY, [
    'Horodateur (horodatage, non lu)',
  ]),
  sheet(
    'the stamp of Nextcloud Forms',
    'Timestamp,Titre,Date de l’événement\n2026-11-01T08:12:33+01:00,Forum,05/12/2026\n',
    DAY,
  ),
  sheet('hours of entry, plural', 'Titre;Date;Heures de saisies\nForum;05/12/2026;08:12\n', DAY),
  sheet('the hour of an answer', 'Titre;Date;Heure de réponse\nForum;05/12/2026;08:12\n', DAY),
  sheet(
    'the hour of an answer whose accent is lost',
    'Titre;Date;Heure de r\ufffdponse\nForum;05/12/2026;08:12\n',
    DAY,
  ),
  sheet('the hour of an answer in mojibake', 'Titre;Date;Heure de rÃ©ponse\nForum;05/12/2026;08:12\n', DAY),
  sheet(
    'the hours of an order and of its payment',
    'Titre,Date,Heure de la commande,Heure du paiement\nForum,05/12/2026,08:12,08:15\n',
    DAY,
  ),
  sheet(
    'an hour of closing, of creation, of change',
    'Titre,Date,Heure limite d’inscription,Heure de création,Heure de mise à jour\nForum,05/12/2026,12:00,08:12,09:00\n',
    DAY,
  ),
  sheet(
    'hours of reception, deposit, demand, completion, filling in',
    'Titre,Date,Heure de réception,Heure du dépôt,Heure de la demande,Heure de complétion,Heure de fin de remplissage\nForum,05/12/2026,08:12,08:13,08:14,08:15,08:16\n',
    DAY,
    ['Heure du dépôt (horodatage, non lu)'],
  ),
  sheet(
    'an hour of what nobody knows',
    'Titre,Date,Heure de tirage,Heure du concert\nForum,05/12/2026,08:12,10h\n',
    HOUR,
    ['Colonnes non utilisées\u202f: Heure de tirage'],
  ),
  sheet(
    'the stamps of Microsoft Forms',
    'ID,Heure de début,Heure de fin,Titre,Date\n1,01/11/2026 08:12:33,01/11/2026 08:15:01,Forum,05/12/2026\n2,01/11/2026 09:12:33,01/11/2026 09:15:01,Salon,\n',
    ['Salon | - | planned', ...DAY].toReversed(),
    ['d’un autre jour que l’événement'],
  ),
  sheet('an hour that repeats its day', 'Titre,Date,Heure de début\nForum,05/12/2026,05/12/2026 10:00\n', HOUR),
  sheet('an hour of the end alone', 'Titre,Date,Heure de fin de l’atelier\nForum,05/12/2026,12:00\n', DAY),
  sheet('the hour of a workshop', 'Titre,Date de l’événement,Horaire de l’atelier\nForum,05/12/2026,10h\n', HOUR),
  sheet('the day that is foreseen', 'Titre,Date prévue,Heure de soumission\nForum,05/12/2026,08:12\n', DAY),
  sheet(
    '« 10 et 11 » is no day',
    'Titre,Date\nForum,10 et 11 décembre 2026\n',
    ['Forum | - | planned'],
    ['date ou heure illisible'],
  ),
  sheet('« du 2 au 4 »', 'Titre,Date\nForum,du 2 au 4 décembre 2026\n', ['Forum | 2026-12-02/2026-12-04 | planned']),
  sheet('the number of a spreadsheet', 'Titre,Date,Heure\nForum,46361,0.75\n', ['Forum | 2026-12-05T18:00 | planned']),
  sheet(
    'lines of months',
    'Titre,Date,Lieu\nJANVIER 2027,,\nForum,05/01/2027,Brest\nFÉVRIER,,\nMai,06/02/2027,Brest\n2028,,\n',
    ['Forum | 2027-01-05 | planned | Brest', 'Mai | 2027-02-06 | planned | Brest'],
    ['titre de mois, non compté parmi les événements'],
  ),
  sheet('columns between bars', 'Titre|Date|Lieu\nForum|05/12/2026|Brest\n', ['Forum | 2026-12-05 | planned | Brest']),
  sheet('an American day', 'Titre,Date\nForum,12/25/2026\n', ['Forum | - | planned'], ['date ou heure illisible']),
];

const OPENAGENDA = [
  'Repas partagé | 2026-12-05T14:00:00+01:00/2026-12-05T17:00:00+01:00 | planned | Halle',
  'Repas partagé | 2026-12-12T14:00:00+01:00/2026-12-12T17:00:00+01:00 | planned | Halle',
  'Bilan | 2026-12-15T09:30:00+01:00/2026-12-15T12:00:00+01:00 | planned | Halle',
];
const PORTAL = [
  'Exposition | 2026-12-05T10:00:00+01:00/2026-12-05T18:00:00+01:00 | planned | Halle',
  'Exposition | 2026-12-06T10:00:00+01:00/2026-12-06T18:00:00+01:00 | planned | Halle',
  'Visite | 2026-12-08T09:00:00+01:00/2026-12-08T11:00:00+01:00 | planned | Halle',
];
const TEC = [
  'Fête | 2026-12-05T18:00+01:00/2026-12-05T20:00+01:00 | planned | Salle du port',
  'Forum | 2026-12-09T09:00+01:00/2026-12-09T17:00+01:00 | planned | Salle du port',
];
const MEMBERS = ['Kerhea | Brest | -', 'Xylm | Vannes | -'];
const MAP = ['Kerhea | Brest | 48.39', 'Xylm | Brest | 48.4'];
const PLACES = ['Kerhea | - | 48.39', 'Xylm | - | 48.4'];

const onDisk = (file: string, rest: Omit<FeedPayload, 'name' | 'file' | 'src' | 'isCommand'>): FeedPayload => ({
  name: `${file}, on the disk`,
  file,
  src: `${DISK}/${file}`,
  isCommand: true,
  ...rest,
});

const API = 'https://site.example/wp-json/tribe/events/v1/events';
const SET = 'https://data.example/api/explore/v2.1/catalog/datasets/agenda';
const ROWS = 'https://api.baserow.io/api/database/views/grid/S/public/rows/';

/** Answers that were saved: each is read alone, wherever it lies. */
const SAVED: readonly FeedPayload[] = [
  {
    name: 'OpenAgenda',
    file: 'openagenda-first-page.json',
    src: `${BESIDE}/agenda.json`,
    records: OPENAGENDA,
    said: ['annonce 40 enregistrements et en donne 2'],
  },
  {
    name: 'Opendatasoft v2.1',
    file: 'opendatasoft-v2.json',
    src: `${BESIDE}/agenda.json`,
    records: PORTAL,
    said: ['annonce 2693 enregistrements et en donne 2'],
  },
  {
    name: 'Opendatasoft v1',
    file: 'opendatasoft-v1.json',
    src: `${BESIDE}/agenda.json`,
    records: PORTAL,
    said: ['annonce 400 enregistrements et en donne 2'],
  },
  {
    name: 'Opendatasoft v1, the list alone',
    file: 'opendatasoft-v1-array.json',
    src: `${BESIDE}/agenda.json`,
    records: PORTAL,
  },
  {
    name: 'The Events Calendar, whose next page is elsewhere',
    file: 'tec.json',
    src: `${BESIDE}/agenda.json`,
    records: TEC,
    said: ['annonce 125 enregistrements et en donne 2'],
  },
  {
    name: 'Baserow, whose page 2 is the same file',
    file: 'baserow-rows.json',
    src: `${BESIDE}/adherents.json`,
    also: { [`${BESIDE}/adherents.json?page=2&size=2`]: 'baserow-rows.json' },
    records: MEMBERS,
    said: ['annonce 7 enregistrements et en donne 2'],
  },
  {
    name: 'NocoDB, whose page 2 is the same file',
    file: 'nocodb-rows.json',
    src: `${BESIDE}/adherents.json`,
    also: { [`${BESIDE}/adherents.json?offset=2`]: 'nocodb-rows.json' },
    records: MEMBERS,
    said: ['annonce 27 enregistrements et en donne 2'],
  },
  {
    name: 'GoGoCarto, in compact lists',
    file: 'gogocarto-compact.json',
    src: `${BESIDE}/carte.json`,
    records: PLACES,
    said: ['les activités manquent'],
  },
  {
    name: 'a portal that answers every page with the first',
    file: 'opendatasoft-v2.json',
    src: `${SET}/records?limit=2`,
    also: { [`${SET}/records?limit=2&offset=2`]: 'opendatasoft-v2.json' },
    asked: [`${SET}/records?limit=2`, `${SET}/records?limit=2&offset=2`, SET],
    records: PORTAL,
    said: ['annonce 2693 enregistrements et en donne 2'],
  },
  {
    name: 'The Events Calendar, whose next page is itself',
    file: 'tec-itself.json',
    src: API,
    records: TEC,
    said: ['répète ce qui est déjà lu'],
  },
  onDisk('openagenda-first-page.json', { records: OPENAGENDA, said: ['annonce 40 enregistrements et en donne 2'] }),
  onDisk('opendatasoft-v2.json', { records: PORTAL, said: ['annonce 2693 enregistrements et en donne 2'] }),
  onDisk('opendatasoft-v1.json', { records: PORTAL, said: ['annonce 400 enregistrements et en donne 2'] }),
  onDisk('tec.json', { records: TEC, said: ['annonce 125 enregistrements et en donne 2'] }),
  onDisk('gogocarto.json', { records: MAP }),
  onDisk('gogocarto-compact.json', { records: PLACES, said: ['les activités manquent'] }),
  onDisk('baserow-rows.json', { records: MEMBERS, said: ['annonce 7 enregistrements et en donne 2'] }),
  onDisk('baserow-view.json', { refusal: ['config', 'sans ses lignes'] }),
  onDisk('nocodb-rows.json', { records: MEMBERS, said: ['annonce 27 enregistrements et en donne 2'] }),
  onDisk('nocodb-view.json', { refusal: ['config', 'sans ses lignes'] }),
  onDisk('grist-records.json', { records: MEMBERS }),
  onDisk('grist-tables.json', { refusal: ['config', 'donnez l’adresse du service'] }),
  {
    name: 'a table whose next page is a file of the machine',
    text: '{"count":2,"next":"file:///etc/hostname","results":[{"structure":"Kerhea","commune":"Brest"}]}',
    src: UNKNOWN,
    asked: [UNKNOWN],
    records: ['Kerhea | Brest | -'],
    said: ['annonce 2 enregistrements et en donne 1'],
  },
  {
    name: 'two pages of Baserow',
    file: 'baserow-rows.json',
    src: `${ROWS}?size=2`,
    also: { [`${ROWS}?page=2&size=2`]: '{"count":3,"next":null,"results":[{"id":3,"Structure":"Tag","Commune":[]}]}' },
    asked: [`${ROWS}?size=2`, `${ROWS}?page=2&size=2`],
    records: [...MEMBERS, 'Tag | - | -'],
    said: ['annonce 7 enregistrements et en donne 3'],
  },
];

const OSM = 'https://overpass.example/api/interpreter?data=x';
const WIKI = 'https://wiki.example/?api/forms/2/entries';
const WIKI_EVENTS = [
  'Repas partagé | 2026-12-05T19:00:00+01:00/2026-12-05T22:00:00+01:00 | planned',
  'Bilan | 2026-12-15 | planned',
];
/** What the service of a portal says of one event in each of its pages. */
const event = (uid: string, updatedAt: string, title: string): object => ({
  uid,
  updatedAt,
  title: { fr: title },
  timings: [{ begin: '2026-12-05T14:00:00+01:00', end: '2026-12-05T17:00:00+01:00' }],
});

/** Answers of services, at their own addresses. */
const SERVICES: readonly FeedPayload[] = [
  { name: 'places of OpenStreetMap', file: 'overpass.json', src: OSM, records: MAP },
  { name: 'those, saved', file: 'overpass.json', src: `${BESIDE}/lieux.json`, records: MAP },
  onDisk('overpass.json', { records: MAP }),
  {
    name: 'places of OpenStreetMap, whose service had not enough time',
    text: '{"osm3s":{},"elements":[{"type":"node","id":1,"lat":48.39,"lon":-4.49,"tags":{"name":"Kerhea"}}],"remark":"runtime error: Query timed out"}',
    src: OSM,
    records: ['Kerhea | - | 48.39'],
    said: ['sa réponse est incomplète («\u202fruntime error'],
  },
  { name: 'entries of YesWiki', file: 'yeswiki-entries.json', src: WIKI, records: WIKI_EVENTS },
  {
    name: 'entries of YesWiki that are members',
    file: 'yeswiki-members.json',
    src: 'https://wiki.example/api/forms/4/entries',
    records: MEMBERS,
  },
  {
    name: 'entries of YesWiki with neither date nor place',
    text: '{"Velo":{"id_fiche":"Velo","bf_titre":"Vélo"}}',
    src: WIKI,
    refusal: ['config', 'Dites ce que c’est'],
  },
  { name: 'a form of YesWiki without an entry', text: '[]', src: WIKI, records: [] },
  {
    name: 'one event 25 times, of which one is newer',
    text: JSON.stringify({
      events: Array.from({ length: 25 }, (_, at) =>
        event('7', `2026-11-${String((at * 7) % 25 || 25).padStart(2, '0')}`, at === 0 ? 'Salle B' : 'Salle A'),
      ),
    }),
    src: `${BESIDE}/agenda.json`,
    records: ['Salle B | 2026-12-05T14:00:00+01:00/2026-12-05T17:00:00+01:00 | planned'],
    said: ['le plus récent de chacun est gardé, 24 sont laissés de côté'],
    never: 'Salle A',
  },
  {
    name: 'an export of Opendatasoft that has an event twice, whose author dates the newer one',
    text: JSON.stringify(
      ['2026-11-02', '2026-11-01'].map((updatedat, at) => ({
        uid: '7',
        updatedat,
        title_fr: at === 0 ? 'Salle B' : 'Salle A',
        firstdate_begin: '2026-12-05T10:00:00+01:00',
        lastdate_end: '2026-12-05T12:00:00+01:00',
      })),
    ),
    src: UNKNOWN,
    records: ['Salle B | 2026-12-05T10:00:00+01:00/2026-12-05T12:00:00+01:00 | planned'],
    said: ['1 est laissé de côté'],
    never: 'Salle A',
  },
  {
    name: 'a table of Baserow without a row',
    text: '{"count":0,"next":null,"previous":null,"results":[]}',
    src: ROWS,
    refusal: ['schema', 'is empty'],
  },
  {
    name: 'a record with lists in lists in lists',
    text: `{"total_count":9,"results":[{"nom":"Kerhea","commune":"Brest","x":${'['.repeat(20_000)}${']'.repeat(20_000)}}]}`,
    src: `${SET}/records?limit=1`,
    also: { [`${SET}/records?limit=1&offset=1`]: '{"total_count":9,"results":[]}' },
    asked: [`${SET}/records?limit=1`, `${SET}/records?limit=1&offset=1`, SET],
    records: ['Kerhea | Brest | -'],
    said: ['annonce 9 enregistrements et en donne 1'],
  },
  {
    name: 'lists in lists in lists alone',
    text: '['.repeat(20_000) + ']'.repeat(20_000),
    src: UNKNOWN,
    refusal: ['format', 'holds no record'],
  },
  {
    name: 'The Events Calendar that goes on at another host',
    text: '{"events":[{"id":1,"title":"Forum","start_date":"2026-12-05 10:00:00"}],"next_rest_url":"https://autre.example/wp-json/tribe/events/v1/events?page=2"}',
    src: API,
    refusal: ['blocked', 'autre.example'],
  },
];

const UNSAID = 'Dites ce que c’est\u202f: ajoutez #kind=members ou #kind=events';

/** Lists that nobody describes: their records say what they are, or they are refused. */
const KINDS: readonly FeedPayload[] = [
  { name: 'the events of OpenAgenda alone', file: 'openagenda-array.json', src: UNKNOWN, records: OPENAGENDA },
  { name: 'those, after long texts', file: 'openagenda-array-long.json', src: UNKNOWN, records: OPENAGENDA },
  { name: 'the events of The Events Calendar alone', file: 'tec-array.json', src: UNKNOWN, records: TEC },
  { name: 'an export of Opendatasoft', file: 'opendatasoft-export.json', src: UNKNOWN, records: PORTAL },
  {
    name: 'a list of schema.org',
    file: 'jsonld-array.json',
    src: UNKNOWN,
    records: ['Repas partagé | 2026-12-05T19:00:00+01:00/2026-12-05T22:00:00+01:00 | planned | Halle'],
  },
  {
    name: 'things with a startDate',
    file: 'event-objects.json',
    src: UNKNOWN,
    records: [
      'Repas partagé | 2026-12-05T19:00 | planned | Halle',
      'Bilan | 2026-12-15T09:30 | planned | Brest',
      'Sans date | - | planned | Brest',
    ],
  },
  {
    name: 'things with a dtstart',
    file: 'dtstart-objects.json',
    src: UNKNOWN,
    records: ['Repas partagé | 2026-12-05T19:00:00+01:00/2026-12-05T22:00:00+01:00 | planned | Halle'],
  },
  {
    name: 'entries of YesWiki',
    file: 'yeswiki-entries.json',
    src: UNKNOWN,
    records: WIKI_EVENTS,
  },
  { name: 'places of OpenStreetMap alone', file: 'overpass-array.json', src: UNKNOWN, records: MAP },
  {
    name: 'an object by id, whose author says where its records are',
    text: '{"a|1":{"nom":"Kerhea","ville":"Brest"},"a|2":{"nom":"Xylm","ville":"Vannes"}}',
    src: `${UNKNOWN}#kind=members&records=.`,
    records: MEMBERS,
  },
  {
    name: 'an object by id that says nothing',
    text: '{"a|1":{"nom":"Kerhea","ville":"Brest"}}',
    src: `${UNKNOWN}#kind=members&records=a|b`,
    refusal: ['config', 'is no list of records'],
  },
  { name: 'members with their towns', file: 'members.json', src: UNKNOWN, records: MEMBERS },
  {
    name: 'members whose place has parts',
    text: '[{"nom":"Kerhea","adresse":{"codePostal":"29200","ville":"Brest"},"president":{"adresse":{"ville":"Sené"}}},{"nom":"Xylm","adresse":{"ville":"Vannes"}}]',
    src: UNKNOWN,
    records: MEMBERS,
  },
  {
    name: 'members whose place has a name, a town and a point',
    text: '[{"siege":{"nom":"Siège","commune":"Brest","lat":48.39,"lon":-4.48},"nom":"Kerhea"}]',
    src: UNKNOWN,
    records: ['Kerhea | Brest | 48.39'],
  },
  {
    name: 'records within what a service says of them',
    text: '{"data":[{"id":1,"attributes":{"nom":"Kerhea","commune":"Brest"}},{"id":2,"attributes":{"nom":"Xylm","commune":"Vannes"}}]}',
    src: `${UNKNOWN}#records=data`,
    records: MEMBERS,
  },
  {
    name: 'events whose venue has a name and a town',
    text: '[{"title":"Forum","start":"2026-12-05T10:00:00+01:00","venue":{"name":"Halle","city":"Brest"},"organizer":{"name":"Kerhea","city":"Vannes"}}]',
    src: UNKNOWN,
    records: ['Forum | 2026-12-05T10:00:00+01:00 | planned | Halle'],
  },
  {
    name: 'lists of lists',
    file: 'lines.json',
    src: UNKNOWN,
    records: ['Repas partagé | 2026-12-05T19:00 | planned', 'Bilan | 2026-12-15T09:30 | planned'],
  },
  {
    name: 'an answer whose list nobody names',
    text: '{"version":2,"data":{"total":1,"items":[{"nom":"Kerhea","ville":"Brest"}]}}',
    src: UNKNOWN,
    refusal: ['format', 'ajoutez #records=data.items à la fin de l’adresse'],
  },
  {
    name: 'an answer whose list is named',
    text: '{"version":2,"data":{"total":1,"items":[{"nom":"Kerhea","ville":"Brest"}]}}',
    src: `${UNKNOWN}#records=data.items`,
    records: ['Kerhea | Brest | -'],
  },
  {
    name: 'an answer without a list',
    text: '{"version":2,"status":"ok"}',
    src: UNKNOWN,
    refusal: ['format', 'is no ESS data set'],
  },
  { name: 'articles', file: 'posts.json', src: UNKNOWN, refusal: ['config', UNSAID] },
  { name: 'articles of WordPress', file: 'wordpress-posts.json', src: UNKNOWN, refusal: ['config', UNSAID] },
  {
    name: 'articles in French',
    text: '[{"titre":"Bonjour","date":"2026-12-05","texte":"…","rubrique":"Actualités"}]',
    src: UNKNOWN,
    refusal: ['config', UNSAID],
  },
  {
    name: 'products and where they are made',
    text: '[{"name":"Panier","prix":12,"commune":"Brest"}]',
    src: UNKNOWN,
    refusal: ['config', UNSAID],
  },
  {
    name: 'records with fields of their own',
    text: `[${Array.from({ length: 2_000 }, (_, at) => `{"f${at}":1}`).join(',')}]`,
    src: UNKNOWN,
    refusal: ['large', 'chacun d’autres champs'],
  },
  { name: 'persons', file: 'persons.json', src: UNKNOWN, refusal: ['config', UNSAID] },
  { name: 'products', file: 'products.json', src: UNKNOWN, refusal: ['config', UNSAID] },
  {
    name: 'products that the author calls members',
    file: 'products.json',
    src: `${UNKNOWN}#kind=members`,
    records: ['Sac | - | -', 'Vélo | - | -'],
  },
];

const agenda = (file: string, records: readonly string[], rest: Partial<FeedPayload> = {}): FeedPayload => ({
  name: file,
  file,
  src: `${BESIDE}/${file}`,
  records,
  ...rest,
});
const at = (title: string, begin: string, end = '', status = 'planned', place = ''): string =>
  [title, `${begin}:00+01:00${end && `/${begin.slice(0, 11)}${end}:00+01:00`}`, status, place]
    .filter(Boolean)
    .join(' | ');

/** Versions of one event, and changes of a date. */
const VERSIONS: readonly FeedPayload[] = [
  agenda('sequence.ics', [at('Forum, salle B', '2026-12-06T10:00')], {
    said: ['plusieurs versions'],
    never: 'salle A',
  }),
  agenda('last-modified.ics', [at('Forum, salle B', '2026-12-06T10:00')], { never: 'salle A' }),
  agenda('merged.ics', [at('Forum', '2026-12-06T10:00'), at('Bilan', '2026-12-15T09:30')]),
  agenda('last-in-file.ics', [at('Forum, salle B', '2026-12-06T10:00')], { never: 'salle A' }),
  agenda('same-uid.ics', [at('Forum', '2026-12-05T10:00'), at('Bilan', '2026-12-06T10:00')], {
    said: ['les deux sont gardés'],
  }),
  agenda('changed-date-twice.ics', [
    at('Permanence', '2026-12-01T18:00', '19:00'),
    at('Permanence', '2026-12-08T20:00', '', 'planned', 'Brest'),
    at('Permanence', '2026-12-15T18:00', '19:00'),
    at('Permanence', '2026-12-22T18:00', '19:00'),
    at('Permanence', '2026-12-29T18:00', '19:00'),
  ]),
  agenda('this-and-future.ics', [
    at('Permanence', '2026-12-01T18:00', '19:00'),
    at('Permanence', '2026-12-08T18:00', '19:00'),
    at('Permanence du mercredi', '2026-12-16T19:00', '21:00'),
    at('Permanence, à Brest', '2026-12-22T18:00', '18:30'),
    at('Permanence du mercredi', '2026-12-30T19:00', '21:00'),
  ]),
  agenda('two-ranges.ics', [
    at('Permanence', '2026-12-01T18:00', '19:00'),
    at('Permanence', '2026-12-08T19:00', '19:30'),
    at('Permanence', '2026-12-15T19:00', '19:30'),
    at('Permanence', '2026-12-22T20:00', '20:30'),
    at('Permanence', '2026-12-29T20:00', '20:30'),
  ]),
  agenda(
    'private-range.ics',
    [at('Permanence', '2026-12-01T18:00', '19:00'), at('Permanence', '2026-12-08T18:00', '19:00')],
    { never: 'Entretien' },
  ),
  agenda('periods.ics', [
    at('Atelier', '2026-12-05T10:00', '12:00'),
    at('Atelier', '2026-12-12T14:00', '15:30'),
    at('Atelier', '2026-12-19T14:00', '17:30'),
  ]),
  agenda('cancelled-date.ics', [
    at('Permanence', '2026-12-01T18:00', '19:00'),
    at('Permanence', '2026-12-08T18:00', '', 'cancelled'),
    at('Permanence', '2026-12-15T18:00', '19:00'),
  ]),
  agenda('method-cancel.ics', [
    at('Permanence', '2026-12-01T18:00', '19:00', 'cancelled'),
    at('Permanence', '2026-12-08T18:00', '19:00', 'cancelled'),
  ]),
  agenda('classes.ics', [at('Forum', '2026-12-07T10:00')], { never: 'Réunion' }),
  agenda(
    'until-9999.ics',
    [
      'Permanence | 2027-01-01 | planned',
      'Permanence | 2027-04-01 | planned',
      'Permanence | 2027-07-01 | planned',
      'Permanence | 2027-10-01 | planned',
      'Permanence | 2028-01-01 | planned',
    ],
    { said: ['a une fin hors de portée'] },
  ),
  agenda(
    'count-over-a-million.ics',
    [
      'Permanence | 2027-01-01 | planned',
      'Permanence | 2027-04-01 | planned',
      'Permanence | 2027-07-01 | planned',
      'Permanence | 2027-10-01 | planned',
      'Permanence | 2028-01-01 | planned',
    ],
    { said: ['a une fin hors de portée'] },
  ),
];

/** Hours of another zone: an event keeps the offset of the place that it is of. */
const ZONES: readonly FeedPayload[] = [
  agenda('reunion.ics', ['Forum | 2026-12-05T10:00:00+04:00 | planned', 'Bilan | 2026-12-06T10:00:00+04:00 | planned']),
  {
    ...sheet('hours of Paris in a sheet', 'Titre,Date,Heure\nForum,05/12/2026,10h\n', HOUR),
    name: 'hours of a sheet that says nothing',
  },
  {
    ...sheet('', 'Titre,Date,Heure\nForum,05/12/2026,10h\n', ['Forum | 2026-12-05T10:00:00+04:00 | planned']),
    name: 'hours of a sheet of Réunion',
    src: `${BESIDE}/agenda.csv#zone=Indian/Reunion`,
  },
  {
    ...sheet('', 'Titre,Date,Heure\nForum,05/12/2026,10h\n', ['Forum | 2026-12-05T10:00:00-04:00 | planned']),
    name: 'hours of a sheet of Martinique',
    src: `${BESIDE}/agenda.csv#zone=America/Martinique`,
  },
];

/** A feed, in RSS where nothing else is said. */
const xml = (name: string, text: string, rest: Omit<FeedPayload, 'name' | 'src'>): FeedPayload => ({
  name,
  src: UNKNOWN,
  text: `<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n${text}`,
  ...rest,
});
const rss = (...items: readonly string[]): string =>
  `<rss version="2.0" xmlns:ev="http://purl.org/rss/1.0/modules/event/"><channel><title>Agenda</title><pubDate>Mon, 30 Nov 2026 08:00:00 GMT</pubDate>${items.map((each) => `<item>${each}<pubDate>Sun, 29 Nov 2026 08:00:00 GMT</pubDate></item>`).join('')}</channel></rss>`;
const POST = '<title>Une nouvelle</title><link>https://pole.example/nouvelle</link>';
const NEWS = ['format', 'des articles, non des rendez-vous'] as const;

/** Feeds: the day on which an entry was written is none of an event. */
const FEEDS: readonly FeedPayload[] = [
  xml(
    'events of the module of RSS, beside a post',
    rss(
      '<title>Forum &amp; salon</title><guid>a</guid><ev:startdate>2026-12-05T10:00:00+01:00</ev:startdate><ev:enddate>2026-12-05T12:00:00+01:00</ev:enddate><ev:location>Halle</ev:location><ev:organizer>Personne</ev:organizer>',
      '<title><![CDATA[Fête]]></title><guid>b</guid><ev:tribe_event_meta><ev:startdate>2026-12-06</ev:startdate><ev:enddate>2026-12-07</ev:enddate></ev:tribe_event_meta>',
      POST,
    ),
    {
      records: [
        'Forum & salon | 2026-12-05T10:00:00+01:00/2026-12-05T12:00:00+01:00 | planned | Halle',
        'Fête | 2026-12-06/2026-12-07 | planned',
      ],
      said: ['1 article de ce flux n’a pas de date d’événement, et n’est pas lu'],
      never: 'Personne',
    },
  ),
  xml(
    'events of xCal: basic forms, a zone, the day after the last, two dates of one page',
    rss(
      '<title>Forum</title><guid>a</guid><x:dtstart tzid="Indian/Reunion">20261205T100000</x:dtstart>',
      '<title>Bilan</title><guid>a</guid><x:dtstart><x:date-time>2026-12-06T09:00:00</x:date-time></x:dtstart><x:status>CANCELLED</x:status>',
      '<title>Salon</title><x:dtstart>20261207</x:dtstart><x:dtend>20261209</x:dtend>',
    ),
    {
      records: [
        'Forum | 2026-12-05T10:00:00+04:00 | planned',
        'Bilan | 2026-12-06T09:00 | cancelled',
        'Salon | 2026-12-07/2026-12-08 | planned',
      ],
    },
  ),
  xml(
    'events in RDF',
    '<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:ev="http://purl.org/rss/1.0/modules/event/"><channel><title>Agenda</title></channel><item><title>Forum</title><ev:startdate>2026-12-05</ev:startdate></item></rdf:RDF>',
    { records: DAY },
  ),
  xml(
    'events in Atom',
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Agenda</title><updated>2026-11-30T08:00:00Z</updated><entry><id>a</id><title type="html">&lt;b&gt;Forum&lt;/b&gt;</title><author><name>Personne</name></author><link rel="edit" href="https://pole.example/edit"/><link href="https://pole.example/forum"/><updated>2026-11-29T08:00:00Z</updated><ev:startdate xmlns:ev="e">2026-12-05T10:00:00</ev:startdate></entry></feed>',
    { records: HOUR, never: 'Personne' },
  ),
  xml('posts in RSS', rss(POST, POST), { refusal: NEWS }),
  xml(
    'posts in Atom',
    `<feed><title>Nouvelles</title><entry>${POST}<published>2026-12-05T10:00:00Z</published></entry></feed>`,
    { refusal: NEWS },
  ),
  {
    ...xml('posts of a site', rss(POST), { refusal: NEWS }),
    src: 'https://pole.example/spip.php?page=backend',
  },
  xml('a feed that is cut', rss(POST).slice(0, -40), { refusal: ['syntax', 'is cut'] }),
  xml('entities of its own, of which none is opened', '<!DOCTYPE rss [<!ENTITY a "b">]><rss>&a;</rss>', {
    refusal: ['html', ''],
  }),
];

export const FEED_PAYLOADS: readonly (readonly [family: string, payloads: readonly FeedPayload[]])[] = [
  ['days and hours of a sheet', STAMPS],
  ['a saved answer', SAVED],
  ['an answer of a service', SERVICES],
  ['a list that nobody describes', KINDS],
  ['versions of an event', VERSIONS],
  ['zones', ZONES],
  ['a feed of events or of posts', FEEDS],
];
