/** What a period leaves out because it may lie outside: said under the number of those inside. */

import {
  type DirectoryEntry,
  type DirectoryRequest,
  directoryOf,
} from '@ess-widgets/core/internal/directory/directory';
import { type DirectoryFilter, filterDirectory } from '@ess-widgets/core/internal/directory/directory-filter';
import { formatNumber } from '@ess-widgets/core/internal/format/number';
import type { Dataset } from '@ess-widgets/core/model';
import { html } from 'lit';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';

const WORDS = { events: 'apartEvents', projects: 'apartProjects' } as const;

/** What was found last in a data set: it is asked for at each letter that a visitor types. */
const found = new WeakMap<Dataset, { readonly key: string; readonly entries: readonly DirectoryEntry[] }>();

function entriesOf(dataset: Dataset, request: DirectoryRequest): readonly DirectoryEntry[] {
  const key = JSON.stringify(request);
  const before = found.get(dataset);
  if (before?.key === key) return before.entries;
  const entries = directoryOf(dataset, { ...request, apart: true });
  found.set(dataset, { key, entries });
  return entries;
}

/** "25 événements dont la date est trop vague ou trop longue pour cette période", a line a layer. */
export function apartLines(dataset: Dataset, request: DirectoryRequest, kept: DirectoryFilter, m: Localized): Content {
  const entries = filterDirectory(entriesOf(dataset, request), kept);
  const lines = (['events', 'projects'] as const).flatMap((layer) => {
    const n = entries.filter((entry) => entry.layer === layer).length;
    return n ? { key: WORDS[layer], n } : [];
  });
  return html`${lines.map(({ key, n }) => html`<br>${m.content(key, { n, count: formatNumber(n, m.lang) })}`)}`;
}
