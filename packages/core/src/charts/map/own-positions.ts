import { type Dataset, records } from '../../model/index.ts';

const known = new WeakMap<Dataset, boolean>();

/**
 * Whether some position is the data's own: an address, or a point that is not that of the territory that it stands for.
 * The points of territories, and those of the communes of a postal code, are known to be on land; only others have to be looked at.
 */
export function hasOwnPositions(dataset: Dataset): boolean {
  const answer = known.get(dataset) ?? look(dataset);
  known.set(dataset, answer);
  return answer;
}

function look(dataset: Dataset): boolean {
  const { organisations = [], events = [], projects = [] } = dataset.collections;
  const points = new Map(records(dataset, 'territories').map(({ id, position }) => [id, position]));
  return [...organisations, ...events, ...projects].some(({ position }) => {
    if (!position || position.precision === 'postal') return false;
    const point = points.get(position.territory ?? '');
    return point?.lon !== position.lon || point.lat !== position.lat;
  });
}
