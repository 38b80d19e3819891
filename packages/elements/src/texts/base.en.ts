import type { base as fr } from './base.fr.ts';
import type { Translation } from './texts.ts';

/** English texts of every element, of the indicator and of the event counter. */
export const base: Translation<typeof fr> = {
  // Every element.
  loading: 'Loading data…',
  dataOf: 'Data of {date}',
  errorNoData: 'Data unavailable',
  staleExpected: 'update expected on {expected}',
  cause_http: 'the source answers with an error ({status})',
  cause_wait: 'the source asks to wait {n}\u00a0min',
  cause_again: 'try again in {n}\u00a0s',
  cause_network: 'the source does not answer',
  cause_timeout: 'the source takes too long to answer',
  cause_syntax: 'the file received cannot be read',
  cause_html: 'a web page was received instead of data',
  cause_schema: 'the data received do not have the expected shape',
  cause_format: 'this data format is not supported',
  cause_blocked: 'the data lead to another site, {host}, which this page does not allow',
  cause_large: 'the file is larger than allowed ({limit}\u00a0MB)',
  cause_config: 'this widget is not configured correctly: {given}',
  fault: 'This widget could not show its data.',
  retry: 'Try again',
  missed: 'This could not be loaded: try again or reload the page.',
  keyFigure: 'Key figure',
  source: 'Source:',
  page: 'p.\u00a0{page}',
  download: 'Download:',
  unknown: 'No data',
  printedAs: 'printed: {printed}',
  quality_published: 'published',
  quality_computed: 'computed',
  quality_recomputed: 'recomputed',
  quality_listed: 'list',
  quality_approx: 'approx.',
  quality_partial: 'partial',
  quality_check: 'to check',
  qualityOf: 'Quality and source: {badges}',
  issuesMore: { one: 'and {n} more', other: 'and {n} more' },
  comparedWith: 'compared with {period}',
  publisher: 'Data: {publisher}',

  // Elements larger than a tile: what they offer, and what was wrong with the data.
  showTable: 'Show table',
  issues: {
    one: '{n} line of the source could not be read and is not counted.',
    other: '{n} lines of the source could not be read and are not counted.',
  },
  remarks: { one: '{n} remark on the data', other: '{n} remarks on the data' },
  inYear: 'in {period}',

  // The address of the page, which may keep the state of an element.
  addressBad: {
    one: 'A part of this page’s address says nothing here: “{what}”. The rest is shown.',
    other: 'Parts of this page’s address say nothing here: “{what}”. The rest is shown.',
  },
  addressTerritory:
    'This page’s address asks for the territory “{territory}”, which is not in these data. The rest is shown.',
  addressGone: 'What the link asks for no longer exists here: “{what}”. The rest is shown.',

  // The indicator.
  latestKnown: 'Latest known value: {value}',

  // The event counter.
  counterTitle: 'Events',
  counterEvents: { one: 'event', other: 'events' },
  counterHeld: { one: 'event held', other: 'events held' },
  counterNational: 'of the national total',
  counterElsewhere: 'Other regions',
  counterOrganisers: { one: 'organiser', other: 'organisers' },
  counterMembers: { one: 'member among the organisers', other: 'members among the organisers' },
  counterAttendance: { one: 'attendance', other: 'attendances' },
  counterTotal: 'National total:',
  counterNoCompare: 'No comparable figure ({period}).',
  counterByPlace: 'By département',
  counterNoneAhead: 'No date ahead (data of {date})',
  counterNoFigure: 'No figure for this territory',
  counterWhole: 'For the whole:',
  counterEmpty: 'No event counted',
  counterNext: 'Next:',
  counterAt: 'at {hour}',
  counterOnline: 'online',
  counterFull: 'full',
  counterUnderWay: 'under way',
  counterAnnounced: { one: 'event announced', other: 'events announced' },
  counterNoneHeld: 'none is counted as held yet',
  counterPlaces: 'Events by département',
  counterPlace: 'Département',
  counterPlaced: {
    one: 'Département known for {count} event of {all}.',
    other: 'Département known for {count} events of {all}.',
  },
};
