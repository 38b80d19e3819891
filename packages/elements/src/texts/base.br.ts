import type { base as fr } from './base.fr.ts';
import type { Translation } from './texts.ts';

/** Breton texts of every element, of the indicator and of the event counter. They wait for a speaker’s review; a missing one falls back to French and says so. */
export const base: Partial<Translation<typeof fr>> = {
  // Every element.
  loading: 'O kargañ ar roadennoù…',
  dataOf: 'Roadennoù an {date}',
  errorNoData: 'N’eus roadenn ebet da gaout',
  staleExpected: 'hizivadur gortozet d’an {expected}',
  cause_http: 'respont a ra ar vammenn gant ur fazi ({status})',
  cause_wait: 'goulenn a ra ar vammenn gortoz {n}\u00a0munutenn',
  cause_network: 'ne respont ket ar vammenn',
  cause_timeout: 're hir eo ar vammenn o respont',
  cause_syntax: 'dilennus eo ar restr resevet',
  cause_html: 'ur bajenn web a zo bet resevet e-lec’h ar roadennoù',
  cause_schema: 'n’o deus ket ar roadennoù ar stumm gortozet',
  cause_format: 'n’eo ket skoret ar furmad-se',
  cause_config: 'fall kefluniet eo ar widget: {given}',
  fault: 'N’en deus ket gallet ar widget-mañ diskouez e roadennoù.',
  retry: 'Klask en-dro',
  missed: 'Ne c’haller ket kargañ: klaskit en-dro pe adkargit ar bajenn.',
  keyFigure: 'Sifr pennañ',
  source: 'Mammenn :',
  page: 'p.\u00a0{page}',
  download: 'Pellgargañ :',
  unknown: 'Roadenn ebet',
  printedAs: 'moullet\u202f: {printed}',
  quality_published: 'embannet',
  quality_computed: 'jedet',
  quality_recomputed: 'adjedet',
  quality_listed: 'roll',
  quality_approx: 'war-dro',
  quality_partial: 'darnel',
  quality_check: 'da wiriañ',
  qualityOf: 'Kalite ha mammenn : {badges}',
  comparedWith: 'e-keñver {period}',
  publisher: 'Roadennoù : {publisher}',

  // Elements larger than a tile: what they offer, and what was wrong with the data.
  showTable: 'Diskouez an daolenn',
  inYear: 'e {period}',

  // The address of the page, which may keep the state of an element.
  addressTerritory:
    'Chomlec’h ar bajenn-mañ a c’houlenn an tiriad «\u202f{territory}\u202f», ha n’emañ ket er roadennoù-mañ. Diskouezet eo ar peurrest.',

  // The indicator.
  latestKnown: 'Talvoud diwezhañ anavezet\u202f: {value}',

  // The event counter.
  counterTitle: 'Darvoudoù',
  counterEvents: { one: 'darvoud', two: 'zarvoud', few: 'darvoud', many: 'a zarvoudoù', other: 'darvoud' },
  counterHeld: {
    one: 'darvoud dalc’het',
    two: 'zarvoud dalc’het',
    few: 'darvoud dalc’het',
    many: 'a zarvoudoù dalc’het',
    other: 'darvoud dalc’het',
  },
  counterNational: 'eus an hollad broadel',
  counterElsewhere: 'Rannvroioù all',
  counterOrganisers: { other: 'frammad aozer' },
  counterMembers: { other: 'ezel aozer' },
  counterTotal: 'Hollad broadel\u202f:',
  counterNoCompare: 'Sifr keñveriadus ebet ({period}).',
  counterByPlace: 'Dre zepartamant',
  counterNoneAhead: 'Deiziad ebet da zont (roadennoù an {date})',
  counterNoFigure: 'Sifr ebet evit an tiriad-mañ',
  counterWhole: 'Evit an hollad\u202f:',
  counterEmpty: 'Darvoud ebet kontet',
  counterNext: 'Emgav a zeu\u202f:',
  counterAt: 'da {hour}',
  counterOnline: 'enlinenn',
  counterFull: 'leun',
  counterUnderWay: 'war ober',
  counterAnnounced: {
    one: 'darvoud kemennet',
    two: 'zarvoud kemennet',
    few: 'darvoud kemennet',
    many: 'a zarvoudoù kemennet',
    other: 'darvoud kemennet',
  },
  counterNoneHeld: 'hini ebet n’eo kontet c’hoazh evel dalc’het',
  counterPlaces: 'Darvoudoù dre zepartamant',
  counterPlace: 'Departamant',
};
