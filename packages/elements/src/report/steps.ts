/** Chapter on a page of its own: with a story in steps, each a chart beside the texts that it shows; else all of its sections. */
import {
  type Block,
  type Chapter,
  type Section,
  type StoryChapter,
  type StoryStep,
  type Subsection,
} from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../base/frame.ts';
import { headingOf } from '../base/heading.ts';
import { domainText } from '../texts/domain-text.ts';
import { runningText, titleInWords } from './running-text.ts';
import { blockContext, blockOrRoom, heading, partContext, type SectionContext, sectionView } from './section-view.ts';

type AnySection = Section | Subsection;

/** A step with the sections of the report that it tells. */
export interface ChapterStep {
  readonly step: Partial<StoryStep>;
  /** In the order of reading, a part after the section that it is a part of. */
  readonly sections: readonly AnySection[];
}

/** Chapter, what the story says of it, and what leads on. */
interface ChapterModel {
  readonly chapter: Chapter;
  readonly next: Chapter | undefined;
  /** Undefined where the story says nothing of it. */
  readonly story: StoryChapter | undefined;
  readonly hrefOf: (id: string) => string;
  /** Renders what the data hold of the sections of a step, and the link to all of it. */
  readonly dataOf: (step: ChapterStep, at: string) => Content;
  /** What to know of the reader's territory in it. */
  readonly note: Content;
}

/** Returns the place of a step among the sections whose blocks fill when a reader comes near. */
export const stepPlace = (chapter: string, at: number): string => `${chapter}.step.${at}`;

/**
 * Returns the steps of a chapter with their sections. A section stands in the step that names it, else in that of the section
 * around it, or of its first part; what no step names follows as it is.
 */
function stepsOf({ sections }: Chapter, { steps }: Pick<StoryChapter, 'steps'>): readonly ChapterStep[] {
  const naming = (id: string) => steps.find((step) => step.sections.includes(id));
  const places = sections.flatMap((section) => {
    const parts = section.sections.map((part) => ({ section: part, step: naming(part.id) ?? naming(section.id) }));
    const step = naming(section.id) ?? parts.find((part) => part.step)?.step;
    return [{ section, step }, ...parts] as readonly { readonly section: AnySection; readonly step?: StoryStep }[];
  });
  const told = (wanted: StoryStep | undefined): readonly AnySection[] =>
    places.flatMap(({ section, step }) => (step === wanted ? [section] : []));
  const rest = told(undefined);
  return [
    ...steps.map((step) => ({ step, sections: told(step) })),
    ...(rest.length > 0 ? [{ step: {}, sections: rest }] : []),
  ];
}

/** Renders a chapter on a page of its own, beside the room for its contents. */
export function chapterPage(model: ChapterModel, context: SectionContext): TemplateResult {
  const { chapter, next, story, hrefOf, note } = model;
  const { m, level, figure } = context;
  const { id, intro, sections } = chapter;
  const about = story
    ? html`${note}<div class="thesis">${runningText(story.thesis, m, (run, lang) => figure(run, `${id}.story`, lang))}</div>
        ${stepsOf(chapter, story).map((step, at) => stepView(step, stepPlace(id, at), model, context))}`
    : html`${intro ? html`<p class="intro">${domainText(intro, m)}</p>` : nothing}
        ${sections.map((section) => sectionView(section, { ...context, level: level - 1 }))}`;
  return html`<div class="columns"><div class="aside"><div class="sticky"></div></div>
    <div class="chapters"><section class="chapter brief" part="chapter" data-section=${id} aria-labelledby="title">${about}
      ${next ? html`<p class="next"><a href=${hrefOf(next.id)}>${m.content('reportNext')}${` ${next.id}. `}${domainText(next.title, m)}</a></p>` : nothing}
    </section></div></div>`;
}

/** Renders the room of what the data hold of a step: a line for each list. */
export function roomFor({ sections }: ChapterStep): TemplateResult {
  const titles = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'list' || block.type === 'table' ? [block.title] : [])),
  );
  return html`<div class="blocks">${titles.length ? html`<div class="room names">${titles.map(() => html`<p>\u00a0</p>`)}</div>` : nothing}</div>
    <p class="others">\u00a0</p>`;
}

/** Renders a step: its title, its figure and its chart, then the texts of its sections, which stand beside the chart where there is room. */
function stepView(told: ChapterStep, at: string, { dataOf }: ChapterModel, context: SectionContext): TemplateResult {
  const { m, level, figure, words, place } = context;
  const { title, chart, figure: number } = told.step;
  const said = title && titleInWords(title, m, (run, lang) => words(run, at, lang));
  const of = (list: Block[]) => ({ ...blockContext({ id: at, blocks: list }, level + 1, context), place });
  const blocks = (list: Block[], name: string): TemplateResult =>
    html`<div class="blocks ${name}">${list.map((block) => blockOrRoom(block, at, of(list), context))}</div>`;
  return html`<div class="step ${chart ? 'beside' : ''}" data-section=${at} data-share=${told.sections[0]?.id ?? nothing}>
    ${said ? headingOf(String(Math.min(level + 1, 6)), html`<span lang=${said.lang}>${said.text}</span>`, `h-${at}`, 'heading') : nothing}
    ${number && 'indicator' in number ? blocks([{ type: 'indicators', figures: [number] }], 'number') : nothing}
    ${chart ? blocks([chart], 'chart') : nothing}
    <div class="words">${told.sections.map((section) => {
      const { m: own } = partContext(section, context);
      return html`<section class="part" part="section" lang=${own.lang} data-section=${section.id}>
        ${heading(section, level + 2, own)}${section.text ? html`<div class="text">${runningText(section.text, own, (run, lang) => figure(run, section.id, lang))}</div>` : nothing}
      </section>`;
    })}${dataOf(told, at)}</div>
  </div>`;
}
