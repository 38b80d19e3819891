import type { Translation } from './messages.ts';
import type { trend as fr } from './trend.fr.ts';

/** Breton texts of trends. They wait for a speaker's review; what is missing falls back to French and says so. */
export const trend: Translation<typeof fr> = {
  trendTitle: 'Emdroadur',
  trendIn: 'Niver ({unit}), {at}. Adalek mann e krog ar skeul.',
  trendAt: '{at}. Adalek mann e krog ar skeul.',
  trendOf: 'Niver ({unit})',
  trendPoint: '{period}\u202f: {value}',
  trendSince: '{change} abaoe {period}',
  trendOneYear: 'Ur bloavezh hepken zo anavezet\u202f: {period}.',
  trendOnePeriod: 'Ur prantad hepken zo anavezet\u202f: {period}.',
  trendEmpty: 'Talvoud ebet er roadennoù-mañ',
  trendSeries: 'Heuliad',
};
