/** How many members there are: those that a list names, and the number that is published. */
import {
  type Dataset,
  isComplete,
  latestPeriod,
  type Measure,
  type Period,
  pointOf,
  type Quantity,
} from '../model/index.ts';

/** The indicator of how many members there are, named or not. */
export const PUBLISHED_MEMBERS = 'members-stock';

/** Tells whether the list has every member of a period: it says so, or it is a source of organisations alone. */
export function listsEveryMember(dataset: Dataset, period: Period | undefined): boolean {
  if (!dataset.manifest.collections['memberships']) return true;
  const day = period ?? latestPeriod(dataset.manifest);
  return [undefined, 'flow=stock'].some((where) => isComplete(dataset, 'memberships', day, where));
}

/** Returns the number of members that a document states; null for none, and for one that was counted in the list. */
export const publishedMembers = ({ quantity = null, basis }: Partial<Measure> = {}): Quantity | null =>
  quantity && basis !== 'listed' && pointOf(quantity) !== 0 ? quantity : null;
