import { records } from '../../model/dataset.ts';
import type { Publication } from '../../model/publication.ts';
import { type Countable, countBy, counted, covers, select } from '../counting.ts';
import { defineIndicator } from '../indicator.ts';

const how: Countable<Publication> = {
  dateOf: (p) => p.date,
  territoriesOf: () => [],
  categoryOf: (p, dimension) =>
    (dimension === 'theme' ? p.theme : dimension === 'format' ? p.format : null) ?? undefined,
};

/**
 * Documents published in the period, by theme and by format. Counted where the list is complete; a theme or a format that
 * is not said is a part of its own. A new edition is a new document. Section IV.2.b.
 */
export const publicationsCount = defineIndicator({
  id: 'publications-count',
  seedId: 'IV.publications.count',
  kind: 'flow',
  unit: 'publications',
  label: { fr: 'Publications', br: 'Embannadurioù', en: 'Publications' },
  definition: {
    fr: 'Supports de communication et études publiés pendant la période.',
    en: 'Documents and studies published during the period.',
  },
  dimensions: [
    { id: 'theme', label: { fr: 'thème', br: 'tem', en: 'theme' }, exclusive: true },
    { id: 'format', label: { fr: 'format', br: 'furmad', en: 'format' }, exclusive: true },
  ],
  needs: ['observations', 'publications', 'categories'],
  value: (context) =>
    counted(
      select(records(context.dataset, 'publications'), context, how),
      'publications',
      covers(context, 'publications'),
    ),
  parts: (context, dimension) => {
    const { found, unclear } = select(records(context.dataset, 'publications'), context, how);
    const complete = unclear === 0 && covers(context, 'publications');
    return countBy(found, (p) => how.categoryOf(p, dimension, context), 'publications', { unknown: true, complete });
  },
});
