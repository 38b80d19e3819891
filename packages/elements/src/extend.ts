/**
 * Indicators, sources, languages, blocks of reports and elements of a page's own. A registration works before and after
 * elements exist: those that wait for it are drawn again. One that cannot be used is passed over, which the console says.
 */

import { readCatalogueFile, type Source } from '@ess-widgets/core/data';
import { addFormatLanguage, type FormatLanguage, formatLanguage } from '@ess-widgets/core/format';
import { indicatorOf, type OwnFormula, type OwnIndicator, undeclaredReads } from '@ess-widgets/core/indicators';
import { blockTypes, CATALOGUE_FORMAT, type IndicatorEntry, LANGUAGES } from '@ess-widgets/core/model';
import { rereadLanguages } from './base/language.ts';
import { retryLoads } from './base/late.ts';
import { pageSources } from './base/page.ts';
import { onRegistered, type RenderBlock, registered } from './base/registered.ts';
import { warn } from './base/warn.ts';
import { languages, type Translation } from './texts/texts.ts';

export type { Client, QueryState, Source, SourceContext, SourceRequest, SourceResult } from '@ess-widgets/core/data';
export type { FormatLanguage } from '@ess-widgets/core/format';
export type { Computed, IndicatorContext, OwnFormula } from '@ess-widgets/core/indicators';
export type { Dataset, DatasetNeed, IndicatorEntry } from '@ess-widgets/core/model';
export { type ProviderValue, providerContext } from './base/context.ts';
export { DataController, type DataRequest } from './base/data-controller.ts';
export type { ElementState, ElementView } from './base/element.ts';
export { pageClient, setFrance, setPageClient } from './base/page.ts';
export { EssPanel as EssElement } from './base/panel.ts';
export type { BlockPlace, RenderBlock } from './base/registered.ts';
export type { Localized, Translation } from './texts/texts.ts';

/** Sources that the page's client has anyway, and the word for "recognise it". */
const TAKEN_FORMATS: readonly unknown[] = ['ess-dataset', 'csv', 'auto'];

/**
 * Adds an indicator to those that elements of the page can show. Registered again, an id has its new definition, also
 * one of the general catalogue; one that the catalogue of a data set defines keeps that.
 * @param definition as an entry of a catalogue
 * @param formula its arithmetic, where no formula of the core has it; the definition then names none
 * @since 0.2.0
 */
export function registerIndicator(definition: IndicatorEntry, formula?: OwnFormula): void {
  const { id } = definition;
  const code = `indicator/${id}`;
  if (formula && definition.formula) return refuse(code, `"${id}" names a formula and brings another one`);
  readCatalogueFile({ format: CATALOGUE_FORMAT, indicators: [definition] }, `registerIndicator, "${id}"`).then(
    ({ indicators }) => {
      const [entry = definition] = indicators;
      const others = registered.indicators.filter((one) => one.id !== id);
      const all = [...others, formula ? { ...entry, formula } : entry];
      const reads = undeclaredIn(id, all);
      if (reads.length > 0)
        return refuse(code, `it reads ${reads.map((name) => `"${name}"`).join(', ')}, which its "needs" does not name`);
      registered.indicators = all;
      drawAgain();
    },
    (error: unknown) => refuse(code, error instanceof Error ? error.message : String(error)),
  );
}

/** Returns the collections that an indicator reads unasked; none while another one that it is computed from is not known. */
function undeclaredIn(id: string, all: readonly OwnIndicator[]): readonly string[] {
  try {
    const indicator = indicatorOf({}, id, all);
    return indicator ? undeclaredReads(indicator) : [];
  } catch {
    return [];
  }
}

/**
 * Adds a format to those that the page's client reads. It is asked before ours whether it recognises an address; registered
 * again, an id has its new source.
 * @since 0.2.0
 */
export function registerSource(source: Source): void {
  const { id, detect, load } = source;
  const code = `source/${id}`;
  if (typeof id !== 'string' || !/^\S+$/.test(id) || TAKEN_FORMATS.includes(id))
    return refuse(code, `"${id}" cannot be the id of a source: expected a word of its own, as in format="${id}"`);
  if (typeof detect !== 'function' || typeof load !== 'function')
    return refuse(code, `the source "${id}" has no function "${typeof load === 'function' ? 'detect' : 'load'}"`);
  const at = pageSources.findIndex((one) => one.id === id);
  pageSources.splice(Math.max(at, 0), at < 0 ? 0 : 1, source);
  drawAgain();
}

/**
 * Adds a language to those of the elements: French, Breton and English.
 * @param code as a `lang` attribute begins: `oc` for `lang="oc-FR"`
 * @param texts under the keys of French. A sentence that is left out is the French one, and is marked as French; `satisfies
 * Translation` makes that an error of the compiler
 * @param format how numbers, dates and units are written; as in French where nothing is said
 * @since 0.2.0
 */
export function registerLanguage(
  code: string,
  texts: Partial<Translation>,
  format: Partial<Omit<FormatLanguage, 'lang'>> = {},
): void {
  if (!/^[a-z]{2,8}$/.test(code) || LANGUAGES.some((own) => own === code))
    return refuse(
      `language/${code}`,
      `"${code}" cannot be a new language: expected a code such as "oc", not ${LANGUAGES.join(', ')}`,
    );
  const language = { texts, format: { ...formatLanguage('fr'), ...format, lang: code } };
  languages.set(code, async () => language);
  // It may have been added before, with other rules.
  addFormatLanguage(language.format);
  retryLoads();
  rereadLanguages();
}

/**
 * Adds a type to the blocks that reports may have.
 * @param type as documents write it: `{"type": "quotation", "text": "…"}`
 * @param render draws it, as a template of Lit. The fields of the block are data: they are drawn as text, never as HTML
 * @since 0.2.0
 */
export function registerBlock(type: string, render: RenderBlock): void {
  if (blockTypes.includes(type)) return refuse(`block/${type}`, `reports have blocks "${type}" already`);
  if (typeof render !== 'function') return refuse(`block/${type}`, `the block "${type}" has no function that draws it`);
  registered.blocks = { ...registered.blocks, [type]: render };
  drawAgain();
}

const refuse = (code: string, why: string): void => warn(`extend/${code}`, `a registration is passed over: ${why}`);

/** Has all elements draw again. */
function drawAgain(): void {
  for (const each of [...onRegistered]) each();
}
