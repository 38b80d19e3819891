/** What the data hold of the sections of a step: who and what they name, what lies in a reader's territory, and how much there is. */
import {
  columnsAsked,
  type Entry,
  entriesNeed,
  type GridCell,
  isTableCollection,
  placeName,
  recordGrid,
} from '@ess-widgets/core/charts';
import { formatCount, periodInWords } from '@ess-widgets/core/format';
import { liesIn } from '@ess-widgets/core/indicators';
import { type Block, type Dataset, type Report, resolveText } from '@ess-widgets/core/model';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { lacks, type Need } from '../base/data-controller.ts';
import { type Content, notice } from '../base/frame.ts';
import { type Localized, loadMessages } from '../texts/texts.ts';
import { wordOf } from '../views/record-word.ts';
import { entriesIn, entryTexts } from './entries.ts';
import type { ChapterStep } from './steps.ts';
import { dataFragment, isTold } from './views.ts';

/** Names that a list has before the link to all of them. */
const NAMED = 8;
/** Names up to which they are a sentence. */
const SENTENCE = 3;
/** Records of a territory under a step. */
const NEAR = 3;
/** Collections whose records lie somewhere and have a name of their own. */
const PLACED: ReadonlySet<string> = new Set(['events', 'projects', 'programmes', 'organisations']);

/** Data, document and choice of the reader. */
export interface StepContext {
  readonly dataset: Dataset;
  readonly report: Report;
  /** Territory that the reader has chosen. */
  readonly territory: string | undefined;
  readonly hrefOf: (id: string) => string;
}

/** Names under a title, the most frequent first. */
interface NamesLine {
  readonly title: string;
  readonly lang: string;
  readonly names: readonly { readonly name: string; readonly lang: string; readonly n: number }[];
}

/** Writes what the data hold of the steps of a chapter. Its texts come with its code. */
export class StepData {
  readonly #host: ReactiveControllerHost;
  #m: Localized | undefined;
  #made: Made | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  readonly needs: readonly Need[] = entriesNeed();

  /** Renders what the data hold of a step; null while texts or data are on their way. */
  view({ sections }: ChapterStep, context: StepContext, lang: string): TemplateResult | null {
    const made = this.#make(context, lang);
    if (!made) return null;
    const { m, rows } = made;
    const ids = idsOf(sections);
    const key = ids.join(' ');
    const step = made.steps.get(key) ?? {
      lines: namesIn(
        context.dataset,
        sections.flatMap(({ blocks }) => blocks),
        m,
      ),
      rows: rows.filter((row) => isTold(row.sections, ids)),
    };
    made.steps.set(key, step);
    const address = context.hrefOf(dataFragment({ section: key }));
    const n = step.rows.length;
    return html`${step.lines.length ? html`<div class="blocks"><div class="names">${step.lines.map((line) => namesView(line, address, m))}</div></div>` : nothing}
      ${nearView(step.rows, key, context, m)}
      ${n ? html`<p class="others" part="others"><a href=${address}>${m.content('stepData', { n })}</a></p>` : nothing}`;
  }

  /** Renders that nothing of a chapter lies in the reader's territory; nothing where something does, or may yet. */
  note(chapter: string, context: StepContext, lang: string): Content {
    const { dataset, territory } = context;
    const made = territory ? this.#make(context, lang) : null;
    const name = made && placeName(dataset, territory, made.m);
    if (!made || !territory || !name) return nothing;
    const here = made.rows.filter((row) => isTold(row.sections, [chapter]) && isIn(dataset, row, territory));
    return here.length > 0 ? nothing : notice('info', made.m.content('stepNone', { name }));
  }

  #make({ dataset, report }: StepContext, lang: string): Made | null {
    const m = this.#m;
    if (m?.lang !== lang) {
      void loadMessages(lang, entryTexts).then((texts) => {
        this.#m = texts;
        this.#host.requestUpdate();
      });
      return null;
    }
    if (lacks(this.needs, dataset)) return null;
    const of = [dataset, report, m];
    if (!this.#made || of.some((each, at) => each !== this.#made?.of[at])) {
      const { rows } = entriesIn({ dataset, report, href: () => '' }, m);
      this.#made = { of, m, rows, steps: new Map() };
    }
    return this.#made;
  }
}

/** Rows of the data, and what each step shows of them: made once, since a page that is being read is drawn many times. */
interface Made {
  readonly of: readonly unknown[];
  readonly m: Localized;
  readonly rows: readonly Entry[];
  readonly steps: Map<string, { readonly lines: readonly NamesLine[]; readonly rows: readonly Entry[] }>;
}

/** Tells whether a row is a record with a name that lies in a territory. */
const isIn = (dataset: Dataset, { kind, territories }: Entry, territory: string): boolean =>
  PLACED.has(kind) && liesIn(dataset, territories, territory);

/** Returns what the address of the data says for sections: one with all its parts by itself, one whose parts stand elsewhere by none. */
function idsOf(sections: ChapterStep['sections']): readonly string[] {
  const all = new Set(sections.map(({ id }) => id));
  const whole = new Set(
    sections.flatMap((one) => ('sections' in one && one.sections.every(({ id }) => all.has(id)) ? [one.id] : [])),
  );
  const parts = new Set(
    sections.flatMap((one) => ('sections' in one && whole.has(one.id) ? one.sections : [])).map(({ id }) => id),
  );
  return sections.flatMap((one) =>
    parts.has(one.id) || ('sections' in one && one.sections.length > 0 && !whole.has(one.id)) ? [] : [one.id],
  );
}

/** Returns the names in the lists and tables of a step, those of lists with one title together. */
function namesIn(dataset: Dataset, blocks: readonly Block[], m: Localized): readonly NamesLine[] {
  const lines = new Map<string, { readonly lang: string; readonly names: Map<string, { lang: string; n: number }> }>();
  for (const block of blocks) {
    if ((block.type !== 'list' && block.type !== 'table') || !block.title || !isTableCollection(block.collection ?? ''))
      continue;
    const { text: title, lang } = resolveText(block.title, m.lang);
    const line = lines.get(title) ?? { lang, names: new Map() };
    lines.set(title, line);
    for (const { text, lang } of namesOf(dataset, block, m)) {
      const known = line.names.get(text);
      line.names.set(text, { lang, n: (known?.n ?? 0) + 1 });
    }
  }
  return [...lines].flatMap(([title, { lang, names }]) => {
    const sorted = [...names].map(([name, one]) => ({ name, ...one })).sort((a, b) => b.n - a.n);
    return sorted.length > 0 ? [{ title, lang, names: sorted }] : [];
  });
}

type NamesBlock = Extract<Block, { readonly type: 'list' | 'table' }>;

/** Returns the name of each record of a block: the words of the first column that has some; of a count, all that says what is counted. */
function namesOf(dataset: Dataset, { collection = '', columns, where }: NamesBlock, m: Localized) {
  if (!isTableCollection(collection)) return [];
  const isCount = columns?.includes('count') === true;
  // A count is told by all that is known of it.
  const asked = columnsAsked(collection, isCount ? undefined : columns?.join(' '));
  const word = (value: string, column: string): string | undefined => wordOf(value, column, m);
  const { rows } = recordGrid(dataset, { collection, columns: asked, where, lang: m.lang, word });
  const at = asked.findIndex((_, column) => rows.some(({ cells }) => cells[column]?.kind === 'text'));
  return rows.flatMap(({ cells }) => {
    const texts = cells.flatMap((cell) => (cell?.kind === 'text' ? [cell.text] : []));
    const [first] = texts;
    // What stands in a later column is no name.
    if (
      !first ||
      (!isCount && cells[at]?.kind !== 'text') ||
      (asked[0] === 'organisation' && first.text === dataset.manifest.publisher.name)
    )
      return [];
    const number = cells.find((cell) => cell?.kind === 'number');
    const amount = isCount && number?.kind === 'number' ? ` (${formatCount(number.quantity, m.lang)})` : '';
    return [isCount ? { text: `${texts.map(({ text }) => text).join(', ')}${amount}`, lang: first.lang } : first];
  });
}

/** Renders names: a few as a sentence, more as a list of the first ones and the way to all of them. */
function namesView({ title, lang, names }: NamesLine, href: string, m: Localized): TemplateResult {
  const one = ({ name, lang, n }: NamesLine['names'][number]): TemplateResult =>
    html`<span lang=${lang}>${name}</span>${n > 1 ? html` <small>${m.content('stepTimes', { n })}</small>` : nothing}`;
  const head = html`<strong lang=${lang}>${title}</strong>`;
  if (names.length <= SENTENCE)
    return html`<p>${head}${m.content('stepColon')}${names.map((each, at) => html`${at === 0 ? ' ' : at === names.length - 1 ? ` ${m.text('stepAnd')} ` : ', '}${one(each)}`)}.</p>`;
  const rest = names.length - NAMED;
  return html`<p id=${`names-${title}`}>${head}</p><ul class="ranked" role="list">${names.slice(0, NAMED).map((each) => html`<li>${one(each)}</li>`)}${
    rest > 0 ? html`<li><a href=${href}>${m.content('stepOthers', { n: rest })}</a></li>` : nothing
  }</ul>`;
}

/** Renders the latest records of a step in the reader's territory; nothing where there are none. */
function nearView(
  rows: readonly Entry[],
  section: string,
  { dataset, territory, hrefOf }: StepContext,
  m: Localized,
): Content {
  const name = territory && placeName(dataset, territory, m);
  if (!territory || !name) return nothing;
  const near = rows
    .filter((row) => isIn(dataset, row, territory))
    .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
  if (near.length === 0) return nothing;
  const href = hrefOf(dataFragment({ section, territory }));
  const line = ({ cells: [title, , date, place] }: Entry): TemplateResult =>
    html`<li><strong>${textOf(title)}</strong>${[date?.kind === 'date' ? periodInWords(date.date, m.lang) : '', textOf(place)].filter(Boolean).map((words) => html`, ${words}`)}</li>`;
  return html`<div class="near"><p><strong>${m.content('stepNear', { name })}</strong></p><ul role="list">${near.slice(0, NEAR).map(line)}</ul>${
    near.length > NEAR ? html`<p><a href=${href}>${m.content('stepNearAll', { n: near.length })}</a></p>` : nothing
  }</div>`;
}

const textOf = (cell: GridCell | undefined): string => (cell?.kind === 'text' ? cell.text.text : '');
