import { checkedCollections, runChecks } from '@ess-widgets/core/internal/checks/run';
import { isInSection } from '@ess-widgets/core/internal/model/sections';
import { resolveText } from '@ess-widgets/core/internal/model/text';
import type { Dataset, Finding } from '@ess-widgets/core/model';
import { initialState, Task } from '@lit/task';
import { html, type LitElement, nothing } from 'lit';
import { communesOf } from '../base/communes-of.ts';
import type { Content } from '../base/frame.ts';
import { icon } from '../base/icons.ts';
import { addStyles } from '../base/lazy-module.ts';
import { warn } from '../base/warn.ts';
import type { Localized } from '../texts/texts.ts';
import { checksPanelStyles } from './checks-panel.styles.ts';

/** What the rules of the checks find in the data of a report: found once they are all there, and anew when they change. */
export class Checks {
  /** What the rules read. */
  readonly collections = checkedCollections;
  readonly #task: Task<readonly [Dataset | null], readonly Finding[]>;
  #dataset: Dataset | null = null;

  constructor(host: LitElement) {
    addStyles(host, [checksPanelStyles]);
    this.#task = new Task(host, {
      // What is drawn says which data are meant.
      autoRun: 'afterUpdate',
      args: () => [this.#dataset] as const,
      task: ([dataset]) => (dataset ? findingsOf(dataset) : initialState),
      onError: (error) => warn('fault/checks', `<${host.localName}> could not run its checks: ${String(error)}`),
    });
  }

  /** What was found about some sections, or all of them; undefined until it is. */
  view(dataset: Dataset, sections: readonly string[] | undefined, m: Localized): Content | undefined {
    const { collections, manifest } = dataset;
    const lacks = this.collections.some((name) => !collections[name] && manifest.collections[name]);
    this.#dataset = lacks ? null : dataset;
    return this.#task.render({
      complete: (found): Content => findingsView(found, sections, m),
      error: (): Content => html`<p>${m.content('fault')}</p>`,
    });
  }
}

/** What the command line finds, which knows its towns too. */
async function findingsOf(dataset: Dataset): Promise<readonly Finding[]> {
  // Without a table of towns the rules say less, never something else.
  const communes = await communesOf(dataset).catch(() => null);
  return runChecks(dataset, communes ? { communes } : {});
}

/** Findings about some sections, or all of them, the gravest first. What is said of several records in the same words is said once. */
function findingsView(findings: readonly Finding[], sections: readonly string[] | undefined, m: Localized): Content {
  const isAsked = (section: string): boolean => sections?.some((id) => isInSection(section, id)) ?? true;
  const about = findings.filter(({ where }) => isAsked(where.section ?? ''));
  if (about.length === 0) return html`<p>${m.content('reportChecksNone')}</p>`;
  const said = new Map(about.map((finding) => [resolveText(finding.message, m.lang).text, finding]));
  return html`<ul class="findings">${[...said].map(
    ([
      text,
      {
        severity,
        where: { section },
      },
    ]) => {
      // Most name their section, with the page, after what they are about.
      const place = section && !text.includes(`(${section}`) ? html`<strong>${section}</strong> ` : nothing;
      return html`<li class=${severity}>${icon(severity === 'info' ? 'info' : 'error')}<span>${place}${text}</span></li>`;
    },
  )}</ul>`;
}
