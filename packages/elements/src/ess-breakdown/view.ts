import type { ChartFinding, DrawnParts, Figure, FigureChart } from '@ess-widgets/core/charts';
import type { TemplateResult } from 'lit';
import type { EssElement } from '../base/element.ts';
import type { Content } from '../base/frame.ts';
import type { Measured } from '../base/measure-controller.ts';
import type { Localized } from '../texts/texts.ts';
import type { Breakdown } from '../views/breakdown-words.ts';

/** A chart as it is on the page, of which a file is drawn. */
export interface ShownChart {
  readonly chart: FigureChart;
  /** Its marks in words, as the folder of the chart in the core makes them. */
  readonly marks: unknown;
}

/** Code that draws the parts of a figure as a chart: the module in this folder that has the name of the chart. */
export interface PartsView<M = unknown> {
  readonly marks: (figure: Figure, m: Localized) => M;
  readonly view: (marks: M, parts: DrawnBreakdown, m: Localized, host: EssElement) => TemplateResult;
  /** Returns what this chart shows better than others do, for the title. */
  readonly finding?: (measure: Measured['measure'], texts: Measured['texts']) => ChartFinding | null;
}

/** A chart of values that are no parts of one figure: a bridge, dots. */
export interface WholeChart {
  /** What the source line and the source card are about. */
  readonly figure: Measured;
  readonly title: Content;
  readonly subtitle: Content;
  readonly chart: () => TemplateResult;
  readonly table: () => TemplateResult;
  /** Whether its title states the figure. */
  readonly isStated: boolean;
  readonly drawn: ShownChart;
}

/** A breakdown and the chart that its parts are drawn as. */
export interface DrawnBreakdown extends Omit<DrawnParts<Measured>, 'breakdown'> {
  readonly breakdown: Breakdown;
  /** Ids of the parts that stand out: those of the reader's territory; none where all are alike. */
  readonly marked?: ReadonlySet<string>;
}
