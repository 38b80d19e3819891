export { type About, type ChartOf, type ChartReads, type Choice, chooseChart } from './about.ts';
export { type BarRow, type Bars, barsInWords, barsOf } from './bars/chart.ts';
export { type Dumbbells, dumbbellsInWords } from './dumbbell/chart.ts';
export {
  type ChartCode,
  type ChartFile,
  type Figure,
  type Groups,
  hasMixedUnits,
  type LabelledSeries,
  periodOf,
  periodSaid,
  shareText,
  valueText,
} from './figure.ts';
export { chartFiles } from './files.ts';
export { RANKED, rankingOf, rankingSentence } from './ranking/chart.ts';
export { charts, choices, type FigureChart } from './register.ts';
export { type Shape, shapePaths, type Tone, toneOf } from './shapes.ts';
export { shareInWords } from './share/chart.ts';
export { stacksInWords } from './stack/chart.ts';
export { chartTrees } from './trees.ts';
export { escaped, write } from './write.ts';
