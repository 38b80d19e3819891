import { EssError } from '../errors.ts';
import type { Catalogue, FormulaEntry, IndicatorEntry } from '../model/catalogue.ts';
import type { Dataset } from '../model/dataset.ts';
import { REFUSED, readShape } from '../model/shape.ts';
import { builtIn } from './built-in.ts';
import { byId } from './by-id.ts';
import type { Formula, Use } from './formula.ts';
import { formulas } from './formulas/index.ts';
import { formulaShapes } from './formulas/shapes.ts';
import { defineIndicator, type Indicator, type IndicatorContext, type IndicatorDefinition } from './indicator.ts';
import { memoizeByObject } from './memoize.ts';

/** Returns the indicator of an id; undefined where a catalogue has none. @throws EssError where its definition cannot be used */
type Find = (id: string) => Indicator | undefined;

interface Definitions {
  readonly ids: readonly string[];
  readonly find: Find;
}

/**
 * Returns the indicators of a data set: those of its catalogue, and the built-in ones that the catalogue does not
 * define itself. The catalogue has to be loaded with the data (`need: ['catalogue']`).
 * @throws EssError where a definition cannot be used
 */
export const indicatorsOf = (dataset: Pick<Dataset, 'catalogue'>): readonly Indicator[] => {
  const { ids, find } = definitionsOf(dataset.catalogue ?? builtIn);
  return ids.flatMap((id) => find(id) ?? []);
};

/**
 * Returns the indicator of an id, as {@link indicatorsOf} has it; undefined where there is none.
 * @throws EssError where its definition cannot be used
 */
export const indicatorOf = (dataset: Pick<Dataset, 'catalogue'>, id: string): Indicator | undefined =>
  definitionsOf(dataset.catalogue ?? builtIn).find(id);

/** Returns the ids of the indicators of a data set. */
export const indicatorIdsOf = (dataset: Pick<Dataset, 'catalogue'>): readonly string[] =>
  definitionsOf(dataset.catalogue ?? builtIn).ids;

const definitionsOf = memoizeByObject((catalogue: Catalogue): Definitions => {
  const own = new Set(catalogue.indicators.map(({ id }) => id));
  // The first of two definitions of one id counts.
  const entries = byId([...builtIn.indicators.filter(({ id }) => !own.has(id)), ...catalogue.indicators]);
  const made = new Map<string, Indicator>();
  const find = (id: string, path: readonly string[]): Indicator | undefined => {
    const known = made.get(id);
    if (known) return known;
    const entry = entries.get(id);
    if (!entry) return undefined;
    if (path.includes(id)) throw wrong(id, `it is computed from itself (${[...path, id].join(' → ')})`);
    const indicator = defineIndicator(definitionOf(entry, (other) => find(other, [...path, id])));
    made.set(id, indicator);
    return indicator;
  };
  return { ids: [...entries.keys()], find: (id) => find(id, []) };
});

const wrong = (id: string, why: string): EssError =>
  new EssError(
    'schema',
    `The indicator "${id}" cannot be used: ${why}. \`ess-widgets check\` lists all that is wrong.`,
  );

/** Makes the definition of an entry, with the arithmetic of its formulas. */
function definitionOf(entry: IndicatorEntry, find: Find): IndicatorDefinition {
  const { formula, atStart, looksAhead, ...texts } = entry;
  const indicator = (id: string): Indicator => {
    const found = find(id);
    if (!found) throw wrong(entry.id, `there is no indicator "${id}" to compute it from`);
    return found;
  };
  // A document has no undefined members, and collections that this release does not know are never there.
  const self = texts as unknown as Omit<IndicatorDefinition, 'value' | 'parts' | 'atStart' | 'looksAhead'>;
  const own = formula && bind(formula, self, indicator);
  const start = atStart && bind(atStart, self, indicator);
  return {
    ...self,
    ...(own?.value ? { value: own.value } : {}),
    ...(own?.parts ? { parts: own.parts } : {}),
    ...(start?.atStart ? { atStart: start.atStart } : {}),
    ...(looksAhead ? { looksAhead: isAnnounced(looksAhead) } : {}),
  };
}

const isAnnounced =
  ({ dimension, except }: NonNullable<IndicatorEntry['looksAhead']>) =>
  (where: IndicatorContext['where'], by?: string): boolean =>
    by === dimension || (where[dimension] ?? except) !== except;

/** Ties a formula to its parameters and to the indicators that it computes with. */
function bind(
  { name, ...given }: FormulaEntry,
  self: Use<never>['self'],
  indicator: Use<never>['indicator'],
): Pick<IndicatorDefinition, 'value' | 'parts' | 'atStart'> {
  if (!isFormula(name)) throw wrong(self.id, `this release has no formula "${name}"`);
  const parameters = readShape(formulaShapes[name], given, {});
  if (parameters === REFUSED) throw wrong(self.id, `the formula "${name}" does not take these parameters`);
  const { operands, value, parts, atStart }: Formula<never> = formulas[name];
  const use: Use<never> = { parameters: parameters as never, self, indicator };
  // Look up the operands now: a missing or circular one is an error before anything is computed.
  for (const id of operands?.(use.parameters) ?? []) indicator(id);
  return {
    ...(value ? { value: (context) => value(context, use) } : {}),
    ...(parts ? { parts: (context, dimension) => parts(context, dimension, use) } : {}),
    ...(atStart ? { atStart: (context, atEnd) => atStart(context, atEnd, use) } : {}),
  };
}

const isFormula = (name: string): name is keyof typeof formulas => Object.hasOwn(formulas, name);
