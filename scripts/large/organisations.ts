/**
 * Invents a directory as large as that of a region or of the nation: organisations spread over the communes of France as
 * their inhabitants are. For stories and measurements; nothing of it is committed. The same count gives the same
 * organisations, to the byte.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createRandom, type Random } from '../../packages/bench/src/network/random.ts';
import { frenchSettlements } from '../../packages/geo-tools/scripts/packages.ts';

/** A data set of `ess-dataset/1`: its manifest without addresses, and the records of each collection. */
export interface LargeSet {
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly collections: Readonly<Record<string, readonly object[]>>;
}

/**
 * Options of the generated organisations. `region` is the INSEE code of the region that they lie in; without it they
 * lie anywhere in France.
 */
export interface LargeOptions {
  readonly count: number;
  readonly region?: string;
}

interface Area {
  readonly code: string;
  readonly nom: string;
  readonly region?: string;
}

interface Place extends Area {
  readonly departement: string;
  readonly lon: number;
  readonly lat: number;
  readonly population: number;
}

const require = createRequire(import.meta.url);
const official = (file: string): readonly (Area & Record<string, unknown>)[] =>
  JSON.parse(readFileSync(require.resolve(`@etalab/decoupage-administratif/data/${file}.json`), 'utf8'));

const NETWORK = 'reseau-invente';
const COLLEGES = ['Associations', 'Coopératives', 'Mutuelles', 'Fondations', 'Entreprises', 'Syndicats', 'Territoires'];
/** Part of the organisations in each collège: most are associations. */
const SHARES = [0.62, 0.14, 0.05, 0.04, 0.09, 0.03, 0.03];
const KINDS =
  'Atelier Ressourcerie Café Jardin Maison Ferme Théâtre Épicerie Garage Cantine Coopérative Collectif Foyer Cercle Club'.split(
    ' ',
  );
const STARTS = 'Mar Lo Sil Bru Ca Dor Fé Gal Hél Ir Jo Ki Lu Mo Na Or Pa Qui Ra Sé Ta Ur Va Za'.split(' ');
const ENDS = 'une elle ane ombre ise ette oire ime ade èche onde urne asse uge olle ique'.split(' ');
const ACTIVITIES =
  'Réemploi,Culture,Sport,Alimentation,Logement,Aide à domicile,Énergie,Mobilité,Insertion,Petite enfance,Formation,Finance solidaire,Santé,Tourisme,Numérique,Éducation populaire'.split(
    ',',
  );

/** Communes with a settlement whose position is known, each once: its largest one. */
function placesOf(region: string | undefined): readonly Place[] {
  const settled = new Map<string, { readonly lon: number; readonly lat: number; readonly population: number }>();
  for (const { insee, lon, lat, population } of frenchSettlements()) {
    if ((settled.get(insee)?.population ?? -1) < population) settled.set(insee, { lon, lat, population });
  }
  return official('communes').flatMap((commune) => {
    const at = settled.get(commune.code);
    const { type, departement, population } = commune;
    // The outline of France that maps have at hand is that of its European part.
    if (!at || type !== 'commune-actuelle' || typeof departement !== 'string' || departement.length > 2) return [];
    if (region !== undefined && commune['region'] !== region) return [];
    const { code, nom, region: around = '' } = commune;
    return [{ code, nom, region: around, departement, lon: at.lon, lat: at.lat, population: Number(population) || 1 }];
  });
}

/** Draws a commune as often as it has inhabitants. */
function drawer(places: readonly Place[], random: Random): () => Place {
  let sum = 0;
  const ends = places.map(({ population }) => (sum += population));
  return () => {
    const wanted = random.next() * sum;
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return places[low] as Place;
  };
}

function coined(random: Random): string {
  const middle = random.chance(0.5) ? random.pick(STARTS).toLowerCase() : '';
  return `${random.pick(STARTS)}${middle}${random.pick(ENDS)}`;
}

function nameOf(random: Random, { nom }: Place): string {
  const kind = random.pick(KINDS);
  const draw = random.next();
  if (draw < 0.4) return `${kind} ${coined(random)}`;
  return draw < 0.7 ? `${kind} ${coined(random)} ${coined(random)}` : `${kind} ${coined(random)} de ${nom}`;
}

/** Six in ten at an address, within a few streets of a village and a few kilometres of a city's centre. */
function positionOf(random: Random, { code, lon, lat, population }: Place): object | null {
  if (random.chance(0.04)) return null;
  if (random.chance(0.4)) return { lon, lat, precision: 'commune', territory: `commune-${code}` };
  const reach = 0.004 * Math.sqrt(Math.sqrt(population / 100));
  const near = (degrees: number): number =>
    Math.round((degrees + (random.next() + random.next() + random.next() - 1.5) * reach) * 1e5) / 1e5;
  return { lon: near(lon), lat: near(lat), precision: 'address' };
}

function collegeOf(random: Random): string {
  let left = random.next();
  const at = SHARES.findIndex((share) => (left -= share) < 0);
  return idOf(COLLEGES[at < 0 ? 0 : at] ?? '');
}

const idOf = (label: string): string => label.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** Invents the organisations and all that stands around them. */
export function makeLargeSet({ count, region }: LargeOptions): LargeSet {
  const random = createRandom(count);
  const places = placesOf(region);
  const draw = drawer(places, random);
  const used = new Set<number>();
  const organisations: object[] = [];
  const memberships: object[] = [];
  while (organisations.length < count) {
    // As registration numbers are: without an order that a packer could use.
    const number = random.between(300_000_000, 999_999_999);
    if (used.has(number)) continue;
    used.add(number);
    const place = draw();
    const id = String(number);
    const start = `${random.between(2008, 2024)}-${String(random.between(1, 12)).padStart(2, '0')}`;
    organisations.push({
      id,
      name: nameOf(random, place),
      territories: [`commune-${place.code}`, `departement-${place.departement}`, `region-${place.region}`],
      position: positionOf(random, place),
      town: place.nom,
      activities: [random.pick(ACTIVITIES)],
      ...(random.chance(0.6) ? { links: [{ kind: 'site', url: `https://www.example.org/${id}` }] } : {}),
    });
    memberships.push({ id: `m-${id}`, organisation: id, network: NETWORK, college: collegeOf(random), start });
  }
  return { manifest: manifestOf(count), collections: { organisations, memberships, ...around(region) } };
}

function around(region: string | undefined): LargeSet['collections'] {
  const inRegion = (code: unknown): boolean => region === undefined || code === region;
  const regions = official('regions').filter((each) => inRegion(each.code) && each['zone'] === 'metro');
  const departements = official('departements').filter((each) => inRegion(each['region']) && each['zone'] === 'metro');
  const named = (kind: string, { code, nom }: Area) => ({ id: `${kind}-${code}`, kind, name: { fr: nom }, code });
  return {
    networks: [{ id: NETWORK, name: { fr: 'Réseau inventé' } }],
    colleges: COLLEGES.map((label, at) => ({
      id: idOf(label),
      network: NETWORK,
      label: { fr: label },
      order: at + 1,
    })),
    territories: [
      ...regions.map((each) => named('region', each)),
      ...departements.map((each) => ({ ...named('departement', each), parents: [`region-${each['region']}`] })),
    ],
  };
}

const manifestOf = (count: number) => ({
  format: 'ess-dataset/1',
  id: `organisations-generees-${count}`,
  title: { fr: 'Organisations générées', en: 'Generated organisations' },
  publisher: { name: 'Organisations générées' },
  licence: { name: 'CC0' },
  language: 'fr',
  updated: '2024-12-31',
  network: NETWORK,
  periods: ['2024'],
});
