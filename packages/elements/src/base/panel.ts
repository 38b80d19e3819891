import type { QueryState } from '@ess-widgets/core/data';
import { resolveText } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Localized } from '../texts/texts.ts';
import { type ElementView, EssElement, FOR_AUTHOR } from './element.ts';
import type { Content } from './frame.ts';
import { headingOf } from './heading.ts';
import { panelStyles } from './panel.styles.ts';
import { ShareBar, shareKindsOf } from './share/share-bar.ts';

/**
 * An element larger than a tile: stripes, title, subtitle, body, and a foot with its source, remarks and actions.
 *
 * @csspart body - Everything between the title and the foot.
 * @csspart foot - What is under the body: source line, remarks about the data, actions.
 * @csspart source - The source line.
 * @csspart actions - The share bar: share, picture, code, data.
 * @csspart share - What a button of the share bar opened.
 * @csspart issues - The remarks about the data, which open.
 * @since 0.2.0
 */
export abstract class EssPanel extends EssElement {
  static override styles = [...EssElement.styles, panelStyles];
  /** @internal */
  override readonly hasShareBar = true;
  readonly #bar = new ShareBar(this);

  /** Usual number of letters of the subtitle, for which lines are reserved while the data are loading. */
  protected get subtitleLength(): number {
    return 0;
  }

  /** Title while there is no data. */
  protected fallbackTitle(_m: Localized | null): Content {
    return '\u00a0';
  }

  protected override renderFrame(view: ElementView | null, m: Localized | null): TemplateResult {
    return html`<div class="stripes" aria-hidden="true"></div>
      ${headingOf(this.headingLevel, this.heading || view?.title || this.fallbackTitle(m))}
      ${view ? (view.subtitle ? html`<p class="subtitle" part="subtitle">${view.subtitle}</p>` : nothing) : this.#reserved()}
      <div class="body" part="body">${this.renderNotices(m)}${view ? view.body : this.renderWaiting(m)}</div>
      ${view ? html`<div class="grow"></div>${this.renderFoot(view, m)}` : nothing}`;
  }

  /** Renders room for the subtitle to come, so that the content below it does not move. */
  #reserved(): Content {
    if (this.subtitleLength === 0 || this.state !== 'loading') return nothing;
    return html`<p class="subtitle reserved" aria-hidden="true">${'xxxxx '.repeat(this.subtitleLength / 6)}</p>`;
  }

  /** Source line, remarks about the data, actions. */
  protected renderFoot(view: ElementView, m: Localized | null): Content {
    const issues = m ? issuesNotice(this.query, m, view.remarks) : nothing;
    const { source, shared } = view;
    if (!source && !shared && issues === nothing) return nothing;
    const bar = shared && m ? this.#bar.view(() => shared, shareKindsOf(shared), m) : nothing;
    return html`<div class="foot" part="foot"><div part="source">${source}</div><div class="actions" part="actions">${bar}</div>${issues}</div>`;
  }
}

/** Largest number of remarks that are written out. */
const LISTED = 20;

/**
 * Renders the records left out of the data and the remarks about them: one line, opened on demand.
 * @param own remarks of the element itself
 */
function issuesNotice({ issues: found }: QueryState, m: Localized, own: readonly Content[] = []): Content {
  const issues = found.filter(({ rule }) => rule !== FOR_AUTHOR);
  const all = issues.length + own.length;
  if (all === 0) return nothing;
  const dropped = issues.filter((i) => i.severity === 'error').length;
  const summary = dropped ? m.content('issues', { n: dropped }) : m.content('remarks', { n: all });
  const said = issues.slice(0, LISTED).map((issue): Content => resolveText(issue.message, m.lang).text);
  const shown = [...said, ...own].slice(0, LISTED);
  return html`<details class="issues" part="issues"><summary>${summary}</summary><ul>
    ${shown.map((line) => html`<li>${line}</li>`)}
    ${all > shown.length ? html`<li>${m.content('issuesMore', { n: all - shown.length })}</li>` : nothing}
  </ul></details>`;
}
