/** What the geographic schemas ask beyond the form of a value, by the name that their shapes give it. */
export const geoRules = {
  arcs: ({ objects, arcs }: { objects: object; arcs: readonly unknown[] }) => arcsExist(objects, arcs.length),
} as const;

/** Arcs are numbered from 0; `~n` is arc n backwards. A number out of range would crash the drawing of the map. */
function arcsExist(value: unknown, count: number): boolean {
  if (typeof value === 'number') return (value < 0 ? ~value : value) < count;
  if (Array.isArray(value)) return value.every((item) => arcsExist(item, count));
  if (typeof value !== 'object' || value === null) return true;
  if ('geometries' in value) return arcsExist(value.geometries, count);
  if ('arcs' in value) return arcsExist(value.arcs, count);
  return Object.values(value).every((item) => arcsExist(item, count));
}
