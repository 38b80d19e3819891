import { formatCount, formatDate, formatPeriod, formatQuantity, toCsv } from '@ess-widgets/core/format/lean';
import type { Dataset, IndicatorTexts, Measure } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Localized, MessageKey } from '../messages/messages.ts';
import { csvButton } from './csv-button.ts';
import { type Content, sourceReference } from './frame.ts';
import type { Measured } from './measure-controller.ts';
import { domainText } from './quality.ts';

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

/** The button that gives one figure as a spreadsheet of one line. */
export const figureButton = (measured: Measured, m: Localized): Content =>
  csvButton(measured.measure.indicator, csvOf(measured), m);

function csvOf({ measure, texts }: Measured): string {
  const { indicator, period, quantity, basis } = measure;
  return toCsv(
    ['indicator', 'label', 'period', 'value', 'min', 'max', 'operator', 'unit', 'basis'],
    [
      [
        indicator,
        texts.label.fr,
        period,
        quantity?.value,
        quantity?.min,
        quantity?.max,
        quantity?.op,
        quantity?.unit,
        basis,
      ],
    ],
  );
}
