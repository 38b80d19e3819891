import { formatList, periodInWords, unitWord } from '../../format/index.ts';
import { undivided } from '../../indicators/index.ts';
import { resolveText } from '../../model/index.ts';
import { gridMarkup, titleBy, unitAndDate } from '../grid-markup.ts';
import { html, joined } from '../markup.ts';
import { keptMarkup, measured, measureNeeds, scopeOf, wordsIn } from '../measured.ts';
import { periodsBefore } from '../periods-before.ts';
import type { StillKind } from '../request.ts';
import { trendGrid } from './grid.ts';
import { seriesOf } from './series.ts';

/** Most labels in a title. */
const NAMED = 3;

/** The values of figures over time as a table: a row for each line, a column for each period. */
export const trend: StillKind = {
  needs: measureNeeds,
  content: ({ dataset, attributes, m }) => {
    const { compare, ...scope } = scopeOf(attributes);
    const ids = wordsIn(attributes['indicator']);
    const by = attributes['by'] || undivided(dataset.measures, ids);
    const asked = { ...scope, ...(by ? { by } : {}) };
    const latest = ids.flatMap((indicator) => measured(dataset, { indicator, ...asked }) ?? []);
    if (latest.length < ids.length) return null;
    const all = latest.map((figure) => {
      const periods = periodsBefore(dataset.manifest.periods, figure.measure.period);
      const { indicator } = figure.measure;
      return [...periods.flatMap((period) => measured(dataset, { indicator, ...asked, period }) ?? []), figure];
    });
    const fixed = compare && compare !== 'previous' && compare !== 'none' ? compare : undefined;
    const series = all.flatMap((figures) => seriesOf(figures, fixed));
    const grid = trendGrid(series, m.lang);
    const [first] = latest;
    if (!first || grid.columns.length < 2) return null;
    const labels = latest.map(({ texts }) => resolveText(texts.label, m.lang).text);
    const dimension = first.texts.dimensions.find(({ id }) => id === first.measure.by);
    const name =
      labels.length > NAMED
        ? m.say('trendTitle')
        : labels.length > 1
          ? html`${formatList(labels, m.lang)}`
          : titleBy(first.texts.label, dimension?.label, m);
    const title = joined([...keptMarkup(dataset, first.measure, m), name], ' · ');
    const units = new Set(series.map(({ unit }) => unit));
    const unit = units.size === 1 ? unitWord(first.texts.unit, 100, m.lang) : null;
    return {
      title,
      skin: 'trend',
      subtitle: unitAndDate(title, unit ?? ''),
      body: gridMarkup(
        grid,
        {
          heading: ({ id }) => (id === 'label' ? m.say('trendSeries') : html`${periodInWords(id, m.lang)}`),
        },
        m,
      ),
      sources: latest.flatMap(({ measure }) => measure.sources),
    };
  },
};

/** Looks of the still. */
export const skin = `
`;
