/** Stills: the words and numbers of a widget as HTML, written before any page asks for them. Pure, for servers and builds. */

export {
  announcedOf,
  type Counted,
  type CounterPlan,
  type CounterScope,
  countOf,
  countsFromToday,
  idsOf,
  planOf,
  scopeOfEdition,
  wholeOf,
} from './counter-plan.ts';
export { countedFromToday } from './counter-tally.ts';
export { jsonLdText } from './json-ld.ts';
export { stillKey } from './key.ts';
export { hasStill, lightStill, stillNeeds } from './light.ts';
export { type Still, type StillLang } from './request.ts';
export { baseWords } from './words/base.fr.ts';
export { wordsBr } from './words/br.ts';
export { chartsWords } from './words/charts.fr.ts';
export { counterWords } from './words/counter.fr.ts';
export { datesWords } from './words/dates.fr.ts';
export { directoryWords } from './words/directory.fr.ts';
export { wordsEn } from './words/en.ts';
export { tableWords } from './words/table.fr.ts';
export { tallyWords } from './words/tally.fr.ts';
