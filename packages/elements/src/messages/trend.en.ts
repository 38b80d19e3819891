import type { Translation } from './messages.ts';
import type { trend as fr } from './trend.fr.ts';

/** English texts of trends. */
export const trend: Translation<typeof fr> = {
  trendTitle: 'Trend',
  trendIn: 'In {unit}, {at}. The scale starts at zero.',
  trendAt: '{at}. The scale starts at zero.',
  trendOf: 'In {unit}',
  trendPoint: '{period}: {value}',
  trendSince: '{change} since {period}',
  trendOneYear: 'A single year known: {period}.',
  trendOnePeriod: 'A single period known: {period}.',
  trendLeft: {
    one: 'The smallest series is not drawn; it is in the table.',
    other: 'The {n} smallest series are not drawn; they are in the table.',
  },
  trendHollow: 'A hollow mark is an approximate, partial or bounded value.',
  trendGap: 'A broken line is an unknown value.',
  trendEmpty: 'No value in this data',
  trendSeries: 'Series',
};
