/** The formats that few pages read: each recognises its addresses and its content; what reads it is loaded with the first use. */
import { gogocarto, openagenda, opendatasoft, overpass, rows, tec, yeswiki } from './feed/formats.ts';
import { csv, csvEvents, csvMembers } from './sources/csv/csv.ts';
import { geojson } from './sources/geojson/geojson.ts';
import { ical } from './sources/ical/ical.ts';
import { jsonld } from './sources/jsonld/jsonld.ts';
import { list } from './sources/list/list.ts';
import { rss } from './sources/rss/rss.ts';
import type { Source } from './sources/source.ts';
import { xlsx } from './sources/xlsx/xlsx.ts';

/** All formats besides our own data sets, in no order. */
export const moreSources: readonly Source[] = [
  xlsx,
  ical,
  csv,
  csvMembers,
  csvEvents,
  list,
  rows,
  gogocarto,
  openagenda,
  opendatasoft,
  tec,
  overpass,
  yeswiki,
  jsonld,
  rss,
  geojson,
];
