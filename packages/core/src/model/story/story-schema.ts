import * as z from 'zod/mini';
import { openEnum } from '../open-enum.ts';
import { Period } from '../period-schema.ts';
import { Block } from '../report/block.ts';
import { Figure } from '../report/figure.ts';
import { Text } from '../text-schema.ts';

/** A published figure by the id of its observation, for those that no indicator holds. */
export const StoryObservation = z.object({ observation: z.string() });
export type StoryObservation = Readonly<z.infer<typeof StoryObservation>>;

/** A figure of a story: that of an indicator, or a published one by its id. */
export const StoryFigure = z.union([Figure, StoryObservation]);
export type StoryFigure = z.infer<typeof StoryFigure>;

/**
 * A statement of a text in words, as data, so that a check can compare it with the figures. Figures are written as slots
 * without their brackets: `members-stock college=associations`, `#scenario-b-voters`.
 */
export const StoryClaim = z.object({
  /**
   * Its kind. `half`: `of` is 45 to 55 % of `to`, or a percentage that is. `share`: `of` as part of `to`, or as a percentage,
   * compared with `value`, a ratio. `change`: `of`, a change or a figure that has one, compared with `value`. `compare`: `of`
   * compared with `to`. `streak`: `of`, a number of years, compared with `value`. `rank`: `of` has the place `value` among the
   * parts of its indicator. `sourced`: `of` is the section that states it.
   */
  says: openEnum(['half', 'share', 'change', 'compare', 'streak', 'rank', 'sourced']),
  /** A figure, or the section of a statement without figures: `II.4.a`. */
  of: z.string(),
  /** The figure that it is compared with, or a part of. */
  to: z.optional(z.string()),
  /** How it compares: `=`, `>`, `>=`, `<` or `<=`. */
  op: z.optional(z.string()),
  value: z.optional(z.number()),
});
export type StoryClaim = Readonly<z.infer<typeof StoryClaim>>;

const claims = z._default(z.array(StoryClaim), []);

/** The opening of a story. */
export const StoryCover = z.object({
  title: Text,
  /** A sentence or two under the title. */
  standfirst: Text,
  claims,
});
export type StoryCover = Readonly<z.infer<typeof StoryCover>>;

/** One thing that the year brought, in a title, a figure, a paragraph and a picture. */
export const StoryMessage = z.object({
  /** Unique among the messages: the end of its address. */
  id: z.string(),
  /** Id of the chapter that it leads to. */
  chapter: z.string(),
  /** A finding, not a subject: `[[members-stock|number]] adhérents : troisième année de hausse`. */
  title: Text,
  /** 30 to 50 words, with slots as in texts of a report. */
  text: Text,
  claims,
  /** The figure drawn large: that of the first slot of its title. */
  figure: StoryFigure,
  chart: Block,
  /** Id of the section of the report that says more. */
  section: z.string(),
});
export type StoryMessage = Readonly<z.infer<typeof StoryMessage>>;

/** A way into the report for one kind of reader. */
export const StoryDoor = z.object({
  /** `elu`, `financeur`, `journaliste` or `adherent`. */
  id: z.string(),
  title: Text,
  /** Ids of the five sections to read. */
  sections: z.array(z.string()),
  /** The three figures to quote, which have their own name there. */
  figures: z.array(Figure),
});
export type StoryDoor = Readonly<z.infer<typeof StoryDoor>>;

/** A step of a chapter: some of its sections, and what shows them. */
export const StoryStep = z.object({
  title: Text,
  /** Ids of sections of the chapter, in the order of reading. One stands for itself and for its parts that no step names. */
  sections: z.array(z.string()),
  /** The picture beside the texts of these sections. */
  chart: z.optional(Block),
  /** The figure drawn large. */
  figure: z.optional(StoryFigure),
});
export type StoryStep = Readonly<z.infer<typeof StoryStep>>;

/** A chapter as a story tells it. */
export const StoryChapter = z.object({
  /** Id of a chapter of the report. */
  id: z.string(),
  /** The finding of the chapter, in a sentence or two. */
  thesis: Text,
  /** The statements of its thesis and of the titles of its steps. */
  claims,
  /** One to six steps, in the order of reading. */
  steps: z.array(StoryStep),
});
export type StoryChapter = Readonly<z.infer<typeof StoryChapter>>;

/**
 * The story of a report: the findings of its year in messages, theses and ways in. It holds no figure itself: slots of its
 * texts name them. It is apart from the report, so that facts stay when what is said of them changes. Unknown fields are
 * ignored.
 * @since 0.2.0
 */
export const Story = z.object({
  /** Format and major version: ess-story/1. */
  format: z.string(),
  /** Period of the report that it tells: that of every figure which names none. */
  period: Period,
  /** Its title, and a sentence or two on the whole year. */
  cover: StoryCover,
  /** Six at most, in order. */
  messages: z.array(StoryMessage),
  /** Ways in for four kinds of reader. */
  doors: z.array(StoryDoor),
  /** The chapters of the report, in order. */
  chapters: z.array(StoryChapter),
  /** Addresses of the pages that show its views, relative to the page that it is on; views without one are on the same page. */
  pages: z.optional(
    z.object({
      overview: z.optional(z.string()),
      data: z.optional(z.string()),
      /** By id of the chapter. */
      chapters: z.optional(z.record(z.string(), z.string())),
    }),
  ),
  /** The role in whose name it was confirmed, never a person’s name, and the day; a story without it is a proposal. */
  signed: z.optional(z.object({ role: Text, date: z.string() })),
});
export type Story = Readonly<z.infer<typeof Story>>;
