/** Natural Earth at 1:10 million, installed with this command: the land around a territory, and the outlines of countries. */
import { createRequire } from 'node:module';
import { type CommandText, Refusal } from 'ess-widgets/internal';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type Rings, unstitched } from '../geometry/rings.ts';
import { objectPolygons } from '../geometry/topology.ts';

/** A TopoJSON file whose objects are collections. */
export type Outlines = Topology<Record<string, GeometryCollection<{ readonly name: string }>>>;

/** Reads a file of Natural Earth, at a scale of 1:10 or 1:50 million; Node keeps it. */
export const naturalEarth = (file: 'land-10m' | 'land-50m' | 'countries-10m' | 'countries-50m'): Outlines =>
  createRequire(import.meta.url)(`world-atlas/${file}.json`);

/** Returns the outlines of the countries whose names, as Natural Earth writes them, are wanted. */
export function countriesOf(outlines: Outlines, isWanted: (name: string) => boolean): Rings[] {
  const geometries = (outlines.objects['countries']?.geometries ?? []).filter(({ properties }) =>
    isWanted(properties && 'name' in properties ? properties.name : ''),
  );
  return objectPolygons({ ...outlines, objects: { own: { type: 'GeometryCollection', geometries } } }, 'own');
}

/** Returns all land. */
export const worldLand = (): readonly Rings[] => unstitched(objectPolygons(naturalEarth('countries-10m'), 'land'));

/** The credit of a map. */
export const NATURAL_EARTH = {
  name: 'Natural Earth',
  licence: 'Domaine public',
  source: 'https://www.naturalearthdata.com/ (world-atlas 2.0.2)',
} as const;

/** A country, or a territory with letters of its own: New Caledonia. */
interface Country {
  readonly letters: string;
  readonly name: CommandText;
  readonly polygons: readonly Rings[];
}

/**
 * Finds a country by its two letters (ISO 3166), or by its name in French or English.
 * @throws Refusal where there is none; it says the region of France that may be meant
 */
export function countryOf(given: string): Country {
  const letters = lettersOf(given);
  const polygons = countriesOf(naturalEarth('countries-10m'), (name) => lettersIn(name) === letters);
  if (letters === undefined || polygons.length === 0) throw unknownCountry(given);
  return { letters, name: names().called(letters), polygons: unstitched(polygons) };
}

/** Returns the letters of a country by the name that Natural Earth gives it. */
export const lettersIn = (name: string): string | undefined => OTHERWISE[name] ?? names().letters.get(key(name));

/** Names that Natural Earth shortens, or that are others in Unicode. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'Antigua and Barb.': 'AG',
  'Bosnia and Herz.': 'BA',
  'Br. Indian Ocean Ter.': 'IO',
  'Cabo Verde': 'CV',
  'Central African Rep.': 'CF',
  Congo: 'CG',
  'Dem. Rep. Congo': 'CD',
  'Dominican Rep.': 'DO',
  'Eq. Guinea': 'GQ',
  'Faeroe Is.': 'FO',
  'Fr. Polynesia': 'PF',
  'Fr. S. Antarctic Lands': 'TF',
  'Heard I. and McDonald Is.': 'HM',
  'Hong Kong': 'HK',
  Macao: 'MO',
  Macedonia: 'MK',
  Myanmar: 'MM',
  'N. Mariana Is.': 'MP',
  Palestine: 'PS',
  'S. Geo. and the Is.': 'GS',
  'S. Sudan': 'SS',
  'St. Vin. and Gren.': 'VC',
  Turkey: 'TR',
  'U.S. Minor Outlying Is.': 'UM',
  'United States of America': 'US',
  Vatican: 'VA',
  'W. Sahara': 'EH',
  'Wallis and Futuna Is.': 'WF',
  Åland: 'AX',
};

/** Returns a name without accents, and as map makers shorten it. */
const key = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/&/gu, 'and')
    .replace(/\bsaint\b/gu, 'st')
    .replace(/\bislands?\b/gu, 'is')
    .replace(/[^a-z]/gu, '');

/** Names of countries. They are made when they are first asked for: most commands know no country. */
interface Names {
  readonly called: (letters: string) => CommandText;
  /** Letters by {@link key}, in both languages. */
  readonly letters: ReadonlyMap<string, string>;
}

let made: Names | undefined;

function names(): Names {
  if (made) return made;
  const [fr, en] = ['fr', 'en'].map((lang) => new Intl.DisplayNames(lang, { type: 'region', fallback: 'none' }));
  const called = (letters: string): CommandText => ({ fr: fr?.of(letters) ?? letters, en: en?.of(letters) ?? letters });
  const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = alphabet
    .flatMap((first) => alphabet.map((second) => first + second))
    .filter((code) => en?.of(code) && currentOf(code) === code);
  const entries = codes.flatMap((code) => Object.values(called(code)).map((name) => [key(name), code] as const));
  made = { called, letters: new Map(entries) };
  return made;
}

/** Returns the letters of today: `GB` for `UK`. */
const currentOf = (code: string): string | undefined => new Intl.Locale(`und-${code}`).region;

function lettersOf(given: string): string | undefined {
  const code = given.trim();
  return /^[a-z]{2}$/iu.test(code) ? currentOf(code) : lettersIn(code);
}

/** Countries of Unicode that are regions of France: the State publishes better outlines than a map of the world has. */
const REGIONS: Readonly<Record<string, string>> = { GP: '01', MQ: '02', GF: '03', RE: '04', YT: '06' };

function unknownCountry(given: string): Refusal {
  const region = REGIONS[lettersOf(given) ?? ''];
  if (region !== undefined) {
    return new Refusal({
      fr: `--country ${given} est une région de France\u202f: --region ${region}.`,
      en: `--country ${given} is a region of France: --region ${region}.`,
    });
  }
  return new Refusal({
    fr: `--country ${given} n’est pas un pays connu (attendu\u202f: ses deux lettres, BE, CH, NC, ou son nom).`,
    en: `--country ${given} is no known country (expected: its two letters, BE, CH, NC, or its name).`,
  });
}
