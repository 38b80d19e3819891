/** Lines with fewer points (Douglas and Peucker). */

/**
 * Leaves out the points of a line that lie nearer than `off` to what is left of it; its ends stay.
 * @param at where a point lies, in the unit of `off`
 */
export function thinned<P>(line: readonly P[], at: (point: P) => readonly [number, number], off: number): readonly P[] {
  if (line.length < 3) return line;
  const places = line.map(at);
  const kept = new Uint8Array(line.length).fill(1, 0, 1).fill(1, -1);
  const open: [number, number][] = [[0, line.length - 1]];
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part;
    const [a, b] = [places[from], places[to]];
    let [farthest, most] = [-1, off * off];
    for (let index = from + 1; a && b && index < to; index += 1) {
      const place = places[index];
      const far = place ? squareTo(place, a, b) : 0;
      if (far > most) [farthest, most] = [index, far];
    }
    if (farthest < 0) continue;
    kept[farthest] = 1;
    open.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, index) => kept[index]);
}

/** The square of the distance of a point from a segment. */
function squareTo(
  [x, y]: readonly [number, number],
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return (ax + along * dx - x) ** 2 + (ay + along * dy - y) ** 2;
}
