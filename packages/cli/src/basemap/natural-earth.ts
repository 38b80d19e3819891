/** Natural Earth at 1:10 million, installed with this command: the land around a territory, and the outlines of countries. */
import { createRequire } from 'node:module';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import type { Said } from '../language.ts';
import { Refusal } from '../refusal.ts';
import { type Rings, unstitched } from './rings.ts';
import { polygonsOf } from './topology.ts';

type Outlines = Topology<{
  readonly countries: GeometryCollection;
  readonly land: GeometryCollection;
}>;

let read: Outlines | undefined;
const outlines = (): Outlines => {
  read ??= createRequire(import.meta.url)('world-atlas/countries-10m.json') as Outlines;
  return read;
};

/** All land. */
export const worldLand = (): readonly Rings[] => unstitched(polygonsOf(outlines(), 'land'));

/** Who drew it. */
export const NATURAL_EARTH = {
  name: 'Natural Earth',
  licence: 'Domaine public',
  source: 'https://www.naturalearthdata.com/ (world-atlas 2.0.2)',
} as const;

/** A country, or what has the letters of one: New Caledonia. */
export interface Country {
  readonly letters: string;
  readonly name: Said;
  readonly polygons: readonly Rings[];
}

/**
 * A country by its two letters (ISO 3166), or by its name in French or English.
 * @throws Refusal for what is none, with the nearest of what may be meant
 */
export function countryOf(given: string): Country {
  const letters = lettersOf(given);
  const { countries } = outlines().objects;
  const own = countries.geometries.filter((country) => lettersIn(nameOf(country)) === letters);
  if (letters === undefined || own.length === 0) throw unknownCountry(given);
  const object: GeometryCollection = { type: 'GeometryCollection', geometries: own };
  return {
    letters,
    name: names().called(letters),
    polygons: unstitched(polygonsOf({ ...outlines(), objects: { own: object } }, 'own')),
  };
}

const nameOf = ({ properties }: GeometryObject): string =>
  properties && 'name' in properties ? String(properties.name) : '';

/** The letters of the countries that are drawn, in their order. */
export const countryLetters = (): readonly string[] =>
  outlines()
    .objects.countries.geometries.flatMap((country) => lettersIn(nameOf(country)) ?? [])
    .sort();

/** What Natural Earth shortens, or calls otherwise than Unicode does. */
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

/** Without accents, and as map makers shorten names. */
const key = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/&/gu, 'and')
    .replace(/\bsaint\b/gu, 'st')
    .replace(/\bislands?\b/gu, 'is')
    .replace(/[^a-z]/gu, '');

/** What countries are called. Made when it is first asked for: most commands know no country. */
interface Names {
  readonly called: (letters: string) => Said;
  /** Letters by {@link key}, in both languages. */
  readonly letters: ReadonlyMap<string, string>;
}

let made: Names | undefined;

function names(): Names {
  if (made) return made;
  const [fr, en] = ['fr', 'en'].map((lang) => new Intl.DisplayNames(lang, { type: 'region', fallback: 'none' }));
  const called = (letters: string): Said => ({ fr: fr?.of(letters) ?? letters, en: en?.of(letters) ?? letters });
  const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = alphabet
    .flatMap((first) => alphabet.map((second) => first + second))
    .filter((code) => en?.of(code) && currentOf(code) === code);
  const entries = codes.flatMap((code) => Object.values(called(code)).map((name) => [key(name), code] as const));
  made = { called, letters: new Map(entries) };
  return made;
}

/** The letters of today: `GB` for `UK`. */
const currentOf = (code: string): string | undefined => new Intl.Locale(`und-${code}`).region;

const lettersIn = (name: string): string | undefined => OTHERWISE[name] ?? names().letters.get(key(name));

function lettersOf(given: string): string | undefined {
  const code = given.trim();
  return /^[a-z]{2}$/iu.test(code) ? currentOf(code) : lettersIn(code);
}

/** Where the State publishes better outlines than a map of the world draws as a part of France. */
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
