import type { CollectionName } from '../model/dataset.ts';
import type { Finding } from '../model/finding.ts';
import type { Check, CheckContext } from './check.ts';
import { UNKNOWN_DAY } from './shared/dataset-index.ts';
import { placeOf, report, subjectOf } from './shared/finding.ts';
import { dayFirst } from './shared/text.ts';

const id = 'planned-as-held';

interface Plan {
  readonly collection: CollectionName;
  readonly record: {
    readonly id: string;
    readonly source?: { readonly document: string; readonly section?: string | undefined } | undefined;
  };
  readonly field: 'date' | 'period';
  readonly date: string;
}

function* plans({ index }: CheckContext): Generator<Plan> {
  for (const collection of ['events', 'meetings'] as const) {
    for (const record of index.list(collection))
      if (record.status === 'planned' && record.date) yield { collection, record, field: 'date', date: record.date };
  }
  for (const collection of ['projects', 'missions', 'observations'] as const) {
    for (const record of index.list(collection))
      if (record.status === 'planned') yield { collection, record, field: 'period', date: record.period };
  }
}

/** What is planned for a day that has passed: it "was planned", and is never counted as held. */
export const plannedAsHeld: Check = {
  id,
  label: { fr: 'Prévus dont la date est passée', en: 'Planned for a day that has passed' },
  needs: ['events', 'meetings', 'projects', 'missions', 'observations'],
  run: (context): readonly Finding[] => {
    const { index, dataset } = context;
    const found: Finding[] = [];
    for (const { collection, record, field, date } of plans(context)) {
      const span = index.span(date);
      const published = index.publishedOn(record);
      const updated = index.span(dataset.manifest.updated.slice(0, 10))?.last ?? '';
      const today = published > updated ? published : updated;
      if (!span || span.last >= today || today === UNKNOWN_DAY) continue;
      found.push(
        report({
          rule: id,
          severity: 'info',
          certainty: 'certain',
          where: placeOf(collection, record, field),
          subject: subjectOf(record),
          found: date,
          expected: `> ${today}`,
          what: {
            fr: `était prévu pour ${dayFirst(date)}, avant le ${dayFirst(today)} : rien ne dit qu'il a eu lieu, et il n'est pas compté`,
            en: `was planned for ${date}, before ${today}: nothing says that it took place, and it is not counted`,
          },
          todo: {
            fr: 'Dites s’il a été tenu, annulé ou reporté.',
            en: 'Say whether it was held, cancelled or postponed.',
          },
        }),
      );
    }
    return found;
  },
};
