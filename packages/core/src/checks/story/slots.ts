/** `story-slots`: each figure of a story has a value, and no number stands outside a slot. */
import {
  type Dataset,
  figureRequest,
  nameOfFigure,
  problemsOfFigure,
  type ReportProblem,
  recordName,
  runsOf,
  type Slot,
  type StoryFigure,
  type StoryPart,
  type Text,
  unknownWordsIn,
  withoutSlots,
} from '../../model/index.ts';
import { claimWords } from './claim-words.ts';
import { problemsBy, type StoryContext, type StoryPlace, type StoryProblem } from './context.ts';

/** Figures of a part, each with its place. */
const figuresIn = ({
  section,
  path,
  texts,
  figures,
}: StoryPart): readonly (readonly [Slot | StoryFigure, StoryPlace])[] => [
  ...Object.entries(texts).flatMap(([name, text]) =>
    slotsOf(text).map((slot) => [slot, { section, field: `${path}.${name}` }] as const),
  ),
  ...Object.entries(figures).map(([name, figure]) => [figure, { section, field: `${path}.${name}` }] as const),
];

/** Returns the slots of a text in all its languages, each once. */
function slotsOf(text: Text): readonly Slot[] {
  const slots = Object.values(text).flatMap((each) => runsOf(each).filter((run) => run.kind !== 'text'));
  return [...new Map(slots.map((slot) => [nameOfFigure(slot), slot])).values()];
}

/** Finds the indicators, dimensions and periods in slots and tiles that do not exist. */
export const problemsOfNames = ({ look }: StoryContext, parts: readonly StoryPart[]): readonly ReportProblem[] =>
  parts.flatMap((part) => [
    ...figuresIn(part).flatMap(([figure, at]) => {
      const request = figureRequest(figure);
      return request ? problemsOfFigure(request, at, look) : [];
    }),
    ...Object.entries(part.texts).flatMap(([name, text]) =>
      unknownWordsIn(text, { section: part.section, field: `${part.path}.${name}` }),
    ),
  ]);

/** Finds figures without a value, numbers outside slots, and translations that say other figures. */
export function problemsOfSlots(context: StoryContext, parts: readonly StoryPart[]): readonly StoryProblem[] {
  const names = namesWithDigits(context.dataset);
  return parts.flatMap((part) => [
    ...figuresIn(part).flatMap(([figure, at]) => withoutValue(figure, at, context)),
    ...Object.entries(part.texts).flatMap(([name, text]) =>
      Object.entries(text).flatMap(([lang, words]) => {
        const at = { section: part.section, field: `${part.path}.${name}.${lang}` };
        return [...strayNumbers(words, lang, names, at), ...otherFigures(words, text.fr, at)];
      }),
    ),
  ]);
}

const problem = problemsBy('story-slots', {
  valueless: ['« {found} » n’a pas de valeur', '"{found}" has no value'],
  unpublished: [
    'le jeu de données ne publie pas d’observation « {found} »',
    'the data set publishes no observation "{found}"',
  ],
  planned: ['« {found} » était prévu, et non constaté', '"{found}" was planned, not observed'],
  corrected: ['« {found} » est corrigé par « {expected} »', '"{found}" is corrected by "{expected}"'],
  brackets: ['« {found} » n’est pas un chiffre du récit', '"{found}" is no slot of a figure'],
  digits: [
    '« {found} » est écrit à la main : nommez le chiffre, comme [[members-stock|number]]',
    '"{found}" is written by hand: name the figure, as [[members-stock|number]]',
  ],
  word: [
    '« {found} » est un nombre écrit à la main : nommez le chiffre, comme [[members-stock|word]]',
    '"{found}" is a number written by hand: name the figure, as [[members-stock|word]]',
  ],
  translation: ['les chiffres ne sont pas ceux du texte français', 'the figures are not those of the French text'],
});

/** Finds a figure that has no value which visitors may see, was only planned, or was corrected since. */
function withoutValue(
  figure: Slot | StoryFigure,
  at: StoryPlace,
  { measure, observation, dataset, look }: StoryContext,
): readonly StoryProblem[] {
  const found = nameOfFigure(figure);
  const request = figureRequest(figure);
  if (request) {
    // A name that does not exist is told already.
    const isTold = problemsOfFigure(request, at, look).length > 0;
    return isTold || measure(request)?.quantity ? [] : [problem('valueless', at, found)];
  }
  const published = 'observation' in figure ? observation(figure.observation) : undefined;
  if (!published) return [problem('unpublished', at, found)];
  if (published.status === 'planned') return [problem('planned', at, found)];
  const later = dataset.collections.observations?.find(({ corrects }) => corrects?.includes(published.id));
  return later ? [problem('corrected', at, found, `#${later.id}`)] : [];
}

/** Years, also two of them: `2024`, `2023-2024`. */
const YEAR = /(?<!\d)(?<!\d[.,\u00a0\u202f])(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?(?!\d|[.,\u00a0\u202f]\d)/g;
/** Ranks: `17e`, `1er`, `17th`. */
const RANK = /(?<![\d.,])\d+(?:e|er|re|d|de|st|nd|rd|th)(?![\p{L}\p{N}])/gu;
/** Names that begin with a capital letter and end in digits: `CO2`. */
const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}-]*\d+(?![\p{L}\p{N}])/gu;

/** Returns the names of records that hold digits: a text may say them. A figure is no name, whatever its label. */
function namesWithDigits({ collections }: Dataset): readonly string[] {
  const { observations: _, ...others } = collections;
  const names = Object.values(others).flatMap((list) =>
    (list as readonly object[]).flatMap((record) => Object.values(recordName(record) ?? {})),
  );
  return [...new Set(names)].filter((name) => /\d/.test(name) && /\p{L}{2}/u.test(name));
}

/**
 * Finds brackets that are no slot, digits outside slots that are no year, rank or name, and numbers in words that no claim
 * is about.
 */
function strayNumbers(words: string, lang: string, names: readonly string[], at: StoryPlace): readonly StoryProblem[] {
  const plain = withoutSlots(words);
  // Words for a period that stand for none are told by their own rule.
  const brackets = (plain.match(/\[\[[^[\]]*(?:\]\]?)?|\]\]/g) ?? []).filter((found) => !found.startsWith('[[@'));
  const rest = names
    .reduce((text, name) => text.replaceAll(name, ' '), plain)
    .replace(/\[\[[^[\]]*(?:\]\]?)?/g, ' ')
    .replace(YEAR, ' ')
    .replace(RANK, ' ')
    .replace(NAME, ' ');
  const digits = rest.match(/\d(?:[\d\s.,]*\d)?/g) ?? [];
  return [
    ...brackets.map((found) => problem('brackets', at, found)),
    ...digits.map((found) => problem('digits', at, found)),
    ...claimWords(plain, lang).numbers.map((found) => problem('word', at, found)),
  ];
}

/** Finds a translation whose figures are not those of the French text. */
function otherFigures(words: string, french: string, at: StoryPlace): readonly StoryProblem[] {
  const [found, expected] = [words, french].map((text) =>
    runsOf(text)
      .flatMap((run) => (run.kind === 'text' ? [] : [nameOfFigure(run)]))
      .sort()
      .join(', '),
  ) as [string, string];
  return found === expected ? [] : [problem('translation', at, found, expected)];
}
