import type { config as fr } from './config.fr.ts';
import type { Translation } from './messages.ts';

/** Breton texts of mistakes of the page. */
export const config: Translation<typeof fr> = {
  configNoSource: 'N’en deus ket ar widget-mañ a vammenn roadennoù. Ouzhpennit an doarenn « src ».',
  configIndicator: 'N’eus ket eus ar merker « {id} » er c’hatalog.',
  configNoIndicator: 'Gortoz a ra ar widget-mañ an doarenn « indicator ».',
  configPeriod: 'N’eo ket « {period} » ur prantad. Skouerioù : 2024, 2024-H1, 2024-06, 2023-SY.',
  configWord:
    'N’eus ket eus «\u202f{word}\u202f» evit an doareenn «\u202f{attribute}\u202f». Talvoudoù posupl\u202f: {known}.',
};
