/**
 * Checks the Breton data set and makes the files derived from it, `manifest.json`, `catalogue.json`, `measures.json`, its excerpts
 * and the figures of the README. `npm run sync` writes them.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { runChecks, withDoubts } from '@ess-widgets/core/checks';
import { computeAll, excerptsOf, indicatorsOf } from '@ess-widgets/core/indicators';
import type { MeasureRequest } from '@ess-widgets/core/internal/indicators/precomputed';
import { figuresInText, figuresOf, sectionsOf } from '@ess-widgets/core/internal/model/report/outline';
import type { Report } from '@ess-widgets/core/internal/model/report/report-schema';
import { eventsDigest } from '@ess-widgets/core/internal/picture/events-digest';
import { type Dataset, forAudience, type MeasuresDocument } from '@ess-widgets/core/model';
import { CATALOGUE_FILE, readCatalogue } from '../src/catalogue.ts';
import { readDataset } from '../src/dataset.ts';
import { readReportDocument } from '../src/report.ts';
import { withFigures } from './readme-figures.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const DATA = 'packages/bretagne/data';
const README = 'packages/bretagne/README.md';

/**
 * Writes the manifest with one member a line, and one collection a line: a change of one collection is a change of one
 * line.
 */
function manifestText({ collections, ...texts }: Dataset['manifest']): string {
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
 * Returns the figures of a report besides whole figures of the data set's periods, so that pages can show them without
 * computing.
 */
const othersShown = (report: Report, { periods }: Dataset['manifest']): readonly MeasureRequest[] =>
  sectionsOf(report)
    .flatMap(({ section }) => [...section.blocks.flatMap(figuresOf), ...figuresInText(section)])
    .map((figure) => ({ ...figure, period: figure.period ?? report.period }))
    .filter(({ where, territory, period }) => (where ?? territory) !== undefined || !periods.includes(period));

/**
 * Returns the generated files: same data, same bytes.
 * @param given the data set, where it has been read already
 * @throws Error listing every mistake of the data, or of the report
 */
export async function dataFiles(given?: Dataset): Promise<ReadonlyMap<string, string>> {
  const dataset = given ?? (await readDataset());
  const report = await readReportDocument(dataset);
  const indicators = indicatorsOf(dataset);
  const computed = computeAll(dataset, indicators, othersShown(report, dataset.manifest));
  // Run the checks here, so that the doubts are known before any page shows the figures.
  const catalogue = Object.fromEntries(indicators.map((indicator) => [indicator.id, indicator]));
  const doubted = withDoubts(computed, runChecks(dataset, { indicators: catalogue, measures: computed.measures }));
  // Figures count all records; the digest names single events, and those only that visitors see.
  const measures = { ...doubted, events: eventsDigest(forAudience(dataset)) };
  const excerpts = [...excerptsOf(measures, indicators)].map(
    ([topic, excerpt]) => [`measures-${topic}.json`, excerpt] as const,
  );
  const named = Object.fromEntries(excerpts.map(([name, excerpt]) => [name, Object.keys(excerpt.indicators)]));
  return new Map([
    [`${DATA}/manifest.json`, manifestText({ ...dataset.manifest, excerpts: named })],
    [`${DATA}/${CATALOGUE_FILE}`, (await readCatalogue()).text],
    [`${DATA}/measures.json`, measuresText(measures)],
    ...excerpts.map(([name, excerpt]) => [`${DATA}/${name}`, measuresText(excerpt)] as const),
    [README, withFigures(await readFile(resolve(ROOT, README), 'utf8'), dataset, measures)],
  ]);
}
