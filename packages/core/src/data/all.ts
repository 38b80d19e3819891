/** The formats that few pages read: each recognises its addresses and its content; what reads it is loaded with the first use. */
import { csv, csvEvents, csvMembers } from './sources/csv/csv.ts';
import { geojson } from './sources/geojson/geojson.ts';
import { gogocarto } from './sources/gogocarto/gogocarto.ts';
import { ical } from './sources/ical/ical.ts';
import { jsonld } from './sources/jsonld/jsonld.ts';
import { openagenda } from './sources/openagenda/openagenda.ts';
import { opendatasoft } from './sources/opendatasoft/opendatasoft.ts';
import { rows } from './sources/rows/rows.ts';
import type { Source } from './sources/source.ts';
import { tec } from './sources/tec/tec.ts';
import { xlsx } from './sources/xlsx/xlsx.ts';

/** All formats besides our own data sets, in no order. */
export const moreSources: readonly Source[] = [
  xlsx,
  ical,
  csv,
  csvMembers,
  csvEvents,
  rows,
  gogocarto,
  openagenda,
  opendatasoft,
  tec,
  jsonld,
  geojson,
];
