import type { Random } from './random.ts';
import { range, type Written } from './written.ts';

/** The invented region: four départements, sixty groups of communes, 1,200 communes. */
interface Region {
  readonly territories: readonly Written<'territories'>[];
  readonly communes: readonly InventedCommune[];
  readonly departements: readonly string[];
}

/** A commune and the territories around it. */
export interface InventedCommune {
  /** Territory id: `commune-z1001`. */
  readonly id: string;
  readonly name: string;
  readonly position: { readonly lon: number; readonly lat: number };
}

const REGION = 'region-z';
const DEPARTEMENTS = 4;
const GROUPS = 60;
const COMMUNES = 1200;

const FRONTS =
  'Ar Bel Cour Dam Esp Fon Gar Hau Isl Jar Lan Mon Nov Orv Pra Quer Ros Sau Tour Val Ver Vil Mar Cha Bou Sol Gren Fleu Ner Pel'.split(
    ' ',
  );
const MIDDLES = ['bac', 'celle', 'dan', 'fau', 'gny', 'lac', 'mont', 'nay'];
const BACKS = ['', '-sur-Arvenne', '-le-Haut', '-lès-Prés', '-en-Bocage'];

/** Returns one of 30 × 8 × 5 different names. */
const nameOf = (n: number): string => {
  const front = FRONTS[n % FRONTS.length] ?? '';
  const middle = MIDDLES[Math.floor(n / FRONTS.length) % MIDDLES.length] ?? '';
  const back = BACKS[Math.floor(n / (FRONTS.length * MIDDLES.length)) % BACKS.length] ?? '';
  return `${front}${middle}${back}`;
};

const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;

/** Communes lie within a few kilometres of the point of their group, groups within some tens of their département's. */
export function makeRegion(random: Random): Region {
  const around = ({ lon, lat }: InventedCommune['position'], degrees: number): InventedCommune['position'] => ({
    lon: round(lon + (random.next() - 0.5) * degrees),
    lat: round(lat + (random.next() - 0.5) * degrees),
  });
  const region: Written<'territories'> = {
    id: REGION,
    kind: 'region',
    name: { fr: 'Haute-Arvenne', en: 'Upper Arvenne' },
    position: { lon: 2.5, lat: 46.5 },
  };
  const departements = range(DEPARTEMENTS).map((d) => ({
    id: `departement-z${d + 1}`,
    kind: 'departement' as const,
    name: { fr: `Département ${d + 1}` },
    code: `z${d + 1}`,
    parents: [REGION],
    position: { lon: 2 + (d % 2), lat: 46 + Math.floor(d / 2) },
  }));
  const groups = range(GROUPS).map((g) => {
    const departement = departements[g % DEPARTEMENTS];
    const position = around(departement?.position ?? { lon: 2.5, lat: 46.5 }, 0.8);
    const parents = departement ? [departement.id] : [];
    return { id: `epci-z${100 + g}`, kind: 'epci' as const, name: { fr: `Communauté ${g + 1}` }, parents, position };
  });
  const communes = range(COMMUNES).map((c) => {
    const group = groups[c % GROUPS];
    const departement = departements[(c % GROUPS) % DEPARTEMENTS];
    const id = `commune-${departement?.code ?? 'z'}${String(c).padStart(4, '0')}`;
    const position = around(group?.position ?? { lon: 2.5, lat: 46.5 }, 0.3);
    return { id, name: nameOf(c), position, parents: [group?.id ?? '', departement?.id ?? ''] };
  });
  const named = communes.map(({ id, name, position, parents }): Written<'territories'> => {
    return { id, kind: 'commune', name: { fr: name }, code: id.slice('commune-'.length), parents, position };
  });
  return {
    territories: [region, ...departements, ...groups, ...named],
    communes,
    departements: departements.map(({ id }) => id),
  };
}
