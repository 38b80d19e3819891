/** Collections whose records have a date, and the field that holds it. A membership has two: when it began and ended. */
export const DATED = {
  meetings: ['date'],
  votes: ['date'],
  events: ['date'],
  memberships: ['start', 'end'],
  publications: ['date'],
  prizes: ['date'],
  projects: ['period'],
  calls: ['period'],
  applications: ['period'],
} as const;

/** A collection that a timeline can show. */
export type TimelineCollection = keyof typeof DATED;

/** Names of the collections that a timeline can show. */
export const timelineCollections = Object.keys(DATED) as readonly TimelineCollection[];

/**
 * Fields that name a record where it has no name of its own (`TITLE`), and the thing it belongs to (`ABOUT`), by
 * collection.
 */
export const TITLE: Readonly<Partial<Record<TimelineCollection, string>>> = {
  meetings: 'body',
  memberships: 'organisation',
  projects: 'programme',
  applications: 'organisation',
};
export const ABOUT: Readonly<Partial<Record<TimelineCollection, string>>> = {
  votes: 'body',
  memberships: 'network',
  prizes: 'laureate',
  projects: 'programme',
  applications: 'call',
};

/** Fields that name the row of a strip that a record stands in. Those of other collections have one row. */
export const ROW: Readonly<Partial<Record<TimelineCollection, string>>> = { meetings: 'body', events: 'series' };

/** Fields that a strip of these collections reads names of, besides those of the timeline. */
export const stripFields = (collections: readonly TimelineCollection[]): readonly string[] =>
  collections.flatMap((name) => ROW[name] ?? []);

/** Fields that a timeline of these collections reads names of. */
export const timelineFields = (collections: readonly TimelineCollection[]): readonly string[] =>
  collections.flatMap((name) => [TITLE[name] ?? [], ABOUT[name] ?? []].flat());
