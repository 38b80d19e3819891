import type { ValueClass } from '@ess-widgets/core/charts';
import { formatMeasured, formatQuantity } from '@ess-widgets/core/format';
import { type Dataset, pointOf, type Quantity, uniqueSources } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { controlIcon } from '../base/control-icons.ts';
import { type Content, sourceReference } from '../base/frame.ts';
import type { Localized, MessageKey } from '../texts/texts.ts';
import { areaName, type Values } from './values.ts';

/** Contents of the block under the map about the values on it. */
interface ValuesModel {
  readonly dataset: Dataset;
  readonly values: Values;
  readonly by: string;
  /** The table is open. */
  readonly open: boolean;
  readonly toggle: () => void;
}

/** Draws the title of the measure, the legend, the source, and a button that shows the same values as a table. */
export function renderValues(model: ValuesModel, m: Localized): TemplateResult {
  const { dataset, values, by, open, toggle } = model;
  const { texts, measure } = values;
  const title = m.content('overBy', {
    indicator: textOf(texts.label, m),
    by: m.text(`overBy_${by}` as MessageKey),
    period: formatMeasured(measure, m.lang),
  });
  const sources = uniqueSources(measure.sources);
  return html`<div class="values" role="group" aria-labelledby="values-title">
    <p class="over-title" id="values-title">${title}</p>
    ${legend(values, m)}
    <p class="over-links">
      ${sources[0] ? html`<span>${m.content('source')} ${sourceReference(dataset, sources[0], m)}</span>` : nothing}
      <button class="link" type="button" aria-expanded=${open ? 'true' : 'false'} aria-controls="values-table"
        @click=${toggle}>${controlIcon('table')}${m.content(open ? 'overValuesHide' : 'overValues')}</button>
    </p>
    <div id="values-table">${open ? table(model, title, m) : nothing}</div>
  </div>`;
}

const textOf = (text: Values['texts']['label'], m: Localized): string => text[m.lang] ?? text.fr;

function legend({ classes, discs, values }: Values, m: Localized): TemplateResult {
  const known = values.flatMap(({ quantity }) => (quantity ? [quantity] : []));
  const unknown = known.length < values.length;
  const most = known.reduce<Quantity | null>(
    (best, each) => (best && pointOf(best) >= pointOf(each) ? best : each),
    null,
  );
  const whole = known.every((each) => Number.isInteger(pointOf(each)));
  return html`<ul class="scale-legend">
    ${
      discs
        ? html`<li><span class="swatch disc" aria-hidden="true"></span>${m.content('overDisc', { value: most ? formatQuantity(most, m.lang, { unit: 'long' }) : '' })}</li>`
        : classes.map(
            (each, index) =>
              html`<li><span class="swatch shade-${each.shade}" aria-hidden="true"></span>${classText(each, index === classes.length - 1, whole, most, m)}</li>`,
          )
    }
    ${unknown && !discs ? html`<li><span class="swatch unknown" aria-hidden="true"></span>${m.content('overNoData')}</li>` : nothing}
  </ul>`;
}

/** "4 à 7" for whole numbers, "10 % à moins de 20 %" for others; the last class holds its end. */
function classText(
  { from, to, single }: ValueClass,
  isLast: boolean,
  whole: boolean,
  model: Quantity | null,
  m: Localized,
): Content {
  const written = (n: number): string => formatQuantity({ op: '=', unit: model?.unit ?? '', value: n }, m.lang);
  const end = whole && !isLast ? Math.ceil(to) - 1 : to;
  if (single) return written(from);
  if (whole && Math.ceil(from) === end) return written(end);
  const key = whole || isLast ? 'overClassTo' : 'overClassUnder';
  return m.content(key, { from: written(whole ? Math.ceil(from) : from), to: written(end) });
}

function table({ dataset, values }: ValuesModel, title: Content, m: Localized): TemplateResult {
  const rows = [...values.values].sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity));
  return html`<table>
    <caption class="hidden">${title}</caption>
    <thead><tr><th scope="col">${m.content('overColArea')}</th><th class="number" scope="col">${m.content('overColValue')}</th></tr></thead>
    <tbody>${rows.map(
      ({ area, quantity }) =>
        html`<tr><th scope="row">${areaName(dataset, area, m)}</th><td class="number">${quantity ? formatQuantity(quantity, m.lang, { unit: 'long' }) : m.content('overNoData')}</td></tr>`,
    )}</tbody>
  </table>`;
}
