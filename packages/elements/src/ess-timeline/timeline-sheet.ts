/** A timeline as a spreadsheet. Loaded when a visitor asks for one. */

import type { TimelineItem } from '@ess-widgets/core/charts';
import { resolveText } from '@ess-widgets/core/model';
import type { DataRows } from '../base/share/share-bar.ts';

const COLUMNS = [
  'date',
  'collection',
  'step',
  'title',
  'about',
  'status',
  'place',
  'in_favour',
  'unit',
  'url',
  'document',
  'section',
  'page',
];

/** Returns all steps, in the order in which they are shown. */
export function timelineRows(items: readonly TimelineItem[], lang: string): DataRows {
  const rows = items.map(({ date, collection, isEnd, title, about, tags, place, inFavour, href, source }) => [
    date,
    collection,
    isEnd ? 'end' : '',
    title && resolveText(title, lang).text,
    about && resolveText(about, lang).text,
    tags.join(' '),
    place,
    inFavour?.value,
    inFavour?.unit,
    href,
    source?.document,
    source?.section,
    source?.page,
  ]);
  return { header: COLUMNS, rows };
}
