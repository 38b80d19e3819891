/** Bars of several periods or territories side by side. */

import { type Bars, barsInWords } from '@ess-widgets/core/charts';
import { html, type TemplateResult } from 'lit';
import type { Localized } from '../texts/texts.ts';
import { view as rowsOf } from './bars.ts';
import type { DrawnBreakdown } from './view.ts';

export { barsInWords as marks };

/**
 * Renders the legend of the patterns, then the groups. It is hidden from screen readers, for which each bar has its name.
 */
export const view = (bars: Bars, parts: DrawnBreakdown, m: Localized): TemplateResult =>
  html`<p class="keys" aria-hidden="true">${bars.series.map((label, at) => html`<span class="key"><i class="swatch pattern p${at + 1}"></i>${label}</span>`)}</p>${rowsOf(bars, parts, m)}`;
