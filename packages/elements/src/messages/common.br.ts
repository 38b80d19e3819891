import type { common as fr } from './common.fr.ts';
import type { Translation } from './messages.ts';

/** Breton texts. They wait for a speaker's review; what is missing falls back to French and says so. */
export const common: Translation<typeof fr> = {
  loading: 'O kargañ ar roadennoù…',
  dataOf: 'Roadennoù an {date}',
  errorNoData: 'N’eus roadenn ebet da gaout',
  staleExpected: 'hizivadur gortozet d’an {expected}',
  cause_http: 'respont a ra ar vammenn gant ur fazi ({status})',
  cause_network: 'ne respont ket ar vammenn',
  cause_timeout: 're hir eo ar vammenn o respont',
  cause_syntax: 'dilennus eo ar restr resevet',
  cause_html: 'ur bajenn web a zo bet resevet e-lec’h ar roadennoù',
  cause_schema: 'n’o deus ket ar roadennoù ar stumm gortozet',
  cause_format: 'n’eo ket skoret ar furmad-se',
  cause_config: 'fall kefluniet eo ar widget: {given}',
  fault: 'N’en deus ket gallet ar widget-mañ diskouez e roadennoù.',
  retry: 'Klask en-dro',
  source: 'Mammenn :',
  page: 'p.\u00a0{page}',
  download: 'Pellgargañ :',
  unknown: 'Roadenn ebet',
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
};
