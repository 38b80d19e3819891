import {
  type Block,
  type Chapter,
  findChapter,
  findSection,
  type Report,
  resolveText,
  type Section,
  type Subsection,
  type Text,
} from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { type Content, notice } from '../base/frame.ts';
import { headingOf } from '../base/heading.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized } from '../texts/texts.ts';
import { type BlockContext, blockView, isOfPage, type OwnBlock } from './blocks.ts';
import { followInPage, sectionAddress } from './contents.ts';
import { type FigureRun, type FigureView, runningText, textsOfPart } from './running-text.ts';

type AnySection = Section | Subsection;

/** Options and actions that sections are drawn with. */
export interface SectionContext {
  readonly m: Localized;
  /** Whether the report shows its problems to the people who maintain it. */
  readonly findings: boolean;
  /** Level of the title of the whole: that of chapters is one more, of sections two more. */
  readonly level: number;
  /** Whether a block of a section is to be there by now. */
  readonly isFilled: (id: string, type: Block['type']) => boolean;
  readonly figure: (run: FigureRun, at: string, lang: string) => FigureView;
  /** Returns a figure of a title in words. */
  readonly words: (run: FigureRun, at: string, lang: string) => string;
  readonly own: (block: OwnBlock, section: Pick<AnySection, 'id' | 'blocks'>) => Content;
  readonly share: BlockContext['share'];
  /** Territory that the reader has chosen. */
  readonly place: string | undefined;
  /** Loads the code of the element that a block is shown with. */
  readonly need: BlockContext['need'];
  readonly go: (id: string) => void;
  /** Whether the reader has opened these details; what is in them is drawn from then on. */
  readonly isOpen: (id: string) => boolean;
  readonly open: (id: string) => void;
}

/** Returns what notes that details were opened. */
export const opening =
  (id: string, open: (id: string) => void) =>
  ({ target }: Event): void => {
    if ((target as HTMLDetailsElement).open) open(id);
  };

/** Renders the chapters, beside the room for their contents. */
export const chaptersView = (chapters: readonly Chapter[], context: SectionContext): TemplateResult =>
  html`<div class="columns"><div class="aside"><div class="sticky"></div></div>
    <div class="chapters">${chapters.map((chapter, at) => chapterView(chapter, chapters[at + 1], context))}</div></div>`;

/** Renders a chapter: its title, its intro, its sections, and the link to the next one. */
function chapterView(chapter: Chapter, next: Chapter | undefined, context: SectionContext): TemplateResult {
  const { m, level, go } = context;
  return html`<section class="chapter" part="chapter" data-section=${chapter.id} aria-labelledby="h-${chapter.id}">
    ${heading(chapter, level + 1, m)}
    ${chapter.intro ? html`<p class="intro">${domainText(chapter.intro, m)}</p>` : nothing}
    ${chapter.sections.map((section) => sectionView(section, context))}
    ${next ? html`<p class="next"><a href=${sectionAddress(next.id)} @click=${(event: MouseEvent) => followInPage(event, () => go(next.id))}>${m.content('reportNext')}${` ${next.id}. `}${domainText(next.title, m)}</a></p>` : nothing}
  </section>`;
}

/**
 * Renders a section with its parts. It has no accessible name, or the host's page would list each of the many as a landmark.
 */
export function sectionView(section: Section, context: SectionContext): TemplateResult {
  const { level } = context;
  const own = partContext(section, context);
  return html`<section class="section" part="section" lang=${own.m.lang} data-section=${section.id}>
    ${heading(section, level + 2, own.m)}${contentOf(section, level + 2, own)}
    ${section.sections.map((part) => {
      const inPart = partContext(part, context);
      return html`<section class="part" part="section" lang=${inPart.m.lang} data-section=${part.id}>
        ${heading(part, level + 3, inPart.m)}${contentOf(part, level + 3, inPart)}
      </section>`;
    })}
  </section>`;
}

/** Returns the context of a section in the one language that all of it is there in. */
export const partContext = (
  { title, text, blocks }: Pick<AnySection, 'title' | 'text' | 'blocks'>,
  context: SectionContext,
): SectionContext => ({ ...context, m: textsOfPart([title, text, ...blocks.map((block) => block.title)], context.m) });

/** Renders a block, or the room for it until a reader comes near. @param at the section that it fills with */
export const blockOrRoom = (block: Block, at: string, of: BlockContext, { isFilled }: SectionContext): Content =>
  isFilled(at, block.type) ? blockView(block, of) : html`<div class="room ${block.type}"></div>`;

/** Renders text and blocks of a section, without its title and its parts. @param level that of its title */
export function contentOf(
  section: Pick<AnySection, 'id' | 'blocks' | 'text'>,
  level: number,
  context: SectionContext,
): Content {
  const { m, figure, findings } = context;
  const blocks = section.blocks.filter((block) => block.type !== 'other' || block.fault || isOfPage(block));
  const of = blockContext(section, level, context);
  return html`${section.text ? html`<div class="text">${runningText(section.text, m, (run, lang) => figure(run, section.id, lang))}</div>` : nothing}
    ${blocks.length ? html`<div class="blocks">${blocks.map((block) => (block.type === 'other' && block.fault ? leftOut(block, findings, m) : blockOrRoom(block, section.id, of, context)))}</div>` : nothing}`;
}

/** Returns what the blocks of a section are drawn with. @param level that of its title */
export const blockContext = (
  section: Pick<AnySection, 'id' | 'blocks'>,
  level: number,
  { m, own, share, need }: SectionContext,
): BlockContext => ({
  level: Math.min(level + 1, 6),
  lang: m.lang,
  title: ({ title }) => (title ? resolveText(title, m.lang).text : undefined),
  own: (block) => own(block, section),
  share,
  need,
});

/** Renders a block that was left out: a short note for readers, the exact reason for the people who maintain the document. */
function leftOut(
  { name, fault }: Extract<Block, { readonly type: 'other' }>,
  findings: boolean,
  m: Localized,
): Content {
  if (!fault) return nothing;
  if (!findings) return html`<div class="left">${notice('info', m.content('reportLeft'))}</div>`;
  const { text, lang } = resolveText(fault.said, m.lang);
  return html`<div class="left">${notice('info', m.content('reportLeft'))}
    <details class="issues"><summary>${m.content('reportLeftWhy')}</summary><p lang=${lang}>${name ? `${name}\u202f: ` : nothing}${text}.</p><p><code>${fault.path}</code></p></details></div>`;
}

/** Renders a title with its number. It can take the focus, which links to the section move to it. */
export const heading = ({ id, title }: AnySection | Chapter, level: number, m: Localized): TemplateResult =>
  headingOf(
    String(Math.min(level, 6)),
    html`<span class="number">${`${id} `}</span>${domainText(title, m)}`,
    `h-${id}`,
    'heading',
  );

/** Returns a chapter or a section that is shown alone, with its title as that of the widget. */
export function partOf(
  report: Report,
  asked: string,
  context: SectionContext,
): { title: Text; body: TemplateResult } | null {
  const { level } = context;
  const section = findSection(report, asked)?.section;
  if (section) {
    const parts = 'sections' in section ? section.sections : [];
    const below = parts.map((part) => sectionView({ ...part, sections: [] }, { ...context, level: level - 1 }));
    return { title: section.title, body: html`<div class="alone">${contentOf(section, level, context)}${below}</div>` };
  }
  const chapter = findChapter(report, asked);
  if (!chapter) return null;
  const sections = chapter.sections.map((each) => sectionView(each, { ...context, level: level - 1 }));
  const intro = chapter.intro ? html`<p class="intro">${domainText(chapter.intro, context.m)}</p>` : nothing;
  return { title: chapter.title, body: html`<div class="alone">${intro}${sections}</div>` };
}
