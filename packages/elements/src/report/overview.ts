/** Overview of a report: the year in one minute, and the ways into it. */
import { dateInWords } from '@ess-widgets/core/format';
import {
  type Chapter,
  findSection,
  type Report,
  resolveText,
  type Story,
  type StoryDoor,
  type StoryMessage,
  type Text,
} from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../base/frame.ts';
import { headingOf } from '../base/heading.ts';
import { domainText } from '../texts/domain-text.ts';
import { blockView } from './blocks.ts';
import { unfold } from './contents.ts';
import { runningText, textsOfPart, titleInWords } from './running-text.ts';
import { blockContext, blockOrRoom, contentOf, opening, type SectionContext } from './section-view.ts';
import { DATA, OVERVIEW } from './views.ts';

/** Report, story and addresses that the overview is drawn from. */
interface OverviewModel {
  readonly report: Report;
  /** Null where the report has none: its opening stands in the place of the messages. */
  readonly story: Story | null;
  readonly hrefOf: (id: string) => string;
}

/** Renders the overview: messages, chapters, and a way in for each kind of reader. */
export function overviewView({ report, story, hrefOf }: OverviewModel, context: SectionContext): TemplateResult {
  const { m, level } = context;
  const { opening } = report;
  return html`<div class="overview" data-section=${OVERVIEW}>
    ${story ? standfirstOf(story, context) : nothing}
    ${
      story
        ? html`<section class="messages" aria-label=${m.text('storyMessages')}>${story.messages.map((each) => messageView(each, hrefOf, context))}</section>`
        : opening
          ? html`<section class="opening" data-section=${opening.id}>${contentOf(opening, level + 1, context)}</section>`
          : nothing
    }
    <nav class="doors" aria-label=${m.text('storyChapters')}>${report.chapters.map((chapter) => chapterDoor(chapter, story, hrefOf, context))}</nav>
    ${story?.doors.length ? readers(story, report, hrefOf, context) : nothing}
    <p class="all"><a href=${hrefOf(DATA)}>${m.content('storyData')}</a></p>
  </div>`;
}

/** Renders what a report on paper begins with: the messages in words, whose pictures are in the chapters. */
export function storyOnPaper(story: Story, context: SectionContext): TemplateResult {
  const { m, level } = context;
  return html`<section class="essentials">${headingOf(String(Math.min(level + 1, 6)), m.content('storyMessages'), 'h-essentials', 'heading')}
    ${standfirstOf(story, context)}
    ${story.messages.map(({ id, title, text, section }) => {
      const at = `${OVERVIEW}.${id}`;
      const { text: words, lang } = titleOf(title, at, context);
      return html`<article>${headingOf(String(Math.min(level + 2, 6)), html`<span lang=${lang}>${words}</span>`, `h-${at}`, 'heading')}
        <div class="text">${said(text, at, context)}</div>
        <p class="read">${m.content('storyRead', { section })}</p></article>`;
    })}
  </section>`;
}

/** Renders the sentence under the title, with the word that says whose text it is while nobody has signed it. */
function standfirstOf({ cover, signed }: Story, context: SectionContext): TemplateResult {
  const { m } = context;
  return html`<div class="standfirst">${said(cover.standfirst, 'standfirst', context)}
    <p class="signed">${signed ? m.content('storySigned', { role: resolveText(signed.role, m.lang).text, date: dateInWords(signed.date, m.lang) }) : m.content('storyProposal')}</p></div>`;
}

/**
 * Renders a message: its finding as a title, its picture, its paragraph, and where to read on. The title is that of the picture
 * too, in its files and on other pages.
 */
function messageView(message: StoryMessage, hrefOf: (id: string) => string, of: SectionContext): TemplateResult {
  const { id, title, text, chart, section } = message;
  const context = { ...of, m: textsOfPart([title, text, chart.title], of.m) };
  const { m, level } = context;
  const at = `${OVERVIEW}.${id}`;
  const { text: heading, lang } = titleOf(title, at, context);
  const block = { ...blockContext({ id: at, blocks: [chart] }, level + 1, context), heading };
  return html`<article class="message" lang=${m.lang} data-section=${at} data-share=${section} aria-labelledby="h-${at}">
    ${headingOf(String(Math.min(level + 1, 6)), html`<span lang=${lang}>${heading}</span>`, `h-${at}`, 'heading')}
    <div class="blocks">${blockOrRoom(chart, at, block, context)}</div>
    <button class="link unfold" type="button" aria-expanded="false" @click=${unfold}>${m.content('storyText')}</button>
    <div class="text">${said(text, at, context)}</div>
    <p class="read"><a href=${hrefOf(section)}>${m.content('storyRead', { section })}</a></p>
  </article>`;
}

/** Renders a text with its figures. */
function said(text: Text, at: string, { m, figure }: SectionContext): Content {
  return html`${runningText(text, m, (run, lang) => figure(run, at, lang))}`;
}

const titleOf = (title: Text, at: string, { m, words }: SectionContext) =>
  titleInWords(title, m, (run, lang) => words(run, at, lang));

function chapterDoor(
  chapter: Chapter,
  story: Story | null,
  hrefOf: (id: string) => string,
  context: SectionContext,
): TemplateResult {
  const { m } = context;
  const { id, title, intro } = chapter;
  const thesis = story?.chapters.find((each) => each.id === id)?.thesis;
  return html`<div class="door"><a href=${hrefOf(id)}><span class="number">${`${id} `}</span>${domainText(title, m)}</a>
    ${thesis ? said(thesis, `door.${id}`, context) : intro ? html`<p>${domainText(intro, m)}</p>` : nothing}</div>`;
}

/** Renders the ways in: each opens on its figures, ready to be quoted, and on its sections. */
function readers(
  { doors }: Story,
  report: Report,
  hrefOf: (id: string) => string,
  context: SectionContext,
): TemplateResult {
  const { m, level } = context;
  return html`<section class="readers" aria-labelledby="h-readers">
    ${headingOf(String(Math.min(level + 1, 6)), html`${m.content('storyReaders')}`, 'h-readers', 'heading')}
    <div class="ways">${doors.map((door) => readerDoor(door, report, hrefOf, context))}</div></section>`;
}

function readerDoor(
  { id, title, sections, figures }: StoryDoor,
  report: Report,
  hrefOf: (id: string) => string,
  context: SectionContext,
): TemplateResult {
  const { m, level, isOpen, open } = context;
  const at = `reader.${id}`;
  const links = sections.flatMap((each) => findSection(report, each)?.section ?? []);
  return html`<details class="way" name="way" @toggle=${opening(at, open)}><summary>${domainText(title, m)}</summary>
    ${isOpen(at) ? html`<div class="blocks">${blockView({ type: 'indicators', figures }, blockContext({ id: at, blocks: [] }, level + 1, context))}</div>` : nothing}
    <ul class="links">${links.map((section) => html`<li><a href=${hrefOf(section.id)}>${domainText(section.title, m)}</a></li>`)}</ul></details>`;
}
