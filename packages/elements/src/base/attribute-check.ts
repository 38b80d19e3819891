import type { DirectoryLayer } from '@ess-widgets/core/internal/directory/directory';
import type { Filtered } from '@ess-widgets/core/internal/model/pair-problems';
import type { Dataset, PairRequest } from '@ess-widgets/core/model';
import type * as checkCode from './author-check.ts';
import type { EssElement } from './element.ts';
import { LazyModule } from './lazy-module.ts';
import type { ConfigProblem } from './measure-controller.ts';
import { toldInWidget } from './told-in-widget.ts';

/** Kind of data that the pairs in force filter: a directory, records, an indicator, or something that names its keys. */
export type About =
  | { readonly layers: readonly DirectoryLayer[] }
  | { readonly collections: readonly string[] }
  | { readonly indicator: Filtered; readonly ignoresUnknownFilters?: boolean | undefined }
  | (Pick<PairRequest, 'keys'> & Partial<Pick<PairRequest, 'own'>>);

/** Looks for values of an element's attributes that do not exist. Its code is loaded only if such an attribute is set. */
export class AttributeCheck {
  readonly #host: EssElement;
  readonly #code: LazyModule<typeof checkCode>;

  constructor(host: EssElement) {
    this.#host = host;
    this.#code = new LazyModule(host, 'the check', () => import('./author-check.ts'));
  }

  /**
   * Returns the first mistake, or null: there is none, or it is not known yet.
   * @param about null where other code checks the pairs
   * @param isOwn whether the element checks itself even inside a report, which otherwise checks all of its elements at once
   */
  mistake(dataset: Dataset, about: About | null, isOwn = false): ConfigProblem | null {
    const host = this.#host;
    const wishes = host.requestedScope();
    const isAsked = toldInWidget.some((name) => name in wishes || Reflect.get(host, name));
    // A report is checked as a whole, and shows a mistake once for all the elements in it.
    if (!isAsked || (host.provider.value?.validatesAsOne && !isOwn)) return null;
    void this.#code.load();
    return this.#code.code?.mistakeOf(host, dataset, about) ?? null;
  }
}
