import type { CollectionName, Finding } from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { placeOf, report, subjectOf } from './shared/finding.ts';

const id = 'loops';

const findingOf = (collection: CollectionName, record: { readonly id: string }, field: string): Finding =>
  report({
    rule: id,
    severity: 'error',
    certainty: 'certain',
    where: placeOf(collection, record, field),
    subject: subjectOf(record),
    found: record.id,
    what: { fr: `« ${field} » ramène à la fiche elle-même`, en: `"${field}" leads back to the record itself` },
    todo: { fr: 'Retirez cet identifiant, ou corrigez-le.', en: 'Remove this id, or correct it.' },
  });

/** Whether what a record names leads back to it, through whatever lies between. */
function isInItself(start: string, next: (record: string) => readonly string[]): boolean {
  const seen = new Set<string>();
  const queue = [...next(start)];
  for (let each = queue.pop(); each !== undefined; each = queue.pop()) {
    if (each === start) return true;
    if (!seen.has(each)) for (const inner of next(each)) queue.push(inner);
    seen.add(each);
  }
  return false;
}

function* leadingBack({ index }: CheckContext): Generator<Finding> {
  const [territories, figures] = [index.byId('territories'), index.byId('observations')];
  const events = index.byId('events');
  for (const record of index.list('territories'))
    if (isInItself(record.id, (each) => territories.get(each)?.parents ?? []))
      yield findingOf('territories', record, 'parents');
  for (const record of index.list('observations'))
    if (record.derivedFrom && isInItself(record.id, (each) => figures.get(each)?.derivedFrom ?? []))
      yield findingOf('observations', record, 'derivedFrom');
  for (const record of index.list('events'))
    if (record.partOf && isInItself(record.id, (each) => listOf(events.get(each)?.partOf)))
      yield findingOf('events', record, 'partOf');
}

const listOf = (id: string | null | undefined): readonly string[] => (id ? [id] : []);

/** A territory or an event inside itself, a figure calculated from itself. */
export const loops: Check = {
  id,
  label: { fr: 'Fiches qui se contiennent elles-mêmes', en: 'Records inside themselves' },
  needs: ['territories', 'observations', 'events'],
  run: (context) => [...leadingBack(context)],
};
