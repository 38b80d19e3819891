/** Consistency rules over any data set. Each is a plain object: run them all, some, or one by one. */

export { checks } from './all.ts';
export { type CheckOptions } from './check.ts';
export { withDoubts } from './doubted.ts';
export { checkedCollections, runChecks } from './run.ts';
export { REPORT_PROSE, STORY_RULES, type StoryCatalogue } from './story/context.ts';
export { problemsOfReportTexts, problemsOfStory } from './story/problems.ts';
