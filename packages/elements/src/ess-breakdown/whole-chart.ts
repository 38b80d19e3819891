import type { FigureChart } from '@ess-widgets/core/internal/charts/register';
import type { ShareSegment } from '@ess-widgets/core/internal/picture/share';
import type { Stack } from '@ess-widgets/core/internal/picture/stack';
import type { PaintedBar } from '@ess-widgets/core/internal/picture/svg-bars';
import type { PaintedRatio } from '@ess-widgets/core/internal/picture/svg-dots';
import type { PaintedDumbbells } from '@ess-widgets/core/internal/picture/svg-dumbbell';
import type { TemplateResult } from 'lit';
import type { Content } from '../base/frame.ts';
import type { Measured } from '../base/measure-controller.ts';
import type { Breakdown } from '../views/breakdown-words.ts';

/** A chart of values that are no parts of one figure: a bridge, dots. */
export interface WholeChart {
  /** What the source line and the source card are about. */
  readonly figure: Measured;
  readonly title: Content;
  readonly subtitle: Content;
  readonly chart: () => TemplateResult;
  readonly table: () => TemplateResult;
  readonly csv: string;
  /** What a file is drawn of. */
  readonly drawn: BridgeDrawn | DotsDrawn;
}

/** Steps of a bridge in words, each with the token of its colour. */
export interface BridgeDrawn {
  readonly kind: 'bridge';
  readonly rows: readonly PaintedBar[];
}

/** Ratios in words, each drawn as dots. */
export interface DotsDrawn {
  readonly kind: 'dots';
  readonly groups: readonly PaintedRatio[];
}

/** Parts at two dates in words. */
export interface DumbbellDrawn extends PaintedDumbbells {
  readonly kind: 'dumbbell';
}

/** A breakdown and the chart that its parts are drawn as. */
export interface DrawnBreakdown {
  readonly breakdown: Breakdown;
  readonly chart: FigureChart;
  /** Null where its parts are no segments of one bar. */
  readonly segments: readonly ShareSegment[] | null;
  /** Null where its parts make no whole. */
  readonly stacks: readonly Stack[] | null;
  /** The figure itself, where its parts are only its value and the rest. */
  readonly rate?: Measured;
}
