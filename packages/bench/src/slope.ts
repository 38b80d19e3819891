/** A measured point: for how much, how long. */
interface Point {
  readonly size: number;
  readonly value: number;
}

/**
 * Returns the growth of a cost: the slope, by least squares, of the logarithm of the cost over that of the size. 1 is
 * linear, 2 is quadratic. Null with fewer than two sizes, or where a cost is not above 0.
 */
export function slopeOf(points: readonly Point[]): number | null {
  if (points.some(({ size, value }) => !(size > 0 && value > 0))) return null;
  const logs = points.map(({ size, value }) => ({ x: Math.log(size), y: Math.log(value) }));
  const mean = (of: (log: { readonly x: number; readonly y: number }) => number): number =>
    logs.reduce((total, log) => total + of(log), 0) / logs.length;
  const [x, y] = [mean((log) => log.x), mean((log) => log.y)];
  const spread = mean((log) => (log.x - x) ** 2);
  return spread > 0 ? mean((log) => (log.x - x) * (log.y - y)) / spread : null;
}

/** Returns the middle value; of an even number of them, the mean of the two in the middle. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}
