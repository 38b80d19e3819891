import { EssError } from '@ess-widgets/core';
import { problemsOfReportTexts, problemsOfStory, type StoryCatalogue } from '@ess-widgets/core/checks';
import {
  type Dataset,
  type Finding,
  pinnedYears,
  problemsOfReport,
  type Report,
  unknownSections,
} from '@ess-widgets/core/model';
import { reportDocumentOf, storyOf } from '@ess-widgets/core/prepare';
import type { CommandFetch } from '../dataset/read.ts';
import { unreadableFinding } from './examine.ts';

/**
 * Returns the findings on the report document of a data set: that it cannot be read, that it names something that does
 * not exist, that records name a section which it does not have, that it writes out a year which it has a word for, that its
 * texts name what no record of their section bears. And
 * those on its story: that it cannot be read, or says what the figures do not say.
 */
export async function reportProblems(
  dataset: Dataset,
  catalogue: StoryCatalogue,
  fetch: CommandFetch,
  cwd: string,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  let report: Report | null = null;
  await readOr(findings, cwd, async () => {
    const read = await reportDocumentOf(dataset, fetch);
    if (!read) return;
    report = read.report;
    const problems = problemsOfReport(read.report, dataset.manifest, catalogue, read.url);
    const others = [
      unknownSections(read.report, dataset),
      pinnedYears(read.written, read.url),
      problemsOfReportTexts(read.report, dataset, catalogue, read.url),
    ];
    for (const finding of [problems, ...others].flat()) findings.push(finding);
  });
  await readOr(findings, cwd, async () => {
    const read = await storyOf(dataset, fetch);
    if (!read) return;
    // Without the report nothing is known of the sections that a story leads to.
    const problems = report && problemsOfStory(read.story, report, dataset, catalogue, read.url);
    if (problems) for (const finding of problems) findings.push(finding);
    else if (dataset.manifest.report === undefined) findings.push(withoutReport(read.url));
  });
  return findings;
}

/** Reads a document; one that cannot be read becomes a finding. */
async function readOr(findings: Finding[], cwd: string, read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof EssError)) throw error;
    const { code, details } = error;
    const finding = unreadableFinding(error, undefined, cwd);
    findings.push(code === 'schema' && details.path ? withField(finding, details.path) : finding);
  }
}

const withField = (finding: Finding, field: string): Finding => ({ ...finding, where: { ...finding.where, field } });

const withoutReport = (file: string): Finding => ({
  rule: 'story-shape',
  severity: 'error',
  certainty: 'certain',
  where: { file },
  found: 'story',
  expected: 'report',
  message: {
    fr: 'Récit\u202f: le manifeste nomme un récit (story), mais pas le rapport qu’il raconte (report).',
    en: 'Story: the manifest names a story, but not the report that it tells.',
  },
});
