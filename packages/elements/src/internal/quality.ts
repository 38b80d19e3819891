import { formatCount, formatDate, formatPeriod, formatQuantity } from '@ess-widgets/core/format';
import {
  badgesOf,
  type Dataset,
  type IndicatorTexts,
  type Measure,
  resolveText,
  type Text,
} from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Localized, MessageKey } from '../messages/messages.ts';
import { sourceReference } from './frame.ts';
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

/** The source card: definition, the figure as published, how it was computed, period, document, date of the data. */
export function sourceCard(dataset: Dataset, measure: Measure, texts: IndicatorTexts, m: Localized): TemplateResult {
  const { agreement, quantity } = measure;
  const row = (label: MessageKey, content: unknown) => html`<dt>${m.content(label)}</dt><dd>${content}</dd>`;
  const computed =
    agreement &&
    html`${formatCount(agreement.computed, m.lang)}. ${m.content(agreement.agrees ? 'cardAgrees' : 'cardDisagrees')}`;
  return html`<div class="card" id="card" part="card" role="group" aria-label=${m.text('cardSource')}>
    <dl>
      ${row('cardDefinition', domainText(texts.definition, m))}
      ${quantity && measure.basis !== 'computed' ? row(measure.basis === 'listed' ? 'cardListed' : 'cardFigure', formatCount(quantity, m.lang)) : nothing}
      ${computed ? row('cardComputed', computed) : nothing}
      ${quantity && measure.basis === 'computed' ? row('cardComputed', html`${formatQuantity(quantity, m.lang)}${measure.derivedFrom ? html` – ${m.content('cardDerived')}` : nothing}`) : nothing}
      ${row('cardPeriod', formatPeriod(measure.period, m.lang))}
      ${
        measure.sources.length
          ? row(
              'cardSource',
              measure.sources.map((s, i) => html`${i ? html`<br>` : nothing}${sourceReference(dataset, s, m)}`),
            )
          : nothing
      }
      ${row('cardUpdated', formatDate(dataset.manifest.updated, m.lang))}
      ${
        measure.notes.length
          ? row(
              'cardNotes',
              measure.notes.map((note) => html`${domainText(note, m)} `),
            )
          : nothing
      }
    </dl>
  </div>`;
}
