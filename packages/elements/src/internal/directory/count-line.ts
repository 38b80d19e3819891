import { formatCount, formatNumber } from '@ess-widgets/core/format';
import type { DirectoryEntry } from '@ess-widgets/core/geo';
import { isComplete, latestPeriod, type Period } from '@ess-widgets/core/model';
import { html, type TemplateResult } from 'lit';
import type { Localized } from '../../messages/messages.ts';
import type { Measured } from '../measure-controller.ts';
import type { Directory } from './directory-element.ts';

const placedOf = (entries: readonly DirectoryEntry[]): number =>
  entries.filter(({ position }) => position !== null).length;

/**
 * How many there are and how many of them can be seen, always with what is missing: "117 adhérents publiés ; 20 nommés,
 * dont 10 situés". A complete list says "42 adhérents, dont 40 situés sur la carte".
 */
export function countLine(
  directory: Directory,
  published: Measured | null,
  period: Period | undefined,
  m: Localized,
): TemplateResult {
  const { all, shown, filtered } = directory;
  if (filtered) {
    const numbers = {
      n: shown.length,
      m: formatNumber(placedOf(shown), m.lang),
      all: formatNumber(all.length, m.lang),
    };
    return html`<p class="count" part="count"><strong>${m.content('countFiltered', numbers)}</strong></p>`;
  }
  const members = all.filter(({ layer }) => layer === 'members');
  const others = (['events', 'projects'] as const).flatMap((layer) => {
    const list = all.filter((entry) => entry.layer === layer);
    return list.length ? [{ layer, list }] : [];
  });
  return html`<p class="count" part="count">
    ${members.length ? html`<strong>${membersLine(directory, members, published, period, m)}</strong>` : ''}
    ${others.map(({ layer, list }, index) => {
      const label = m.text(layer === 'events' ? 'layerEvents' : 'layerProjects');
      const line = m.content('countLayer', { label, n: list.length, m: placedOf(list) });
      return html`${index || members.length ? html`<br>` : ''}${line}`;
    })}
  </p>`;
}

function membersLine(
  { dataset }: Directory,
  members: readonly DirectoryEntry[],
  published: Measured | null,
  period: Period | undefined,
  m: Localized,
): TemplateResult | string {
  const placed = placedOf(members);
  const numbers = { n: members.length, m: formatNumber(placed, m.lang) };
  const listed = dataset.manifest.collections['memberships'];
  if (!listed || isComplete(dataset, 'memberships', period ?? latestPeriod(dataset.manifest), 'flow=stock')) {
    return m.content('countComplete', numbers);
  }
  const quantity = published?.measure.quantity;
  if (!quantity || published?.measure.basis === 'listed') return m.content('countListed', numbers);
  return m.content('countPublished', {
    published: formatCount(quantity, m.lang),
    named: m.text('countNamed', { n: members.length }),
    placed: m.text('countPlaced', { n: placed }),
  });
}
