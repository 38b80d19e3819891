/**
 * Places of labels beside an axis, so that none covers another: each as near its wish as its neighbours let it, in the
 * order of the wishes. Where there is too little room for all, they run over the far end.
 * @param wanted where the middle of each label would be
 * @param sizes how much each takes
 * @param room length of the axis, in the same measure
 */
export function spread(wanted: readonly number[], sizes: readonly number[], room: number): readonly number[] {
  const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const places = [...wanted];
  const half = (at: number): number => (sizes[at] ?? 0) / 2;
  let end = 0;
  for (const at of order) {
    const place = Math.max(places[at] ?? 0, end + half(at));
    places[at] = place;
    end = place + half(at);
  }
  // A label that was moved past the far end is moved back, and the labels before it in turn.
  let start = Math.max(
    room,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  for (const at of [...order].reverse()) {
    const place = Math.min(places[at] ?? 0, start - half(at));
    places[at] = place;
    start = place - half(at);
  }
  return places;
}
