import type { Block } from '../report/block.ts';
import { type FigureRequest, figuresInText, figuresOf } from '../report/outline.ts';
import { type Run, runsOf } from '../report/runs.ts';
import type { Text } from '../text.ts';
import type { Story, StoryClaim, StoryFigure } from './story-schema.ts';

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
  readonly figures: readonly StoryFigure[];
}

/** Returns the parts of a story in the order of reading. */
export function storyParts({ cover, messages, doors, chapters }: Story): readonly StoryPart[] {
  const { title, standfirst, claims } = cover;
  const opening = '0';
  return [
    { kind: 'cover', id: '', section: opening, path: 'cover', texts: { title, standfirst }, claims, figures: [] },
    ...messages.map((message, at): StoryPart => {
      const { id, section, chart, figure } = message;
      const texts = { title: message.title, text: message.text, ...titleOf(chart, 'chart') };
      return { kind: 'message', id, section, path: `messages.${at}`, texts, claims: message.claims, figures: [figure] };
    }),
    ...doors.map((door, at): StoryPart => {
      const { id, figures } = door;
      return {
        kind: 'door',
        id,
        section: opening,
        path: `doors.${at}`,
        texts: { title: door.title },
        claims: [],
        figures,
      };
    }),
    ...chapters.map((chapter, at): StoryPart => {
      const { id, thesis, blocks } = chapter;
      const titles = Object.assign({}, ...blocks.map((block, rank) => titleOf(block, `blocks.${rank}`)));
      const texts: StoryPart['texts'] = { thesis, ...titles };
      return { kind: 'chapter', id, section: id, path: `chapters.${at}`, texts, claims: chapter.claims, figures: [] };
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
  ...chapters.flatMap(({ id, blocks }, at) =>
    blocks.map((block, rank) => ({ block, section: id, field: `chapters.${at}.blocks.${rank}` })),
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
    ...parts.flatMap(({ figures }) => figures.flatMap((figure) => figureRequest(figure) ?? [])),
    ...blocksOf(story).flatMap(({ block }) => figuresOf(block)),
  ];
}
