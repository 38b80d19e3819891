import { type CollectionName, type Dataset, hasField, isDoubtful, type Kept } from '@ess-widgets/core/model';
import type * as checkCode from './author-check.ts';
import { checkedInWidget } from './checked-in-widget.ts';
import type { EssElement } from './element.ts';
import { Late } from './late.ts';
import type { ConfigProblem } from './measure-controller.ts';
import type * as pairCode from './pair-check.ts';

/**
 * What the pairs in force keep. Of several figures one may understand what another does not, and a report keeps nothing
 * itself: `own: false` lets pass what means something to another.
 */
export type About = Kept & { readonly own?: false };

/** Tells whether pairs may be wrong: of records, as soon as these are there. */
function isDoubted({ collections }: Dataset, where: string, about: About | null): boolean {
  if (!about || 'keys' in about) return false;
  if ('indicator' in about) {
    const { dimensions, filters = [] } = about.indicator;
    return isDoubtful(where, (key) => !filters.includes(key) && !dimensions.some(({ id }) => id === key));
  }
  const names = 'agenda' in about ? ['events'] : 'layers' in about ? about.layers : about.collections;
  const has = (list: CollectionName, key: string): boolean =>
    collections[list]?.some((one) => hasField(one, key)) ?? true;
  return isDoubtful(where, (key) =>
    names.some((name) =>
      name === 'members' ? !has('memberships', key) && !has('organisations', key) : !has(name as CollectionName, key),
    ),
  );
}

/** Looks for values of an element's attributes that do not exist. Its code is loaded only if such an attribute is set. */
export class AttributeCheck {
  readonly #host: EssElement;
  readonly #code: Late<typeof checkCode>;
  readonly #pairs: Late<typeof pairCode>;

  constructor(host: EssElement) {
    this.#host = host;
    this.#code = new Late(host, 'the check', () => import('./author-check.ts'));
    this.#pairs = new Late(host, 'the check of pairs', () => import('./pair-check.ts'));
  }

  /**
   * Returns the first mistake, or null: there is none, or it is not known yet.
   * @param about null where other code checks the pairs
   * @param isOwn whether the element checks itself even inside a report, which otherwise checks all of its elements at once
   */
  mistake(dataset: Dataset, about: About | null, isOwn = false): ConfigProblem | null {
    const host = this.#host;
    const wishes = host.requestedScope();
    const isAsked = checkedInWidget.some((name) => name in wishes || Reflect.get(host, name));
    if (!isAsked) return null;
    // A report checks its own attributes once for all the elements in it. Of the pairs of a block, most need no check.
    if (host.provider.value?.validatesAsOne && !isOwn && !(host.where && isDoubted(dataset, host.where, about)))
      return null;
    const code = this.#code.ask();
    const hasPairs = about && (wishes.where || wishes.territory);
    const pairs = hasPairs ? this.#pairs.ask() : this.#pairs.code;
    return hasPairs && !pairs ? null : (code?.mistakeOf(host, dataset, about, pairs) ?? null);
  }

  /**
   * Returns the pairs that records are kept to: the element's own, else those of its provider that say something of them.
   * Null while the code that knows these is being loaded.
   */
  pairs(about: Kept): string | null {
    const host = this.#host;
    const { where = '' } = host.requestedScope();
    if (host.where || !where) return where;
    return this.#pairs.need()?.pairsFor(where, about) ?? null;
  }
}
