import { previousPeriod } from '../model/index.ts';
import { chooseChart } from './about.ts';
import type { Figure } from './figure.ts';
import { partsFinding } from './finding.ts';
import { findingTitle, partsSaid, partsUnit } from './finding-words.ts';
import { titleBy } from './grid-markup.ts';
import { html, joined, NOTHING } from './markup.ts';
import { dimensionsOf, keptMarkup, measured, measureNeeds, scopeOf } from './measured.ts';
import { partsTable } from './parts-table.ts';
import { territoryMarkup } from './pieces.ts';
import { choices } from './register.ts';
import type { StillContent, StillKind } from './request.ts';
import { shareSegments } from './share/segments.ts';
import { partStills } from './stills.ts';

/** The parts of one figure as the chart that suits them, else as a table. */
export const breakdown: StillKind = {
  needs: measureNeeds,
  content: (context) => {
    const { dataset, attributes, m } = context;
    const id = attributes['indicator'] ?? '';
    const by = attributes['by'] || dimensionsOf(dataset, id)[0]?.id;
    const found = by ? measured(dataset, { indicator: id, ...scopeOf(attributes), by }) : null;
    const dimension = found?.texts.dimensions.find((one) => one.id === found.measure.by);
    const table = found && partsTable(dataset, [found], m);
    if (!found || !dimension || !table) return table;
    const { measure, texts } = found;
    const segments = shareSegments(measure, dimension);
    const figure: Figure = { measure, texts, dimension, before: previousPeriod(measure.period, texts.kind), segments };
    const facts = { measure, segments, stacks: null, steps: null, ratios: null };
    const chart = chooseChart(choices, attributes['chart'], facts);
    const body = chart && partStills[chart]?.(figure, m);
    return chart && body ? { ...table, ...titled(figure, context), skin: chart, body } : table;
  },
};

/** Writes the title of a figure in its parts, which says what stands out, and what is measured under it. */
function titled(
  figure: Figure,
  { dataset, attributes, m }: Parameters<StillKind['content']>[0],
): Pick<StillContent, 'title' | 'subtitle'> {
  const { measure, texts, dimension } = figure;
  const kept = keptMarkup(dataset, measure, m);
  const { subject, heading } = attributes;
  const name = subject ? html`${subject}` : titleBy(texts.label, dimension.label, m);
  const plain = joined([...kept, name], ' · ');
  const found = findingTitle(
    partsFinding(measure, texts, dimension),
    { label: texts.label, unit: partsUnit(figure) },
    m,
  );
  const { isDefined, key, params } = partsSaid(figure, m);
  const said = key ? m.say(key, params) : html`${params['at'] ?? ''}`;
  const place = territoryMarkup(dataset, measure.territory, m);
  return {
    title: found ? joined([...kept, html`${found}`], ' · ') : plain,
    subtitle: joined(
      [
        found && !heading ? html`${plain}.` : NOTHING,
        place.markup ? html`${place}.` : NOTHING,
        isDefined ? m.data(texts.definition) : NOTHING,
        said,
      ],
      ' ',
    ),
  };
}
