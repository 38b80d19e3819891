/** `story-slots`: each figure of a story has a value, and no number stands outside a slot. */
import {
  type Dataset,
  nameOf,
  nameOfFigure,
  type Problem,
  problemsOfFigure,
  requestOf,
  runsOf,
  type Slot,
  type StoryFigure,
  type StoryPart,
  type Text,
  unknownWordsIn,
  withoutSlots,
} from '../../model/index.ts';
import type { BilingualText } from '../shared/finding.ts';
import { claimWords } from './claim-words.ts';
import type { StoryContext, StoryProblem } from './context.ts';

type At = Pick<StoryProblem, 'section' | 'field'>;

/** Figures of a part, each with its place. */
const figuresIn = ({
  section,
  path,
  kind,
  texts,
  figures,
}: StoryPart): readonly (readonly [Slot | StoryFigure, At])[] => [
  ...Object.entries(texts).flatMap(([name, text]) =>
    slotsOf(text).map((slot) => [slot, { section, field: `${path}.${name}` }] as const),
  ),
  ...figures.map((figure, rank) => {
    return [figure, { section, field: `${path}.${kind === 'message' ? 'figure' : `figures.${rank}`}` }] as const;
  }),
];

/** Returns the slots of a text in all its languages, each once. */
function slotsOf(text: Text): readonly Slot[] {
  const slots = Object.values(text).flatMap((each) => runsOf(each).filter((run) => run.kind !== 'text'));
  return [...new Map(slots.map((slot) => [nameOfFigure(slot), slot])).values()];
}

/** Finds the indicators, dimensions and periods in slots and tiles that do not exist. */
export const problemsOfNames = ({ look }: StoryContext, parts: readonly StoryPart[]): readonly Problem[] =>
  parts.flatMap((part) => [
    ...figuresIn(part).flatMap(([figure, at]) => {
      const request = requestOf(figure);
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

const problem = (at: At, found: string, said: BilingualText, expected?: string): StoryProblem => ({
  rule: 'story-slots',
  ...at,
  found,
  ...(expected === undefined ? {} : { expected }),
  said,
});

/** Finds a figure that has no value which visitors may see, was only planned, or was corrected since. */
function withoutValue(
  figure: Slot | StoryFigure,
  at: At,
  { measure, observation, dataset, look }: StoryContext,
): readonly StoryProblem[] {
  const found = nameOfFigure(figure);
  const request = requestOf(figure);
  if (request) {
    // A name that does not exist is told already.
    if (problemsOfFigure(request, at, look).length > 0 || measure(request)?.quantity) return [];
    return [problem(at, found, { fr: `« ${found} » n’a pas de valeur`, en: `"${found}" has no value` })];
  }
  const published = 'observation' in figure ? observation(figure.observation) : undefined;
  if (!published) {
    const said = {
      fr: `le jeu de données ne publie pas d’observation « ${found} »`,
      en: `the data set publishes no observation "${found}"`,
    };
    return [problem(at, found, said)];
  }
  if (published.status === 'planned') {
    const said = { fr: `« ${found} » était prévu, et non constaté`, en: `"${found}" was planned, not observed` };
    return [problem(at, found, said)];
  }
  const later = dataset.collections.observations?.find(({ corrects }) => corrects?.includes(published.id));
  if (!later) return [];
  const expected = `#${later.id}`;
  const said = { fr: `« ${found} » est corrigé par « ${expected} »`, en: `"${found}" is corrected by "${expected}"` };
  return [problem(at, found, said, expected)];
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
    (list as readonly object[]).flatMap((record) => Object.values(nameOf(record) ?? {})),
  );
  return [...new Set(names)].filter((name) => /\d/.test(name) && /\p{L}{2}/u.test(name));
}

/**
 * Finds brackets that are no slot, digits outside slots that are no year, rank or name, and numbers in words that no claim
 * is about.
 */
function strayNumbers(words: string, lang: string, names: readonly string[], at: At): readonly StoryProblem[] {
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
    ...brackets.map((found) =>
      problem(at, found, { fr: `« ${found} » n’est pas un chiffre du récit`, en: `"${found}" is no slot of a figure` }),
    ),
    ...digits.map((found) =>
      problem(at, found, {
        fr: `« ${found} » est écrit à la main : nommez le chiffre, comme [[members-stock|number]]`,
        en: `"${found}" is written by hand: name the figure, as [[members-stock|number]]`,
      }),
    ),
    ...claimWords(plain, lang).numbers.map((found) =>
      problem(at, found, {
        fr: `« ${found} » est un nombre écrit à la main : nommez le chiffre, comme [[members-stock|word]]`,
        en: `"${found}" is a number written by hand: name the figure, as [[members-stock|word]]`,
      }),
    ),
  ];
}

/** Finds a translation whose figures are not those of the French text. */
function otherFigures(words: string, french: string, at: At): readonly StoryProblem[] {
  const [found, expected] = [words, french].map((text) =>
    runsOf(text)
      .flatMap((run) => (run.kind === 'text' ? [] : [nameOfFigure(run)]))
      .sort()
      .join(', '),
  ) as [string, string];
  if (found === expected) return [];
  const said = {
    fr: 'les chiffres ne sont pas ceux du texte français',
    en: 'the figures are not those of the French text',
  };
  return [problem(at, found, said, expected)];
}
