/** Rules over places: names of towns, positions. */
import {
  type CollectionName,
  distanceKm,
  fold,
  oneErrorApart,
  type Point,
  type Position,
  push,
  type Territory,
} from '../model/index.ts';
import type { CheckContext } from './check.ts';
import { type Hits, inField, type Pattern, rule } from './rule.ts';
import type { At, FindingSubject } from './shared/finding.ts';
import { groupByKey } from './shared/lists.ts';
import { departementCode, type Places, townKey } from './shared/places.ts';
import { printedInRecords, printedInTexts } from './shared/printed.ts';

/** A text that names a town, or may. */
interface Mention {
  readonly text: string;
  readonly at: At | FindingSubject;
  /** INSEE code of the commune that its record names. */
  readonly home: string | undefined;
  /** Whether the text is nothing but the name of a town. */
  readonly alone: boolean;
  /** Position of its record. */
  readonly position?: Point | null | undefined;
}

const inseeOf = (territories: readonly (string | undefined)[]): string | undefined =>
  territories.find((each) => each?.startsWith('commune-'))?.slice('commune-'.length);

/** Returns the name of a town as it is typed and, where the record is typed right, the misprint of its document. */
function spellingsOf(
  field: string,
  typed: string | null | undefined,
  printed: Readonly<Record<string, string>> | undefined,
): readonly { readonly text: string; readonly field: string }[] {
  const found = printed?.[field];
  return [
    ...(typed ? [{ text: typed, field }] : []),
    ...(found && found !== typed ? [{ text: found, field: `printed.${field}` }] : []),
  ];
}

function* inRecords({ index }: CheckContext): Generator<Mention> {
  for (const record of index.list('organisations')) {
    const { position, territories, town, printed } = record;
    const home = inseeOf([position?.territory, ...territories]);
    for (const { text, field } of spellingsOf('town', town, printed))
      yield { text, at: inField('organisations', record, field), home, alone: true, position };
  }
  for (const name of ['events', 'projects', 'meetings'] as const) {
    for (const record of index.list(name)) {
      const { position, place, printed } = record;
      const home = inseeOf([...('territories' in record ? record.territories : []), position?.territory]);
      for (const { text, field } of spellingsOf('place', place, printed))
        yield { text, at: inField(name, record, field), home, alone: false, position };
    }
  }
}

/** Saints in a running text: towns more often than not. Other words cannot be told from common ones. */
const SAINT = /(?<![\p{L}\d])(?:St|Ste|Saint|Sainte)[ -]\p{Lu}[\p{L}'’-]+/gu;

/** Names in a running text: words with a capital, and the small words between them. */
const NAMES =
  /(?<![\p{L}\d])\p{Lu}[\p{L}'’]*(?:[ -](?:\p{Lu}|(?:de|du|des|la|le|les|en|sur|l'|d'|l’|d’)(?=[ -]|\p{Lu}))[\p{L}'’]*)*/gu;

/** Returns the commune that a record names, misspelt inside a text about it: "2 at Saint Briec". */
function misspeltInside(text: string, home: string, places: Places): readonly string[] {
  const read = [...text.matchAll(NAMES)].map(([name]) => ({ name, reading: places.readTown(name, home, 1) }));
  if (read.some(({ reading }) => reading.kind === 'known' && reading.insee.includes(home))) return [];
  return read.flatMap(({ name, reading }) => (reading.kind === 'near' && reading.sure ? [name] : []));
}

/** Yields names in labels, titles and printed texts: "Projects in St Briec". */
function* inTexts(context: CheckContext): Generator<Mention> {
  const { index } = context;
  const places = index.places();
  const titles = [
    ...index.list('observations').map((o) => {
      const home = inseeOf([o.dimensions['commune'], o.territory ?? undefined]);
      return { at: inField('observations', o, 'label'), text: o.label.fr, home };
    }),
    ...index.list('events').map((event) => {
      return { at: inField('events', event, 'title'), text: event.title.fr, home: inseeOf(event.territories) };
    }),
  ];
  for (const { at, text, home } of titles) {
    for (const name of home === undefined ? [] : misspeltInside(text, home, places))
      yield { text: name, at, home, alone: false };
  }
  for (const { text, where, subject, commune } of printedInRecords(context)) {
    const name = text.replace(/\(.*?\)/g, ' ').trim();
    const home = inseeOf([commune]);
    // The place itself is read from its record.
    if (!home || where.collection !== 'observations') continue;
    const [inside] = misspeltInside(name, home, places);
    yield { text: inside ?? name, at: { where, subject }, home, alone: false };
  }
  for (const { text, where, subject } of printedInTexts(context)) {
    for (const [name] of text.matchAll(SAINT))
      yield { text: name, at: { where, subject }, home: undefined, alone: false };
  }
}

/** Returns the parts of a place that may be the name of its town: "Domaine de Menez Meur, Hanvec". */
const partsOf = (text: string): readonly string[] =>
  text
    .split(/[,;/()]| [-–] /u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function looksLikeTown(part: string): boolean {
  const bare = part.replace(/\(.*?\)|^\d{5} /gu, ' ').trim();
  return /^\p{Lu}/u.test(bare) && !/\d/.test(bare) && bare.split(/[\s-]+/u).length <= 7;
}

/** Reads the parts of a mention. The nearest of a mere mention is looked for with care: one error at most. */
const readParts = ({ alone, text }: Mention, home: string | undefined, { readTown }: Places) =>
  (alone ? [text] : partsOf(text)).map((part) => ({ part, reading: readTown(part, home, alone ? 2 : 1) }));

/** Greatest distance of a record from the point of its commune, in kilometres. */
const NEAR = 30;

function* misspelt(mention: Mention, places: Places): Hits<'misspelt'> {
  const { at, alone, home, position } = mention;
  const read = readParts(mention, home, places);
  if (read.some(({ reading }) => reading.kind === 'known')) return;
  const near = read.findLast(({ part, reading }) => reading.kind === 'near' && looksLikeTown(part));
  if (near?.reading.kind !== 'near') return;
  const { commune, sure } = near.reading;
  // The record may lie where the table has no commune, or far from the one that is nearest by its name.
  const isElsewhere =
    (home !== undefined && !places.covers(home)) ||
    (position && commune.position && distanceKm(position, commune.position) > NEAR);
  // A record that knows its commune names something else there, if it is another one.
  if (!sure && (isElsewhere || (!alone && home !== undefined))) return;
  const { name, insee } = commune;
  const weight = sure ? 'warning, certain' : undefined;
  yield ['misspelt', { at, found: near.part, expected: `${name} (${insee})`, values: { name }, weight }];
}

/** Finds a town that its record places in another commune of the table. */
function* otherCommune({ text, at, alone, home }: Mention, places: Places): Hits<'other'> {
  const commune = home === undefined ? undefined : places.communeOf(home);
  if (home === undefined || !commune) return;
  const reading = places.readTown(text, home);
  if (reading.kind !== 'known' || reading.insee.includes(home)) return;
  // A place may be called like a town of anywhere: of one that the data set names it is that town.
  if (!alone && !reading.insee.some((insee) => places.territory(`commune-${insee}`))) return;
  if (!fold(text).startsWith(fold(commune.name)))
    yield ['other', { at, found: text, expected: `${commune.name} (${home})` }];
}

/** Finds, without a table of communes, a spelling that comes once beside one that comes often. */
function* rareSpellings(mentions: readonly Mention[]): Hits<'rare'> {
  const spellings = groupByKey(mentions, ({ alone, text }) => (alone ? townKey(text) : null));
  const endsOf = (key: string): readonly string[] => [`^${key.slice(0, 4)}`, `$${key.slice(-4)}`];
  const blocks = new Map<string, string[]>();
  for (const key of spellings.keys()) if (key.length >= 6) for (const end of endsOf(key)) push(blocks, end, key);
  for (const [key, [mention, ...more]] of spellings) {
    if (!mention || more.length > 0 || key.length < 6) continue;
    const near = endsOf(key)
      .flatMap((block) => (blocks.get(block) ?? []).slice(0, 200))
      .find((other) => oneErrorApart(key, other) && (spellings.get(other)?.length ?? 0) >= 3);
    const expected = near === undefined ? undefined : spellings.get(near)?.[0]?.text;
    if (expected !== undefined) yield ['rare', { at: mention.at, found: mention.text, expected }];
  }
}

/** Returns the commune of the data set that a town is almost called like, and that its record is placed in or beside. */
function homeByPosition({ alone, text, position }: Mention, places: Places): string | undefined {
  const reading = alone && position ? places.readTown(text) : undefined;
  if (reading?.kind !== 'near' || !position || !reading.commune.position) return undefined;
  return distanceKm(position, reading.commune.position) <= NEAR ? reading.commune.insee : undefined;
}

/**
 * Compares, without a table, a town with the commune that its record names only: it may be any other one. The text is
 * that commune misspelt, or another one that the data set names.
 */
function* againstHome(mention: Mention, places: Places): Hits<'home' | 'other'> {
  const home = mention.home ?? homeByPosition(mention, places);
  const commune = home === undefined ? undefined : places.communeOf(home);
  if (home === undefined || !commune) return;
  const read = readParts(mention, home, places);
  if (read.some(({ reading }) => reading.kind === 'known' && reading.insee.includes(home))) return;
  const near = read.find(({ reading }) => reading.kind === 'near' && reading.commune.insee === home);
  if (!near || !looksLikeTown(near.part)) yield* otherCommune(mention, places);
  else {
    const { name } = commune;
    yield ['home', { at: mention.at, found: near.part, expected: `${name} (${home})`, values: { name } }];
  }
}

/** Names of towns against the communes given: misspelt ones, and those that are not their record's commune. */
export const townNames = rule(
  'town-names',
  { fr: 'Noms de villes', en: 'Names of towns' },
  ['organisations', 'events', 'projects', 'meetings', 'observations'],
  {
    misspelt: [
      'warning, likely',
      [
        "aucune commune connue ne s'appelle « {found} » ; la plus proche est {expected}",
        'no known commune is called "{found}"; the nearest one is {expected}',
      ],
      [
        "Si c'est elle, écrivez {name} : une recherche automatique pourrait en trouver une autre.",
        'If it is that one, write {name}: an automatic search might find another one.',
      ],
    ],
    other: [
      'warning, likely',
      [
        'la ville est « {found} », mais la fiche est rattachée à {expected}',
        'the town is "{found}", but the record belongs to {expected}',
      ],
      ['Corrigez la ville ou la commune.', 'Correct the town or the commune.'],
    ],
    home: [
      'warning, likely',
      [
        "« {found} » n'est pas l'orthographe de la commune que la fiche nomme, {expected}",
        '"{found}" is not how the commune that the record names is spelt, {expected}',
      ],
      ["Si c'est elle, écrivez {name}.", 'If it is that one, write {name}.'],
    ],
    rare: [
      'info, possible',
      ["« {found} » ne vient qu'une fois, « {expected} » souvent", '"{found}" comes once, "{expected}" often'],
      ['Vérifiez l’orthographe de la ville.', 'Check the spelling of the town.'],
    ],
  },
  function* (context) {
    const places = context.index.places();
    const mentions = [...inRecords(context)];
    if (places.hasCommunes) {
      for (const mention of [...mentions, ...inTexts(context)]) {
        yield* misspelt(mention, places);
        yield* otherCommune(mention, places);
      }
      return;
    }
    const said = new Set<string>();
    const recordOf = (at: At | FindingSubject): string => ('record' in at ? `${at.collection}/${at.record.id}` : '');
    for (const hit of places.hasNames ? mentions.flatMap((mention) => [...againstHome(mention, places)]) : []) {
      said.add(recordOf(hit[1].at));
      yield hit;
    }
    for (const hit of rareSpellings(mentions)) if (!said.has(recordOf(hit[1].at))) yield hit;
  },
);

/** A record with a position, and what it says of where it lies. */
interface Placed {
  readonly collection: CollectionName;
  readonly record: At['record'];
  readonly position: Position;
  /** Territories that the record says it lies in. */
  readonly territories: readonly string[];
  readonly town: string | undefined;
}

function* placed({ index }: CheckContext): Generator<Placed> {
  for (const record of index.list('organisations')) {
    const { position, territories, town } = record;
    if (position) yield { collection: 'organisations', record, position, territories, town: town ?? undefined };
  }
  for (const collection of ['events', 'projects', 'meetings'] as const) {
    for (const record of index.list(collection)) {
      const { position, place } = record;
      const territories = 'territories' in record ? record.territories : [];
      if (position) yield { collection, record, position, territories, town: place ?? undefined };
    }
  }
}

/**
 * Greatest distance between the point inside a territory and its edge, in kilometres: that of the widest one of France,
 * and a little more. Narrowest first.
 */
const REACH: Readonly<Record<string, number>> = {
  commune: 20,
  epci: 60,
  pole: 100,
  pays: 100,
  departement: 130,
  region: 350,
};

const KINDS = Object.keys(REACH);

interface Home {
  readonly id: string;
  readonly point: Point;
  readonly reach: number;
  readonly rank: number;
}

/** Returns the narrowest territory whose point is known, and how far its edge may be. */
function nearestHome({ position, territories }: Placed, places: Places): Home | undefined {
  let best: Home | undefined;
  for (const id of position.territory ? [position.territory, ...territories] : territories) {
    const point = places.pointOf(id);
    const kind = places.territory(id)?.kind ?? id.split('-')[0] ?? '';
    const [reach, rank] = [REACH[kind], KINDS.indexOf(kind)];
    if (point && reach !== undefined && (!best || rank < best.rank)) best = { id, point, reach, rank };
  }
  return best;
}

const formatPoint = ({ lon, lat }: Point): string => `${lon}, ${lat}`;

/** A département in brackets, or the postal code before a town: `Moulins (03)`, `03000 Moulins`. */
const CODE_IN_TOWN = /\((\d{2}|2[AB]|9[78]\d)\)|\b(\d{5})\b/;

/** Returns the communes that a record names by their codes, and the départements that it names, if any. */
function codesIn({ position, territories, town }: Placed) {
  const ids = [...territories, ...(position.territory ? [position.territory] : [])];
  const codesOf = (kind: string): readonly string[] =>
    ids.flatMap((each) => (each.startsWith(kind) ? each.slice(kind.length) : []));
  const communes = codesOf('commune-');
  if (communes.length > 0) return { communes, departements: communes.map(departementCode) };
  const [, bracketed, postal] = CODE_IN_TOWN.exec(town ?? '') ?? [];
  const written = bracketed ?? (postal === undefined ? undefined : departementCode(postal));
  return { communes, departements: [...codesOf('departement-'), ...(written === undefined ? [] : [written])] };
}

/** Returns which communes of one name a record may mean: its own code decides, else its département; else all of them. */
function namesakeFilter(each: Placed): (insee: string) => boolean {
  const { communes, departements } = codesIn(each);
  if (communes.length > 0) return (insee) => communes.includes(insee);
  return (insee) => departements.length === 0 || departements.includes(departementCode(insee));
}

/** Returns how far a position is from the one commune that its town or place names, where it names one. */
function distanceFromTown(each: Placed, town: string, places: Places): number | null {
  const isMeant = namesakeFilter(each);
  const named = town.split(/[,;/()]/u).flatMap((part) => {
    const reading = places.readTown(part.trim());
    return reading.kind === 'known' ? reading.insee.filter(isMeant) : [];
  });
  const points = named.flatMap((insee) => places.pointOf(`commune-${insee}`) ?? []);
  // One of several namesakes that has no point may be the one meant.
  if (points.length === 0 || (named.length > 1 && points.length < named.length)) return null;
  return Math.min(...points.map((point) => distanceKm(each.position, point)));
}

/** A box around the territories of the data set, in degrees, with a margin, and the départements of those in it. */
interface Box {
  readonly departements: ReadonlySet<string>;
  readonly lon: readonly [number, number];
  readonly lat: readonly [number, number];
}

const MARGIN = 1;

function regionBox(territories: readonly Territory[]): Box | null {
  const known = territories.filter(({ position }) => position);
  if (known.length < 3) return null;
  const points = known.flatMap(({ position }) => position ?? []);
  const departements = known.flatMap(({ id }) =>
    /^(?:commune|departement)-/.test(id) ? [departementCode(id.slice(id.indexOf('-') + 1))] : [],
  );
  const range = (list: readonly number[]): readonly [number, number] => [
    list.reduce((a, b) => Math.min(a, b)) - MARGIN,
    list.reduce((a, b) => Math.max(a, b)) + MARGIN,
  ];
  return {
    departements: new Set(departements),
    lon: range(points.map(({ lon }) => lon)),
    lat: range(points.map(({ lat }) => lat)),
  };
}

const isInside = ({ lon, lat }: Point, box: Box): boolean =>
  lon >= box.lon[0] && lon <= box.lon[1] && lat >= box.lat[0] && lat <= box.lat[1];

/** Judges a position against the territory, the town or the region that its record says; what it says first decides. */
function* away(each: Placed, places: Places, box: Box | null): Hits<'swapped' | 'away' | 'town' | 'outside'> {
  const { position, town } = each;
  const at = inField(each.collection, each.record, 'position');
  const found = formatPoint(position);
  const home = nearestHome(each, places);
  const swapped = { lon: position.lat, lat: position.lon };
  const expected = formatPoint(swapped);
  if (home) {
    const km = distanceKm(position, home.point);
    if (km <= home.reach) return;
    const name =
      places.territory(home.id)?.name.fr ?? places.communeOf(home.id.replace('commune-', ''))?.name ?? home.id;
    if (distanceKm(swapped, home.point) <= home.reach)
      yield ['swapped', { at, found, expected, values: { where: { fr: `à ${name}`, en: `in ${name}` } } }];
    else yield ['away', { at, found, expected: `≤ ${home.reach} km`, values: { km: Math.round(km), name } }];
    return;
  }
  const km = town === undefined ? null : distanceFromTown(each, town, places);
  if (town !== undefined && km !== null && km > (REACH['commune'] ?? 0)) {
    yield ['town', { at, found, expected: town, values: { km: Math.round(km) } }];
    return;
  }
  if (!box || isInside(position, box)) return;
  const { departements } = codesIn(each);
  // Outside the region a position may be right: a record whose code is of another département says itself that it is there.
  if (departements.length > 0 && !departements.some((code) => box.departements.has(code))) return;
  if (isInside(swapped, box))
    yield ['swapped', { at, found, expected, values: { where: { fr: 'dans la région', en: 'in the region' } } }];
  else yield ['outside', { at, found }];
}

/** Finds territories whose point lies far from a territory around them. */
function* strayTerritories({ index }: CheckContext, places: Places): Hits<'stray'> {
  for (const territory of index.list('territories')) {
    const { position, parents } = territory;
    const far = parents
      .map((parent) => {
        const [point, reach] = [places.pointOf(parent), REACH[places.territory(parent)?.kind ?? '']];
        return { parent, reach, km: position && point ? distanceKm(position, point) : 0 };
      })
      .find(({ km, reach }) => reach !== undefined && km > reach);
    if (!position || !far) continue;
    const values = { km: Math.round(far.km), name: places.territory(far.parent)?.name.fr ?? far.parent };
    const at = inField('territories', territory, 'position');
    yield ['stray', { at, found: formatPoint(position), expected: `≤ ${far.reach} km`, values }];
  }
}

const CORRECT: Pattern = ['Corrigez la position ou le territoire.', 'Correct the position or the territory.'];

/** Positions that are none, or lie far from the territory or the town that their record names. */
export const positions = rule(
  'positions',
  { fr: 'Positions', en: 'Positions' },
  ['organisations', 'events', 'projects', 'meetings', 'territories'],
  {
    empty: [
      'error, certain',
      [
        'la position est 0, 0, en plein océan : sans doute un champ vide',
        'the position is 0, 0, in the ocean: an empty field, probably',
      ],
      CORRECT,
    ],
    swapped: [
      'error, likely',
      [
        'longitude et latitude sont échangées : {expected} serait {where}',
        'longitude and latitude are swapped: {expected} would be {where}',
      ],
      CORRECT,
    ],
    away: [
      'warning, likely',
      [
        "la position est à {km} km de {name}, où la fiche dit qu'elle est",
        'the position is {km} km from {name}, where the record says that it is',
      ],
      CORRECT,
    ],
    town: [
      'warning, likely',
      ['la position est à {km} km de {expected}', 'the position is {km} km from {expected}'],
      CORRECT,
    ],
    outside: [
      'info, possible',
      [
        'la position est hors de la région, et aucun territoire ne dit pourquoi',
        'the position is outside the region, and no territory says why',
      ],
      CORRECT,
    ],
    stray: [
      'warning, likely',
      [
        'la position est à {km} km de {name}, dont ce territoire fait partie',
        'the position is {km} km from {name}, which this territory is a part of',
      ],
      CORRECT,
    ],
  },
  function* (context) {
    const places = context.index.places();
    const strays = [...strayTerritories(context, places)];
    yield* strays;
    const astray = new Set(strays.map(([, { at }]) => ('record' in at ? at.record.id : undefined)));
    const box = regionBox(context.index.list('territories'));
    for (const each of placed(context)) {
      // One finding is enough: that on the territory whose point is wrong.
      if (astray.has(nearestHome(each, places)?.id)) continue;
      const { collection, record, position } = each;
      // 0, 0 comes from a field that was left empty.
      if (position.lon === 0 && position.lat === 0)
        yield ['empty', { at: inField(collection, record, 'position'), found: formatPoint(position) }];
      else yield* away(each, places, box);
    }
  },
);
