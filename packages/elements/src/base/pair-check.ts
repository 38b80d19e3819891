/** Checks of the pairs that filter an element's data, and which of them are meant for it. */
import {
  collectionWords,
  type Dataset,
  isMeantFor,
  type Kept,
  pairsOnly,
  resolveText,
  type WhereRequest,
  whereProblem,
} from '@ess-widgets/core/model';
import type { About } from './attribute-check.ts';
import type { EssElement } from './element.ts';
import { nearestLang } from './language.ts';
import type { ConfigProblem } from './measure-controller.ts';

/** Returns the pairs of a provider that some of these records know; the others are meant for other elements. */
export const pairsFor = (where: string, kept: Kept): string => pairsOnly(where, (key) => isMeantFor(kept, key));

/** Returns the first mistake in pairs, or in a territory; null where there is none. */
export function pairMistake(
  host: EssElement,
  dataset: Dataset,
  about: About,
  asked: Pick<WhereRequest, 'own' | 'where' | 'territory'>,
): ConfigProblem | null {
  const problem = whereProblem(dataset, { ...asked, ...about });
  if (!problem) return null;
  const offered = 'known' in problem ? problem.known.join(', ') || '–' : '';
  switch (problem.rule) {
    case 'pair':
      return { key: 'configPair', params: { word: problem.word } };
    case 'twice':
      return { key: 'configTwice', params: { key: problem.key } };
    case 'key':
      return problem.lacking
        ? {
            key: 'configWhereOf',
            params: {
              key: problem.key,
              what: resolveText(collectionWords[problem.lacking], nearestLang(host)).text,
              known: offered,
            },
          }
        : { key: 'configWhere', params: { key: problem.key, known: offered } };
    case 'value':
      return { key: 'configValue', params: { name: problem.key, value: problem.value, known: offered } };
    case 'territory':
      return { key: 'configTerritory', params: { territory: problem.territory, known: offered } };
  }
}
