import { type IndicatorTexts, parseWhere } from '../dataset.ts';
import type { Observation } from '../observation.ts';
import { type Period, period } from '../period.ts';
import { periodContains } from '../period-relations.ts';
import type { Quantity } from '../quantity.ts';
import type { ObservationsBlock } from './block.ts';
import { type FigureRequest, figuresOf } from './outline.ts';
import type { Report } from './report-schema.ts';
import type { Section, Subsection } from './section.ts';

type Cell = Readonly<Record<string, string | undefined>>;

/** Returns the cell of an observation. A territory is one, whether it is given as such or as a dimension. */
const cellOf = ({ territory, dimensions }: Observation): Cell => ({
  ...dimensions,
  ...(territory ? { territory } : {}),
});

const sameCell = (a: Cell, b: Cell): boolean => {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
};

/** Whether a figure, or one of the parts that it is split into, is about the cell of an observation. */
function isAbout({ where, territory, by }: FigureRequest, observation: Observation): boolean {
  const cell = cellOf(observation);
  const whole = { ...parseWhere(where), ...(territory === undefined ? {} : { territory }) };
  return (
    sameCell(cell, whole) ||
    (by !== undefined && cell[by] !== undefined && sameCell(cell, { ...whole, [by]: cell[by] }))
  );
}

const same = (a: Quantity, b: Quantity): boolean =>
  a.op === b.op && a.value === b.value && a.min === b.min && a.max === b.max;

/**
 * Kinds of the indicators, by id: a stock is the value of the last day, other figures apply to the days inside their
 * period.
 */
type Kinds = Readonly<Record<string, Pick<IndicatorTexts, 'kind'>>>;

const answers = (asked: Period, given: Period, kind: IndicatorTexts['kind'] | undefined): boolean =>
  periodContains(asked, given) && (kind !== 'stock' || period(given).last === period(asked).last);

/** Whether a figure shows an observation: no other one of its cell, in its period, says another amount. */
function shows(figure: FigureRequest, observation: Observation, { all, whole, kinds }: Context): boolean {
  const kind = kinds[figure.indicator]?.kind;
  const isMeant = (o: Observation): boolean =>
    o.indicator === figure.indicator && o.status === 'held' && answers(figure.period ?? whole, o.period, kind);
  if (!isMeant(observation) || !isAbout(figure, observation)) return false;
  const cell = cellOf(observation);
  return all.every((o) => !isMeant(o) || !sameCell(cellOf(o), cell) || same(o.quantity, observation.quantity));
}

interface Context {
  readonly all: readonly Observation[];
  readonly whole: Period;
  readonly kinds: Kinds;
}

/**
 * Returns the observations of an `observations` block: those published in the section that it names, without those that
 * the other blocks of the section it stands in already show. Several that contradict each other are all kept, and so is
 * what was only planned: a figure shows one value, and the reader must see them all.
 * @param kinds texts of the indicators, as `measures.indicators` has them
 */
export function otherObservations(
  report: Pick<Report, 'period' | 'document'>,
  section: Pick<Section | Subsection, 'blocks'>,
  block: ObservationsBlock,
  observations: readonly Observation[],
  kinds: Kinds = {},
): readonly Observation[] {
  const figures = section.blocks.flatMap(figuresOf);
  const context = { all: observations, whole: report.period, kinds };
  return observations.filter(
    (observation) =>
      observation.source.section === block.section &&
      (report.document === undefined || observation.source.document === report.document) &&
      !figures.some((figure) => shows(figure, observation, context)),
  );
}

/**
 * Returns the date that an observation says, as exactly as it is known: of what a text dates, the amount is the year
 * and the period is the date. Null where it says how much, or when a longer time began or ended.
 */
export function saidDate({ quantity: { unit, value, op }, period: date }: Observation): Period | null {
  if (unit !== 'year' || op !== '=') return null;
  const { first, last } = period(date);
  return [first, last].every((day) => day.startsWith(`${value}-`)) ? date : null;
}
