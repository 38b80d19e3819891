/** Rules that the geographic schemas add to the form of a value. Shapes name them, and so share them with the schemas. */
export const geoRules = {
  arcs: ({ objects, arcs }: { objects: object; arcs: readonly unknown[] }) => arcsExist(objects, arcs.length),
} as const;

/** Tells whether every arc that an object names exists; `~n` is arc n backwards. Another number would crash the drawing of the map. */
function arcsExist(value: unknown, count: number): boolean {
  if (typeof value === 'number') return (value < 0 ? ~value : value) < count;
  if (Array.isArray(value)) return value.every((item) => arcsExist(item, count));
  if (typeof value !== 'object' || value === null) return true;
  if ('geometries' in value) return arcsExist(value.geometries, count);
  if ('arcs' in value) return arcsExist(value.arcs, count);
  return Object.values(value).every((item) => arcsExist(item, count));
}
