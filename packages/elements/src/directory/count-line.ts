import { listsEveryMember, publishedMembers } from '@ess-widgets/core/directory';
import { formatCount, formatNumber } from '@ess-widgets/core/format';
import { DIRECTORY_LAYERS, type Period } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../base/frame.ts';
import type { Measured } from '../base/measure-controller.ts';
import type { Localized } from '../texts/texts.ts';
import { layerLabels } from './categories.ts';
import type { Directory, Tally } from './types.ts';

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
  const { layers, filtered, tally } = model.directory;
  if (filtered) {
    const left = tally.shown;
    const numbers = {
      n: left.n,
      m: formatNumber(left.placed, m.lang),
      all: formatNumber(tally.all.n, m.lang),
    };
    const line = m.content(model.map && left.n > 0 ? 'countFiltered' : 'countFilteredList', numbers);
    return html`<p class="count" part="count"><strong>${line}</strong>${model.directory.off}</p>`;
  }
  const members = layers.get('members') ?? { n: 0, placed: 0 };
  const others = DIRECTORY_LAYERS.flatMap((layer) => {
    const list = layers.get(layer);
    return list && layer !== 'members' ? [{ layer, list }] : [];
  });
  return html`<p class="count" part="count">
    ${members.n ? html`<strong>${membersLine(model, members, m)}</strong>` : nothing}
    ${others.map(({ layer, list }, index) => {
      const label = m.text(layerLabels[layer]);
      const line = m.content('countLayer', { label, n: list.n, m: list.placed });
      return html`${index || members.n ? html`<br>` : nothing}${line}`;
    })}${model.directory.apart}
  </p>`;
}

function membersLine(model: CountModel, { n, placed: k }: Tally, m: Localized): Content {
  const { directory, published, period, map } = model;
  const { dataset } = directory;
  const placed = m.text('countPlaced', { n: k });
  if (listsEveryMember(dataset, period)) {
    return map ? m.content('countComplete', { n, placed }) : m.content('countTotal', { n });
  }
  return publishedLine(published, map ? { n, placed } : { n }, m) ?? m.content('countListed', { n, placed });
}

/** "117 adhérents publiés ; 20 nommés", and how many of these are placed; null where no number is published. */
export function publishedLine(
  published: Measured | null,
  { n, placed }: { readonly n: number; readonly placed?: string },
  m: Localized,
): Content | null {
  const quantity = publishedMembers(published?.measure);
  if (!quantity) return null;
  const numbers = { published: formatCount(quantity, m.lang), named: m.text('countNamed', { n }) };
  return m.content(placed ? 'countPublished' : 'countPublishedList', { ...numbers, placed: placed ?? '' });
}
