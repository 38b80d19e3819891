import { badgesOf, type Measure, resolveText, type Text } from '@ess-widgets/core/model';
import { html, type TemplateResult } from 'lit';
import type { Localized, MessageKey } from '../messages/messages.ts';
import { type IconName, icon } from './icons.ts';

interface Badge {
  readonly icon: IconName;
  readonly label: MessageKey;
  readonly kind: '' | 'doubt' | 'doubt check';
}

const ORIGIN: Readonly<Record<ReturnType<typeof badgesOf>['origin'], Badge>> = {
  published: { icon: 'published', label: 'qualityPublished', kind: '' },
  computed: { icon: 'computed', label: 'qualityComputed', kind: '' },
  recomputed: { icon: 'recomputed', label: 'qualityRecomputed', kind: '' },
  listed: { icon: 'listed', label: 'qualityListed', kind: '' },
};
const DOUBT: Readonly<Record<'approx' | 'partial' | 'check', Badge>> = {
  approx: { icon: 'approx', label: 'qualityApprox', kind: 'doubt' },
  partial: { icon: 'partial', label: 'qualityPartial', kind: 'doubt' },
  check: { icon: 'check', label: 'qualityCheck', kind: 'doubt check' },
};

const badgesFor = (measure: Measure): readonly Badge[] => {
  const { origin, doubts } = badgesOf(measure);
  return [ORIGIN[origin], ...doubts.map((doubt) => DOUBT[doubt])];
};

/**
 * The badges of a measure, origin then doubts. The first is the button that opens the source card; the others are read as
 * part of its name.
 */
export function qualityBadges(measure: Measure, m: Localized, open: boolean, toggle: () => void): TemplateResult {
  const badges = badgesFor(measure);
  const [first, ...others] = badges;
  if (!first) return html``;
  const name = m.text('qualityOf', { badges: badges.map((b) => m.text(b.label)).join(', ') });
  return html`<button class="badge ${first.kind}" part="badge" type="button" aria-expanded=${open ? 'true' : 'false'}
      aria-controls="card" aria-label=${name} @click=${toggle}>${icon(first.icon)}${m.content(first.label)}</button>
    ${others.map((b) => html`<span class="badge ${b.kind}" part="badge" aria-hidden="true">${icon(b.icon)}${m.content(b.label)}</span>`)}`;
}

/** A domain text with its own `lang` where it had to fall back. */
export function domainText(text: Text, m: Localized): string | TemplateResult {
  const found = resolveText(text, m.lang);
  return found.lang === m.lang ? found.text : html`<span lang=${found.lang}>${found.text}</span>`;
}
