/**
 * The files that a build derives from a data set: the manifest, the measures and their excerpts. The build of the Breton data
 * and the command `prepare` both write them, so they are the same for the same data.
 */

import { announcedOf, editionPeriod, eventsDigest, planOf } from '../charts/index.ts';
import { type CheckOptions, runChecks, withDoubts } from '../checks/index.ts';
import { type Indicator, indicatorsOf, type MeasureRequest } from '../indicators/index.ts';
import {
  comparePeriods,
  type Dataset,
  type EventsDigest,
  type FigureRequest,
  type Finding,
  figuresInText,
  figuresOf,
  figuresOfStory,
  forAudience,
  type Manifest,
  type MeasuresDocument,
  type Report,
  type Story,
  sectionsOf,
} from '../model/index.ts';
import { computeAll } from './compute-all.ts';
import { excerptsOf } from './excerpts.ts';

/** File of all measures, beside the manifest. */
export const MEASURES_FILE = 'measures.json';

/** Files by name, each with its text, and the contents that they were made of. */
interface PreparedFiles {
  /** The manifest, which names its measures. */
  readonly manifest: Manifest;
  /** `measures.json` and an excerpt for each topic: the same data give the same bytes. */
  readonly files: ReadonlyMap<string, string>;
  readonly measures: MeasuresDocument;
  readonly findings: readonly Finding[];
}

/** Writes records with one of them a line: a change of one record is a change of one line. */
export const recordsText = (records: readonly unknown[]): string =>
  records.length === 0 ? '[]\n' : `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;

/**
 * Writes the manifest with one member a line, and one collection a line: a change of one collection is a change of one
 * line.
 */
export function manifestText({ collections, ...texts }: Dataset['manifest']): string {
  const line = (key: string, value: unknown): string => `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
  const entries = Object.entries(collections).map(([name, entry]) => `    ${line(name, entry)}`);
  const members = Object.entries(texts).map(([key, value]) => `  ${line(key, value)}`);
  return `{\n${[...members, `  "collections": {\n${entries.join(',\n')}\n  }`].join(',\n')}\n}\n`;
}

/** Writes measures with one indicator and one measure a line. */
function measuresText({ format, hashes, indicators, measures, events, doubted }: MeasuresDocument): string {
  const texts = Object.entries(indicators).map(([id, value]) => `${JSON.stringify(id)}:${JSON.stringify(value)}`);
  return [
    `{"format":${JSON.stringify(format)},`,
    `"hashes":${JSON.stringify(hashes)},`,
    ...(events ? [`"events":${JSON.stringify(events)},`] : []),
    ...(doubted ? [`"doubted":${JSON.stringify(doubted)},`] : []),
    `"indicators":{\n${texts.join(',\n')}\n},`,
    `"measures":[\n${measures.map((measure) => JSON.stringify(measure)).join(',\n')}\n]}\n`,
  ].join('\n');
}

/**
 * Returns the figures of a report, or of its story, besides whole figures of the data set's periods, so that pages can
 * show them without computing.
 */
const othersShown = (
  of: Pick<Report, 'period'>,
  figures: readonly FigureRequest[],
  { periods }: Dataset['manifest'],
): readonly MeasureRequest[] =>
  figures
    .map((figure) => ({ ...figure, period: figure.period ?? of.period }))
    .filter(({ where, territory, period }) => (where ?? territory) !== undefined || !periods.includes(period));

const figuresOfReport = (report: Report): readonly FigureRequest[] =>
  sectionsOf(report).flatMap(({ section }) => [...section.blocks.flatMap(figuresOf), ...figuresInText(section)]);

/**
 * Returns what a counter of a series asks for, so that pages count none of them: of each period, of each edition, and what is
 * announced. A series with published figures of its own has these.
 */
const countsOfSeries = (dataset: Dataset, { series }: EventsDigest): readonly MeasureRequest[] =>
  series.flatMap((each) => {
    if (each.editions.length === 0 || planOf(dataset, each.id, {}).figures) return [];
    const periods = [...new Set([...dataset.manifest.periods, ...each.editions.map(editionPeriod)])];
    const announced = announcedOf({}, each);
    return [
      ...periods.sort(comparePeriods).flatMap((period) => planOf(dataset, each.id, { period }).asked),
      ...(announced ? [announced] : []),
    ].flatMap(({ compare: _, period, ...asked }) => (period ? [{ ...asked, period }] : []));
  });

/** Data besides those of a data set, from which its files are derived. */
interface PreparedOptions extends Pick<CheckOptions, 'communes'> {
  /** The stories of the reports: their figures are computed too. */
  readonly stories?: readonly Story[];
}

/**
 * Returns the files derived from a data set whose manifest has the counts and hashes of its collections.
 * @param reports the report documents whose figures are computed too: that which the manifest names, and earlier ones
 * @param options the stories of the reports, and what the checks may use besides the data set, such as a commune table
 * @throws EssError where a definition of its catalogue cannot be used
 */
export function preparedFiles(
  dataset: Dataset,
  reports: readonly Report[],
  { stories = [], ...options }: PreparedOptions = {},
): PreparedFiles {
  const indicators = indicatorsOf(dataset);
  const { manifest } = dataset;
  const digest = eventsDigest(forAudience(dataset));
  const shown = [
    ...reports.flatMap((report) => othersShown(report, figuresOfReport(report), manifest)),
    ...stories.flatMap((story) => othersShown(story, figuresOfStory(story), manifest)),
  ];
  const computed = computeAll(dataset, indicators, shown, countsOfSeries(dataset, digest));
  // Run the checks here, so that the doubts are known before any page shows the figures.
  const catalogue = Object.fromEntries(indicators.map((indicator) => [indicator.id, indicator]));
  const findings = runChecks(dataset, { ...options, indicators: catalogue, measures: computed.measures });
  const doubted = withDoubts(computed, findings);
  // Figures count all records; the digest names single events, and those only that visitors see.
  const measures = { ...doubted, events: digest };
  const { files, excerpts } = measureFiles(measures, indicators);
  return { manifest: { ...dataset.manifest, excerpts }, files, measures, findings };
}

/** Returns the files of measures, by their paths, and the indicators of each excerpt, as a manifest names them. */
export function measureFiles(
  measures: MeasuresDocument,
  indicators: readonly Indicator[],
): { readonly files: ReadonlyMap<string, string>; readonly excerpts: NonNullable<Manifest['excerpts']> } {
  const excerpts = [...excerptsOf(measures, indicators)].map(
    ([topic, excerpt]) => [`measures-${topic}.json`, excerpt] as const,
  );
  return {
    files: new Map([
      [MEASURES_FILE, measuresText(measures)],
      ...excerpts.map(([name, excerpt]) => [name, measuresText(excerpt)] as const),
    ]),
    excerpts: Object.fromEntries(excerpts.map(([name, excerpt]) => [name, Object.keys(excerpt.indicators)])),
  };
}
