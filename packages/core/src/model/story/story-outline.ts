import type { Block } from '../report/block.ts';
import { type FigureRequest, figuresInText, figuresOf, type SectionPlace, sectionsOf } from '../report/outline.ts';
import type { Report } from '../report/report-schema.ts';
import { type Run, runsOf } from '../report/runs.ts';
import { isInSection, plainSection } from '../sections.ts';
import type { Text } from '../text.ts';
import type { Story, StoryChapter, StoryClaim, StoryFigure } from './story-schema.ts';

/** A slot: the run of a figure in a text. */
export type Slot = Exclude<Run, { readonly kind: 'text' }>;

/** A part of a story, with its texts and the claims that are made in them. */
export interface StoryPart {
  readonly kind: 'cover' | 'message' | 'door' | 'chapter';
  /** Empty for the cover. */
  readonly id: string;
  /** The section or chapter of the report that it is about; `0`, the opening, for the cover and the doors. */
  readonly section: string;
  /** Path in the file: `messages.0`. */
  readonly path: string;
  /** The texts that tell something, by field. */
  readonly texts: Readonly<Record<string, Text>>;
  readonly claims: readonly StoryClaim[];
  /** The figures that it shows, by field. */
  readonly figures: Readonly<Record<string, StoryFigure>>;
}

/** Returns the parts of a story in the order of reading. */
export function storyParts({ cover, messages, doors, chapters }: Story): readonly StoryPart[] {
  const { title, standfirst, claims } = cover;
  const opening = '0';
  return [
    { kind: 'cover', id: '', section: opening, path: 'cover', texts: { title, standfirst }, claims, figures: {} },
    ...messages.map((message, at): StoryPart => {
      const { id, section, chart, figure } = message;
      const texts = { title: message.title, text: message.text, ...titleOf(chart, 'chart') };
      return {
        kind: 'message',
        id,
        section,
        path: `messages.${at}`,
        texts,
        claims: message.claims,
        figures: { figure },
      };
    }),
    ...doors.map((door, at): StoryPart => {
      const figures = Object.fromEntries(door.figures.map((figure, rank) => [`figures.${rank}`, figure]));
      const texts = { title: door.title };
      return { kind: 'door', id: door.id, section: opening, path: `doors.${at}`, texts, claims: [], figures };
    }),
    ...chapters.map((chapter, at): StoryPart => {
      const { id, thesis, claims, steps } = chapter;
      const texts: Record<string, Text> = { thesis };
      const figures: Record<string, StoryFigure> = {};
      steps.forEach(({ title, chart, figure }, rank) => {
        const step = `steps.${rank}`;
        Object.assign(texts, { [`${step}.title`]: title }, chart ? titleOf(chart, `${step}.chart`) : {});
        if (figure) figures[`${step}.figure`] = figure;
      });
      return { kind: 'chapter', id, section: id, path: `chapters.${at}`, texts, claims, figures };
    }),
  ];
}

const titleOf = ({ title }: Block, path: string): StoryPart['texts'] => (title ? { [`${path}.title`]: title } : {});

/** Returns the blocks of a story, each with the section or chapter that it is about and its path. */
export const blocksOf = ({
  messages,
  chapters,
}: Story): readonly { readonly block: Block; readonly section: string; readonly field: string }[] => [
  ...messages.map(({ chart, section }, at) => ({ block: chart, section, field: `messages.${at}.chart` })),
  ...chapters.flatMap(({ id, steps }, at) =>
    steps.flatMap(({ chart, sections: [section = id] }, rank) =>
      chart ? [{ block: chart, section, field: `chapters.${at}.steps.${rank}.chart` }] : [],
    ),
  ),
];

/** Returns the figure that a claim names, written as a slot without its brackets; null where it is none. */
export function slotOf(text: string): Slot | null {
  const [run, ...others] = runsOf(`[[${text}]]`);
  return run && run.kind !== 'text' && others.length === 0 ? run : null;
}

/** Returns a figure as a slot without its brackets, its pairs in one order, without the form of its number. */
export function nameOfFigure(figure: Slot | StoryFigure): string {
  if ('observation' in figure) return `#${figure.observation}`;
  const { indicator, period, where, territory } = figure;
  const pairs = [...(where?.split(/\s+/) ?? []), ...(territory === undefined ? [] : [`territory=${territory}`])];
  return [period === undefined ? indicator : `${indicator}@${period}`, ...pairs.sort()].join(' ');
}

/** Returns a text with a mark (U+FFFC) in place of each slot. */
export const withoutSlots = (text: string): string =>
  runsOf(text)
    .map((run) => (run.kind === 'text' ? run.text : '\uFFFC'))
    .join('');

/** Returns the request of a slot or of a figure; null for a published figure, which is asked for by its id. */
export function figureRequest(figure: Slot | StoryFigure): FigureRequest | null {
  if ('observation' in figure) return null;
  const { indicator, period, where, territory } = figure;
  return {
    indicator,
    ...(period === undefined ? {} : { period }),
    ...(where === undefined ? {} : { where }),
    ...(territory === undefined ? {} : { territory }),
  };
}

/** Returns the figures of indicators that a story shows, in its texts, tiles and blocks. */
export function figuresOfStory(story: Story): readonly FigureRequest[] {
  const parts = storyParts(story);
  return [
    ...parts.flatMap(({ texts }) => Object.values(texts).flatMap((text) => figuresInText({ text }))),
    ...parts.flatMap(({ figures }) => Object.values(figures).flatMap((figure) => figureRequest(figure) ?? [])),
    ...blocksOf(story).flatMap(({ block }) => figuresOf(block)),
  ];
}

/**
 * Returns the steps of a chapter that show a section, by rank: those that name it, else those that name the section that it is
 * a part of.
 */
export function stepsOfSection({ steps }: StoryChapter, { section, parent }: SectionPlace): readonly number[] {
  const naming = (id: string): readonly number[] =>
    steps.flatMap(({ sections }, rank) =>
      sections.filter((each) => plainSection(each) === plainSection(id)).map(() => rank),
    );
  const own = naming(section.id);
  return own.length > 0 || !parent ? own : naming(parent.id);
}

/** Returns the sections that a step of a chapter shows, in the order of reading. @param rank of the step */
export const sectionsOfStep = (report: Report, chapter: StoryChapter, rank: number): readonly SectionPlace[] =>
  sectionsOf(report).filter(
    (place) => isInSection(place.section.id, chapter.id) && stepsOfSection(chapter, place).includes(rank),
  );
