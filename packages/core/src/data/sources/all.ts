/** The formats that few pages read: each recognises its addresses and its content; what reads it is loaded with the first use. */
import { csv, csvEvents, csvMembers } from './csv/csv.ts';
import { geojson } from './geojson/geojson.ts';
import { gogocarto } from './gogocarto/gogocarto.ts';
import { ical } from './ical/ical.ts';
import { jsonld } from './jsonld/jsonld.ts';
import { openagenda } from './openagenda/openagenda.ts';
import { opendatasoft } from './opendatasoft/opendatasoft.ts';
import { rows } from './rows/rows.ts';
import type { Source } from './source.ts';
import { tec } from './tec/tec.ts';

/** All formats besides our own data sets, in no order. */
export const moreSources: readonly Source[] = [
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
