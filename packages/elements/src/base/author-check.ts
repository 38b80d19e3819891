/** Checks of the values of an element's attributes. */
import { type Dataset, parsePeriod } from '@ess-widgets/core/model';
import type { About } from './attribute-check.ts';
import type { EssElement } from './element.ts';
import { wrongValues } from './ignored-attributes.ts';
import type { ConfigProblem } from './measure-controller.ts';
import type * as pairCode from './pair-check.ts';

/**
 * Returns the first mistake, or null.
 * @param pairs the code that checks pairs and the territory; null where there are none to check
 */
export function mistakeOf(
  host: EssElement,
  dataset: Dataset,
  about: About | null,
  pairs: typeof pairCode | null,
): ConfigProblem | null {
  // Attributes that change how a figure is drawn say nothing about the data that it is computed from.
  const wrong = about && 'indicator' in about ? [] : wrongValues(host, 'widget');
  const { where, territory } = host.requestedScope();
  if (host.provider.value?.validatesAsOne) {
    const own = about && host.where ? pairs?.pairMistake(host, dataset, about, { own: true, where }) : null;
    return own ?? wrong[0] ?? null;
  }
  const period = periodMistake(host);
  if (period !== undefined) return { key: 'configPeriod', params: { period } };
  const found = wrong.find(({ hasDefault }) => !hasDefault) ?? seriesMistake(host, dataset);
  if (found) return found;
  const pair = about && pairs?.pairMistake(host, dataset, about, { own: !!host.where, where, territory });
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
