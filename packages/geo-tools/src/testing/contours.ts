/** A small region of squares: two départements of two communes each, in two EPCI, an island and a lake among them. */

type Ring = readonly (readonly [number, number])[];

/** Returns a ring round a box. */
export const square = (west: number, south: number, size = 0.5): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

/** Returns a feature as Etalab publishes it. */
export const contour = (properties: object, ...polygons: readonly (readonly Ring[])[]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'MultiPolygon', coordinates: polygons },
});

export const collection = (...features: readonly object[]) => ({ type: 'FeatureCollection', features });

const commune = (code: string, nom: string, epci: string) => ({
  code,
  nom,
  departement: code.slice(0, 2),
  region: '53',
  epci,
});

const LAKE: Ring = [
  [-3.8, 48.2],
  [-3.8, 48.3],
  [-3.7, 48.3],
  [-3.7, 48.2],
  [-3.8, 48.2],
];

/** From west to east; the second has a lake in it, the fourth a small island. */
export const COMMUNES = collection(
  contour(commune('29001', 'Un', '200000001'), [square(-4.5, 48)]),
  contour(commune('29002', 'Deux', '200000001'), [square(-4, 48), LAKE]),
  contour(commune('22001', 'Trois', '200000001'), [square(-3.5, 48)]),
  contour(commune('22002', 'Quatre', '200000002'), [square(-3, 48)], [square(-2.8, 48.8, 0.001)]),
  contour({ ...commune('44001', 'Ailleurs', '200000002'), region: '52' }, [square(-2.5, 48)]),
);

export const EPCI = collection(
  contour({ code: '200000001', nom: 'Les Trois' }, [square(-4.5, 48, 1.5)]),
  contour({ code: '200000002', nom: 'Les Autres' }, [square(-3, 48, 0.8)]),
  contour({ code: '200000003', nom: 'Loin' }, [square(4, 48, 1)]),
);

export const DEPARTEMENTS = collection(
  contour({ code: '29', nom: 'Ouest', region: '53' }, [square(-4.5, 48, 1)]),
  contour({ code: '22', nom: 'Est', region: '53' }, [square(-3.5, 48, 1)]),
  contour({ code: '44', nom: 'Sud', region: '52' }, [square(-2.5, 48, 1)]),
);
