/** Texts of the blocks of a report, for its search: the rows of tables and lists, dates, the parts of figures. */

import { agendaOf, type RecordWordsRequest, recordWords, wordsNeed } from '@ess-widgets/core/charts';
import {
  type Block,
  type CollectionName,
  type Dataset,
  lineageIn,
  placeNeeds,
  publishedIn,
  type Report,
  resolveText,
  sectionsOf,
} from '@ess-widgets/core/model';
import { lacks, type Need } from '../base/data-controller.ts';

/** Returns requests for the records that a block shows, of all periods and of the whole territory. */
function recordsIn(block: Block, { manifest }: Dataset, lang: string): readonly RecordWordsRequest[] {
  const isTable = block.type === 'table' || block.type === 'list';
  const names = block.type === 'timeline' ? block.collections : isTable ? [block.collection ?? ''] : [];
  const where = 'where' in block ? block.where : undefined;
  const columns = isTable ? block.columns : undefined;
  return names
    .filter((name) => manifest.collections[name])
    .map((name) => ({ collection: name as CollectionName, columns, where, lang }));
}

/** Returns the collections that the blocks of a report show, and those that have the names of the records in them. */
export const needsIn = (report: Report, dataset: Dataset): readonly Need[] =>
  sectionsOf(report)
    .flatMap(({ section }) => section.blocks)
    .flatMap((block): readonly Need[] => {
      if (block.type === 'agenda') return ['events', ...placeNeeds(block)];
      if (block.type === 'observations') return ['observations'];
      return recordsIn(block, dataset, '').flatMap((asked) => wordsNeed(dataset, asked));
    });

/** Returns the texts of a block's rows, as far as they are loaded. */
export function loadedRowTexts(dataset: Dataset, report: Report, block: Block, lang: string): string {
  const { type } = block;
  if (type === 'agenda') return eventsIn(dataset, block, lang);
  if (type === 'breakdown' || type === 'stack') return partsIn(dataset, [block.indicator], block.by, lang);
  if (type === 'table' && block.indicators) return partsIn(dataset, block.indicators, block.by, lang);
  if (type === 'observations') return figuresIn(dataset, report, block.section, lang);
  return recordsIn(block, dataset, lang)
    .filter((asked) => !lacks(wordsNeed(dataset, asked), dataset))
    .map((asked) => recordWords(dataset, asked))
    .join(' ');
}

/** Returns the names that a document gives to its figures in a section, because blocks show some of them by another name. */
const figuresIn = ({ collections }: Dataset, report: Report, section: string, lang: string): string =>
  (collections.observations ?? [])
    .filter(({ source }) => publishedIn(report, source) === section)
    .map(({ label }) => resolveText(label, lang).text)
    .join(' ');

function eventsIn({ collections }: Dataset, asked: Extract<Block, { type: 'agenda' }>, lang: string): string {
  const { upcoming, unconfirmed, past } = agendaOf(collections.events ?? [], {
    ...asked,
    lineage: lineageIn({ collections }),
    today: '',
  });
  return [...upcoming, ...unconfirmed, ...past]
    .map(({ event }) => `${resolveText(event.title, lang).text} ${event.place ?? ''}`)
    .join(' ');
}

/** Returns the names of the parts that a build has written. */
const partsIn = ({ measures }: Dataset, indicators: readonly string[], by: string | undefined, lang: string): string =>
  (measures?.measures ?? [])
    .filter((each) => indicators.includes(each.indicator) && (by === undefined || each.by === by))
    .flatMap(({ parts = [] }) => parts.map(({ label }) => resolveText(label, lang).text))
    .join(' ');
