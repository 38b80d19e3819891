/**
 * The communes of a territory, `ess-communes/1`: columns, so that 1,200 of them weigh about 25 kB over the wire.
 * From a code or a name as people write it to a commune, without ever choosing between two.
 */

import { normaliseName, type Text, withArticle } from '../model/index.ts';
import type { CommunesFile } from './communes-file.ts';

export { normaliseName } from '../model/index.ts';

/** A group of communes, by its SIREN code. */
export interface Epci {
  readonly siren: string;
  readonly name: string;
}

/** A commune. `position` (degrees, WGS 84) is that of its main settlement; null where the source has none. */
export interface Commune {
  readonly insee: string;
  readonly name: string;
  /** `29`, `2A`, `974`; empty where nobody says what a commune of another country lies in. */
  readonly departement: string;
  readonly position: { readonly lon: number; readonly lat: number } | null;
  readonly postal: readonly string[];
  readonly epci: Epci | null;
  /** Inhabitants; null where the table does not say. */
  readonly population: number | null;
}

/** Communes with the indexes that look-ups need. Former codes and names lead to today's commune. */
export interface CommuneTable {
  readonly communes: readonly Commune[];
  readonly byInsee: ReadonlyMap<string, Commune>;
  readonly byPostal: ReadonlyMap<string, readonly Commune[]>;
  /** Key: `normaliseName`. */
  readonly byName: ReadonlyMap<string, readonly Commune[]>;
  readonly formerByInsee: ReadonlyMap<string, Commune>;
  readonly formerByName: ReadonlyMap<string, readonly Commune[]>;
  /** Names of the départements by their code, where the file has them. */
  readonly departements: ReadonlyMap<string, Text>;
  /** Name of these divisions where they are not départements: `Canton`; undefined where none is given. */
  readonly division: Text | undefined;
  /** Whether its codes are those of France: five figures, of which the first are those of the département. */
  readonly isFrench: boolean;
  /** Other départements that have communes of a postal code, or of a group, of this table; undefined where it is whole. */
  readonly shared?: CommunesFile['shared'];
  /** To be shown where positions of this table are drawn. */
  readonly attribution: Readonly<Record<string, string>> & { readonly fr: string };
}

/** Way in which a commune was recognised; `former` is a name or code from before a merger. */
type FoundBy = 'insee' | 'postal' | 'exact' | 'normalised' | 'former';

/** One commune, or several between which nobody but the author of the text can choose. */
type FindResult = { readonly commune: Commune; readonly how: FoundBy } | { readonly ambiguous: readonly Commune[] };

/** Other facts known about the text. */
interface FindOptions {
  /** Département code (`29`): settles most namesakes. */
  readonly departement?: string;
  /** Kind of a code of five figures alone. Where it is unknown, both kinds are tried, and a clash is ambiguous. */
  readonly code?: 'insee' | 'postal';
}

/**
 * Reads a commune file, as `parseCommunes` does.
 * @param value parsed JSON
 * @param isRead whether it needs no schema
 * @throws {EssError} `format` for another kind or version, `schema` for a wrong shape
 */
export async function readCommunes(value: unknown, isRead = false): Promise<CommuneTable> {
  if (isRead) return communeTable(value as CommunesFile);
  return communeTable((await import('./communes-file.ts')).communesFile(value));
}

/** The indexes of a file that was read. */
export function communeTable(data: CommunesFile): CommuneTable {
  const { insee, name, lon, lat, postal, epci, departement, population } = data.columns;
  const isFrench = [insee[0], postal.find(([code]) => code)?.[0]].every((code) => !code || FRENCH.test(code));
  const communes = insee.map((code, index): Commune => {
    const x = lon[index] ?? null;
    const y = lat[index] ?? null;
    return {
      insee: code,
      name: name[index] ?? code,
      departement: data.departements?.[departement?.[index] ?? -1]?.code ?? (isFrench ? departementOf(code) : ''),
      position: x === null || y === null ? null : { lon: x, lat: y },
      postal: postal[index] ?? [],
      epci: data.epci[epci[index] ?? -1] ?? null,
      population: population?.[index] ?? null,
    };
  });
  const departements = new Map(data.departements?.map(({ code, name: called }) => [code, called]));
  const indexes = { ...indexesOf(communes), ...formerOf(communes, data.former) };
  const { division, shared, attribution } = data;
  return { communes, ...indexes, departements, division, isFrench, ...(shared ? { shared } : {}), attribution };
}

/**
 * Finds the commune that a text names: an INSEE code, a postal code, a name in any spelling (`SAINT BRIEUC`,
 * `St-Brieuc`, `Faouët (Le)`), or both (`35000 Rennes`, `Rennes Cedex 7 (35)`). A name that the table does not hold
 * leaves it to the code: it may be a hamlet's.
 * @returns null when nothing matches; `ambiguous` when several do, or when a code and a name disagree
 */
export function findCommune(table: CommuneTable, text: string, options: FindOptions = {}): FindResult | null {
  const { code, hint, name } = (table.isFrench ? readText : readAbroad)(text, table);
  const departement = options.departement ?? hint;
  const byCode = code === null ? NONE : matchCode(table, code, options.code, departement);
  const unknownCode = code !== null && byCode.communes.length === 0;
  // The code of a "Cedex" is in no table, but its département is right.
  const whole = matchName(
    table,
    name,
    unknownCode && table.isFrench ? (departement ?? departementOf(code)) : departement,
  );
  if (byCode.communes.length === 0) return decide(whole);
  // A code vouches for a name with an aside, "Le Palais (Belle-Île-en-Mer)"; alone, "Vitré (Deux-Sèvres)" is not that of Brittany.
  const byName = whole.communes.length > 0 ? whole : matchName(table, name.replace(/\([^()]*\)/gu, ' '), departement);
  if (byName.communes.length === 0) return decide(byCode);
  const both = byCode.communes.filter((commune) => byName.communes.includes(commune));
  if (code !== null && both.length > 0) return decide({ communes: both, how: howOfCode(table, code, both) });
  return { ambiguous: [...byCode.communes, ...byName.communes] };
}

/** The département of an INSEE code; of a postal code too, but for Corsica and some border communes. */
export function departementOf(code: string): string {
  return code.slice(0, /^9[78]/.test(code) ? 3 : 2);
}

function push<K>(map: Map<K, Commune[]>, key: K, commune: Commune): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [commune]);
  else if (!list.includes(commune)) list.push(commune);
}

function indexesOf(communes: readonly Commune[]): Pick<CommuneTable, 'byInsee' | 'byPostal' | 'byName'> {
  const byInsee = new Map<string, Commune>();
  const byPostal = new Map<string, Commune[]>();
  const byName = new Map<string, Commune[]>();
  for (const commune of communes) {
    byInsee.set(commune.insee, commune);
    push(byName, normaliseName(commune.name), commune);
    for (const code of commune.postal) push(byPostal, code, commune);
  }
  return { byInsee, byPostal, byName };
}

function formerOf(
  communes: readonly Commune[],
  former: CommunesFile['former'],
): Pick<CommuneTable, 'formerByInsee' | 'formerByName'> {
  const formerByInsee = new Map<string, Commune>();
  const formerByName = new Map<string, Commune[]>();
  former?.commune.forEach((place, index) => {
    const commune = communes[place];
    if (commune === undefined) return;
    const code = former.insee[index];
    const name = former.name[index];
    if (code !== undefined) formerByInsee.set(code, commune);
    if (name !== undefined) push(formerByName, normaliseName(name), commune);
  });
  return { formerByInsee, formerByName };
}

/** A code of a commune of France, or a postal one. */
const FRENCH = /^(?:\d{5}|2[AB]\d{3})$/;

interface TextParts {
  readonly code: string | null;
  readonly hint: string | undefined;
  readonly name: string;
}

/** "Paris 12e", "Lyon 3", "MARSEILLE 8ème arrondissement": one commune, whatever follows. */
const ARRONDISSEMENT = /\b(paris|lyon|marseille)[\s-]+\d{1,2}(?!\d).*$/iu;

/** Takes a text apart: five figures are a code, `(29)` or a final ` 29` is a département, the rest is a name. */
export function readText(text: string): TextParts {
  const plain = text
    .replace(/\bcedex\b(?:\s+\d{1,2}\b)?/giu, ' ')
    .replace(ARRONDISSEMENT, '$1')
    .trim();
  const code = /(?<![\p{L}\d])(?:\d{5}|2[abAB]\d{3})(?![\p{L}\d])/u.exec(plain)?.[0] ?? null;
  const bare = (code === null ? plain : plain.replace(code, ' ')).replace(/\(\s*\)/gu, ' ').trim();
  const hint = /[\s(](\d{2}|2[abAB]|97\d)\)?$/u.exec(bare);
  const name = hint === null ? bare : bare.slice(0, hint.index);
  return { code: code?.toUpperCase() ?? null, hint: hint?.[1]?.toUpperCase(), name };
}

/** A word with a figure in it, and what says of which country a code is: `1201`, `B-4000`, `H2X`. */
const CODE = /(?:\b\p{Lu}{1,2}-)?([\p{L}\d]*\d[\p{L}\d]*)/gu;

/** The same of a text of another country: a code is what its table knows as one, whatever its form. */
function readAbroad(text: string, { byInsee, byPostal }: CommuneTable): TextParts {
  const codes = [...text.toUpperCase().matchAll(CODE)].map(([, code = '']) => code);
  const code = codes.find((each) => byPostal.has(each) || byInsee.has(each)) ?? null;
  return { code, hint: undefined, name: text.replace(CODE, ' ').trim() };
}

/** Communes that fit equally well, and by what. */
interface Candidates {
  readonly communes: readonly Commune[];
  readonly how: FoundBy;
}

const NONE: Candidates = { communes: [], how: 'normalised' };

function decide({ communes, how }: Candidates): FindResult | null {
  const [first, ...others] = communes;
  if (first === undefined) return null;
  return others.length === 0 ? { commune: first, how } : { ambiguous: communes };
}

const within =
  (departement: string | undefined) =>
  (commune: Commune): boolean =>
    departement === undefined || commune.departement === departement;

function matchCode(
  table: CommuneTable,
  code: string,
  kind: FindOptions['code'],
  departement: string | undefined,
): Candidates {
  const one = table.byInsee.get(code) ?? table.formerByInsee.get(code);
  const byInsee = kind === 'postal' || one === undefined ? [] : [one];
  const byPostal = kind === 'insee' ? [] : (table.byPostal.get(code) ?? []);
  const communes = [...new Set([...byInsee, ...byPostal])].filter(within(departement));
  return { communes, how: howOfCode(table, code, communes) };
}

/** By which reading of a code the first of `communes` was found. */
function howOfCode(table: CommuneTable, code: string, [first]: readonly Commune[]): FoundBy {
  if (first?.insee === code) return 'insee';
  if (first?.postal.includes(code)) return 'postal';
  return table.formerByInsee.get(code) === first ? 'former' : 'postal';
}

function matchName(table: CommuneTable, name: string, departement: string | undefined): Candidates {
  const key = normaliseName(name);
  if (key === '') return NONE;
  const now = (table.byName.get(key) ?? []).filter(within(departement));
  const exact = now.filter((commune) => straight(commune.name) === straight(name));
  if (exact.length > 0) return { communes: exact, how: 'exact' };
  // "Rochelle" and "La Rochelle" are two communes: an article that was written counts.
  const full = withArticle(name);
  const sameArticle = now.filter((commune) => withArticle(commune.name) === full);
  if (now.length > 0) return { communes: sameArticle.length > 0 ? sameArticle : now, how: 'normalised' };
  return { communes: (table.formerByName.get(key) ?? []).filter(within(departement)), how: 'former' };
}

/** Both apostrophes are one, and so are both ways of writing an accent. */
const straight = (name: string): string => name.trim().replaceAll('’', "'").normalize('NFC');
