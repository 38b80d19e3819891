/** The agenda as a spreadsheet. Loaded when a visitor asks for one. */

import { type AgendaItem, pointCells } from '@ess-widgets/core/charts';
import { resolveText } from '@ess-widgets/core/model';
import type { DataRows } from '../base/share/share-bar.ts';
import type { Localized } from '../texts/texts.ts';

const COLUMNS = [
  'id',
  'title',
  'date',
  'starts_at',
  'ends_at',
  'status',
  'series',
  'edition',
  'count',
  'place',
  'online',
] as const;
const MORE = [
  'attendance',
  'attendance_operator',
  'attendance_unit',
  'themes',
  'url',
  'document',
  'section',
  'page',
  'as_printed',
] as const;

/**
 * Returns the rows of all lines, with the document that published each.
 * @param themes labels of the themes, by id
 */
export function agendaRows(items: readonly AgendaItem[], themes: ReadonlyMap<string, string>, m: Localized): DataRows {
  const rows = items.map(({ event: e, date }) => [
    ...[
      e.id,
      resolveText(e.title, m.lang).text,
      date,
      e.startsAt,
      e.endsAt,
      e.status,
      e.series,
      e.edition,
      e.count,
      e.place,
      String(e.online),
    ],
    ...[...pointCells(e.attendance), e.attendance?.unit],
    ...[
      e.themes.map((theme) => themes.get(theme) ?? theme).join(', '),
      e.url,
      e.source?.document,
      e.source?.section,
      e.source?.page,
    ],
    Object.entries(e.printed ?? {})
      .map(([field, text]) => `${field} : ${text}`)
      .join(' ; '),
  ]);
  return { header: [...COLUMNS, ...MORE], rows };
}
