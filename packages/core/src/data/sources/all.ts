/** The formats that few pages read: each recognises its addresses and its content; what reads it is loaded with the first use. */
import { csv, csvEvents, csvMembers } from './csv/csv.ts';
import { geojson } from './geojson/geojson.ts';
import { ical } from './ical/ical.ts';
import { opendatasoft } from './opendatasoft/opendatasoft.ts';
import { rows } from './rows/rows.ts';
import type { Source } from './source.ts';

/** All formats besides our own data sets, in no order. */
export const moreSources: readonly Source[] = [csv, csvMembers, csvEvents, rows, ical, geojson, opendatasoft];
