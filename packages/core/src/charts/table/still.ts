import { formatMeasured, periodInWords } from '../../format/index.ts';
import { isHidden, placeNeeds, whereProblem } from '../../model/index.ts';
import { footSkin } from '../bars/still.ts';
import type { MeasuredFigure } from '../combined.ts';
import { figuresTableOf } from '../figures-table.ts';
import { type Grid, type GridColumn, type GridRow, sortRows } from '../grid.ts';
import { cellMarkup, gridMarkup, headOf, MOST, recordList, rowsShown, titleBy } from '../grid-markup.ts';
import { html, joined, type Markup, NOTHING } from '../markup.ts';
import { dimensionsOf, keptMarkup, measured, measureNeeds, scopeOf, wordsIn } from '../measured.ts';
import { namedField, namedIn } from '../named-in.ts';
import { subtitleOf } from '../parts-words.ts';
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
import type { StillKey, Words } from '../words/words.ts';

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
  const asked = { ...scopeOf(attributes), ...(by ? { by } : {}), ignoresUnknownFilters: ids.length > 1 };
  const found = ids.flatMap((indicator) => measured(dataset, { indicator, ...asked }) ?? []);
  const [first] = found;
  const table = figuresTableOf(found, m.lang);
  const isKnown = found.some(
    ({ measure: { quantity, parts = [] } }) => quantity || parts.some((part) => part.quantity),
  );
  if (found.length < ids.length || !first || !table || !isKnown) return null;
  const { split, grid } = table;
  const one = found.length === 1;
  const name = one ? titleBy(first.texts.label, split?.dimension.label, m) : m.say('tableFigures');
  const both = grid.columns.some(({ id }) => id === 'previous');
  return {
    title: joined([...keptMarkup(dataset, first.measure, m), name], ' · '),
    skin: 'table',
    subtitle: one && split ? subtitleOf(split, m, both) : html`${formatMeasured(first.measure, m.lang)}`,
    body: html`${figuresBody(found, attributes['sort'], m)}${split?.dimension.answers ? html`<p>${m.say('multipleAnswers')}</p>` : NOTHING}`,
    sources: table.figure.measure.sources,
  };
}

/** Writes figures as a table. */
export function figuresBody(found: readonly MeasuredFigure[], sort: string | undefined, m: Words): Markup {
  const table = figuresTableOf(found, m.lang);
  if (!table) return NOTHING;
  const heading = (column: GridColumn): Markup => {
    const said = table.heading(column);
    if (said === null) return headOf(column.id, m);
    return typeof said === 'string' ? html`${said}` : m.data(said);
  };
  const isToned = table.split?.measure.by === 'college';
  return gridMarkup({ ...table.grid, rows: sorted(table.grid, sort, m) }, { heading, isToned }, m);
}

/** Returns rows in the order of the attribute: a column, with a minus the largest first. */
const sorted = (grid: Grid, sort: string | undefined, { lang }: Words): readonly GridRow[] =>
  sort ? sortRows(grid, { column: sort.replace(/^-/, ''), descending: sort.startsWith('-') }, lang) : grid.rows;

function records({ dataset, attributes, m, within }: StillContext): StillContent | null {
  const { collection = '', columns, where, sort, chart = '' } = attributes;
  const period = attributes['period'] === 'any' ? undefined : attributes['period'];
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
  const rows = sorted(grid, sort, m);
  const ranking = /^(auto|ranking)$/.test(chart) ? rankingOf(dataset, request, chart === 'ranking') : null;
  const first = ranking && rankingSentence(ranking, m);
  const shown = new Set(rows.map(({ id }) => id));
  const sources = (dataset.collections[collection] ?? []).flatMap(({ id, source }) =>
    source && shown.has(id) ? source : [],
  );
  const heading = ({ id }: GridColumn): Markup => headOf(id === 'label' ? 'name' : id, m);
  const count = joined(
    [html`${period ? periodInWords(period, m.lang) : ''}`, m.say('tableRows', { n: rows.length })],
    ', ',
  );
  const subtitle = ranking ? (first ? m.say(first.key, first.params) : NOTHING) : chart === 'list' ? NOTHING : count;
  return {
    title: m.say(`tableOf_${collection}` as StillKey),
    skin: 'table',
    ...(subtitle.markup ? { subtitle } : {}),
    body: ranking
      ? rankingList(ranking.grid.rows, m)
      : chart === 'list'
        ? recordList(rows, m)
        : gridMarkup({ ...grid, rows }, { heading }, m),
    sources: documentsOf(sources),
  };
}

/** Writes the first places of a ranking, and those after them, which a reader unfolds. */
function rankingList(rows: readonly GridRow[], m: Words): Markup {
  const list = (some: readonly GridRow[]): Markup => {
    const items = some.map(
      ({ cells: [name = null, count = null, values = null] }) =>
        html`<li><span>${cellMarkup(name, m)}</span> <strong>${cellMarkup(count, m)}</strong> <span>${cellMarkup(values, m)}</span></li>`,
    );
    return html`<ol>${items}</ol>`;
  };
  const rest = rows.slice(RANKED, MOST);
  const more = rest.length ? html`<details><summary>${m.say('tableMore')}</summary>${list(rest)}</details>` : NOTHING;
  return html`${list(rows.slice(0, RANKED))}${more}${rowsShown(rest.length ? MOST : RANKED, rows.length, m)}`;
}

/** A table between rules, as wide as its place. */
export const tableSkin = `
& table{inline-size:100%;border-collapse:collapse;font-size:.875em}
& :is(th,td){padding:max(.5rem,8px) max(.75rem,12px) max(.5rem,8px) 0;border-block-end:1px solid var(--_line);vertical-align:baseline}
& :is(th,td):last-child{padding-inline-end:0}
`;

export const skin = [
  footSkin,
  tableSkin,
  `
&>div{overflow:auto;overflow-wrap:normal}
&>.l{max-block-size:min(40rem,70svh)}
& .n{text-align:end}
& td.n{white-space:nowrap}
& thead th{block-size:3rem;border-block-end:2px solid var(--_ink);font-weight:600;vertical-align:middle}
& thead th::after{content:"";padding-inline-start:.9em}
& tbody th{min-inline-size:11em;font-weight:600}
& tbody th::before{display:inline-block;margin-inline-end:.6em;vertical-align:-.15em}
& tfoot>tr>*{border-block:2px solid var(--_ink) 0;font-weight:700}
&>ul{columns:16rem}
& li{padding:max(.25rem,4px) 0;break-inside:avoid}
& li>span:last-child{color:var(--_ink-2);font-size:.875em}
& ol>li{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 max(1rem,16px);align-items:baseline;padding-block:max(.5rem,8px);border-block-end:1px solid var(--_line)}
& ol span:last-child{grid-column:1/-1}
& summary{margin-block-start:max(1rem,16px);color:var(--_accent)}
@container (min-width:40em){& ol>li{grid-template-columns:minmax(0,2fr) 2em minmax(0,3fr)}& ol span:last-child{grid-column:auto}}
@media print{&>.l{max-block-size:none}}
`,
];
