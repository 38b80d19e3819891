import type { CollectionRecords, Quantity } from '../../model/index.ts';
import type { DatasetIndex } from './dataset-index.ts';

type Counting = 'tallies' | 'votes' | 'events' | 'audiences' | 'jobs' | 'movements' | 'prizes';
type AmountIn<N extends Counting> = {
  readonly collection: N;
  readonly record: CollectionRecords[N];
  readonly field: string;
  readonly q: Quantity;
};

/** An amount that a record other than a published figure says, with its place. */
type RecordAmount = { [N in Counting]: AmountIn<N> }[Counting];

/** Yields the amounts of all records but published figures: parts of a tally as `by.<dimension>.<category>`. */
export function* recordAmounts({ list }: DatasetIndex): Generator<RecordAmount> {
  for (const record of list('tallies')) {
    if (record.total) yield { collection: 'tallies', record, field: 'total', q: record.total };
    for (const [dimension, by] of Object.entries(record.by))
      for (const [part, q] of Object.entries(by))
        yield { collection: 'tallies', record, field: `by.${dimension}.${part}`, q };
  }
  for (const record of list('votes')) {
    for (const field of ['for', 'against', 'abstain', 'eligible'] as const) {
      const q = record[field];
      if (q) yield { collection: 'votes', record, field, q };
    }
  }
  for (const record of list('events'))
    if (record.attendance) yield { collection: 'events', record, field: 'attendance', q: record.attendance };
  for (const record of list('audiences'))
    yield { collection: 'audiences', record, field: 'followers', q: record.followers };
  for (const record of list('jobs')) yield { collection: 'jobs', record, field: 'jobs', q: record.jobs };
  for (const record of list('movements')) yield { collection: 'movements', record, field: 'count', q: record.count };
  for (const record of list('prizes'))
    if (record.amount) yield { collection: 'prizes', record, field: 'amount', q: record.amount };
}
