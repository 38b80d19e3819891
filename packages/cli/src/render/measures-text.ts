import { formatCount, formatMeasured, formatQuantity } from '@ess-widgets/core/format';
import type { Indicator } from '@ess-widgets/core/indicators';
import { type Dataset, type Measure, type MeasurePart, resolveText } from '@ess-widgets/core/model';
import { type Language, say } from '../language.ts';
import { align } from './align.ts';
import { partQualityText, qualityText } from './quality.ts';
import { titleText } from './title.ts';

type Row = readonly [id: string, label: string, value: string, period: string, quality: string];

/** Returns measures as text: the data set, then aligned columns, the parts of a split below their whole. */
export function measuresText(
  { manifest }: Dataset,
  measures: readonly Measure[],
  indicators: readonly Indicator[],
  lang: Language,
): string {
  const rows = measures.flatMap((measure): readonly Row[] => {
    const label = indicators.find(({ id }) => id === measure.indicator)?.label ?? { fr: measure.indicator };
    const whole: Row = [
      measure.indicator,
      resolveText(label, lang).text,
      valueText(measure, lang),
      formatMeasured(measure, lang),
      qualityText(measure, lang),
    ];
    return [whole, ...(measure.parts ?? []).map((part) => partRow(part, lang))];
  });
  return `${titleText(manifest, lang)}\n\n${align(rows)}`;
}

/** Returns the value of a measure. A whole that is not known says so, unless its parts are. */
function valueText({ quantity, parts = [] }: Measure, lang: Language): string {
  if (quantity) return formatCount(quantity, lang);
  return parts.some((part) => part.quantity) ? '' : unknown(lang);
}

const unknown = (lang: Language): string => say({ fr: 'inconnu', br: 'dianav', en: 'unknown' }, lang);

function partRow(part: MeasurePart, lang: Language): Row {
  const { label, quantity, share } = part;
  const value = quantity ? formatQuantity(quantity, lang) : unknown(lang);
  return [
    '',
    `  ${resolveText(label, lang).text}`,
    value,
    share ? formatQuantity(share, lang) : '',
    partQualityText(part, lang),
  ];
}
