import { EssError } from '../errors.ts';
import {
  CATALOGUE_FORMAT,
  type Catalogue,
  type Dataset,
  type FormulaEntry,
  generalCatalogue,
  type IndicatorEntry,
} from '../model/index.ts';
import { byId } from './by-id.ts';
import type { Formula, Use } from './formula.ts';
import { formulas } from './formulas/index.ts';
import { defineIndicator, type Indicator, type IndicatorContext, type IndicatorDefinition } from './indicator.ts';
import { collectionsNaming } from './labels.ts';
import { memoizeByObject } from './memoize.ts';

/**
 * An arithmetic that no formula of the core has. It takes no parameters: a function that makes it may.
 * @since 0.2.0
 */
export type OwnFormula = Formula<object>;

/** A definition besides those of the catalogue, whose formula is a named one or a function. */
export interface OwnIndicator extends Omit<IndicatorEntry, 'formula'> {
  readonly formula?: FormulaEntry | OwnFormula | undefined;
}

/** Returns the indicator of an id; undefined where a catalogue has none. @throws EssError where its definition cannot be used */
type Find = (id: string) => Indicator | undefined;

interface Definitions {
  readonly ids: readonly string[];
  readonly find: Find;
}

/**
 * Returns the indicators of a data set: those of its catalogue, and the general ones that neither it nor the caller
 * defines. The catalogue has to be loaded with the data (`need: ['catalogue']`).
 * @param own definitions of the caller, for ids that the catalogue does not define. What is made of a list is
 * kept with it: give the same list each time
 * @throws EssError where a definition cannot be used
 * @since 0.2.0
 */
export const indicatorsOf = (
  dataset: Pick<Dataset, 'catalogue'>,
  own: readonly OwnIndicator[] = NONE,
): readonly Indicator[] => {
  const { ids, find } = definitionsOf(dataset.catalogue ?? NONE_OF_ITS_OWN)(own);
  return ids.flatMap((id) => find(id) ?? []);
};

/**
 * Returns the indicator of an id, as {@link indicatorsOf} has it; undefined where there is none.
 * @throws EssError where its definition cannot be used
 * @since 0.2.0
 */
export const indicatorOf = (
  dataset: Pick<Dataset, 'catalogue'>,
  id: string,
  own: readonly OwnIndicator[] = NONE,
): Indicator | undefined => definitionsOf(dataset.catalogue ?? NONE_OF_ITS_OWN)(own).find(id);

/** Returns the ids of the indicators of a data set. */
export const indicatorIdsOf = (
  dataset: Pick<Dataset, 'catalogue'>,
  own: readonly OwnIndicator[] = NONE,
): readonly string[] => definitionsOf(dataset.catalogue ?? NONE_OF_ITS_OWN)(own).ids;

const NONE: readonly OwnIndicator[] = [];
const NONE_OF_ITS_OWN: Catalogue = { format: CATALOGUE_FORMAT, indicators: [] };

const definitionsOf = memoizeByObject((catalogue: Catalogue) =>
  memoizeByObject((own: readonly OwnIndicator[]) => define(catalogue, own)),
);

function define(catalogue: Catalogue, own: readonly OwnIndicator[]): Definitions {
  const { indicators, shorts = {} } = catalogue;
  const defined = new Set([...indicators, ...own].map(({ id }) => id));
  const general = generalCatalogue.indicators.filter(({ id }) => !defined.has(id));
  // The first of two definitions of one id counts.
  const entries = byId<OwnIndicator>([
    ...general.map((entry) => (shorts[entry.id] ? { ...entry, shorts: shorts[entry.id] } : entry)),
    ...indicators,
    ...own,
  ]);
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
}

const wrong = (id: string, why: string): EssError =>
  new EssError(
    'schema',
    `The indicator "${id}" cannot be used: ${why}. \`ess-widgets check\` lists all that is wrong.`,
  );

/** Makes the definition of an entry, with the arithmetic of its formulas. */
function definitionOf(entry: OwnIndicator, find: Find): IndicatorDefinition {
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
    needs: needsOf(
      self,
      [own, start].flatMap((bound) => bound?.operands ?? []),
    ),
    ...(own?.value ? { value: own.value } : {}),
    ...(own?.parts ? { parts: own.parts } : {}),
    ...(start?.atStart ? { atStart: start.atStart } : {}),
    ...(looksAhead ? { looksAhead: isAnnounced(looksAhead) } : {}),
  };
}

/** Returns the collections that are read for an indicator: its own, and those that it need not name itself. */
function needsOf(
  { needs, dimensions, valueLabels }: Pick<IndicatorDefinition, 'needs' | 'dimensions' | 'valueLabels'>,
  operands: readonly Indicator[],
): IndicatorDefinition['needs'] {
  const named = dimensions.flatMap(({ id }) => collectionsNaming(id, valueLabels));
  return [...new Set([...needs, 'observations' as const, ...named, ...operands.flatMap((operand) => operand.needs)])];
}

const isAnnounced =
  ({ dimension, except }: NonNullable<IndicatorEntry['looksAhead']>) =>
  (where: IndicatorContext['where'], by?: string): boolean =>
    by === dimension || (where[dimension] ?? except) !== except;

/** Ties a formula to its parameters and to the indicators that it computes with. */
function bind(
  formula: FormulaEntry | OwnFormula,
  self: Use<never>['self'],
  indicator: Use<never>['indicator'],
): Pick<IndicatorDefinition, 'value' | 'parts' | 'atStart'> & { readonly operands: readonly Indicator[] } {
  const [{ operands, value, parts, atStart }, parameters] = isNamed(formula)
    ? named(formula, self.id)
    : [formula as Formula<never>, {} as never];
  const use: Use<never> = { parameters, self, indicator };
  // Look up the operands now: a missing or circular one is an error before anything is computed.
  const found = (operands?.(use.parameters) ?? []).map(indicator);
  return {
    operands: found,
    ...(value ? { value: (context) => value(context, use) } : {}),
    ...(parts ? { parts: (context, dimension) => parts(context, dimension, use) } : {}),
    ...(atStart ? { atStart: (context, atEnd) => atStart(context, atEnd, use) } : {}),
  };
}

const isNamed = (formula: FormulaEntry | OwnFormula): formula is FormulaEntry => 'name' in formula;

/** Returns the formula of a name, and its parameters: whoever read the catalogue has judged them (`judgedFormulas`). */
function named({ name, ...given }: FormulaEntry, id: string): readonly [Formula<never>, never] {
  if (!isFormula(name)) throw wrong(id, `this release has no formula "${name}"`);
  if (given['refused']) throw wrong(id, `the formula "${name}" does not take these parameters`);
  return [formulas[name], given as never];
}

const isFormula = (name: string): name is keyof typeof formulas => Object.hasOwn(formulas, name);
