import type { Finding } from '../model/finding.ts';
import type { Check, CheckContext } from './check.ts';
import { report } from './shared/finding.ts';

const id = 'manifest-dates';

/** Dates of the manifest itself: days that exist. */
function* heads({ dataset, index }: CheckContext): Generator<Finding> {
  const { updated, nextUpdate, documents } = dataset.manifest;
  const dated = Object.entries(documents).map(([name, { date }]) => [`documents.${name}.date`, date] as const);
  for (const [field, date] of [['updated', updated], ['nextUpdate', nextUpdate], ...dated] as const) {
    // Of a day its hour is no matter.
    if (date === undefined || index.span(date.replace(/T.*$/, ''))) continue;
    yield report({
      rule: id,
      severity: 'error',
      certainty: 'certain',
      where: { file: 'manifest.json', field },
      subject: { fr: 'manifeste', en: 'manifest' },
      found: date,
      expected: 'YYYY-MM-DD',
      what: { fr: `${field} vaut « ${date} », qui n'est pas une date`, en: `${field} is "${date}", which is no date` },
      todo: {
        fr: 'Écrivez une date qui existe, comme 2025-03-05.',
        en: 'Write a date that exists, such as 2025-03-05.',
      },
    });
  }
}

/** A next update that is expected before the last one. */
function* order({ dataset, index }: CheckContext): Generator<Finding> {
  const { updated, nextUpdate } = dataset.manifest;
  const [last, next] = [updated, nextUpdate].map((date) => index.span(date?.replace(/T.*$/, '')));
  if (!last || !next || next.last >= last.first) return;
  yield report({
    rule: id,
    severity: 'error',
    certainty: 'certain',
    where: { file: 'manifest.json', field: 'nextUpdate' },
    subject: { fr: 'manifeste', en: 'manifest' },
    found: nextUpdate ?? '',
    expected: `≥ ${updated}`,
    what: {
      fr: `la prochaine mise à jour, ${nextUpdate ?? ''}, est avant la dernière, ${updated}`,
      en: `the next update, ${nextUpdate ?? ''}, is before the last one, ${updated}`,
    },
    todo: { fr: 'Corrigez l’une des deux dates.', en: 'Correct one of the two dates.' },
  });
}

/** Dates of the manifest that are none: all that is dated after its document leans on them. */
export const manifestDates: Check = {
  id,
  label: { fr: 'Dates du manifeste', en: 'Dates of the manifest' },
  needs: [],
  run: (context) => [...heads(context), ...order(context)],
};
