import type { Check } from './check.ts';
import { comma, show } from './shared/amounts.ts';
import { oncePerField, report, told } from './shared/finding.ts';

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
        ...told({ collection: 'observations', record, field: 'quantity' }),
        found: show(published),
        expected: show(computed),
        what: {
          fr: `${comma(show(published))} est publié, ${comma(show(computed))} se calcule d'après les fiches, dont la liste est complète`,
          en: `${show(published)} is published, ${show(computed)} is computed from the records, whose list is complete`,
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
