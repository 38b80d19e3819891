/** Records of two columns as a ranking. */

import { RANKED, rankingOf, rankingSentence } from '@ess-widgets/core/charts';
import type { Dataset } from '@ess-widgets/core/model';
import { css, html, type TemplateResult } from 'lit';
import { addStyles } from '../base/added-styles.ts';
import type { EssElement } from '../base/element.ts';
import type { Localized } from '../texts/texts.ts';
import { cellView } from '../views/grid-view.ts';
import type { TableContent } from './content.ts';
import { type RecordsAsked, requestOf } from './records-table.ts';
import { moreRows, type TableState } from './table-body.ts';

/** Returns the content of a table as a ranking; null where its columns make none. */
export function rankedTable(
  dataset: Dataset,
  content: TableContent,
  asked: RecordsAsked,
  isAsked: boolean,
  m: Localized,
): TableContent | null {
  const request = requestOf(dataset, asked, m);
  const ranking = request && rankingOf(dataset, request, isAsked);
  if (!ranking) return null;
  const said = rankingSentence(ranking, m);
  return { ...content, grid: ranking.grid, subtitle: said ? m.content(said.key, said.params) : '' };
}

/** Renders the first rows of a ranking, or all of them once a visitor has asked. */
export function rankingBody(
  { grid }: TableContent,
  isUnfolded: boolean,
  state: TableState,
  m: Localized,
  host: EssElement,
): TemplateResult {
  addStyles(host, [rankingStyles]);
  const all = grid.rows.length;
  const rows = grid.rows.slice(0, isUnfolded ? state.limitFor(all) : RANKED);
  return html`<ol class="ranking" role="list" part="list">
    ${rows.map(({ cells: [name = null, count = null, values = null] }) => html`<li class="row"><span class="name">${cellView(name, m)}</span><span class="hidden">, </span><strong>${cellView(count, m)}</strong><span class="hidden">, </span><small>${cellView(values, m)}</small></li>`)}
  </ol>${moreRows(rows.length, all, state, m)}`;
}

const rankingStyles = css`
  .ranking {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .ranking > .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--_4);
    align-items: baseline;
    padding-block: var(--_2);
    border-block-end: 1px solid var(--_line);
    break-inside: avoid;
  }
  .ranking small {
    grid-column: 1 / -1;
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  @container (min-width: 40em) {
    .ranking > .row {
      grid-template-columns: minmax(0, 2fr) 2em minmax(0, 3fr);
    }
    .ranking strong {
      text-align: end;
    }
    .ranking small {
      grid-column: auto;
    }
  }
`;
