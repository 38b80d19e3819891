import { formatMeasured } from '../../format/index.ts';
import { isHidden, placeNeeds, whereProblem } from '../../model/index.ts';
import { combined } from '../combined.ts';
import { sortRows } from '../grid.ts';
import { gridMarkup, headOf } from '../grid-markup.ts';
import { html, joined } from '../markup.ts';
import { figuresGrid } from '../measure-grid.ts';
import { dimensionsOf, keptMarkup, measured, measureNeeds, scopeOf, wordsIn } from '../measured.ts';
import { namedField, namedIn } from '../named-in.ts';
import { partsTable } from '../parts-table.ts';
import { documentsOf } from '../pieces.ts';
import { RANKED, rankingOf, rankingSentence } from '../ranking/chart.ts';
import {
  columnsAsked,
  columnsOf,
  isTableCollection,
  isWordOf,
  type RecordsRequest,
  recordGrid,
} from '../record-grid.ts';
import type { StillContent, StillContext, StillKind } from '../request.ts';
import type { StillKey } from '../words/words.ts';

/** Figures, the parts of figures, or the records of a collection as a table. */
export const table: StillKind = {
  needs: (attributes) => {
    const { collection = '', columns } = attributes;
    if (!isTableCollection(collection)) return measureNeeds(attributes);
    const named = namedIn(columnsAsked(collection, columns).map((id) => namedField(collection, id)));
    return [...new Set([collection, ...named, ...placeNeeds(attributes)])];
  },
  content: (context) => (context.attributes['collection'] ? records(context) : figures(context)),
};

function figures({ dataset, attributes, m }: StillContext): StillContent | null {
  const ids = wordsIn(attributes['indicator']);
  const [only = ''] = ids;
  const by = attributes['by'] || (ids.length === 1 ? dimensionsOf(dataset, only)[0]?.id : undefined);
  const asked = { ...scopeOf(attributes), ...(by ? { by } : {}) };
  const found = ids.flatMap((indicator) => measured(dataset, { indicator, ...asked }) ?? []);
  if (found.length < ids.length) return null;
  if (by) return partsTable(dataset, found, m);
  const all = combined(found);
  const [first] = found;
  if (!all || !first || !found.some(({ measure }) => measure.quantity)) return null;
  const name = found.length > 1 ? m.say('tableFigures') : m.data(first.texts.label);
  const title = joined([...keptMarkup(dataset, first.measure, m), name], ' · ');
  const body = gridMarkup(figuresGrid(found, m.lang), { heading: ({ id }) => headOf(id, m) }, m);
  return {
    title,
    skin: 'table',
    subtitle: html`${formatMeasured(first.measure, m.lang)}`,
    body,
    sources: all.measure.sources,
  };
}

function records({ dataset, attributes, m, within }: StillContext): StillContent | null {
  const { collection = '', columns, where, period, sort, chart = '' } = attributes;
  if (!isTableCollection(collection)) return null;
  if (whereProblem(dataset, { collections: [collection], where, own: true })) return null;
  const asked = columnsAsked(collection, columns);
  if (!asked.every((each) => columnsOf(collection).includes(each) && !isHidden(dataset, `${collection}.${each}`)))
    return null;
  const request: RecordsRequest = {
    ...{ collection, columns: asked, where, period, within, lang: m.lang },
    word: (word, column) => (isWordOf(word, column) ? m.maybe(`word_${word}`) : undefined),
  };
  const grid = recordGrid(dataset, request);
  if (grid.rows.length === 0) return null;
  const rows = sort
    ? sortRows(grid, { column: sort.replace(/^-/, ''), descending: sort.startsWith('-') }, m.lang)
    : grid.rows;
  const title = m.say(`tableOf_${collection}` as StillKey);
  const ranking = /^(auto|ranking)$/.test(chart) ? rankingOf(dataset, request, chart === 'ranking') : null;
  const said = ranking && rankingSentence(ranking, m);
  const shown = new Set(rows.map(({ id }) => id));
  const sources = (dataset.collections[collection] ?? []).flatMap(({ id, source }) =>
    source && shown.has(id) ? source : [],
  );
  return {
    title,
    skin: 'table',
    ...(said ? { subtitle: m.say(said.key, said.params) } : {}),
    body: gridMarkup(
      ranking?.grid ?? { ...grid, rows },
      {
        heading: ({ id }) => headOf(id === 'label' ? 'name' : id, m),
        ...(ranking ? { most: RANKED } : {}),
      },
      m,
    ),
    sources: documentsOf(sources),
  };
}

/** A table between rules, as wide as its place. */
export const tableSkin = `
&>table{inline-size:100%;margin:max(1rem,16px) 0 0;border:0;border-collapse:collapse;background:none;font-size:.875em;font-variant-numeric:lining-nums tabular-nums}
& :is(th,td){padding:max(.5rem,8px) max(.5rem,8px) max(.5rem,8px) 0;border:0;border-block-end:1px solid var(--_line);background:none;color:inherit;font-weight:400;text-align:start;vertical-align:baseline}
`;

export const skin = [
  tableSkin,
  `
& thead th{border-block-end:2px solid var(--_ink);font-weight:600}
& tbody th{font-weight:600}
& tfoot>tr>*{border-block:2px solid var(--_ink) 0;font-weight:700}
`,
];
