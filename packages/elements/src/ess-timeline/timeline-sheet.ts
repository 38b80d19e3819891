/** A timeline as a spreadsheet. Loaded when a visitor asks for one. */

import type { TimelineItem } from '@ess-widgets/core/charts';
import { toCsv } from '@ess-widgets/core/format';
import { resolveText } from '@ess-widgets/core/model';
import { download } from '../base/download.ts';

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

/** Gives the visitor all steps, in the order in which they are shown. */
export function giveTimeline(items: readonly TimelineItem[], lang: string): void {
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
  download('timeline.csv', toCsv(COLUMNS, rows), 'text/csv');
}
