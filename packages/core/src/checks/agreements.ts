import type { Check } from './check.ts';
import { comma, formatAmount } from './shared/amounts.ts';
import { oncePerField, placeAndSubject, report } from './shared/finding.ts';

const id = 'agreements';

/** A published figure that complete records contradict: what the card of the figure shows, the check says too. */
export const agreements: Check = {
  id,
  label: { fr: 'Chiffres publiés et calculés', en: 'Published and computed figures' },
  needs: ['observations'],
  run: ({ dataset, index, options }) => {
    const measures = options.measures ?? dataset.measures?.measures ?? [];
    const findings = measures.flatMap(({ agreement, observations: [first] = [] }) => {
      const record = first === undefined ? undefined : index.byId('observations').get(first);
      if (!record || agreement?.agrees !== false) return [];
      const { published, computed } = agreement;
      return report({
        rule: id,
        severity: 'warning',
        certainty: 'likely',
        ...placeAndSubject({ collection: 'observations', record, field: 'quantity' }),
        found: formatAmount(published),
        expected: formatAmount(computed),
        what: {
          fr: `${comma(formatAmount(published))} est publié, ${comma(formatAmount(computed))} se calcule d'après les fiches, dont la liste est complète`,
          en: `${formatAmount(published)} is published, ${formatAmount(computed)} is computed from the records, whose list is complete`,
        },
        todo: {
          fr: 'Relisez le document et les fiches : un nombre est faux, ou la liste n’est pas complète.',
          en: 'Read the document and the records again: a number is wrong, or the list is not complete.',
        },
      });
    });
    return oncePerField(findings);
  },
};
