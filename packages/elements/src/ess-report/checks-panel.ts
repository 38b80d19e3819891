import { checkedCollections, runChecks } from '@ess-widgets/core/checks';
import { type Dataset, type Finding, resolveText } from '@ess-widgets/core/model';
import { isInSection } from '@ess-widgets/core/model/report';
import { html, type LitElement, nothing } from 'lit';
import { wearStyles } from '../grid/late-styles.ts';
import type { Content } from '../internal/frame.ts';
import { icon } from '../internal/icons.ts';
import type { Localized } from '../messages/messages.ts';
import { communesOf } from '../near/communes-of.ts';
import { checksPanelStyles } from './checks-panel.styles.ts';

/** What the rules read. */
export const collections = checkedCollections;

/**
 * What the rules find in a data set that is there as a whole: what the command line finds, which knows its towns too.
 * @param host where they are shown: it wears their styles from then on
 */
export async function findingsOf(dataset: Dataset, host: LitElement): Promise<readonly Finding[]> {
  wearStyles(host, [checksPanelStyles]);
  // Without a table of towns the rules say less, never something else.
  const communes = await communesOf(dataset).catch(() => null);
  return runChecks(dataset, communes ? { communes } : {});
}

/** Findings about some sections, or all of them, the gravest first. What is said of several records in the same words is said once. */
export function checksView(
  findings: readonly Finding[],
  sections: readonly string[] | undefined,
  m: Localized,
): Content {
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
      return html`<li class=${severity}>${icon(severity === 'info' ? 'info' : 'warning')}<span>${place}${text}</span></li>`;
    },
  )}</ul>`;
}
