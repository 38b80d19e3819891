/**
 * The files of the communes of France, small enough to go wherever the widgets go: one a département, and an index of names.
 * `packages/geo-tools/scripts/reference.ts` writes them, `packages/host-php/Places.php` reads them as well.
 */
import { EssError } from '../errors.ts';
import type { CommunesFile } from './communes-file.ts';

/** `communes/29.json`: what a commune has stands at its place in each list; in texts, a `|` is between two communes. */
export interface DepartementFile {
  readonly format: 'ess-departement/1';
  readonly name: string;
  /** Code without that of the département, as what it is more than the one before. */
  readonly insee: readonly number[];
  readonly names: string;
  /** The least longitude and latitude, in thousandths of a degree (some 100 m). */
  readonly from: readonly [lon: number, lat: number];
  /** How much more these are, in two figures each (see `FIGURES`), one behind the other; `~` where a commune has no position. */
  readonly points: string;
  /** With spaces between several; that of the département is left out where a code begins with it. */
  readonly postal: string;
  /** A sign a commune: the place of its group in `groups`, to the base 36; `-` for none. */
  readonly epci: string;
  /** SIREN codes of nine figures, each with the name behind it. */
  readonly groups: string;
  /** Codes and names before mergers; `commune` is the place of today's. A code of another département is whole. */
  readonly former: { readonly insee: readonly number[]; readonly names: string; readonly commune: readonly number[] };
  readonly shared: CommunesFile['shared'];
}

/**
 * `names/7.json`: the names whose number gives this rest when it is divided by `NAME_FILES`. They themselves are in the files of the
 * départements alone.
 */
export interface NamesFile {
  readonly format: 'ess-names/2';
  /**
   * What the division gives, in order, once for each département of a name: the last two figures (see `FIGURES`); a `|` is between those
   * that differ in the figures before, which are how many of these signs went before.
   */
  readonly keys: string;
  /** The département of each; of a name that is with and without an article, behind its own: `29la1770`. */
  readonly departements: string;
}

/** Where a name is that of a commune, of today or before, and with which article: `la`, or none. */
export interface NamedPlace {
  readonly article: string;
  readonly departement: string;
}

/** Files that the names are in. */
export const NAME_FILES = 24;

/** Numbers of names are below: of so many, no two names of France have the same, as the build sees to. */
const KEYS = 67_103_405;

/** Figures to the base 70: in two of them is what takes four digits. `Places.php` has the same. */
export const FIGURES = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.,;:!?';
const BASE = FIGURES.length;

/** The number that two figures are. */
const numberOf = (text: string): number => FIGURES.indexOf(text[0] ?? '') * BASE + FIGURES.indexOf(text[1] ?? '');

/** The credit of these files. */
export const FRANCE_CREDIT = {
  fr: 'Communes\u202f: INSEE, DGCL et La Poste via Etalab (Licence Ouverte)\u202f; positions\u202f: GeoNames (CC BY 4.0)',
  en: 'Communes: INSEE, DGCL and La Poste via Etalab (Licence Ouverte); positions: GeoNames (CC BY 4.0)',
} as const;

/** Returns the number of a name, as `normaliseName` spells it; another text may have the same. */
export function keyOfName(name: string): number {
  let key = 0;
  for (let at = 0; at < name.length; at += 1) key = (key * 41 + name.charCodeAt(at)) % KEYS;
  return key;
}

/** Returns where the names of a file are, by their numbers. @param rest that of the file */
export function placesOfNames(
  { keys, departements }: NamesFile,
  rest: number,
): ReadonlyMap<number, readonly NamedPlace[]> {
  const found = new Map<number, NamedPlace[]>();
  const all = departements.matchAll(/([a-z]*)(9[78]\d|\d[\dAB])/g);
  let upper = 0;
  for (const part of keys.split('|')) {
    for (const [figures] of part.matchAll(/../g)) {
      const key = (upper * BASE ** 2 + numberOf(figures)) * NAME_FILES + rest;
      const [, article = '', departement = ''] = all.next().value ?? [];
      found.set(key, [...(found.get(key) ?? []), { article, departement }]);
    }
    upper += 1;
  }
  return found;
}

/**
 * Returns the communes of a département as those of a network.
 * @throws {EssError} `format` for another kind or version
 */
export function communesOfDepartement(value: unknown, code: string): CommunesFile {
  const file = value as DepartementFile;
  if (file.format !== 'ess-departement/1')
    throw new EssError('format', `The communes of ${code} are of another format.`);
  const [lon, lat] = file.from;
  const points = file.points.match(/~|..../g) ?? [];
  const degrees = (from: number, at: 0 | 2): (number | null)[] =>
    points.map((point) => (point === '~' ? null : (from + numberOf(point.slice(at))) / 1000));
  return {
    format: 'ess-communes/1',
    columns: {
      insee: codes(file.insee, code),
      name: file.names.split('|'),
      lon: degrees(lon, 0),
      lat: degrees(lat, 2),
      postal: file.postal
        .split('|')
        .map((all) => (all ? all.split(' ').map((each) => (each.length < 5 ? code + each : each)) : [])),
      epci: [...file.epci].map((sign) => (sign === '-' ? null : Number.parseInt(sign, 36))),
    },
    former: {
      insee: codes(file.former.insee, code),
      name: file.former.names ? file.former.names.split('|') : [],
      commune: [...file.former.commune],
    },
    epci: file.groups ? file.groups.split('|').map((one) => ({ siren: one.slice(0, 9), name: one.slice(9) })) : [],
    departements: [{ code, name: { fr: file.name } }],
    shared: file.shared,
    attribution: FRANCE_CREDIT,
    licences: [],
  };
}

/** Codes of communes, of which those of other départements are whole. */
function codes(steps: readonly number[], departement: string): string[] {
  const digits = 5 - departement.length;
  let number = 0;
  return steps.map((step) => {
    number += step;
    return number < 10 ** digits ? departement + `${number}`.padStart(digits, '0') : `${number}`.padStart(5, '0');
  });
}
