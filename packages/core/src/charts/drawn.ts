/** A figure and the chart that it is drawn as: its widget and its still decide it by the same code. */

import { type ComparedRequest } from '../indicators/index.ts';
import { type Dataset, previousPeriod } from '../model/index.ts';
import { type ChartReads, type Choice, chooseChart } from './about.ts';
import { figuresAsked, figuresAsParts } from './bars/figures.ts';
import { type BridgeStep, bridgeSteps } from './bridge/steps.ts';
import type { MeasuredFigure } from './combined.ts';
import { ratioOf } from './dots/ratio.ts';
import type { Figure } from './figure.ts';
import type { NamedRatio } from './finding.ts';
import type { TitleWords } from './finding-words.ts';
import { type Beside, besideOf, besideSeries } from './grouped/beside.ts';
import { inGroups, previousSeries } from './grouped/series.ts';
import { choices, type FigureChart } from './register.ts';
import { rateParts, type ShareSegment, shareSegments } from './share/segments.ts';
import { stacksOf } from './stack/chart.ts';
import type { Stack } from './stack/marks.ts';

/** Attributes of a breakdown that decide what is drawn. */
interface DrawnRequest {
  readonly indicator: string;
  /** Figures that are drawn as bars in place of those of the indicator, see {@link figuresAsked}. */
  readonly figures?: string | undefined;
  readonly by?: string | undefined;
  readonly chart?: string | undefined;
  /** Periods and territories, separated by spaces. */
  readonly beside?: string | undefined;
  readonly compare?: string | undefined;
}

/** Measure that a breakdown reads: of its indicator and its scope, unless the request names others. */
export interface DrawnNeed extends Partial<ComparedRequest> {
  /** Whether the chart is left where the measure was not prepared: it is not computed for its sake. */
  readonly isOptional?: boolean;
}

/** Access to the measures of a widget or of a still. */
interface DrawnReader<F> {
  /** Returns measures in order, null for those that are not there (yet). All are asked for in one call. */
  readonly ask: (needs: readonly DrawnNeed[]) => readonly (F | null)[];
  /** Tells whether the measures of other indicators are loaded; by default they are. */
  readonly hasFiles?: (indicators: readonly string[]) => boolean;
}

/** Parts of a figure, with the chart that they are drawn as. */
export interface DrawnParts<F> {
  readonly breakdown: Figure & F;
  readonly chart: FigureChart;
  /** Null where its parts are no segments of one bar. */
  readonly segments: readonly ShareSegment[] | null;
  /** Null where its parts make no whole. */
  readonly stacks: readonly Stack[] | null;
  /** The figure itself, where its parts are only its value and the rest. */
  readonly rate?: F;
}

/** A stock and its flows, whose steps from one year to the next agree. */
export interface DrawnSteps<F> {
  readonly chart: FigureChart;
  readonly figures: readonly [stock: F, inflow: F, outflow: F];
  readonly steps: readonly BridgeStep[];
}

/** A figure and those beside it, each with its ratio. */
export interface DrawnRatios<F> {
  readonly chart: FigureChart;
  readonly figures: readonly F[];
  readonly ratios: readonly NamedRatio[];
}

/** Mistake of the page's author: periods or territories that cannot stand beside the figure, or a figure without parts. */
interface DrawnProblem {
  readonly problem: 'configBeside' | 'configNoDimension';
}

type Parts<F> = Omit<DrawnParts<F>, 'chart'>;

/**
 * Reads a figure and what its chart needs besides, and chooses the chart. Returns null while something is missing, and where no
 * chart suits the figure.
 * @param needsParts whether parts that no build has written are computed: a chart without parts does well without them
 */
export function readDrawn<F extends MeasuredFigure>(
  dataset: Dataset,
  request: DrawnRequest,
  reader: DrawnReader<F>,
  m: TitleWords,
  needsParts = !isWhole(request),
): DrawnParts<F> | DrawnSteps<F> | DrawnRatios<F> | DrawnProblem | null {
  const { ask, hasFiles = () => true } = reader;
  if (request.figures) {
    const [first, ...others] = known(ask(figuresAsked(request.figures))) ?? [];
    const breakdown = first && figuresAsParts([first, ...others], dataset);
    return breakdown ? { breakdown, chart: 'bars', segments: null, stacks: null } : null;
  }
  const written = dataset.measures?.indicators[request.indicator];
  const alone = request.by || written?.dimensions[0] ? null : ask([{}])[0];
  const texts = written ?? alone?.texts;
  const by = request.by || texts?.dimensions[0]?.id;
  const others = othersOf(dataset, request);
  if (!others) return { problem: 'configBeside' };
  if (!by && !alone) return null;
  const flow = mayRead('flow', request) ? texts?.flow : undefined;
  if (!hasFiles(flow ? [flow.in, flow.out] : [])) return null;
  const isOptional = (request.chart || 'auto') === 'auto';
  const readsRatio = mayRead('ratio', request);
  const isRate = texts?.unit === 'percent' && (readsRatio || mayRead('rate', request));
  const asked: readonly (readonly DrawnNeed[])[] = [
    flow ? [{ isOptional }, { indicator: flow.in, isOptional: true }, { indicator: flow.out, isOptional: true }] : [],
    isRate ? [{ isOptional }, ...others.map((one) => ({ isOptional, ...one }))] : [],
    by ? [{ by, isOptional: !needsParts }, ...others.map((one) => ({ by, isOptional: !needsParts, ...one }))] : [{}],
  ];
  // All are in one call, because the last call decides which files a widget needs.
  const all = [...ask(asked.flat())];
  const [flows = [], rates = [], parts = []] = asked.map((some) => all.splice(0, some.length));
  const steps = stepsOf(flows);
  const ratios = readsRatio ? ratiosOf(dataset, known(rates) ?? [], others, m) : null;
  const split = partsOf(known(parts) ?? [], request);
  const isAlone = !by || (choiceOf(request)?.reads === 'rate' && split !== null && !split.segments);
  const broken = (isAlone && rates[0] && rateOf(rates[0], request, m)) || split;
  const chart = chooseChart(choices, request.chart || undefined, {
    measure: broken?.breakdown.measure ?? null,
    segments: broken?.segments ?? null,
    stacks: broken?.stacks ?? null,
    steps: steps?.steps ?? null,
    ratios: ratios?.ratios ?? null,
  });
  const { reads, series: shown } = chart ? choices[chart] : {};
  const drawn = reads === 'flow' ? steps : reads === 'ratio' ? ratios : broken;
  if (!chart || !drawn) {
    if (!needsParts) return readDrawn(dataset, request, reader, m, true);
    return alone && !by ? { problem: 'configNoDimension' } : null;
  }
  if (!('breakdown' in drawn) || !shown) return { ...drawn, chart };
  const { breakdown } = drawn;
  const beside = (known(parts) ?? []).slice(1);
  const series = others.length ? besideSeries(breakdown, others, beside, dataset, m) : previousSeries(breakdown, m);
  return { ...drawn, chart, breakdown: inGroups(breakdown, series, m, shown === 'all' ? Infinity : undefined) };
}

/** Tells whether a chart that reads these figures may be drawn: no dimension is named, and it is asked for or left to the data. */
export const mayRead = (figures: ChartReads, { by, chart }: Pick<DrawnRequest, 'by' | 'chart'>): boolean =>
  !by &&
  Object.entries(choices).some(
    ([name, { reads, isUsual }]) =>
      reads === figures && (name === chart || chart === 'auto' || (!chart && isUsual === true)),
  );

/** Returns what decides about the chart that is asked for; undefined where the choice is left to the data. */
export const choiceOf = ({ chart }: Pick<DrawnRequest, 'chart'>): Choice | undefined =>
  Object.entries(choices).find(([name]) => name === chart)?.[1];

/** Tells whether the author asks for a chart that shows no parts. */
const isWhole = (request: DrawnRequest): boolean => !request.by && choiceOf(request)?.isWhole === true;

/** Returns the series asked for beside the figure; null where the attribute has a mistake. */
const othersOf = (dataset: Dataset, request: DrawnRequest): readonly Beside[] | null =>
  request.beside && choiceOf(request)?.takesBeside ? besideOf(request.beside, dataset) : [];

/** Returns all of some measures, or null while one is being loaded. */
function known<F>(all: readonly (F | null)[]): readonly F[] | null {
  const there = all.filter((each) => each !== null);
  return there.length === all.length ? there : null;
}

/** Returns the steps of a stock; null where its flows are not known, or do not agree with it. */
function stepsOf<F extends MeasuredFigure>([stock, inflow, outflow]: readonly (F | null)[]) {
  if (!stock || !inflow || !outflow) return null;
  const steps = bridgeSteps(stock.measure, inflow.measure, outflow.measure);
  return steps && { figures: [stock, inflow, outflow] as const, steps };
}

/** Returns the ratio of each figure; null where one of them is none that dots can show. */
function ratiosOf<F extends MeasuredFigure>(
  dataset: Dataset,
  all: readonly F[],
  others: readonly Beside[],
  m: TitleWords,
): Omit<DrawnRatios<F>, 'chart'> | null {
  const [first, ...beside] = all;
  if (!first) return null;
  const series = others.length ? besideSeries(first, others, beside, dataset, m) : [];
  // A figure that is asked for twice is in one series. A place comes before the whole that it is part of.
  const shown = series.length ? all.filter(({ measure }) => series.some((one) => one.measure === measure)) : all;
  const isPlace = ({ measure }: F): boolean => measure.territory !== undefined;
  const figures = [...shown.filter(isPlace), ...shown.filter((each) => !isPlace(each))];
  const ratios = figures.flatMap(({ measure }): readonly NamedRatio[] => {
    const ratio = ratioOf(measure);
    const group = series.find((one) => one.measure === measure)?.label;
    return ratio ? [{ ...ratio, ...(group ? { group } : {}) }] : [];
  });
  return ratios.length === figures.length ? { figures, ratios } : null;
}

/** Returns a measure in its parts. */
function partsOf<F extends MeasuredFigure>([figure]: readonly F[], request: DrawnRequest): Parts<F> | null {
  const dimension = figure?.texts.dimensions.find(({ id }) => id === figure.measure.by);
  if (!figure || !dimension) return null;
  const breakdown = { ...figure, dimension, before: beforeOf(figure, request) };
  return { breakdown, segments: shareSegments(figure.measure, dimension), stacks: stacksOf(breakdown) };
}

/** Returns a percent and what it lacks of the whole as two parts, for a figure that has none. */
function rateOf<F extends MeasuredFigure>(figure: F, request: DrawnRequest, m: TitleWords): Parts<F> | null {
  const { measure, texts } = figure;
  const rest = m.text('shareRest');
  const parts = rateParts(measure, texts.label, texts.rest ?? { fr: rest, [m.lang]: rest });
  if (!parts) return null;
  const dimension = { id: '', label: texts.label, exclusive: true };
  const breakdown = { ...figure, measure: { ...measure, parts }, dimension, before: beforeOf(figure, request) };
  return { breakdown, segments: shareSegments(breakdown.measure, dimension), stacks: null, rate: figure };
}

const beforeOf = ({ measure, texts }: MeasuredFigure, { compare }: DrawnRequest): string =>
  compare && compare !== 'previous' && compare !== 'none' ? compare : previousPeriod(measure.period, texts.kind);
