/**
 * Mistakes that people make when they fill in data by hand, one at a time in the data set of the invented region: seventy that
 * were written down before any rule was tried on them, and others after the rules had been mended for these.
 */
import { type WrittenDataset, type WrittenRecord, written } from './whole-region.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A mistake: the data set with it, and the records that a finding may name, of which it cannot be known which is wrong. */
export interface PlantedError {
  readonly name: string;
  /** `collection/id`, or `manifest.json`. */
  readonly at: readonly string[];
  readonly data: WrittenDataset;
}

function recordOf(collection: string, id: string): WrittenRecord {
  const found = written.collections[collection]?.find((record) => record.id === id);
  if (!found) throw new TypeError(`the region has no ${collection}/${id}`);
  return found;
}

const withList = (collection: string, list: readonly WrittenRecord[]): WrittenDataset => ({
  ...written,
  collections: { ...written.collections, [collection]: list },
});

/** Returns the data set with other fields in one record. */
function changed(collection: string, id: string, fields: Fields): WrittenDataset {
  recordOf(collection, id);
  const list = written.collections[collection] ?? [];
  return withList(
    collection,
    list.map((record) => (record.id === id ? { ...record, ...fields } : record)),
  );
}

const added = (collection: string, record: WrittenRecord): WrittenDataset =>
  withList(collection, [...(written.collections[collection] ?? []), record]);

/** A mistake in one record; `others` are the records that it then contradicts. */
const wrong = (name: string, place: string, fields: Fields, ...others: readonly string[]): PlantedError => {
  const [collection = '', ...rest] = place.split('/');
  return { name, at: [place, ...others], data: changed(collection, rest.join('/'), fields) };
};

/** A mistake in the amount of a figure. */
function amount(name: string, id: string, value: unknown, ...others: readonly string[]): PlantedError {
  const quantity = { ...(recordOf('observations', id)['quantity'] as Fields), value };
  return wrong(name, `observations/${id}`, { quantity }, ...others);
}

/** A mistake in the unit of a figure. */
function unit(name: string, id: string, word: string): PlantedError {
  const quantity = { ...(recordOf('observations', id)['quantity'] as Fields), unit: word };
  return wrong(name, `observations/${id}`, { quantity });
}

/** A record that is there twice, the second time under another id or with other fields. */
function double(
  name: string,
  place: string,
  id: string,
  fields: Fields = {},
  ...others: readonly string[]
): PlantedError {
  const [collection = '', ...rest] = place.split('/');
  const data = added(collection, { ...recordOf(collection, rest.join('/')), id, ...fields });
  return { name, at: [place, `${collection}/${id}`, ...others], data };
}

const count = (value: unknown, word: string) => ({ value, op: '=', unit: word });
const position = (id: string, lon: number, lat: number) => ({
  position: { ...(recordOf('organisations', id)['position'] as Fields), lon, lat },
});
const members = (id: string) => `observations/members-2023${id}`;

const presence = (here: number, away: number) => ({
  by: {
    attendance: {
      present: count(here, 'people'),
      'excused-represented': count(5, 'people'),
      absent: count(away, 'people'),
    },
  },
});

/** Returns the data set without a record: a line that was forgotten. */
function missing(name: string, place: string, ...at: readonly string[]): PlantedError {
  const [collection = '', ...rest] = place.split('/');
  recordOf(collection, rest.join('/'));
  const list = written.collections[collection] ?? [];
  return {
    name,
    at,
    data: withList(
      collection,
      list.filter(({ id }) => id !== rest.join('/')),
    ),
  };
}

/** The seventy that the rules were mended for. */
export const errors: readonly PlantedError[] = [
  // Totals and arithmetic.
  amount('the total of the members has its digits swapped', 'members-2023', 81),
  amount('one college has a member too many', 'members-2023-cooperatives', 6, members('')),
  amount('a share is calculated on another base', 'associations-share', 50),
  amount('a growth has its digits swapped', 'members-rise', 21.5),
  amount('one new member more is announced than the complete list has', 'joined-2023', 4),
  amount('the net change is not what joined less what left', 'net-2023', 3),
  wrong(
    'jobs of one contract have a nought too many',
    'jobs/dla/fixed-term',
    { jobs: count(300, 'jobs') },
    'observations/jobs',
    'observations/jobs-fixed',
  ),
  amount('a rate is ten times too large', 'month-rate', 20),
  double('a departure is entered twice', 'movements/depart-2023', 'depart-2023-bis', {}, 'observations/team-2023'),
  wrong('women have their digits swapped in a tally', 'tallies/salon', {
    by: { gender: { women: count(105, 'people'), men: count(140, 'people') } },
  }),
  wrong('more people are present than the board has seats', 'tallies/conseil/2023-06-13', presence(71, 2)),
  wrong('present, represented and absent are more than the seats', 'tallies/conseil/2023-06-13', presence(17, 12)),
  wrong('votes and abstentions are more than those entitled', 'votes/rapport', { abstain: count(13, 'votes') }),
  wrong('more votes are cast than the board has seats', 'votes/orientation', { for: count(91, 'votes') }),
  wrong(
    'the seats of one college are more than those of the board',
    'seats/conseil/associations',
    { count: 100 },
    'bodies/conseil',
  ),
  wrong('a change of followers is not that of the two counts', 'audiences/reseau-social/2023', {
    change: count(715, 'subscribers'),
  }),
  amount('half a year has more workshops than the year', 'workshops-h1', 17, 'observations/workshops'),

  // Dates.
  wrong('a meeting is typed ten years early', 'meetings/bureau/2023-05-16', { date: '2013-05-16' }),
  wrong('an event is typed in the year 2203', 'events/cafe-mai', { date: '2203-05-09' }),
  wrong('a meeting is held on 30 February', 'meetings/conseil/2023-06-13', { date: '2023-02-30' }),
  wrong('the day and the month of a publication are swapped', 'publications/fiche-energie', { date: '2023-30-05' }),
  wrong('a date is written as in a letter', 'events/salon-2022', { date: '16/06/2022' }),
  wrong('a membership ends before it begins', 'memberships/valdor/mains-vertes', { end: '2012-09-30' }),
  wrong('a vote is dated a day on which the board did not meet', 'votes/orientation', { date: '2023-09-15' }),
  wrong('a publication is dated after the document that lists it', 'publications/cahier-metiers', { date: '2024-11' }),
  wrong('an event of last year is still planned', 'events/rencontre', { date: '2023-04-18' }),
  wrong('an organisation takes part in a programme years before it', 'participations/transition/cafe', {
    period: '2020',
  }),
  wrong('a mission begins before its programme', 'missions/appui-jardins', { period: '2021-02' }),
  wrong('a stand is dated a year before its fair', 'participations/salon/scierie', { period: '2022-06-15' }),
  wrong('the weekday printed is not that of the date', 'events/salon', { printed: { date: 'mardi 15 juin' } }),
  wrong('a prize is typed in the year 2032', 'prizes/prix/2023', { date: '2032-06-15' }),
  wrong('the edition of a fair has a digit too many', 'events/salon-2022', { edition: 18 }, 'events/salon'),
  wrong('the edition of a prize has a digit too many', 'prizes/prix/2023', { edition: 15 }, 'prizes/prix/2022'),
  wrong('an exception is on no date of its event', 'events/permanence', {
    recurrence: { frequency: 'weekly', until: '2024-12-30', exceptions: ['2024-12-24'] },
  }),
  {
    name: 'the document is of 31 February',
    at: ['manifest.json'],
    data: {
      ...written,
      manifest: { ...written.manifest, documents: { bilan: { title: { fr: 'Bilan 2023' }, date: '2024-02-31' } } },
    },
  },

  // Records that are there twice.
  double('an organisation is there twice', 'organisations/fournil', 'fournil-2', { siren: null }),
  double('an organisation is there again, misspelt', 'organisations/scierie', 'scierie-2', {
    ...{ name: 'Scierie coopérative du Mnot', siren: null },
  }),
  wrong(
    'two organisations have one SIREN',
    'organisations/taxis',
    { siren: recordOf('organisations', 'imprimerie')['siren'] },
    'organisations/imprimerie',
  ),
  double('an event is there twice', 'events/cafe-mai', 'cafe-de-mai'),
  double('a membership is there twice', 'memberships/valdor/theatre', 'valdor/theatre-2'),
  double('two organisations have one id', 'organisations/radio', 'radio', { name: 'Radio des Cimes', siren: null }),
  double('two bodies have one name', 'bodies/conseil', 'conseil-2', { seats: null }),
  double('two themes have one label', 'categories/eau', 'eaux'),
  double('a prize is there twice', 'prizes/prix/2023', 'prix/2023-bis', {}, 'observations/prizes'),
  double('a seat is there twice', 'seats/bureau/cafe', 'bureau/cafe-2', {}, 'bodies/bureau'),

  // Places and codes.
  wrong('longitude and latitude are swapped', 'organisations/cafe', position('cafe', 45.2, 5.4)),
  wrong('a longitude has a digit too many', 'organisations/fournil', position('fournil', 15.4, 45.2)),
  wrong('a commune is misspelt', 'organisations/cafe', { town: 'Saint-Abuert' }),
  wrong('the town is not the commune named beside it', 'organisations/ludotheque', { town: 'Rochelonde' }),
  wrong('a digit of a SIREN is wrong', 'organisations/bateliers', {
    siren: String(recordOf('organisations', 'bateliers')['siren']).replace(/\d$/, (last) =>
      String((Number(last) + 1) % 10),
    ),
  }),
  wrong('an address on the web is mistyped', 'organisations/radio', {
    links: [{ kind: 'site', url: 'htps:/radio.example' }],
  }),

  // Words, units and numbers.
  wrong('a college is misspelt', 'memberships/m3', { college: 'cooperative' }),
  wrong('the laureate is no organisation of the list', 'prizes/prix/2023', { laureate: 'theatre-de-poche' }),
  wrong('a section is none of the report', members(''), { source: { document: 'bilan', section: 'D', page: 3 } }),
  wrong('a page is 0', 'votes/orientation', { source: { document: 'bilan', section: 'A', page: 0 } }),
  unit('members are counted in euros', 'members-2022', 'euros'),
  unit('a unit is misspelt', 'pupils', 'poeple'),
  wrong('a prize is in percent', 'prizes/prix/2022', { amount: count(1500, 'percent') }),
  wrong('a number is typed as text', 'events/salon', { attendance: count('290', 'people') }),
  wrong('a status is in French', 'events/visite', { status: 'annulé' }),
  amount('a percentage has lost its decimal point', 'associations-share', 444),
  amount('a count is negative', 'month-people', -3100),
  amount('a space of thousands is read as a decimal point', 'budget', 1.6),
  amount('a year stands in place of a number of voters', 'voters', 2024),
  wrong('a threshold is in percent', 'votes/rapport', { threshold: 50 }),
  wrong('a cancelled event has visitors', 'events/visite', { attendance: count(12, 'people') }),
  {
    name: 'a cancelled meeting has people present',
    at: ['meetings/conseil/2023-11-07', 'tallies/conseil/2023-11-07'],
    data: added('tallies', { id: 'conseil/2023-11-07', of: 'conseil/2023-11-07', ...presence(15, 4) }),
  },
  wrong('a theme is misspelt', 'meetings/conseil/2023-03-14', { themes: ['eua'] }),
  wrong('a page is a year', 'observations/sites', { source: { document: 'bilan', section: 'B', page: 2023 } }),
  wrong('a member has a reason for leaving and has not left', 'memberships/valdor/cafe', { exitReason: 'withdrawal' }),
];

/** Mistakes that no rule was written or mended for: they say how many others are found. */
export const laterErrors: readonly PlantedError[] = [
  amount('the total of the jobs has its digits swapped', 'jobs', 102, 'observations/jobs-permanent'),
  amount('one application more is announced than there are', 'applications', 6, 'observations/success'),
  amount('a rate has lost its nought', 'success', 4),
  amount('the team has its digits swapped', 'team-2023', 71),
  amount('one publication less is announced than there are', 'publications', 2),
  amount('half a pupil is counted', 'pupils', 64.5),
  wrong(
    'the total of a tally is not the attendance of its event',
    'tallies/salon',
    { total: count(209, 'people') },
    'events/salon',
    'observations/fair-exact',
    'observations/fair',
  ),
  wrong('more votes in favour than voters', 'votes/rapport', { for: count(400, 'votes') }),
  wrong('women and men are together more than all', 'tallies/salon', {
    by: { gender: { women: count(62, 'percent'), men: count(58, 'percent') } },
  }),
  wrong('a board has as many seats as a year', 'bodies/conseil', { seats: 2023 }),
  wrong('a count of followers has lost a digit', 'audiences/reseau-social/2023', {
    followers: count(138, 'subscribers'),
  }),
  wrong('a prize has a nought too many', 'prizes/prix/2023', { amount: count(15_000, 'euros') }),
  wrong('one vote more is against', 'votes/rapport', { against: count(3, 'votes') }),

  wrong('an event ends before it starts', 'events/cafe-mai', { endsAt: '2023-05-09T10:00:00+02:00' }),
  wrong('an event that comes back ends before it starts', 'events/permanence', {
    recurrence: { frequency: 'weekly', until: '2023-12-30', exceptions: [] },
  }),
  wrong('a member is there before the network', 'memberships/valdor/radio', { start: '2008' }),
  wrong('a member joins in the year 2042', 'memberships/valdor/imprimerie', { start: '2042-09-01' }),
  wrong('a member joined ten days later than is written', 'memberships/valdor/taxis', { start: '2019-11-15' }),
  wrong('followers are counted in the year 2032', 'audiences/reseau-social/2023', { date: '2032-12-31' }),
  wrong(
    'a school project is dated by the civil year',
    'projects/lycee-montval',
    { period: '2022' },
    'observations/projects',
  ),

  double(
    'a meeting is there twice',
    'meetings/conseil/2023-03-14',
    'conseil/mars-2023',
    {},
    'observations/meetings-board',
  ),
  wrong('an organisation is named twice in one mission', 'missions/appui-jardins', {
    organisations: ['jardins', 'jardins'],
  }),
  missing('a new member is forgotten', 'memberships/valdor/theatre', 'observations/joined-2023', members('')),
  missing('a meeting is forgotten', 'meetings/conseil/2023-06-13', 'observations/meetings-board'),
  missing('a departure of staff is forgotten', 'movements/depart-2023', 'observations/team-2023'),

  wrong('a position is an empty field', 'organisations/radio', position('radio', 0, 0)),
  wrong('a longitude has a sign too many', 'organisations/cafe', position('cafe', -5.4, 45.2)),
  wrong('a SIRET stands in place of a SIREN', 'organisations/prevoyance', {
    siren: `${String(recordOf('organisations', 'prevoyance')['siren'])}00017`,
  }),
  wrong('a code of a group of communes has lost a digit', 'territories/epci-247700018', { code: '24770018' }),
  wrong('a place is another commune than the position', 'events/salon-2022', { place: 'Halle aux Grains, Rochelonde' }),

  wrong('an organisation is written with a capital', 'memberships/valdor/cafe', { organisation: 'Cafe' }),
  wrong('a session is part of no known event', 'events/salon-eau', { partOf: 'salon-2023' }),
  wrong('a mode is in French', 'meetings/conseil/2023-03-14', { mode: 'hybride' }),
  wrong(
    'a member is in another college than that of its form',
    'memberships/valdor/taxis',
    { college: 'associations' },
    members('-associations'),
    members('-cooperatives'),
  ),
  wrong('a mission is in another programme', 'missions/appui-cafe', { programme: 'ecole' }, 'observations/missions'),
  wrong('votes are typed as percents', 'votes/rapport', { for: count(40, 'percent') }),
];
