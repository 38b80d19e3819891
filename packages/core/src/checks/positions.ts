import {
  type CollectionName,
  distanceKm,
  type Finding,
  type Point,
  type Position,
  type Territory,
} from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { type BilingualText, placeOf, report, subjectOf } from './shared/finding.ts';
import { departementCode, type Places } from './shared/places.ts';

const id = 'positions';

interface Placed {
  readonly collection: CollectionName;
  readonly record: { readonly id: string };
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
 * and a little more.
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

/** Returns the narrowest territory whose point is known, and how far its edge may be. */
function nearestHome({ position, territories }: Placed, places: Places): Home | undefined {
  let best: Home | undefined;
  for (const each of position.territory ? [position.territory, ...territories] : territories) {
    const point = places.pointOf(each);
    const kind = places.territory(each)?.kind ?? each.split('-')[0] ?? '';
    const [reach, rank] = [REACH[kind], KINDS.indexOf(kind)];
    if (point && reach !== undefined && (!best || rank < best.rank)) best = { id: each, point, reach, rank };
  }
  return best;
}

interface Home {
  readonly id: string;
  readonly point: Point;
  readonly reach: number;
  readonly rank: number;
}

const formatPoint = ({ lon, lat }: Point): string => `${lon}, ${lat}`;

interface Verdict {
  readonly severity: Finding['severity'];
  readonly certainty: Finding['certainty'];
  readonly expected?: string;
  readonly what: BilingualText;
}

const ADVICE: BilingualText = {
  fr: 'Corrigez la position ou le territoire.',
  en: 'Correct the position or the territory.',
};

const findingOf = ({ collection, record, position }: Placed, verdict: Verdict): Finding =>
  report({
    rule: id,
    where: placeOf(collection, record, 'position'),
    subject: subjectOf(record),
    found: formatPoint(position),
    todo: ADVICE,
    ...verdict,
  });

/** Finds a position at 0, 0, which comes from a field that was left empty. */
function empty(each: Placed): Finding | null {
  const { lon, lat } = each.position;
  if (lon !== 0 || lat !== 0) return null;
  return findingOf(each, {
    severity: 'error',
    certainty: 'certain',
    what: {
      fr: 'la position est 0, 0, en plein océan : sans doute un champ vide',
      en: 'the position is 0, 0, in the ocean: an empty field, probably',
    },
  });
}

function away(each: Placed, places: Places): Finding | null {
  const home = nearestHome(each, places);
  if (!home) return null;
  const km = distanceKm(each.position, home.point);
  if (km <= home.reach) return null;
  const name = places.territory(home.id)?.name.fr ?? places.communeOf(home.id.replace('commune-', ''))?.name ?? home.id;
  const swapped = { lon: each.position.lat, lat: each.position.lon };
  if (distanceKm(swapped, home.point) <= home.reach) {
    return findingOf(each, {
      severity: 'error',
      certainty: 'likely',
      expected: formatPoint(swapped),
      what: {
        fr: `longitude et latitude sont échangées : ${formatPoint(swapped)} serait à ${name}`,
        en: `longitude and latitude are swapped: ${formatPoint(swapped)} would be in ${name}`,
      },
    });
  }
  return findingOf(each, {
    severity: 'warning',
    certainty: 'likely',
    expected: `≤ ${home.reach} km`,
    what: {
      fr: `la position est à ${Math.round(km)} km de ${name}, où la fiche dit qu'elle est`,
      en: `the position is ${Math.round(km)} km from ${name}, where the record says that it is`,
    },
  });
}

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

/** Finds a town or place that names one commune, where no territory says more. */
function awayFromTown(each: Placed, places: Places): Finding | null {
  if (each.town === undefined || nearestHome(each, places)) return null;
  const isMeant = namesakeFilter(each);
  const named = each.town.split(/[,;/()]/u).flatMap((part) => {
    const reading = places.readTown(part.trim());
    return reading.kind === 'known' ? reading.insee.filter(isMeant) : [];
  });
  const points = named.flatMap((insee) => places.pointOf(`commune-${insee}`) ?? []);
  // One of several namesakes that has no point may be the one meant.
  if (named.length > 1 && points.length < named.length) return null;
  const km = Math.min(...points.map((point) => distanceKm(each.position, point)));
  if (points.length === 0 || km <= (REACH['commune'] ?? 0)) return null;
  return findingOf(each, {
    severity: 'warning',
    certainty: 'likely',
    expected: each.town,
    what: {
      fr: `la position est à ${Math.round(km)} km de ${each.town}`,
      en: `the position is ${Math.round(km)} km from ${each.town}`,
    },
  });
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
  const departements = known.flatMap(({ id: each }) =>
    /^(?:commune|departement)-/.test(each) ? [departementCode(each.slice(each.indexOf('-') + 1))] : [],
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

/**
 * Judges a position whose record names no territory: outside the region it may be right, swapped coordinates are not. A
 * record whose code is of another département says itself that it is elsewhere.
 */
function outside(each: Placed, places: Places, box: Box | null): Finding | null {
  if (!box || nearestHome(each, places) || isInside(each.position, box)) return null;
  const { departements } = codesIn(each);
  if (departements.length > 0 && !departements.some((code) => box.departements.has(code))) return null;
  const swapped = { lon: each.position.lat, lat: each.position.lon };
  const isSwapped = isInside(swapped, box);
  return findingOf(each, {
    severity: isSwapped ? 'error' : 'info',
    certainty: isSwapped ? 'likely' : 'possible',
    ...(isSwapped ? { expected: formatPoint(swapped) } : {}),
    what: isSwapped
      ? {
          fr: `longitude et latitude sont échangées : ${formatPoint(swapped)} serait dans la région`,
          en: `longitude and latitude are swapped: ${formatPoint(swapped)} would be in the region`,
        }
      : {
          fr: 'la position est hors de la région, et aucun territoire ne dit pourquoi',
          en: 'the position is outside the region, and no territory says why',
        },
  });
}

/** Finds a territory whose point lies far from the territory around it. */
function strayed(territory: Territory, places: Places): Finding | null {
  const { position, parents } = territory;
  if (!position) return null;
  const around = parents.flatMap((parent) => {
    const point = places.pointOf(parent);
    const reach = REACH[places.territory(parent)?.kind ?? ''];
    return point && reach !== undefined ? [{ parent, km: distanceKm(position, point), reach }] : [];
  });
  const far = around.find(({ km, reach }) => km > reach);
  if (!far) return null;
  const name = places.territory(far.parent)?.name.fr ?? far.parent;
  return report({
    rule: id,
    severity: 'warning',
    certainty: 'likely',
    where: placeOf('territories', territory, 'position'),
    subject: subjectOf(territory),
    found: formatPoint(position),
    expected: `≤ ${far.reach} km`,
    what: {
      fr: `la position est à ${Math.round(far.km)} km de ${name}, dont ce territoire fait partie`,
      en: `the position is ${Math.round(far.km)} km from ${name}, which this territory is a part of`,
    },
    todo: ADVICE,
  });
}

/** Positions that are none, or lie far from the territory or the town that their record names. */
export const positions: Check = {
  id,
  label: { fr: 'Positions', en: 'Positions' },
  needs: ['organisations', 'events', 'projects', 'meetings', 'territories'],
  run: (context) => {
    const places = context.index.places();
    const lost = context.index.list('territories').flatMap((each) => strayed(each, places) ?? []);
    const strays = new Set(lost.map(({ where }) => where.id));
    const box = regionBox(context.index.list('territories'));
    const found: Finding[] = [...lost];
    for (const each of placed(context)) {
      // One finding is enough: that on the territory whose point is wrong.
      if (strays.has(nearestHome(each, places)?.id)) continue;
      const finding = empty(each) ?? away(each, places) ?? awayFromTown(each, places) ?? outside(each, places, box);
      if (finding) found.push(finding);
    }
    return found;
  },
};
