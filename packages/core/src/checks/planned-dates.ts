import { type Finding, fold, type Observation, push } from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { dimensionsKey } from './shared/dataset-index.ts';
import { placeOf, report, subjectOf } from './shared/finding.ts';

const id = 'planned-dates';

/**
 * Returns the planned thing of a label, without the reference that follows it: "Restitution, selon la section III.7".
 */
const plannedIn = ({ label }: Observation): string => fold(label.fr.split(',')[0] ?? '');

/** Groups dates that are announced for one thing: under one label, of one programme or event. */
function groupsOf({ index }: CheckContext): readonly (readonly Observation[])[] {
  const groups = new Map<string, Observation[]>();
  for (const o of index.standing()) {
    const isDate = o.status === 'planned' && o.quantity.unit === 'year' && !o.indicator;
    // Without a programme or an event, two things may well have one name.
    if (isDate && Object.keys(o.dimensions).length > 0) {
      push(groups, [plannedIn(o), dimensionsKey(o.dimensions), o.territory ?? ''].join('\u0000'), o);
    }
  }
  return [...groups.values()];
}

const saidIn = ({ printed, period }: Observation): string => printed ?? period;

function conflict(o: Observation, other: Observation): Finding {
  const subject = subjectOf(other);
  return report({
    rule: id,
    severity: 'warning',
    certainty: 'likely',
    where: placeOf('observations', o, 'period'),
    subject: subjectOf(o),
    found: o.period,
    expected: other.period,
    what: {
      fr: `prévu ici pour « ${saidIn(o)} », ailleurs pour « ${saidIn(other)} » dans ${subject.fr}`,
      en: `planned here for "${saidIn(o)}", elsewhere for "${saidIn(other)}" in ${subject.en}`,
    },
    todo: {
      fr: 'Relisez les deux passages du document\u202f: une seule de ces dates peut être la bonne.',
      en: 'Read both passages of the document again: only one of these dates can be right.',
    },
  });
}

/** Dates announced for one thing in several places, which have no day in common. The first of them is the measure. */
export const plannedDates: Check = {
  id,
  label: { fr: 'Dates prévues', en: 'Planned dates' },
  needs: ['observations'],
  run: (context) =>
    groupsOf(context).flatMap(([first, ...others]) => {
      const span = context.index.span(first?.period);
      return others.flatMap((o) => {
        const other = context.index.span(o.period);
        const isApart = span && other && (other.last < span.first || span.last < other.first);
        return first && isApart ? conflict(o, first) : [];
      });
    }),
};
