import { dateInWords, frenchOrganisation } from '../../format/index.ts';
import {
  type Block,
  type Chapter,
  collectionNames,
  findSection,
  isFigureHidden,
  paragraphsOf,
  type Report,
  type Run,
  reportFor,
  resolveText,
  runsOf,
  type Story,
  type Text,
} from '../../model/index.ts';
import { blockWidgets } from '../block-widgets.ts';
import { figureText, publishedFigure } from '../cited.ts';
import { html, type Markup, NOTHING } from '../markup.ts';
import { measured } from '../measured.ts';
import { headed } from '../pieces.ts';
import type { StillContext, StillKind } from '../request.ts';

/** The overview of a report: its messages with their charts, its chapters and the ways in as links. */
export const overview: StillKind = {
  needs: () => ['measures', ...collectionNames],
  content: (context) => {
    const { dataset, attributes, m, document } = context;
    const { section, view = 'overview', territory, period } = attributes;
    // A part of a report, or the report of a part, is told by the widget alone: sentences are written about the whole.
    if (!document || section || view !== 'overview' || territory || (period && period !== document.report.period))
      return null;
    const report = reportFor(document.report, { dataset, findings: false });
    const { story } = document;
    const name = report.publisher?.name ?? dataset.manifest.publisher.name;
    const publisher = m.lang === 'fr' ? frenchOrganisation(name) : name;
    const told = { ...context, period: report.period };
    const level = Number(attributes['heading-level'] || 2) + 1;
    return {
      title: m.data(story?.cover.title ?? report.title),
      skin: 'overview',
      isSection: true,
      subtitle: m.say('reportLeadStill', { publisher, date: dateInWords(dataset.manifest.updated, m.lang) }),
      body: html`${viewsOf(report, m)}${story ? standfirstOf(story, told) : NOTHING}${
        story
          ? html`<div class="m">${story.messages.map((message) => html`<div>${headed(level, said(message.title, told, true))}<div>${blockMarkup(message.chart, level + 1, told, titleOf(message.title, told))}</div>${said(message.text, told)}<p><a href="${hrefOf(message.section)}">${m.say('storyRead', { section: message.section })}</a></p></div>`)}</div>`
          : html`<div class="m">${(report.opening?.blocks ?? []).map((block) => html`<div>${blockMarkup(block, level, told)}</div>`)}</div>`
      }<ul class="d">${report.chapters.map((chapter) => chapterMarkup(chapter, story, told))}</ul>${story ? readersOf(story, report, level, told) : NOTHING}<p><a href="#donnees">${m.say('storyData')}</a></p>`,
      sources: [],
    };
  },
};

/** A context and the period that texts are about. */
type Told = StillContext & { readonly period: string };

const hrefOf = (id: string): string => `#${encodeURIComponent(id)}`;

/** Writes the bar of the views: this one, the chapters, the data. */
function viewsOf({ chapters }: Report, m: StillContext['m']): Markup {
  const all = chapters.map(({ id, title }) => html`<li><a href="${hrefOf(id)}">${id} ${m.data(title)}</a></li>`);
  return html`<ul class="v"><li><strong>${m.say('storyOverview')}</strong></li>${all}<li><a href="#donnees">${m.say('storyDataLink')}</a></li></ul>`;
}

/** Writes the sentence under the title, with the word that says whose text it is while nobody has signed it. */
function standfirstOf({ cover, signed }: Story, told: Told): Markup {
  const { m } = told;
  const whose = signed
    ? m.say('storySigned', { role: m.data(signed.role), date: dateInWords(signed.date, m.lang) })
    : m.say('storyProposal');
  return html`<div class="s">${said(cover.standfirst, told)}<p>${whose}</p></div>`;
}

/** Writes the widgets of a block; nothing for one that is none. @param heading the title of the message above, which is that of the block */
function blockMarkup(block: Block, level: number, { m, period, widget }: Told, heading?: string): Markup {
  if (block.type === 'observations' || block.type === 'checks' || block.type === 'other') return NOTHING;
  const title = block.title && resolveText(block.title, m.lang).text;
  const widgets = blockWidgets(block, title, Math.min(level, 6));
  const titled = heading && widgets[0]?.tag !== 'ess-indicator' ? { heading, 'heading-level': 'none' } : {};
  return html`${widgets.map(({ tag, attributes }) => widget({ tag, attributes: { period, ...attributes, ...titled } }))}`;
}

function chapterMarkup({ id, title, intro }: Chapter, story: Story | null, told: Told): Markup {
  const { m } = told;
  const thesis = story?.chapters.find((each) => each.id === id)?.thesis;
  const about = thesis ? said(thesis, told) : intro ? html`<p>${m.data(intro)}</p>` : NOTHING;
  return html`<li><a href="${hrefOf(id)}"><span>${id} </span>${m.data(title)}</a>${about}</li>`;
}

/** Writes the ways in, each with the sections that it leads to. */
function readersOf({ doors }: Story, report: Report, level: number, { m }: Told): Markup {
  if (doors.length === 0) return NOTHING;
  const link = (id: string): Markup => {
    const section = findSection(report, id)?.section;
    return section ? html`<li><a href="${hrefOf(id)}">${m.data(section.title)}</a></li>` : NOTHING;
  };
  const ways = doors.map(
    ({ title, sections }) => html`<details><summary>${m.data(title)}</summary><ul>${sections.map(link)}</ul></details>`,
  );
  return html`${headed(level, m.say('storyReaders'))}<div class="w">${ways}</div>`;
}

/** Writes a text with its figures, a paragraph each. @param isInline without paragraphs, as in a title */
function said(text: Text, told: Told, isInline = false): Markup {
  const { text: words, lang } = resolveText(text, told.m.lang);
  const of = lang === told.m.lang ? NOTHING : html` lang="${lang}"`;
  return html`${paragraphsOf(words).map((paragraph) => {
    const runs = runsOf(paragraph).map((run) => runMarkup(run, lang, told));
    if (isInline) return of.markup ? html`<span${of}>${runs}</span>` : html`${runs}`;
    return html`<p${of}>${runs}</p>`;
  })}`;
}

/** Returns a title in plain words. */
function titleOf(text: Text, told: Told): string {
  const { text: words, lang } = resolveText(text, told.m.lang);
  return runsOf(words)
    .map((run) => (run.kind === 'text' ? run.text : (figureIn(run, lang, told) ?? told.m.text('reportNoValue'))))
    .join('');
}

function runMarkup(run: Run, lang: string, told: Told): Markup {
  if (run.kind === 'text') return html`${run.text}`;
  if (run.kind === 'figure' && isFigureHidden(told.dataset, run)) return told.m.say('reportInternal');
  const figure = figureIn(run, lang, told);
  return figure === null ? told.m.say('reportNoValue') : html`<strong>${figure}</strong>`;
}

/** Returns a figure of a text in words; null while it has no value. */
function figureIn(run: Exclude<Run, { kind: 'text' }>, lang: string, { dataset, period }: Told): string | null {
  const asked = run.kind === 'figure' ? { period, ...run } : null;
  const observation =
    run.kind === 'observation' && dataset.collections.observations?.find(({ id }) => id === run.observation);
  const found = asked ? measured(dataset, asked) : observation ? publishedFigure(observation, dataset) : null;
  const { quantity } = found?.measure ?? {};
  return found && quantity ? figureText(run, quantity, found.measure, lang) : null;
}

/** Serif titles, three messages in a row where there is room, and charts without boxes of their own. */
export const skin = `
&{--_serif:var(--ess-font-title,"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",P052,"Noto Serif",Georgia,serif)}
& :is(h2,h3,h4,h5,h6){margin:0;font-family:var(--_serif);font-size:1.3125em;font-weight:700;line-height:1.25;text-wrap:balance}
&>:is(h2,h3,h4,h5,h6,p):first-child{max-inline-size:20em;font-size:clamp(1.75em,1.2em + 2.6cqi,3.25em);line-height:1.1}
&>:is(h2,h3,h4,h5,h6,p):first-child+p{max-inline-size:34em;margin-block-start:max(1rem,16px);font-size:1em;line-height:1.5}
&>.v{display:flex;gap:max(1rem,16px);margin:max(1.5rem,24px) calc(-1*var(--_pad)) 0;padding-inline:var(--_pad);border-block:1px solid var(--_line);overflow-x:auto;scrollbar-width:none}
&>.v>li{flex:none;min-block-size:max(2.75rem,44px);line-height:max(2.56rem,41px);border-block-end:3px solid transparent}
&>.v>li:first-child{border-color:var(--_accent)}
&>.v strong{font-weight:600}
&>.v a{color:var(--_ink-2);text-decoration:none}
&>.s{max-inline-size:44em;margin-block-start:max(1.5rem,24px)}
@container (max-width:46em){&>.v{margin-inline:calc(-1*min(var(--_pad),1rem));padding-inline:min(var(--_pad),1rem)}}
&>.s>p{margin:0 0 max(.5rem,8px);font-family:var(--_serif);font-size:clamp(1.1875em,1em + .8cqi,1.5em);line-height:1.45}
&>.s>p:last-child{font-family:inherit;font-size:.875em;color:var(--_ink-2)}
&>.m{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(18.5rem,100%),1fr));gap:max(2rem,32px);margin-block-start:max(1.5rem,24px)}
&>.m>div{display:grid;grid-template-columns:minmax(0,1fr);grid-row:span 4;grid-template-rows:subgrid;gap:max(.75rem,12px);align-content:start;padding-block-start:max(1rem,16px);border-block-start:2px solid var(--_ink)}
&>.m>div>p{margin:0;line-height:1.6}
&>.m>div>div{container-type:inline-size}
&>.m>div>p:last-child{font-size:.875em}
&>.m .ess-still:not(.ess-value)>:first-child{display:none}
@media (scripting:enabled){@container (max-width:40em){&>.m>div>p{block-size:max(2.75rem,44px);overflow:hidden}&>.m>div>p:last-child,&>.d p{display:none}&>.m{gap:max(1.5rem,24px)}&>.m>div{display:flex;flex-direction:column;gap:max(.5rem,8px)}}}
&>.m .ess-still{padding:0;border:0;background:none}
&>.m .ess-still::before{content:none}
&>.m .ess-still>:is(figcaption,h2,h3,h4,h5,h6):first-child{font-size:1em}
&>.m .ess-value>:first-child{font-size:.875em}
&>.d{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(14rem,100%),1fr));gap:max(1.5rem,24px);margin-block-start:max(2rem,32px);padding-block-start:max(1.5rem,24px);border-block-start:1px solid var(--_line)}
&>.d>li>a{display:inline-block;min-block-size:max(2.75rem,44px);font-family:var(--_serif);font-size:1.25em;font-weight:700}
&>.d>li>a>span{font-weight:400}
&>.d p{margin:0;line-height:1.5}
&>.d~:is(h2,h3,h4,h5,h6){margin-block-start:max(2rem,32px);font-size:1.3125em}
&>.w{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(14rem,100%),1fr));gap:max(.75rem,12px) max(1.5rem,24px);align-items:start;margin-block-start:max(.75rem,12px)}
&>.w>details{padding-inline:max(.75rem,12px);border:1px solid var(--_line)}
&>.w summary{display:flex;align-items:center;min-block-size:max(2.75rem,44px);color:var(--_accent);font-weight:600;cursor:pointer}
&>.w li{padding-block:max(.25rem,4px)}
&>.w~p{margin:max(2rem,32px) 0 0}
`;
