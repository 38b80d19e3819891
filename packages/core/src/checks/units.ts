import type { Observation } from '../model/observation.ts';
import type { Check } from './check.ts';
import { placeOf, report, subjectOf } from './shared/finding.ts';
import { push } from './shared/text.ts';

const id = 'units';

/** Figures of one kind in the usual unit, before another one among them looks like a slip. */
const ENOUGH = 3;

/** …where the catalogue does not say the usual unit itself. */
const ENOUGH_OF_CATALOGUE = 2;

/** The one figure in another unit than all the others of its kind. */
function odd(
  list: readonly Observation[],
  unit: string | undefined,
): readonly [odd: Observation, usual: string] | null {
  const units = new Map<string, Observation[]>();
  for (const o of list) push(units, o.quantity.unit, o);
  const [most, least, more] = [...units].sort(([, a], [, b]) => b.length - a.length);
  const [only, second] = least?.[1] ?? [];
  const enough = most?.[0] === unit ? ENOUGH_OF_CATALOGUE : ENOUGH;
  if (!most || !only || second || more || most[1].length < enough) return null;
  return [only, most[0]];
}

/** A figure whose unit is not that of the others of its indicator and dimensions: members in euros. */
export const units: Check = {
  id,
  label: { fr: 'Unités', en: 'Units' },
  needs: ['observations'],
  run: ({ index, options }) => {
    const kinds = new Map<string, Observation[]>();
    for (const o of index.list('observations')) {
      if (!o.indicator) continue;
      push(kinds, [o.indicator, ...Object.keys(o.dimensions).sort()].join('\u0000'), o);
    }
    return [...kinds.values()].flatMap((list) => {
      const [o, usual] = odd(list, options.indicators?.[list[0]?.indicator ?? '']?.unit) ?? [];
      if (!o || usual === undefined) return [];
      return [
        report({
          rule: id,
          severity: 'warning',
          certainty: 'possible',
          where: placeOf('observations', o, 'quantity.unit'),
          subject: subjectOf(o),
          found: o.quantity.unit,
          expected: usual,
          what: {
            fr: `l'unité est « ${o.quantity.unit} », les autres nombres de « ${o.indicator ?? ''} » sont en « ${usual} »`,
            en: `the unit is "${o.quantity.unit}", the other figures of "${o.indicator ?? ''}" are in "${usual}"`,
          },
          todo: { fr: 'Relisez l’unité.', en: 'Read the unit again.' },
        }),
      ];
    });
  },
};
