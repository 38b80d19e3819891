import type { config as fr } from './config.fr.ts';
import type { Translation } from './messages.ts';

/** English texts of mistakes of the page. */
export const config: Translation<typeof fr> = {
  configNoSource: 'This widget has no data source. Add the “src” attribute, or “data-src” to the line of the script.',
  configIndicator: 'There is no indicator “{id}” in the catalogue.',
  configIndicatorNear: 'There is no indicator “{id}” in the catalogue. The nearest: {known}.',
  configNoIndicator: 'This widget needs the “indicator” attribute (“data-ess-indicator” in a “data-ess” block).',
  configDimension: '“{by}” does not split this indicator. It can be split by: {known}.',
  configPeriod: '“{period}” is not a period. Examples: 2024, 2024-H1, 2024-06, 2023-SY.',
  configPair: '“{word}” is not a filter. A filter is written key=value, for example college=associations.',
  configWhere: '“{key}” does not filter this widget. Known filters: {known}.',
  configLimit: '“{limit}” is not a number of events.',
  configInternal: '"{name}" is internal in these data: add the attribute audience="internal" to show it.',
  internalOnly: 'These data are kept for the organisation’s own use.',
  configNoDimension: 'The indicator “{id}” cannot be split.',
  configTwice: '“{key}” is in “where” twice: a filter keeps one value.',
  configBeside:
    '“{beside}” cannot stand side by side: three periods or ids of territories at most, separated by spaces.',
  configSeries: 'There is no series “{series}” in these data. Known series: {known}.',
  configEdition: 'There is no edition “{edition}” in these data. Known editions: {known}.',
  configEditionAlone: 'The attribute “edition” needs the attribute “series”.',
  configReport: 'These data have no report.',
  configSection: 'There is no section “{section}” in this report. Chapters: {known}.',
  configCalendar: '“{calendar}” is not the address of a calendar (http or https).',
  configValue: '“{value}” is not a value of “{name}”. Known values: {known}.',
  configAttribute: 'There is no attribute “{name}”. Possible ones: {known}.',
  configAttributeNear: 'There is no attribute “{name}”. The nearest: {known}.',
  configTerritory: '“{territory}” is not a territory of these data. Known territories: {known}.',
  configFields: '“{word}” cannot be chosen. Possible fields: territory, period, compare.',
  configKinds: '“{word}” is no kind of territory. Possible kinds: region, departement, pole, pays, epci, commune.',
  configNoCollections:
    'This widget needs the “collections” attribute (“data-ess-collections” in a “data-ess” block). Known collections: {known}.',
  configTimeline: 'The collection “{collection}” has no dates to show. Known collections: {known}.',
  configTable:
    'This widget needs the “indicator” or the “collection” attribute (“data-ess-indicator”, “data-ess-collection” in a “data-ess” block).',
  configCollection: 'The collection “{collection}” is not shown as a table. Known collections: {known}.',
  configColumn: '“{column}” is not a column of this data. Known columns: {known}.',
};
