/** A record that was planned, or says what became of a planned one. */
interface Planned {
  readonly id: string;
  readonly status: string;
  /** Id of the planned record of the same collection that this one says the outcome of. */
  readonly plan?: string | null | undefined;
}

/** Returns the ids of the plans of which another record says that they were held, cancelled or put off. */
export const settledPlans = (records: readonly Pick<Planned, 'plan'>[]): ReadonlySet<string> =>
  new Set(records.flatMap(({ plan }) => plan ?? []));

/** Lists without their settled plans: what is remembered about a list is remembered about this one. */
const standing = new WeakMap<object, readonly unknown[]>();

/**
 * Returns the records without the plans that another one settles: what was planned and then held is one thing. A plan stays in
 * the data as it was published.
 */
export function withoutSettledPlans<T extends Planned>(records: readonly T[]): readonly T[] {
  const known = standing.get(records);
  if (known) return known as readonly T[];
  const settled = settledPlans(records);
  const made = settled.size === 0 ? records : records.filter(({ id, status }) => status === 'held' || !settled.has(id));
  standing.set(records, made);
  return made;
}
