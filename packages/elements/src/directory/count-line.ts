import { directoryLines } from '@ess-widgets/core/charts';
import { formatNumber } from '@ess-widgets/core/format';
import type { Period } from '@ess-widgets/core/model';
import { html, type TemplateResult } from 'lit';
import type { Measured } from '../base/measure-controller.ts';
import type { Localized } from '../texts/texts.ts';
import type { Directory } from './types.ts';

/** Model of the line. */
interface CountModel {
  readonly directory: Directory;
  /** The published number of members. */
  readonly published: Measured | null;
  readonly period: Period | undefined;
  /** There is a map: what is not on it is said. */
  readonly map: boolean;
}

/** Says how many entries there are and how many of them can be seen, a thing a line. */
export function countLine(model: CountModel, m: Localized): TemplateResult {
  const { directory, published, period, map } = model;
  const { dataset, layers, filtered, tally } = directory;
  if (filtered) {
    const left = tally.shown;
    const numbers = {
      n: left.n,
      m: formatNumber(left.placed, m.lang),
      all: formatNumber(tally.all.n, m.lang),
    };
    const line = m.content(map && left.n > 0 ? 'countFiltered' : 'countFilteredList', numbers);
    return html`<p class="count" part="count"><strong>${line}</strong>${directory.off}</p>`;
  }
  const lines = directoryLines(dataset, { layers, measure: published?.measure, period, map }, m);
  const isStrong = map || layers.has('members');
  return html`<p class="count" part="count">
    ${lines.map((line, at) => {
      const text = m.content(...line);
      return at === 0 ? (isStrong ? html`<strong>${text}</strong>` : text) : html`<br>${text}`;
    })}${directory.apart}
  </p>`;
}
