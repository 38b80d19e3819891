import { layerLabels, membersLine } from '@ess-widgets/core/charts';
import { formatNumber } from '@ess-widgets/core/format';
import { DIRECTORY_LAYERS, type Period } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
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

/**
 * Says how many entries there are and how many of them can be seen, always with what is missing: "117 adhérents publiés ; 20 nommés,
 * dont 10 situés". A complete list says "42 adhérents, dont 40 situés sur la carte".
 */
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
  const members = layers.get('members') ?? { n: 0, placed: 0 };
  const others = DIRECTORY_LAYERS.flatMap((layer) => {
    const list = layers.get(layer);
    return list && layer !== 'members' ? [{ layer, list }] : [];
  });
  return html`<p class="count" part="count">
    ${members.n ? html`<strong>${m.content(...membersLine(dataset, { ...members, measure: published?.measure, period, map }, m))}</strong>` : nothing}
    ${others.map(({ layer, list }, index) => {
      const label = m.text(layerLabels[layer]);
      const line = m.content('countLayer', { label, n: list.n, m: list.placed });
      return html`${index || members.n ? html`<br>` : nothing}${line}`;
    })}${directory.apart}
  </p>`;
}
