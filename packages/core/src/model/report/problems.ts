/** Problems of a report document, for commands, builds and the checks panel. */

import { collectionWords } from '../collection-words.ts';
import type { Dimension, IndicatorTexts, Manifest } from '../dataset.ts';
import { parseWhere } from '../dataset.ts';
import type { Finding } from '../finding.ts';
import { isCollection } from '../pair-keys.ts';
import { parsePeriod } from '../period.ts';
import { fitsTile, SHORT_LABEL_LENGTH, shortLabel } from '../short-label.ts';
import type { Text } from '../text.ts';
import { honouredKeys, type Kept, whereProblem } from '../where-problem.ts';
import type { Block } from './block.ts';
import { CHARTS, DIRECTORY_LAYERS, type DirectoryLayer, FIGURES_CHARTS, VIEWS } from './block-words.ts';
import { type FigureRequest, figuresInText, figuresOf, type SectionPlace, sectionsOf } from './outline.ts';
import { RELATIVE_PERIODS } from './relative-periods.ts';
import type { Report } from './report-schema.ts';

/** Properties of each indicator of the catalogue that the checks of a report use, by id. Labels are checked where they are given. */
export type ReportCatalogue = Readonly<
  Record<
    string,
    Partial<Pick<IndicatorTexts, 'label' | 'short' | 'shorts' | 'unit'>> & {
      readonly dimensions: readonly Pick<Dimension, 'id'>[];
      readonly filters?: readonly string[];
    }
  >
>;

/** The rules of report documents: the `rule` of their findings. */
export const REPORT_RULES = [
  'report-indicator',
  'report-dimension',
  'report-period',
  'report-collection',
  'report-section',
  'report-document',
  'report-duplicate',
  'report-empty',
  'report-block',
  'report-word',
  'report-malformed',
  'label-short',
] as const;
type Rule = (typeof REPORT_RULES)[number];

/** Problem of a report or of a block in its story, before it becomes a finding. */
export interface ReportProblem {
  readonly rule: Rule;
  readonly section: string;
  /** Path in the file. */
  readonly field: string;
  readonly found: string;
  readonly known?: readonly string[];
  /** Words of the reader on the part that it left out, in place of those of the rule. */
  readonly said?: Text;
}

const WORDS: Readonly<
  Record<Rule, { readonly severity: Finding['severity']; fr(found: string): string; en(found: string): string }>
> = {
  'report-indicator': {
    severity: 'error',
    fr: (found) => `l’indicateur ${found} n’existe pas`,
    en: (found) => `there is no indicator ${found}`,
  },
  'report-dimension': {
    severity: 'error',
    fr: (found) => `l’indicateur ne se répartit pas par ${found}`,
    en: (found) => `the indicator cannot be split by ${found}`,
  },
  'report-period': {
    severity: 'error',
    fr: (found) => `${found} n’est pas une période`,
    en: (found) => `${found} is not a period`,
  },
  'report-collection': {
    severity: 'error',
    fr: (found) => `le jeu de données n’a pas de collection ${found}`,
    en: (found) => `the data set has no collection ${found}`,
  },
  'report-section': {
    severity: 'error',
    fr: (found) => `le rapport n’a pas de section ${found}`,
    en: (found) => `the report has no section ${found}`,
  },
  'report-document': {
    severity: 'error',
    fr: (found) => `le manifeste ne connaît pas le document ${found}`,
    en: (found) => `the manifest knows no document ${found}`,
  },
  'report-duplicate': {
    severity: 'error',
    fr: (found) => `le numéro ${found} est déjà pris : un lien ne mènerait qu’au premier`,
    en: (found) => `the number ${found} is taken already: a link would lead to the first one only`,
  },
  'report-empty': {
    severity: 'warning',
    fr: () => 'la section ne montre rien : ni texte, ni bloc, ni sous-section',
    en: () => 'the section shows nothing: no text, no block, no part',
  },
  'report-block': {
    severity: 'warning',
    fr: (found) => `le bloc ${found} n’est pas montré : cette version ne le connaît pas, ou il ne dit pas quoi montrer`,
    en: (found) => `the block ${found} is not shown: this release does not know it, or it does not say what to show`,
  },
  'report-word': {
    severity: 'error',
    fr: (found) => `${found} ne veut rien dire ici`,
    en: (found) => `${found} means nothing here`,
  },
  'report-malformed': {
    severity: 'error',
    fr: (found) => `${found} est laissé de côté`,
    en: (found) => `${found} is left out`,
  },
  'label-short': {
    severity: 'error',
    fr: (found) =>
      `la tuile ${found} n’a pas d’étiquette courte : il en faut une dans le catalogue, dans short pour le tout, dans shorts pour une partie`,
    en: (found) =>
      `the tile ${found} has no short label: the catalogue needs one, in short for the whole, in shorts for a part`,
  },
};

const typeset = (text: string): string => text.replace(/ ([:;!?»])/g, '\u202f$1').replace(/« /g, '«\u202f');

/** The document in which a problem is, as its message names it. */
interface DocumentName {
  readonly fr: string;
  readonly en: string;
}

const REPORT: DocumentName = { fr: 'Rapport', en: 'Report' };

/** Makes the finding of a problem. @param of the document that it is in */
export function reportFinding(
  { rule, section, field, found, known, said }: ReportProblem,
  file: string | undefined,
  of: DocumentName = REPORT,
): Finding {
  const { severity, fr, en } = WORDS[rule];
  const expected = known?.join(', ');
  return {
    rule,
    severity,
    certainty: 'certain',
    where: { ...(file === undefined ? {} : { file }), section, field },
    found,
    ...(expected ? { expected } : {}),
    message: {
      fr: typeset(
        `${of.fr}, section ${section} : ${said?.fr ?? fr(`« ${found} »`)}.${expected && !said ? ` Possibles : ${expected}.` : ''}`,
      ),
      en: `${of.en}, section ${section}: ${said?.['en'] ?? en(`"${found}"`)}.${expected && !said ? ` Possible: ${expected}.` : ''}`,
    },
  };
}

/** State that the checks of one report share. */
export interface ReportCheckState {
  /** Ids of its chapters and sections. */
  readonly ids: ReadonlySet<string>;
  readonly manifest: Pick<Manifest, 'collections' | 'documents'>;
  readonly catalogue: ReportCatalogue;
}

/**
 * Returns the findings on names in a report that do not exist, appear twice or are left empty, in the order of the
 * report.
 * @param catalogue the indicators that there are, by id, with their dimensions
 * @param file address of the report, for the place of its findings
 */
export function problemsOfReport(
  report: Report,
  manifest: Pick<Manifest, 'collections' | 'documents'>,
  catalogue: ReportCatalogue,
  file?: string,
): readonly Finding[] {
  const places = sectionsOf(report);
  const look = lookOf(report, manifest, catalogue);
  const problems = [
    ...problemsOfDocument(report, manifest),
    ...problemsOfIds(report, places),
    ...places.flatMap((place) => problemsOfSection(place, look)),
  ];
  return problems.map((problem) => reportFinding(problem, file));
}

/** Returns what the checks of a report, and of the blocks of its story, compare names with. */
export function lookOf(
  report: Report,
  manifest: ReportCheckState['manifest'],
  catalogue: ReportCatalogue,
): ReportCheckState {
  const ids = [...report.chapters, ...sectionsOf(report).map(({ section }) => section)].map(({ id }) => id);
  return { ids: new Set(ids), manifest, catalogue };
}

function problemsOfDocument(
  { document, chapters }: Report,
  { documents }: ReportCheckState['manifest'],
): readonly ReportProblem[] {
  if (document === undefined || Object.hasOwn(documents, document)) return [];
  const [first] = chapters;
  const known = Object.keys(documents);
  return [{ rule: 'report-document', section: first?.id ?? '0', field: 'document', found: document, known }];
}

/** Finds the second of two that have the same number. */
function problemsOfIds({ chapters }: Report, places: readonly SectionPlace[]): readonly ReportProblem[] {
  const all = [
    ...chapters.map(({ id }, at) => ({ id, path: `chapters.${at}` })),
    ...places.map(({ section: { id }, path }) => ({ id, path })),
  ];
  return all
    .filter(({ id }, at) => all.findIndex((other) => other.id === id) !== at)
    .map(({ id, path }) => ({ rule: 'report-duplicate', section: id, field: `${path}.id`, found: id }));
}

function problemsOfSection({ section, path }: SectionPlace, look: ReportCheckState): readonly ReportProblem[] {
  const { id, blocks, text, title } = section;
  const parts = 'sections' in section ? section.sections : [];
  const empty: readonly ReportProblem[] =
    !text && blocks.length === 0 && parts.length === 0
      ? [{ rule: 'report-empty', section: id, field: path, found: id }]
      : [];
  return [
    ...empty,
    ...figuresInText(section).flatMap((figure) =>
      problemsOfFigure(figure, { section: id, field: `${path}.text` }, look),
    ),
    ...unknownWordsIn(title, { section: id, field: `${path}.title` }),
    ...unknownWordsIn(text, { section: id, field: `${path}.text` }),
    ...blocks.flatMap((block, at) => problemsOfBlock(block, { section: id, field: `${path}.blocks.${at}` }, look)),
  ];
}

/** Returns the words for a period, in the attributes or in the texts of a part, that stand for none: `@periode`. */
const unknownWords = (words: readonly string[], at: At): readonly ReportProblem[] =>
  words.map((found) => ({ rule: 'report-word', ...at, found, known: RELATIVE_PERIODS }));

/** Finds the words for a period in a text that stand for none: `[[@periode]]`. */
export const unknownWordsIn = (text: Text | undefined, at: At): readonly ReportProblem[] =>
  unknownWords([...new Set(Object.values(text ?? {}).flatMap((each) => each.match(/\[\[@[^[\]]*\]\]/g) ?? []))], at);

type Fault = NonNullable<Extract<Block, { type: 'other' }>['fault']>;
type At = Pick<ReportProblem, 'section' | 'field'>;

/** Returns the words that are no pair. */
const noPairs = (where = ''): readonly string[] => where.split(/\s+/).filter((word) => word && !/^[^=]+=./.test(word));

/** Finds the names in the request of a figure that do not exist. */
export function problemsOfFigure(
  { indicator, by, where, period }: FigureRequest,
  at: At,
  { catalogue }: ReportCheckState,
): readonly ReportProblem[] {
  const known = Object.hasOwn(catalogue, indicator) ? catalogue[indicator] : undefined;
  if (!known) return [{ rule: 'report-indicator', ...at, found: indicator }];
  const dimensions = known.dimensions.map(({ id }) => id);
  // Filters are not all known; dimensions and a territory always are.
  const filters = [...dimensions, 'territory', ...(known.filters ?? [])];
  const keys = Object.keys(parseWhere(where)).filter((key) => !filters.includes(key));
  const wrong = [...(by !== undefined && !dimensions.includes(by) ? [by] : []), ...keys];
  return [
    ...noPairs(where).map((found) => ({ rule: 'report-word', ...at, found }) as const),
    ...wrong.map((found) => ({ rule: 'report-dimension', ...at, found, known: dimensions }) as const),
    // Periods of blocks were validated when they were read; a text may hold anything.
    ...(period !== undefined && parsePeriod(period) === null
      ? [{ rule: 'report-period', ...at, found: period } as const]
      : []),
  ];
}

/**
 * Returns the problems of the label of a tile. A label of the whole that fits on a tile needs no short one; that of a part
 * always does, because nothing else names the indicator and the part in a few words.
 */
function problemsOfLabel(figure: FigureRequest, at: At, { catalogue }: ReportCheckState): readonly ReportProblem[] {
  const { indicator, where } = figure;
  const known = Object.hasOwn(catalogue, indicator) ? catalogue[indicator] : undefined;
  if (!known?.label) return [];
  const isPart = Object.keys(parseWhere(where)).some((key) => key !== 'territory');
  const written = shortLabel(known, figure);
  const label = written ?? (isPart ? undefined : known.label);
  const misfits = Object.values(label ?? {}).filter((each) => !fitsTile(each));
  if (!label || (!written && misfits.length > 0))
    return [{ rule: 'label-short', ...at, found: where ? `${indicator} ${where}` : indicator }];
  return misfits.map((found) => ({ rule: 'label-short', ...at, found, said: misfitWords(found) }));
}

/** Numbers of figures that bars on one scale compare. */
const [FEWEST_BARS, MOST_BARS] = [2, 4];

/** Finds bars that are too few, too many, or of several units. */
function problemsOfBars(block: Block, at: At, { catalogue }: ReportCheckState): readonly ReportProblem[] {
  const figures = figuresOf(block);
  const units = [...new Set(figures.flatMap(({ indicator }) => catalogue[indicator]?.unit ?? []))];
  const n = figures.length;
  const told = (found: string, said: Text): ReportProblem => ({ rule: 'report-word', ...at, found, said });
  return [
    ...(n >= FEWEST_BARS && n <= MOST_BARS
      ? []
      : [told(`${n}`, { fr: `${n} barres, pour 2 à 4`, en: `${n} bars, of 2 to 4` })]),
    ...(units.length < 2
      ? []
      : [
          told(units.join(', '), {
            fr: `les barres sont de plusieurs unités (${units.join(', ')}), et n’ont pas d’échelle commune`,
            en: `the bars are of several units (${units.join(', ')}), which have no common scale`,
          }),
        ]),
  ];
}

const misfitWords = (found: string): Text => {
  const [n, max] = [[...found].length, SHORT_LABEL_LENGTH];
  return n > max
    ? {
        fr: `l’étiquette courte « ${found} » a ${n} caractères, pour ${max} au plus`,
        en: `the short label "${found}" has ${n} characters, of ${max} at most`,
      }
    : { fr: `l’étiquette courte « ${found} » a une virgule`, en: `the short label "${found}" has a comma` };
};

/** Returns the problem of a block that the reader left out. */
const malformed = (
  { name }: Extract<Block, { type: 'other' }>,
  { path, found, expected, said }: Fault,
  { section }: At,
): ReportProblem => ({
  rule: 'report-malformed',
  section,
  field: path,
  found,
  known: [expected['en'] ?? expected.fr],
  said: {
    fr: `${name ? `bloc « ${name} » ` : ''}laissé de côté, ${said.fr}`,
    en: `${name ? `block "${name}" ` : ''}left out, ${said['en']}`,
  },
});

/** Returns what the pairs of a block keep; null where it shows figures, has no pairs, or names nothing that exists. */
function keptIn(block: Block): Kept | null {
  switch (block.type) {
    case 'table':
    case 'list':
      return 'indicators' in block && block.indicators ? null : ofCollections([block.collection ?? '']);
    case 'timeline':
      return ofCollections(block.collections);
    case 'map': {
      const layers = block.layers.filter((word): word is DirectoryLayer =>
        DIRECTORY_LAYERS.some((layer) => layer === word),
      );
      return layers.length > 0 ? { layers } : null;
    }
    case 'agenda':
      return { agenda: true };
    default:
      return null;
  }
}

const ofCollections = (collections: readonly string[]): Kept | null =>
  collections.some(isCollection) ? { collections } : null;

/** Finds the pairs of a block of records whose key not all of its collections or layers have. */
function problemsOfPairs(block: Block, at: At, { manifest }: ReportCheckState): readonly ReportProblem[] {
  const kept = keptIn(block);
  if (!kept || !('where' in block)) return [];
  const known = honouredKeys(kept);
  return (block.where ?? '').split(/\s+/).flatMap((found): readonly ReportProblem[] => {
    const problem = whereProblem({ manifest, collections: {} }, { ...kept, where: found, own: true });
    if (!problem) return [];
    const { key, lacking } = problem.rule === 'key' ? problem : { key: '', lacking: null };
    const said = lacking && {
      fr: `« ${key} » ne filtre pas ${collectionWords[lacking].fr}. Filtres possibles : ${known.join(', ')}`,
      en: `"${key}" does not filter ${collectionWords[lacking]['en']}. Possible filters: ${known.join(', ')}`,
    };
    return [{ rule: 'report-word', ...at, found, known, ...(said ? { said } : {}) }];
  });
}

/** Finds the names in a block that do not exist, and a block that is not shown. */
export function problemsOfBlock(block: Block, at: At, look: ReportCheckState): readonly ReportProblem[] {
  const { ids, manifest } = look;
  const among = (
    rule: Rule,
    names: readonly (string | undefined)[],
    known: readonly string[],
  ): readonly ReportProblem[] =>
    names.flatMap((found) => (found === undefined || known.includes(found) ? [] : [{ rule, ...at, found, known }]));
  const collections = (names: readonly (string | undefined)[]): readonly ReportProblem[] =>
    among('report-collection', names, Object.keys(manifest.collections));
  const figures = figuresOf(block).filter(
    (figure, index, all) => all.findIndex((other) => other.indicator === figure.indicator) === index,
  );
  const own = (): readonly ReportProblem[] => {
    switch (block.type) {
      case 'indicators':
        return [
          ...among('report-word', [block.chart], FIGURES_CHARTS),
          ...(block.chart === 'bars' ? problemsOfBars(block, at, look) : []),
          ...figuresOf(block).flatMap((figure) => problemsOfLabel(figure, at, look)),
        ];
      case 'table':
        return block.indicators || block.collection !== undefined
          ? [...collections([block.collection]), ...among('report-word', [block.chart], CHARTS.table)]
          : [{ rule: 'report-block', ...at, found: block.type }];
      case 'list':
        return collections([block.collection]);
      case 'timeline':
        return [...collections(block.collections), ...among('report-word', [block.chart], CHARTS.timeline)];
      case 'map':
        return among('report-word', block.layers, DIRECTORY_LAYERS);
      case 'breakdown':
        return [...among('report-word', [block.chart], CHARTS.breakdown), ...among('report-word', [block.view], VIEWS)];
      case 'agenda':
        return collections(['events']);
      case 'observations':
        return [...collections(['observations']), ...sections([block.section])];
      case 'checks':
        return sections(block.sections ?? []);
      case 'other':
        return [
          block.fault
            ? malformed(block, block.fault, at)
            : { rule: 'report-block', ...at, found: block.name ?? block.type },
        ];
      default:
        return [];
    }
  };
  const sections = (names: readonly string[]): readonly ReportProblem[] =>
    names.filter((id) => !ids.has(id)).map((found) => ({ rule: 'report-section', ...at, found }));
  // The reader has replaced those that it knows.
  const words = [
    ...('where' in block ? (block.where ?? '').split(/\s+/) : []),
    ...(block.type === 'indicators' ? block.figures.flatMap(({ where }) => (where ?? '').split(/\s+/)) : []),
    ...(block.type === 'breakdown' ? (block.beside ?? []) : []),
  ].filter((word) => /(^|\W)@/.test(word));
  return [
    ...figures.flatMap((figure) => problemsOfFigure(figure, at, look)),
    ...unknownWords(words, at),
    ...unknownWordsIn(block.title, { ...at, field: `${at.field}.title` }),
    ...own(),
    ...problemsOfPairs(block, at, look),
  ];
}
