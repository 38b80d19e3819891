import { type CsvCell, toCsv } from '@ess-widgets/core/format';
import type { Indicator } from '@ess-widgets/core/indicators';
import { type Measure, type Quantity, resolveText } from '@ess-widgets/core/model';
import type { Language } from '../language.ts';
import { qualityText } from './quality.ts';

const HEADER = [
  'indicator',
  'label',
  'period',
  'territory',
  'by',
  'part',
  'part_label',
  'op',
  'value',
  'min',
  'max',
  'unit',
  'share_percent',
  'basis',
  'quality',
  'sources',
] as const;

/**
 * Returns measures for a spreadsheet: a row for each, then one for each part of a split. `op` says how to read `value`
 * (`>` more than, `~` about) and is empty where it is exact: a spreadsheet runs `=` as a formula. An unknown value is
 * an empty cell.
 */
export function measuresCsv(measures: readonly Measure[], indicators: readonly Indicator[], lang: Language): string {
  const rows = measures.flatMap((measure): readonly (readonly CsvCell[])[] => {
    const indicator = indicators.find(({ id }) => id === measure.indicator);
    const label = resolveText(indicator?.label ?? { fr: measure.indicator }, lang).text;
    const start = [measure.indicator, label, measure.period, measure.territory, measure.by];
    const sources = measure.sources.map(({ document, section, page }) =>
      [document, section, page === undefined ? undefined : `p. ${page}`].filter((each) => each !== undefined).join(' '),
    );
    const end = [measure.basis, qualityText(measure, lang), [...new Set(sources)].join(' | ')];
    const parts = (measure.parts ?? []).map((part) => [
      ...start,
      part.id,
      resolveText(part.label, lang).text,
      ...cellsOf(part.quantity),
      part.share?.value,
      ...end,
    ]);
    return [[...start, null, null, ...cellsOf(measure.quantity), null, ...end], ...parts];
  });
  return toCsv(HEADER, rows);
}

const cellsOf = (q: Quantity | null): readonly CsvCell[] => [
  q?.op === '=' ? null : q?.op,
  q?.value,
  q?.min,
  q?.max,
  q?.unit,
];
