import type { config as fr } from './config.fr.ts';
import type { Translation } from './messages.ts';

/** Breton texts of mistakes of the page. */
export const config: Translation<typeof fr> = {
  configNoSource: 'N’en deus ket ar widget-mañ a vammenn roadennoù. Ouzhpennit an doarenn « src ».',
  configIndicator: 'N’eus ket eus ar merker « {id} » er c’hatalog.',
  configNoIndicator: 'Gortoz a ra ar widget-mañ an doarenn « indicator ».',
  configPeriod: 'N’eo ket « {period} » ur prantad. Skouerioù : 2024, 2024-H1, 2024-06, 2023-SY.',
  configBeside:
    'N’hall ket «\u202f{beside}\u202f» bezañ kichen-ha-kichen\u202f: tri frantad pe anaouder tiriad d’ar muiañ, gant esaouennoù etrezo.',
  configFields: 'N’haller ket dibab «\u202f{word}\u202f». Maeziennoù posupl\u202f: territory, period, compare.',
  configKinds:
    'N’eo ket «\u202f{word}\u202f» ur seurt tiriad. Seurtoù posupl\u202f: region, departement, pole, pays, epci, commune.',
};
