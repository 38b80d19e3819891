/** Checks of the pairs that filter an element's data, and which of them are meant for it. */
import {
  agendaPairs,
  collectionPairs,
  collectionWords,
  type Dataset,
  keysOf,
  layerPairs,
  type PairRequest,
  type Pairs,
  pairProblem,
  pairsOf,
  pairsOnly,
  resolveText,
} from '@ess-widgets/core/model';
import type { About, Records } from './attribute-check.ts';
import type { EssElement } from './element.ts';
import { nearestLang } from './language.ts';
import type { ConfigProblem } from './measure-controller.ts';

/** Returns the keys and the values that pairs may have, from the kind of data that the element shows. */
function knownOf(about: About): Pick<PairRequest, 'keys'> & Partial<PairRequest> {
  if ('keys' in about) return about;
  if ('indicator' in about) {
    // Of several figures one may understand what another does not.
    const own = about.ignoresUnknownFilters ? { own: false } : {};
    return { ...pairsOf(about.indicator), ...own };
  }
  return recordPairs(about);
}

function recordPairs(about: Records): Pairs {
  if ('layers' in about) return layerPairs(about.layers);
  return 'agenda' in about ? agendaPairs() : collectionPairs(about.collections);
}

/**
 * Returns the pairs of a provider that some of these records know; the others are meant for other elements. Records that
 * lack the field of a pair which those beside them have are not kept: nobody is shown more than was asked for.
 */
export function pairsFor(where: string, about: Records | { readonly keys: readonly string[] }): string {
  const { keys, lists = [] } = 'keys' in about ? { keys: about.keys } : recordPairs(about);
  return pairsOnly(
    where,
    (key) => keys.includes(key) || lists.some((listed) => listed.some((name) => keysOf(name).includes(key))),
  );
}

/** Returns the first mistake in pairs, or in a territory; null where there is none. */
export function pairMistake(
  host: EssElement,
  dataset: Dataset,
  about: About,
  asked: Pick<PairRequest, 'own' | 'where' | 'territory'>,
): ConfigProblem | null {
  const { own } = asked;
  const known = knownOf(about);
  const problem = pairProblem(dataset, { ...asked, ...known, own: known.own ?? own });
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
