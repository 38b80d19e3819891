import * as z from 'zod/mini';
import { EssError } from '../errors.ts';
import {
  collectionNames,
  type Dataset,
  type Finding,
  type FormulaEntry,
  formulaSchemas,
  type IndicatorEntry,
  isCollection,
  judgedFormulas,
  type Text,
} from '../model/index.ts';
import { indicatorIdsOf, indicatorOf } from './catalogue.ts';
import type { Indicator } from './indicator.ts';
import { undeclaredReads } from './undeclared-reads.ts';

/** The indicators of a data set that can be used, and what is wrong with the definitions in its catalogue. */
interface CheckedCatalogue {
  readonly indicators: readonly Indicator[];
  readonly findings: readonly Finding[];
}

/** Checks each definition of a catalogue, its formulas and what these are computed from. @param file its address */
export function checkCatalogue(dataset: Pick<Dataset, 'catalogue'>, file: string): CheckedCatalogue {
  const entries = dataset.catalogue?.indicators ?? [];
  const ids = indicatorIdsOf(dataset);
  const known = new Set(ids);
  const seen = new Set<string>();
  const findings = entries.flatMap((entry) => {
    const isTwice = seen.has(entry.id);
    seen.add(entry.id);
    const problems = [
      ...(isTwice ? [twice(entry.id)] : []),
      ...needsOf(entry),
      ...flowOf(entry, known),
      ...formulasOf(entry),
    ];
    return problems.map((problem) => findingOf(problem, entry.id, file));
  });
  const wrong = new Set(findings.flatMap(({ where, severity }) => (severity === 'error' ? [where.id] : [])));
  const indicators: Indicator[] = [];
  const judged = dataset.catalogue ? { catalogue: judgedFormulas(dataset.catalogue) } : {};
  for (const id of ids) {
    try {
      const indicator = indicatorOf(judged, id);
      if (!indicator) continue;
      indicators.push(indicator);
      const isOwn = entries.some((entry) => entry.id === id);
      if (isOwn) findings.push(...undeclaredReads(indicator).map((name) => findingOf(undeclared(name), id, file)));
    } catch (error) {
      if (!(error instanceof EssError)) throw error;
      // The indicator itself has that finding already.
      if (!wrong.has(id)) findings.push(findingOf(unusable(error), id, file));
    }
  }
  return { indicators, findings };
}

interface Problem {
  readonly severity: Finding['severity'];
  readonly field: string;
  readonly found: string;
  readonly expected?: string;
  readonly says: Text;
}

const findingOf = ({ says, ...problem }: Problem, id: string, file: string): Finding => {
  const { severity, field, found, expected } = problem;
  return {
    rule: 'catalogue',
    severity,
    certainty: 'certain',
    where: { file, id, field },
    found,
    ...(expected === undefined ? {} : { expected }),
    message: {
      fr: `Indicateur «\u202f${id}\u202f»\u202f: ${says.fr}.`,
      en: `Indicator "${id}": ${says['en'] ?? says.fr}.`,
    },
  };
};

const undeclared = (name: string): Problem => ({
  severity: 'error',
  field: 'needs',
  found: name,
  says: {
    fr: `il lit la collection «\u202f${name}\u202f», que « needs » ne nomme pas`,
    en: `it reads the collection "${name}", which "needs" does not name`,
  },
});

const twice = (id: string): Problem => ({
  severity: 'error',
  field: 'id',
  found: id,
  says: {
    fr: 'défini deux fois, la première définition est gardée',
    en: 'defined twice, the first definition is kept',
  },
});

const unusable = ({ message }: EssError): Problem => ({
  severity: 'error',
  field: 'formula',
  found: message,
  says: {
    fr: `il ne peut pas être calculé (${message})`,
    en: `it cannot be computed (${message})`,
  },
});

function needsOf({ needs }: IndicatorEntry): readonly Problem[] {
  return needs
    .filter((name) => !isCollection(name))
    .map((found) => ({
      severity: 'warning',
      field: 'needs',
      found,
      expected: collectionNames.join(', '),
      says: {
        fr: `la collection «\u202f${found}\u202f» n’est pas connue`,
        en: `the collection "${found}" is not known`,
      },
    }));
}

/** Returns the ends of a flow that no indicator has, and that of what is no stock. */
function flowOf({ kind, flow }: IndicatorEntry, ids: ReadonlySet<string>): readonly Problem[] {
  if (!flow) return [];
  const noStock: Problem = {
    severity: 'warning',
    field: 'flow',
    found: kind,
    expected: 'stock',
    says: { fr: 'seul un stock a des entrées et des sorties', en: 'only a stock has what comes in and goes out' },
  };
  const unknown = (['in', 'out'] as const)
    .filter((end) => !ids.has(flow[end]))
    .map(
      (end): Problem => ({
        severity: 'warning',
        field: `flow.${end}`,
        found: flow[end],
        says: {
          fr: `l’indicateur «\u202f${flow[end]}\u202f» n’existe pas`,
          en: `there is no indicator "${flow[end]}"`,
        },
      }),
    );
  return [...(kind === 'stock' ? [] : [noStock]), ...unknown];
}

const formulasOf = ({ formula, atStart }: IndicatorEntry): readonly Problem[] => [
  ...(formula ? problemsOfFormula(formula, 'formula') : []),
  ...(atStart ? problemsOfFormula(atStart, 'atStart') : []),
];

function problemsOfFormula({ name, ...given }: FormulaEntry, field: string): readonly Problem[] {
  const schema = Object.hasOwn(formulaSchemas, name) ? formulaSchemas[name as keyof typeof formulaSchemas] : undefined;
  if (!schema) {
    const says = { fr: `la formule «\u202f${name}\u202f» n’existe pas`, en: `there is no formula "${name}"` };
    const expected = Object.keys(formulaSchemas).join(', ');
    return [{ severity: 'error', field: `${field}.name`, found: name, expected, says }];
  }
  const read = z.safeParse(schema, given);
  if (!read.success) {
    return read.error.issues.map(({ path, message }) => {
      const where = [field, ...path].join('.');
      const says = {
        fr: `le paramètre ${where} ne convient pas à la formule «\u202f${name}\u202f»`,
        en: `the parameter ${where} does not suit the formula "${name}"`,
      };
      return { severity: 'error', field: where, found: valueAt(given, path), expected: message, says };
    });
  }
  const known = new Set(Object.keys(read.data));
  return Object.keys(given)
    .filter((key) => !known.has(key))
    .map((key) => ({
      severity: 'warning',
      field: `${field}.${key}`,
      found: key,
      says: {
        fr: `la formule «\u202f${name}\u202f» n’a pas de paramètre «\u202f${key}\u202f»`,
        en: `the formula "${name}" has no parameter "${key}"`,
      },
    }));
}

const valueAt = (given: unknown, path: readonly PropertyKey[]): string =>
  JSON.stringify(
    path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], given),
  ) ?? '';
