/** The parts of a ground: from the files that were named, else from published ones, else from installed ones. */
import { type CommandText, Refusal } from 'ess-widgets/internal';
import { layersOf, noContours } from '../boundaries/contours.ts';
import type { Read } from '../documents.ts';
import { geometryPolygons, holds, type Rings } from '../geometry/rings.ts';
import { DEPARTEMENTS_OF } from '../regions.ts';
import { type AreasRead, type BasemapArea, checkOnLand, isCalled, isOfRegion, readAreas } from './areas.ts';
import type { Asked } from './arguments.ts';
import type { Wanted } from './build.ts';
import { countryOf, NATURAL_EARTH, worldLand } from './natural-earth.ts';
import { type MapTown, namedTowns, readTowns } from './towns.ts';

/** Addresses at which the State publishes the outlines of the départements, and the communes of one. */
const OUTLINES =
  'https://etalab-datasets.geo.data.gouv.fr/contours-administratifs/latest/geojson/departements-100m.geojson';
const communesOf = (code: string): string =>
  `https://geo.api.gouv.fr/communes?codeDepartement=${code}&fields=code,nom,population,mairie,centre&format=json`;

const IGN = {
  name: 'Contours administratifs\u202f: IGN, via Etalab',
  licence: 'Licence Ouverte',
  source: OUTLINES,
} as const;
const INSEE = {
  name: 'Communes et populations\u202f: INSEE, via Etalab',
  licence: 'Licence Ouverte',
  source: 'https://geo.api.gouv.fr/communes',
} as const;

/** The parts of a ground, and remarks on them. */
export interface Sources extends Wanted {
  readonly skipped: readonly string[];
  /** Nobody says to whom the outlines are owed. */
  readonly owedToNobody: boolean;
  readonly towns: number;
}

/** Reads the parts that were asked for. @throws Refusal, or EssError where an address does not answer */
export async function readSources(asked: Asked, read: Read): Promise<Sources> {
  const land = await landOf(asked.land, read);
  const [territories, towns] = await Promise.all([territoriesOf(asked, read), townsOf(asked, read)]);
  const { about, around, given } = territories;
  if (asked.land !== 'none') checkOnLand([...about, ...around], land, given);
  return {
    about,
    around,
    land,
    focus: asked.focus,
    detail: asked.detail,
    labels: asked.labels,
    fits: asked.country !== undefined && asked.land === undefined,
    places: (focus, window) => namedTowns(ownFirst(towns, about), focus, window),
    ...owedTo(asked, territories),
    skipped: territories.skipped,
    towns: towns.length,
  };
}

const EXPECTED: CommandText = { fr: 'GeoJSON ou TopoJSON, non compressé', en: 'GeoJSON or TopoJSON, not compressed' };
const TOWNS: CommandText = { fr: 'des points, en GeoJSON', en: 'points, as GeoJSON' };

/** Returns the land around: a file’s, or that of the world. */
async function landOf(given: string | undefined, read: Read): Promise<readonly Rings[]> {
  if (given === undefined) return worldLand();
  if (given === 'none') return [];
  const layers = layersOf(await read(given, EXPECTED));
  if (!layers) throw noContours(given);
  return [...layers.values()].flat().flatMap(({ geometry }) => (geometry ? geometryPolygons(geometry) : []));
}

interface Territories {
  readonly about: readonly BasemapArea[];
  readonly around: readonly BasemapArea[];
  readonly skipped: readonly string[];
  readonly attributions: readonly Readonly<Record<string, string>>[];
  /** The files that they were read from, for messages. */
  readonly given: string;
}

async function territoriesOf({ country, region, from, layer, about }: Asked, read: Read): Promise<Territories> {
  if (country !== undefined) {
    const { name, polygons } = countryOf(country);
    return { about: [{ name: name.fr, polygons }], around: [], skipped: [], attributions: [], given: country };
  }
  const files = from ?? [OUTLINES];
  const all = await Promise.all(
    files.map(async (given): Promise<AreasRead> => readAreas(await read(given, EXPECTED), given, { layer, region })),
  );
  const areas = all.flatMap((each) => each.areas);
  const given = files.join(', ');
  const ofRegion = region === undefined ? areas : areas.filter((area) => isOfRegion(area, region));
  const chosen = about.length === 0 ? ofRegion : ofRegion.filter((area) => about.some((name) => isCalled(area, name)));
  const missing = about.find((name) => !ofRegion.some((area) => isCalled(area, name)));
  if (missing !== undefined) throw notThere(missing, given, ofRegion);
  if (chosen.length === 0) throw noneOf(region ?? '', given);
  return {
    about: chosen,
    around: areas.filter((area) => !chosen.includes(area)),
    skipped: all.flatMap((each) => each.skipped),
    attributions: all.flatMap(({ attribution }) => (attribution ? [attribution] : [])),
    given,
  };
}

async function townsOf({ towns, from, region }: Asked, read: Read) {
  if (towns === 'none') return [];
  if (towns !== undefined) return readTowns(await read(towns, TOWNS), towns);
  if (from || region === undefined) return [];
  const answers = await Promise.all((DEPARTEMENTS_OF[region] ?? []).map((code) => read(communesOf(code), TOWNS)));
  return readTowns(answers.flat(), 'geo.api.gouv.fr');
}

/** Puts the towns of the territories before their neighbours: a file of towns may be that of a whole country. */
function ownFirst(towns: readonly MapTown[], about: readonly BasemapArea[]): readonly MapTown[] {
  const isOwn = ({ lon, lat }: MapTown): boolean =>
    about.some(({ polygons }) => polygons.some((polygon) => holds(polygon, [lon, lat])));
  const own = new Set(towns.filter(isOwn));
  return [...own, ...towns.filter((town) => !own.has(town))];
}

/** Returns the credit of the ground: the one that was given, else that of the files, else that of published outlines. */
function owedTo(
  asked: Asked,
  { attributions }: Territories,
): Pick<Sources, 'attribution' | 'licences' | 'owedToNobody'> {
  const isOfficial = asked.region !== undefined && !asked.from;
  const own =
    asked.attribution ?? attributions[0]?.['fr'] ?? (isOfficial ? 'IGN, INSEE, Etalab (Licence Ouverte)' : undefined);
  const ground = asked.land === undefined ? NATURAL_EARTH.name : undefined;
  const fr = [own && `Limites\u202f: ${bare(own)}`, ground && `fond\u202f: ${ground}`].filter(Boolean);
  const en = [own && `Boundaries: ${bare(own)}`, ground && `basemap: ${ground}`].filter(Boolean);
  return {
    attribution: { fr: capital(fr.join('\u202f; ')), en: capital(en.join('; ')) },
    licences: [...(isOfficial ? [IGN, INSEE] : []), ...(ground ? [NATURAL_EARTH] : [])],
    owedToNobody: own === undefined && asked.country === undefined,
  };
}

/** Returns a credit without the “Limites :” that files of ours begin with. */
const bare = (text: string): string => text.replace(/^(?:Limites|Boundaries)\s*:\s*/u, '');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Number of territories that a refusal names. */
const NAMED = 12;

function notThere(asked: string, given: string, areas: readonly BasemapArea[]): Refusal {
  const names = areas.map(({ id, name }) => name ?? id ?? '').filter(Boolean);
  const list = `${names.slice(0, NAMED).join(', ')}${names.length > NAMED ? '…' : ''}`;
  return new Refusal({
    fr: `--about ${asked}\u202f: aucun territoire de ${given} ne s’appelle ainsi. Il y a\u202f: ${list}.`,
    en: `--about ${asked}: no territory of ${given} is called so. There are: ${list}.`,
  });
}

const noneOf = (region: string, given: string): Refusal =>
  new Refusal({
    fr: `aucun contour de la région ${region} dans ${given} (attendu\u202f: ses départements, ses communes, ou elle-même, avec leur code INSEE).`,
    en: `no outline of region ${region} in ${given} (expected: its départements, its communes or itself, with their INSEE codes).`,
  });
