import { classesOf, placeName, type ValueClass } from '@ess-widgets/core/charts';
import { type Dataset, type IndicatorTexts, type Measure, pointOf, type Quantity } from '@ess-widgets/core/model';
import type { ConfigProblem, MeasureAsked, MeasureController, Measured } from '../base/measure-controller.ts';
import type { Area } from '../map/territories.ts';
import type { Localized } from '../texts/texts.ts';

/** More areas than that have no room for their values: counts are then discs, which small areas do not belittle. */
const FEW = 12;

/** The value of an indicator in a territory. */
interface AreaValue {
  readonly area: Area;
  readonly quantity: Quantity | null;
  /** Number that is drawn; null where none is. */
  readonly value: number | null;
}

/** Values of areas, and how they are shown. */
export interface Values {
  readonly texts: IndicatorTexts;
  /** Any of the measures, for its period, its badges and its sources. */
  readonly measure: Measure;
  readonly values: readonly AreaValue[];
  readonly classes: readonly ValueClass[];
  /** Counts of many areas are discs. */
  readonly discs: boolean;
}

/** Shares and rates are compared whatever the size of what they are about. */
const isRatio = (unit: string): boolean => /^(?:percent|points|ratio)$/.test(unit) || unit.includes('/');

/**
 * The values of an indicator in some areas: its parts where it is split by them, else its value in each. Null while code or
 * data are on their way, a problem where there can be none.
 */
export function areaValues(
  dataset: Dataset,
  measures: MeasureController,
  asked: MeasureAsked & { readonly by: string },
  areas: readonly Area[],
): Values | ConfigProblem | null {
  const [split = null] = measures.measure(dataset, [asked]);
  if (measures.problem?.key === 'configDimension') return ofEach(dataset, measures, asked, areas);
  if (measures.problem) return measures.problem;
  if (!split) return null;
  const parts = new Map(split.measure.parts?.map(({ id, quantity }) => [id, quantity]));
  return shown(
    split,
    areas.map((area) => ({ area, quantity: parts.get(area.id) ?? null })),
  );
}

function ofEach(
  dataset: Dataset,
  measures: MeasureController,
  { by: _by, ...asked }: MeasureAsked & { readonly by: string },
  areas: readonly Area[],
): Values | ConfigProblem | null {
  const found = measures.measure(
    dataset,
    areas.map(({ id }) => ({ ...asked, territory: id })),
  );
  if (measures.problem) return measures.problem;
  const [first] = found;
  if (!first || found.some((each) => each === null)) return null;
  const known = found.find((each) => each?.measure.quantity) ?? first;
  const sources = found.flatMap((each) => each?.measure.sources ?? []);
  return shown(
    { ...known, measure: { ...known.measure, sources } },
    areas.map((area, index) => ({ area, quantity: found[index]?.measure.quantity ?? null })),
  );
}

function shown({ measure, texts }: Measured, quantities: readonly Omit<AreaValue, 'value'>[]): Values {
  const values = quantities.map((each) => ({ ...each, value: each.quantity && pointOf(each.quantity) }));
  const unit = values.find(({ quantity }) => quantity)?.quantity?.unit ?? '';
  const classes = classesOf(values.map(({ value }) => value));
  return { measure, texts, values, classes, discs: !isRatio(unit) && values.length > FEW };
}

/** The name of a territory in the data, else in the file of outlines. */
export const areaName = (dataset: Dataset, { id, name }: Area, m: Localized): string => {
  const known = placeName(dataset, id, m);
  return known === undefined || known === id ? name || id : known;
};
