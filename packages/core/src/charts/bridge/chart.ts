import { capitalised, elided, formatQuantity, formatStockDate, unitWord } from '../../format/index.ts';
import { resolveText } from '../../model/index.ts';
import type { PaintedBar } from '../bars/svg.ts';
import type { MeasuredFigure } from '../combined.ts';
import { PLURAL_COUNT, type TitleWords } from '../finding-words.ts';
import type { BridgeStep } from './steps.ts';

/** A step with its words and its looks: the pattern of a flow, solid for what came in and hatched for what went out. */
export interface BridgeRow
  extends BridgeStep,
    Pick<PaintedBar, 'colour' | 'label' | 'value' | 'start' | 'zero' | 'rank' | 'isNumber'> {}

const LOOKS = {
  before: { isNumber: true },
  in: { rank: 1 },
  out: { rank: 2 },
  after: { isNumber: true },
} as const;

/** A stock and its flows, as a bridge shows them. */
type Flows = readonly [stock: MeasuredFigure, inflow: MeasuredFigure, outflow: MeasuredFigure];

/** Returns the steps of a stock with their words. */
export function bridgeInWords(
  [{ measure }, inflow, outflow]: Flows,
  steps: readonly BridgeStep[],
  m: TitleWords,
): readonly BridgeRow[] {
  const before = measure.previous?.period ?? measure.period;
  const dateOf = (period: string): string => capitalised(formatStockDate(period, m.lang));
  const labels = {
    before: dateOf(before),
    in: resolveText(inflow.texts.label, m.lang).text,
    out: resolveText(outflow.texts.label, m.lang).text,
    after: dateOf(measure.period),
  };
  return steps.map((step) => ({
    ...step,
    ...LOOKS[step.kind],
    label: labels[step.kind],
    colour: 'accent',
    start: 0,
    zero: 0,
    value: valueOf(step, m.lang),
  }));
}

/** Returns what the subtitle of a bridge is made of: its unit and its two dates. */
export function bridgeSaid([{ measure, texts }]: Flows, m: TitleWords) {
  const unit = unitWord(measure.quantity?.unit ?? texts.unit, PLURAL_COUNT, m.lang) ?? '';
  const [at, before] = [measure.previous?.period ?? measure.period, measure.period].map((period) =>
    formatStockDate(period, m.lang),
  );
  const dates = m.text('periodsAt', { at: at ?? '', before: before ?? '' });
  return { key: 'breakdownCount', params: { unit, de: elided(unit), at: dates } } as const;
}

/** Returns the value with the sign of its step: "+9", "−6". */
function valueOf({ kind, quantity }: BridgeStep, lang: string): string {
  const signed = kind === 'out' ? { ...quantity, value: -(quantity.value ?? 0) + 0 } : quantity;
  return formatQuantity(signed, lang, { sign: kind === 'in' });
}
