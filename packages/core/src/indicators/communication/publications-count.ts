import { records } from '../../model/coverage.ts';
import type { Publication } from '../../model/publication.ts';
import { type Countable, countBy, counted, covers, select } from '../counting.ts';
import { defineIndicator, type IndicatorContext } from '../indicator.ts';

const how: Countable<Publication> = {
  dateOf: (p) => p.date,
  territoriesOf: () => null,
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
    { id: 'theme', label: { fr: 'thème', br: 'tem', en: 'theme' }, exclusive: true, exhaustive: true },
    { id: 'format', label: { fr: 'format', br: 'furmad', en: 'format' }, exclusive: true, exhaustive: true },
  ],
  needs: ['observations', 'publications', 'categories'],
  value: (context) => {
    const list = publicationsOf(context);
    return list && counted(list, 'publications', covers(context, 'publications'));
  },
  parts: (context, dimension) => {
    const list = publicationsOf(context);
    if (!list) return null;
    const complete = list.unclear === 0 && covers(context, 'publications');
    const options = { unknown: true, complete };
    return countBy(list.found, (p) => how.categoryOf(p, dimension, context), 'publications', options);
  },
});

/** A document is about no territory that we know of: asked for one, nothing can be said. */
function publicationsOf(context: IndicatorContext) {
  return context.territory === undefined ? select(records(context.dataset, 'publications'), context, how) : null;
}
