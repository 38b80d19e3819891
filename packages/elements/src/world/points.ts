import type { Point } from '@ess-widgets/core/internal/geo/near';
import type { Dataset } from '@ess-widgets/core/model';

/** Returns the positions of members, events and projects. Other records, which are only mentioned, may lie anywhere. */
export function pointsOf({ collections, manifest }: Dataset): readonly Point[] {
  const { organisations = [], memberships = [], events = [], projects = [], territories = [] } = collections;
  const members = new Set(
    memberships.filter(({ network }) => network === manifest.network).map(({ organisation }) => organisation),
  );
  const listed = organisations.filter(({ id }) => members.size === 0 || members.has(id));
  const points = [...listed, ...events, ...projects].flatMap(({ position }) => position ?? []);
  // The records of a large data set are not read.
  return points.length ? points : territories.flatMap(({ position }) => position ?? []);
}
