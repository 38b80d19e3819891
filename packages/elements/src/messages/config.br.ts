import type { config as fr } from './config.fr.ts';
import type { Translation } from './messages.ts';

/** Breton texts of mistakes of the page. */
export const config: Translation<typeof fr> = {
  configNoSource:
    'N’en deus ket ar widget-mañ a vammenn roadennoù. Ouzhpennit an doarenn « src », pe « data-src » da linenn ar skript.',
  configIndicator: 'N’eus ket eus ar merker « {id} » er c’hatalog.',
  configIndicatorNear: 'N’eus ket eus ar merker «\u202f{id}\u202f» er c’hatalog. An tostañ\u202f: {known}.',
  configNoIndicator:
    'Gortoz a ra ar widget-mañ an doarenn « indicator » (« data-ess-indicator » en ur bloc’h « data-ess »).',
  configPeriod: 'N’eo ket « {period} » ur prantad. Skouerioù : 2024, 2024-H1, 2024-06, 2023-SY.',
  configAttribute: 'N’eus ket eus an doarenn «\u202f{name}\u202f». Doarennoù posupl\u202f: {known}.',
  configAttributeNear: 'N’eus ket eus an doarenn «\u202f{name}\u202f». An tostañ\u202f: {known}.',
  configTwice: 'Div wech emañ «\u202f{key}\u202f» e «\u202fwhere\u202f»\u202f: ur sil ne vir nemet un dalvoud.',
  configBeside:
    'N’hall ket «\u202f{beside}\u202f» bezañ kichen-ha-kichen\u202f: tri frantad pe anaouder tiriad d’ar muiañ, gant esaouennoù etrezo.',
  configFields: 'N’haller ket dibab «\u202f{word}\u202f». Maeziennoù posupl\u202f: territory, period, compare.',
  configKinds:
    'N’eo ket «\u202f{word}\u202f» ur seurt tiriad. Seurtoù posupl\u202f: region, departement, pole, pays, epci, commune.',
};
