import { checkedCollections, runChecks } from '@ess-widgets/core/checks';
import { type Dataset, type Finding, isInSection, resolveText } from '@ess-widgets/core/model';
import { initialState, Task } from '@lit/task';
import { html, type LitElement, nothing } from 'lit';
import { communesOf } from '../base/communes-of.ts';
import type { Content } from '../base/frame.ts';
import { icon } from '../base/icons.ts';
import { addStyles } from '../base/lazy-module.ts';
import { warn } from '../base/warn.ts';
import type { Localized } from '../texts/texts.ts';
import { checksPanelStyles } from './checks-panel.styles.ts';

/** Findings of the checks in the data of a report. The rules run once all data are loaded, and again when these change. */
export class Checks {
  /** Collections that the rules read. */
  readonly collections = checkedCollections;
  readonly #task: Task<readonly [Dataset | null], readonly Finding[]>;
  #dataset: Dataset | null = null;

  constructor(host: LitElement) {
    addStyles(host, [checksPanelStyles]);
    this.#task = new Task(host, {
      // `view` sets the data while the host renders, so the task runs after the update.
      autoRun: 'afterUpdate',
      args: () => [this.#dataset] as const,
      task: ([dataset]) => (dataset ? findingsOf(dataset) : initialState),
      onError: (error) => warn('fault/checks', `<${host.localName}> could not run its checks: ${String(error)}`),
    });
  }

  /** Renders the findings about some sections, or all of them; undefined until the rules have run. */
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

/** Returns the findings that the command line reports, which has a table of towns too. */
async function findingsOf(dataset: Dataset): Promise<readonly Finding[]> {
  // Without a table of towns the rules find less, never anything else.
  const communes = await communesOf(dataset).catch(() => null);
  return runChecks(dataset, communes ? { communes } : {});
}

/** Renders findings about some sections, or all of them, the gravest first. Findings with the same text are shown once. */
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
      // Most texts name their section already, with the page.
      const place = section && !text.includes(`(${section}`) ? html`<strong>${section}</strong> ` : nothing;
      return html`<li class=${severity}>${icon(severity === 'info' ? 'info' : 'error')}<span>${place}${text}</span></li>`;
    },
  )}</ul>`;
}
