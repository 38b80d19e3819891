import type { Chapter, Report, Section, Subsection } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { controlIcon } from '../base/control-icons.ts';
import type { Content } from '../base/frame.ts';
import { pathIcon } from '../base/icons.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized } from '../texts/texts.ts';

const PRINTER = 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z';

/** Model of the contents of a report. */
interface ContentsModel {
  readonly report: Report;
  /** Ids of the sections that the visitor's words were found in; null while nothing is searched. */
  readonly found: ReadonlySet<string> | null;
  readonly query: string;
}

/** Actions that a visitor has in the contents. */
interface ContentsActions {
  readonly go: (id: string) => void;
  /** Returns the address of a section that is on another view; on a page that shows all, each is a fragment of it. */
  readonly hrefOf?: ((id: string) => string) | undefined;
  readonly search: (text: string) => void;
  /** The search is about to be used: its code may be loaded. */
  readonly ready: () => void;
  readonly print: () => void;
  readonly download: () => void;
}

/** Renders the contents: a link that skips them, chapters and sections as links, a search, printing and download. */
export function contentsView(model: ContentsModel, actions: ContentsActions, m: Localized): TemplateResult {
  const { report, found, query } = model;
  const chapters = report.chapters
    .map((chapter) => chapterLink(chapter, found, actions, m))
    .filter((one) => one !== nothing);
  const [first] = report.chapters;
  return html`${first ? html`<a class="button skip" href=${sectionAddress(first.id)} @click=${(event: MouseEvent) => followInPage(event, () => actions.go(first.id))}>${m.content('reportSkip')}</a>` : nothing}<nav class="contents" part="contents" aria-label=${m.text('reportContents')}>
      <label class="search"><span class="hidden">${m.content('reportSearch')}</span>${controlIcon('search')}
        <input type="search" placeholder=${m.text('reportSearch')} .value=${query} @focus=${actions.ready}
          @input=${({ target }: Event) => actions.search((target as HTMLInputElement).value)}></label>
      ${found ? html`<p class="found">${foundText(found, m)}</p>` : html`<button class="link fold" type="button" aria-expanded="false" @click=${unfold}>${m.content('reportContents')}</button>`}
      <ol>${chapters}</ol>
    </nav>
    <div class="tools" part="actions">
      <button class="link" type="button" @click=${actions.print}>${pathIcon(PRINTER)}${m.content('reportPrint')}</button>
      <button class="link" type="button" @click=${actions.download}>${controlIcon('download')}${m.content('reportData')}</button>
    </div>`;
}

/** Opens or closes what follows a button on a phone, whose first screen it would fill; elsewhere the button is not there. */
export function unfold({ currentTarget }: Event): void {
  const button = currentTarget as HTMLElement;
  button.ariaExpanded = String(button.ariaExpanded !== 'true');
}

/** Returns the number of sections found: "9 sections trouvées". */
export const foundText = (found: ReadonlySet<string>, m: Localized): string =>
  m.text(found.size ? 'reportFound' : 'reportFoundNone', { n: found.size });

function chapterLink(
  chapter: Chapter,
  found: ReadonlySet<string> | null,
  { go, hrefOf = sectionAddress }: ContentsActions,
  m: Localized,
): Content {
  const isShown = ({ id }: { readonly id: string }): boolean => !found || found.has(id);
  const link = ({ id, title }: Subsection | Chapter): TemplateResult =>
    html`<a href=${hrefOf(id)} data-to=${id} @click=${(event: MouseEvent) => followInPage(event, () => go(id))}><span class="number">${id.slice(id.indexOf('.') + 1)}</span><span>${domainText(title, m)}</span></a>`;
  const row = (section: Subsection, parts: readonly Subsection[]): TemplateResult =>
    html`<li class=${found ? 'current' : ''}>${link(section)}${list(parts)}</li>`;
  const list = (rows: readonly (Section | Subsection)[]): Content => {
    const shown = rows.flatMap((section) => {
      const parts = 'sections' in section ? section.sections : [];
      return isShown(section) || parts.some(isShown) ? [row(section, parts)] : [];
    });
    return shown.length ? html`<ol>${shown}</ol>` : nothing;
  };
  const sections = list(chapter.sections);
  return found && sections === nothing
    ? nothing
    : html`<li class=${found ? 'current' : ''}>${link(chapter)}${sections}</li>`;
}

/**
 * Returns the address of a section on this very page, whatever its `<base>`, so that it can be copied, shared, opened in a
 * tab.
 */
export const sectionAddress = (id: string): string =>
  `${location.pathname}${location.search}#${encodeURIComponent(id)}`;

/** Handles a plain click, without a step in the history of the host page. The browser handles any other click. */
export function followInPage(event: MouseEvent, go: () => void): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go();
}
