/** Entries that a period leaves out because they may lie outside it; they are said under the number of those inside. */

import { type DirectoryRequest, directoryOf, type ListQuery, ListStore } from '@ess-widgets/core/directory';
import { formatNumber } from '@ess-widgets/core/format';
import type { Dataset } from '@ess-widgets/core/model';
import { html } from 'lit';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';

const WORDS = { events: 'apartEvents', projects: 'apartProjects' } as const;

/** Last list of each data set, because it is asked for at each letter that a visitor types. */
const found = new WeakMap<Dataset, { readonly key: string; readonly store: ListStore }>();

function storeOf(dataset: Dataset, request: DirectoryRequest): ListStore {
  const key = JSON.stringify(request);
  const before = found.get(dataset);
  if (before?.key === key) return before.store;
  const store = new ListStore(directoryOf(dataset, { ...request, apart: true }));
  found.set(dataset, { key, store });
  return store;
}

/** Returns "25 événements dont la date est trop vague ou trop longue pour cette période", a line a layer. */
export function apartLines(dataset: Dataset, request: DirectoryRequest, query: ListQuery, m: Localized): Content {
  const { kinds } = storeOf(dataset, request).select(query);
  const lines = (['events', 'projects'] as const).flatMap((layer) => {
    const { n = 0 } = kinds.find((kind) => kind.layer === layer) ?? {};
    return n ? { key: WORDS[layer], n } : [];
  });
  return html`${lines.map(({ key, n }) => html`<br>${m.content(key, { n, count: formatNumber(n, m.lang) })}`)}`;
}
