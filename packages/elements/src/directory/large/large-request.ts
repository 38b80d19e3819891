/** Turns what an element asks of a large directory into the queries of its engine. */

import type { ItemSource } from '@ess-widgets/core/charts';
import { columnKeys, type DirectoryEntry, type DirectoryQuery } from '@ess-widgets/core/directory';
import type { Basemap } from '@ess-widgets/core/geo';
import {
  audienceOf,
  type Dataset,
  latestPeriod,
  pairsOnly,
  parsePeriod,
  records,
  type ScopeState,
} from '@ess-widgets/core/model';
import { resolveHref } from '@ess-widgets/core/reading';
import { pageDefaults } from '../../base/defaults.ts';
import type { LonLatBox } from '../../map/types.ts';
import type { Localized } from '../../texts/texts.ts';
import type { PagesController } from '../../views/pages-controller.ts';
import type { Parts } from '../beyond.ts';
import type { Near } from '../near/near.ts';
import type { DrawMarkers } from './item-source.ts';
import type { Opening } from './opening.ts';

/** Request of an element. */
export interface LargeRequest {
  readonly dataset: Dataset;
  readonly m: Localized;
  /** With the element's own attributes. */
  readonly scope: ScopeState;
  /** Collèges that were ever chosen: each has a chip, though nobody is in it. */
  readonly asked: ReadonlySet<string>;
  /** The place of the map that was opened: its box, as a text. */
  readonly place: readonly string[] | null;
  /** The search around a place, once a visitor wanted it. */
  readonly near: Near | undefined;
  readonly panelOpen: boolean;
  readonly pages: PagesController;
  /** Ground of its map; null without one. */
  readonly ground: Basemap | null | undefined;
}

/** Answers of a large directory besides its rows. */
export interface Large {
  /** Its markers, drawn in this way. */
  readonly sourceOf: (draw: DrawMarkers, dress: string) => ItemSource;
  /** Around those shown. */
  readonly extent: LonLatBox | null;
  /** Parts of the world beyond the ground of its map, once somebody lies there. */
  readonly parts: Parts | undefined;
  /** An entry by its id, or by that of its marker. */
  readonly entryOf: (id: string) => Promise<DirectoryEntry | null>;
  /** All rows of the list as it is filtered. */
  readonly everything: () => Promise<readonly DirectoryEntry[]>;
  /** Faults of the records, in words. */
  readonly remarks: readonly string[];
}

/** Collections that a worker reads in place of the page. */
const RECORDS = ['organisations', 'memberships'];

/** Tells whether the columns of a data set's own network answer a pair with this key. */
const isOfColumns = (key: string): boolean => columnKeys.includes(key);

/** Returns the pairs without the one that names the data set's own network: its columns are of no other. */
function pairsOf({ dataset: { manifest }, scope: { where } }: LargeRequest): string {
  const isOwn = (where ?? '').split(/\s+/).includes(`network=${manifest.network}`);
  return pairsOnly(where, (key) => !(isOwn && key === 'network'));
}

/**
 * Columns are those of the latest period, of the data set's own network and for visitors; others are read from the records
 * where there are any, and so are members that are kept by what columns do not hold.
 */
export function openingOf(request: LargeRequest): Opening {
  const { dataset, scope } = request;
  const { manifest, base } = dataset;
  const { period } = scope;
  const about = pairsOnly(pairsOf(request), (key) => !isOfColumns(key));
  const asked = period && parsePeriod(period) ? period : undefined;
  const isLatest = asked === undefined || asked === latestPeriod(manifest);
  const audience = audienceOf(dataset);
  const isPacked = isLatest && about === '' && audience === 'public';
  const packed = isPacked || !manifest.collections['organisations'] ? (manifest.packed ?? null) : null;
  const labels = Object.fromEntries(records(dataset, 'colleges').map(({ id, label }) => [id, Object.values(label)]));
  const hrefs = packed === null ? RECORDS.flatMap((name) => manifest.collections[name]?.href ?? []) : [];
  // A file that cannot be read is reported by the code that reads it.
  const files = hrefs.map((href) => resolveHref(href, base)).filter((url) => typeof url === 'string');
  const { hosts = [], maxBytes } = pageDefaults;
  const { reach = { addresses: [base], hosts, maxBytes } } = dataset;
  const where = packed === null && about !== '' ? { where: about } : {};
  return { src: base, reach, packed, records: files, period: isLatest ? undefined : asked, ...where, labels, audience };
}

/** Makes the query of an engine. */
export function queryOf(request: LargeRequest): DirectoryQuery {
  const { dataset, scope, near, place, ground } = request;
  const { territory, facets, query } = scope;
  // Records were kept as they were read. Columns without records cannot answer the other pairs, and keep nobody.
  const isRead = openingOf(request).packed === null;
  const where = pairsOnly(pairsOf(request), (key) => !isRead || isOfColumns(key));
  const box = place?.[0]?.split(',').map(Number);
  const [west, south, east, north] = box ?? [];
  const within =
    west === undefined || south === undefined || east === undefined || north === undefined
      ? null
      : ([west, south, east, north] as const);
  return {
    where,
    territory,
    facets,
    words: query,
    near: near?.around(dataset) ?? null,
    within,
    ground: ground?.bbox ?? null,
  };
}
