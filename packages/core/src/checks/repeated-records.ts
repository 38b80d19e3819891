import type { CollectionName } from '../model/dataset.ts';
import type { Finding } from '../model/finding.ts';
import type { Membership } from '../model/membership.ts';
import type { Check, CheckContext } from './check.ts';
import { placeOf, report, subjectOf } from './shared/finding.ts';
import { fold, push } from './shared/text.ts';

const id = 'repeated-records';

/** Records that say the same thing twice: same title, same day, same place. */
function repeated({ index }: CheckContext): readonly Finding[] {
  const groups = new Map<string, { readonly collection: CollectionName; readonly record: Titled }[]>();
  for (const collection of ['events', 'publications'] as const) {
    for (const record of index.list(collection) as readonly Titled[]) {
      if (!index.span(record.date)) continue;
      const place = record.place ?? (record.territories ?? []).join(' ');
      push(groups, [collection, fold(record.title.fr), record.date ?? '', fold(place)].join('|'), {
        collection,
        record,
      });
    }
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return [];
    const ids = others.slice(0, 5).map(({ record }) => record.id);
    return report({
      rule: id,
      severity: 'warning',
      certainty: 'likely',
      where: placeOf(first.collection, first.record, 'title'),
      subject: subjectOf(first.record),
      found: first.record.id,
      expected: ids.join(', '),
      what: {
        fr: `le même titre, à la même date et au même lieu : ${ids.join(', ')}`,
        en: `the same title, on the same date, in the same place: ${ids.join(', ')}`,
      },
      todo: {
        fr: 'Si c’est la même chose racontée deux fois, gardez une seule fiche.',
        en: 'If it is one thing told twice, keep one record.',
      },
    });
  });
}

/** One organisation that is a member of one network twice at a time. */
function repeatedMemberships({ index }: CheckContext): readonly Finding[] {
  const groups = new Map<string, Membership[]>();
  for (const m of index.list('memberships')) push(groups, `${m.organisation}\u0000${m.network}`, m);
  const first = (m: Membership): string => index.span(m.start)?.first ?? '';
  return [...groups.values()].flatMap((list) => {
    const sorted = [...list].sort((a, b) => (first(a) < first(b) ? -1 : 1));
    return sorted.flatMap((m, at): readonly Finding[] => {
      const before = sorted[at - 1];
      const end = index.span(before?.end);
      if (!before || (end && end.first <= first(m))) return [];
      return [
        report({
          rule: id,
          severity: 'warning',
          certainty: 'likely',
          where: placeOf('memberships', m, 'organisation'),
          subject: subjectOf(m),
          found: m.id,
          expected: before.id,
          what: {
            fr: `« ${m.organisation} » est déjà membre de « ${m.network} » par « ${before.id} »`,
            en: `"${m.organisation}" is a member of "${m.network}" by "${before.id}" already`,
          },
          todo: {
            fr: 'Gardez une seule adhésion, ou terminez la première.',
            en: 'Keep one membership, or end the first one.',
          },
        }),
      ];
    });
  });
}

interface Titled {
  readonly id: string;
  readonly title: { readonly fr: string };
  readonly date?: string | null;
  readonly place?: string | null;
  readonly territories?: readonly string[];
}

/** What is recorded twice: an event, a publication, a membership. */
export const repeatedRecords: Check = {
  id,
  label: { fr: 'Fiches répétées', en: 'Repeated records' },
  needs: ['events', 'publications', 'memberships'],
  run: (context) => [...repeated(context), ...repeatedMemberships(context)],
};
