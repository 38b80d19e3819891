import { type CsvCell, formatCount, formatPeriod, toCsv } from '@ess-widgets/core/format';
import { type Dataset, type Observation, resolveText } from '@ess-widgets/core/model';
import { type Language, say } from '../language.ts';
import { align } from './align.ts';
import { titleText } from './title.ts';

/** Returns published figures as text: the place where each was printed, then its value. */
export function observationsText({ manifest }: Dataset, all: readonly Observation[], lang: Language): string {
  const planned = ` (${say({ fr: 'prévu', br: 'raktreset', en: 'planned' }, lang)})`;
  // Two reports have a section 1.1 each.
  const isOfSeveral = new Set(all.map(({ source }) => source.document)).size > 1;
  const rows = all.map(({ source, label, quantity, period, indicator, status }) => [
    ...(isOfSeveral ? [source.document] : []),
    source.section ?? '',
    source.page === undefined ? '' : `p. ${source.page}`,
    resolveText(label, lang).text,
    `${formatCount(quantity, lang)}${status === 'planned' ? planned : ''}`,
    formatPeriod(period, lang),
    indicator ?? '',
  ]);
  const { length } = all;
  const [s, figures] = length > 1 ? ['s', 'figures'] : ['', 'figure'];
  const count = say(
    { fr: `${length} chiffre${s} publié${s}`, br: `${length} sifr embannet`, en: `${length} published ${figures}` },
    lang,
  );
  return `${titleText(manifest, lang)}\n${count}\n\n${align(rows)}`;
}

const HEADER = [
  'section',
  'page',
  'document',
  'id',
  'indicator',
  'label',
  'period',
  'territory',
  'dimensions',
  'op',
  'value',
  'min',
  'max',
  'unit',
  'printed',
  'status',
] as const;

/**
 * Returns published figures for a spreadsheet. `op` is empty where the value is exact: a spreadsheet runs `=` as a
 * formula.
 */
export function observationsCsv(all: readonly Observation[], lang: Language): string {
  const rows = all.map(({ source, quantity, dimensions, ...rest }): readonly CsvCell[] => [
    source.section,
    source.page,
    source.document,
    rest.id,
    rest.indicator,
    resolveText(rest.label, lang).text,
    rest.period,
    rest.territory,
    Object.entries(dimensions)
      .map((pair) => pair.join('='))
      .join(' '),
    quantity.op === '=' ? null : quantity.op,
    quantity.value,
    quantity.min,
    quantity.max,
    quantity.unit,
    rest.printed,
    rest.status,
  ]);
  return toCsv(HEADER, rows);
}
