/** Problems of the story of a report, for commands and builds: what it says must be what the figures say. */
import {
  blocksOf,
  type Dataset,
  type Finding,
  reportFinding as findingOfBlock,
  problemsOfBlock,
  type Report,
  type Story,
  sectionsOf,
  storyParts,
} from '../../model/index.ts';
import { frenchTypography } from '../shared/finding.ts';
import { problemsOfClaims } from './claims.ts';
import { factsContextOf, REPORT_PROSE, type StoryCatalogue, type StoryProblem, storyContextOf } from './context.ts';
import { problemsOfProof } from './proof.ts';
import { problemsOfProse } from './prose.ts';
import { problemsOfShape } from './shape.ts';
import { problemsOfNames, problemsOfSlots } from './slots.ts';

export { REPORT_PROSE, STORY_RULES, type StoryCatalogue } from './context.ts';

/**
 * Returns the findings on a story: parts that are gone, or of another size than its pages have room for; slots without a
 * value, and numbers outside them; statements in words without a true claim beside them. Blocks and names of figures are
 * checked by the rules of reports. All are errors, but for blocks that are not shown.
 * @param catalogue the indicators that there are, by id
 * @param file address of the story, for the place of its findings
 */
export function problemsOfStory(
  story: Story,
  report: Report,
  dataset: Dataset,
  catalogue: StoryCatalogue,
  file?: string,
): readonly Finding[] {
  const context = storyContextOf(story, report, dataset, catalogue);
  const parts = storyParts(story);
  const named = [
    ...problemsOfNames(context, parts),
    ...blocksOf(story).flatMap(({ block, ...at }) => problemsOfBlock(block, at, context.look)),
  ];
  return [
    ...[problemsOfShape, problemsOfSlots, problemsOfClaims, problemsOfProof, problemsOfProse].flatMap((find) =>
      find(context, parts).map((problem) => findingOf(problem, file)),
    ),
    ...named.map((problem) => findingOfBlock(problem, file, STORY)),
  ];
}

/**
 * Returns the warnings on the texts of a report document, which name and date things as a story does: names, places, months,
 * editions and years that no record of their section bears, verbs and values that are not those of their figures.
 */
export function problemsOfReportTexts(
  report: Report,
  dataset: Dataset,
  catalogue: StoryCatalogue,
  file?: string,
): readonly Finding[] {
  const { period = '' } = report;
  const parts = [
    ...report.chapters.flatMap(({ id, intro, title }, at) =>
      intro ? [{ section: id, path: `chapters.${at}`, title, texts: { intro } }] : [],
    ),
    ...sectionsOf(report).flatMap(({ section: { id, text, title }, path }) =>
      text ? [{ section: id, path, title, texts: { text } }] : [],
    ),
  ];
  return problemsOfProse(factsContextOf(period, dataset, catalogue), parts).map(
    (problem): Finding => ({ ...findingOf({ ...problem }, file, REPORT), rule: REPORT_PROSE, severity: 'warning' }),
  );
}

const REPORT = { fr: 'Rapport', en: 'Report' };
const STORY = { fr: 'Récit', en: 'Story' };

function findingOf(
  { rule, section, field, found, expected, said }: StoryProblem,
  file: string | undefined,
  of = STORY,
): Finding {
  return {
    rule,
    severity: 'error',
    certainty: 'certain',
    where: { ...(file === undefined ? {} : { file }), section, field },
    found,
    ...(expected === undefined ? {} : { expected }),
    message: { fr: frenchTypography(`${of.fr}, ${field} : ${said.fr}.`), en: `${of.en}, ${field}: ${said.en}.` },
  };
}
