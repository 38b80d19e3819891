/** So many of so few things, a dot each. */

import {
  combined,
  type DotsGroup,
  dotGrid,
  dotsFinding,
  dotsInWords,
  findingTitle,
  type NamedRatio,
} from '@ess-widgets/core/charts';
import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { addStyles } from '../base/added-styles.ts';
import type { EssElement } from '../base/element.ts';
import type { Measured } from '../base/measure-controller.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized } from '../texts/texts.ts';
import { breakdownSubtitle, withKept } from '../views/breakdown-words.ts';
import { moveFocus, rovingIndex } from '../views/roving.ts';
import { styled } from '../views/styled.ts';
import type { WholeChart } from './view.ts';

/**
 * Makes the chart of one ratio, or of several beside each other.
 * @param ratios one a figure, in their order
 * @param kept names of what they are kept to
 */
export function dotsChart(
  figures: readonly Measured[],
  ratios: readonly NamedRatio[],
  kept: string,
  m: Localized,
  host: EssElement,
): WholeChart | null {
  addStyles(host, [dotsStyles]);
  const [figure] = figures;
  if (!figure) return null;
  const { texts } = figure;
  const groups = dotsInWords(figures, ratios, m);
  const most = Math.max(...ratios.map((ratio) => dotGrid(ratio).columns));
  const neutral = withKept(kept, domainText(texts.label, m));
  const title = findingTitle(dotsFinding(ratios), texts, m);
  const dimension = { id: '', label: texts.label, exclusive: true };
  const words = breakdownSubtitle(
    { ...figure, dimension, before: figure.measure.period, kept, isCounted: true },
    m,
    false,
    host.headingLevel === 'none',
  );
  return {
    figure: combined(figures) ?? figure,
    title: title ? withKept(kept, title) : neutral,
    // The title of a single ratio begins with its name.
    subtitle: (host.heading ? host.headingLevel === 'none' : title && ratios.length > 1)
      ? html`${neutral}. ${words}`
      : words,
    chart: () => html`<ul class="ratios" role="list" part="bars" @keydown=${moveFocus}>
      ${groups.map(
        (group, at) => html`<li tabindex=${rovingIndex(at)}>
          ${group.label ? html`<span class="group-name">${group.label}<span class="hidden">, </span></span>` : nothing}${dots(group, most)}
          <span class="amount"><strong class="known" part="value">${group.count}</strong>${group.share ? html`<span class="hidden">, </span> <span class="share">${group.share}</span>` : nothing}</span>
          ${group.goal ? html`<span class="hidden">, </span><span class="goal">${group.goal}</span>` : nothing}
        </li>`,
      )}
    </ul>`,
    table: () => ratiosTable(groups, neutral, m),
    isStated: title !== null,
    drawn: { chart: 'dots', marks: groups },
  };
}

/** Draws the dots of a ratio, of the size that the longest row of the chart has room for. @param most dots in that row */
function dots(ratio: NamedRatio, most: number): TemplateResult {
  const { columns, rows, filled, empty, mark } = dotGrid(ratio);
  const size = { '--_columns': String(columns), '--_most': String(most) };
  return html`<svg class="dots" viewBox=${`0 0 ${columns * 10} ${rows * 10}`} aria-hidden="true" focusable="false" ${styled(size)}>
    <path class="filled" d=${filled}></path><path class="empty" d=${empty}></path>${mark ? svg`<path class="mark" d=${mark}></path>` : nothing}
  </svg>`;
}

function ratiosTable(groups: readonly DotsGroup[], caption: unknown, m: Localized): TemplateResult {
  const isNamed = groups.some(({ label }) => label);
  const head = (words: unknown): TemplateResult => html`<th scope="col" class="number">${words}</th>`;
  return html`<div class="region" part="region" role="group" tabindex="0" aria-labelledby="title"><table class="rows" part="table">
    <caption class="hidden">${caption}</caption>
    <thead><tr>${isNamed ? html`<td></td>` : nothing}${head(m.content('dotsFilled'))}${head(m.content('dotsWhole'))}${head(m.content('dotsPart'))}</tr></thead>
    <tbody>${groups.map(
      ({ label, filled, of, share }) => html`<tr>${isNamed ? html`<th scope="row">${label}</th>` : nothing}
        <td class="number"><strong>${filled}</strong></td><td class="number">${of}</td><td class="number">${share}</td></tr>`,
    )}</tbody>
  </table></div>`;
}

const dotsStyles = css`
  .ratios {
    display: grid;
    gap: var(--_5);
    margin: 0;
    padding: 0;
    list-style: none;
    font-variant-numeric: lining-nums tabular-nums;
  }
  .group-name {
    display: block;
    margin-block-end: var(--_1);
    font-size: 0.9375em;
    line-height: 1.3;
  }
  .dots {
    --_columns: 20;
    --_most: 20;
    display: block;
    inline-size: calc(var(--_columns) * min(1.5em, 100% / var(--_most)));
    print-color-adjust: exact;
  }
  .dots > .filled {
    fill: var(--_accent);
  }
  .dots > .empty {
    fill: none;
    stroke: var(--_line-strong);
    stroke-width: 1.2;
  }
  .dots > .mark {
    fill: var(--_ink);
  }
  .ratios .goal {
    display: block;
    margin-block-start: var(--_1);
    font-size: 0.9375em;
    line-height: 1.3;
  }
  .ratios .goal::first-letter {
    text-transform: uppercase;
  }
  .ratios .amount {
    display: block;
    margin-block-start: var(--_1);
    font-size: 1.125em;
  }
  @media (forced-colors: active) {
    .dots > .filled {
      fill: CanvasText;
    }
    .dots > .empty {
      stroke: CanvasText;
    }
  }
`;
