/** Problems of the story of a report, for commands and builds: what it says must be what the figures say. */
import {
  blocksOf,
  type Dataset,
  type Finding,
  reportFinding as findingOfBlock,
  problemsOfBlock,
  type Report,
  type Story,
  storyParts,
} from '../../model/index.ts';
import { frenchTypography } from '../shared/finding.ts';
import { problemsOfClaims } from './claims.ts';
import { type StoryCatalogue, type StoryProblem, storyContextOf } from './context.ts';
import { problemsOfProof } from './proof.ts';
import { problemsOfProse } from './prose.ts';
import { problemsOfShape } from './shape.ts';
import { problemsOfNames, problemsOfSlots } from './slots.ts';

export { STORY_RULES, type StoryCatalogue } from './context.ts';

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
    ...named.map((problem) => findingOfBlock(problem, file, { fr: 'Récit', en: 'Story' })),
  ];
}

function findingOf({ rule, section, field, found, expected, said }: StoryProblem, file: string | undefined): Finding {
  return {
    rule,
    severity: 'error',
    certainty: 'certain',
    where: { ...(file === undefined ? {} : { file }), section, field },
    found,
    ...(expected === undefined ? {} : { expected }),
    message: { fr: frenchTypography(`Récit, ${field} : ${said.fr}.`), en: `Story, ${field}: ${said.en}.` },
  };
}
