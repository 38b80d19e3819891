/** Checks of the values of an element's attributes. */
import { collectionWords } from '@ess-widgets/core/internal/model/collection-words';
import { keysOf } from '@ess-widgets/core/internal/model/pair-keys';
import { pairProblem, pairsOf } from '@ess-widgets/core/internal/model/pair-problems';
import { parsePeriod } from '@ess-widgets/core/internal/model/period';
import { pairsOnly } from '@ess-widgets/core/internal/model/record-pairs';
import {
  agendaPairs,
  collectionPairs,
  layerPairs,
  type Pairs,
} from '@ess-widgets/core/internal/model/report/block-pairs';
import { resolveText } from '@ess-widgets/core/internal/model/text';
import type { Dataset, PairRequest } from '@ess-widgets/core/model';
import type { About, Records } from './attribute-check.ts';
import type { EssElement } from './element.ts';
import { wrongValues } from './ignored-attributes.ts';
import { nearestLang } from './language.ts';
import type { ConfigProblem } from './measure-controller.ts';

/** Returns the first mistake, or null. */
export function mistakeOf(host: EssElement, dataset: Dataset, about: About | null): ConfigProblem | null {
  // Attributes that change how a figure is drawn say nothing about the data that it is computed from.
  const wrong = about && 'indicator' in about ? [] : wrongValues(host, 'widget');
  const { where, territory } = host.requestedScope();
  if (host.provider.value?.validatesAsOne) {
    const own = about && host.where ? { own: true, ...knownOf(about), where } : null;
    return (own && pairMistake(dataset, own, host)) ?? wrong[0] ?? null;
  }
  const period = periodMistake(host);
  if (period !== undefined) return { key: 'configPeriod', params: { period } };
  const found = wrong.find(({ hasDefault }) => !hasDefault) ?? seriesMistake(host, dataset);
  if (found) return found;
  const pair = about && pairMistake(dataset, { own: !!host.where, ...knownOf(about), where, territory }, host);
  // Last, since the element then shows what it is asked for, which must be right.
  return pair ?? wrong[0] ?? null;
}

/** Returns the text that is given as a period and is none. */
function periodMistake(host: EssElement): string | undefined {
  const { period, compare } = host.requestedScope();
  // Figures check their own period of comparison; a report reports a mistake once for all of its figures.
  const compared = host.localName === 'ess-report' ? compare : undefined;
  // Reports have `any` for records that are of no period, or of another one.
  const asked = [
    [period, ['any']],
    [compared, ['previous', 'none']],
  ] as const;
  return asked.find(([text, words]) => text && !words.some((word) => word === text) && !parsePeriod(text))?.[0];
}

/** Returns the problem of an unknown series of a timeline. An agenda checks its series itself. */
function seriesMistake(host: EssElement, { collections }: Dataset): ConfigProblem | null {
  const series = host.localName === 'ess-timeline' && String(Reflect.get(host, 'series') ?? '');
  const named = collections.events?.flatMap((event) => event.series ?? []) ?? [];
  const known = new Set([...(collections.series ?? []).map(({ id }) => id), ...named]);
  if (!series || known.has(series) || known.size === 0) return null;
  return { key: 'configSeries', params: { series, known: [...known].join(', ') } };
}

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

function pairMistake(dataset: Dataset, request: PairRequest, host: EssElement): ConfigProblem | null {
  const problem = pairProblem(dataset, request);
  if (!problem) return null;
  const known = 'known' in problem ? problem.known.join(', ') || '–' : '';
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
              known,
            },
          }
        : { key: 'configWhere', params: { key: problem.key, known } };
    case 'value':
      return { key: 'configValue', params: { name: problem.key, value: problem.value, known } };
    case 'territory':
      return { key: 'configTerritory', params: { territory: problem.territory, known } };
  }
}
