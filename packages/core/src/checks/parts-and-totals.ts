import { type Observation, push, type Quantity } from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { isAdditive, middle, sumOf, toInterval } from './shared/amounts.ts';
import { isCumulated } from './shared/cumulated.ts';
import { dimensionsKey, isExhaustive, labelStem } from './shared/dataset-index.ts';
import { placeOf, subjectOf } from './shared/finding.ts';
import { partitionsOf } from './shared/partitions.ts';
import { judgeSplit, makesTotal, type Split } from './shared/splits.ts';

const id = 'parts-and-totals';

/** Beyond this many times the total, parts of which nobody says that they are apart are multiple answers. */
const APART = 1.3;

function isMultiple(list: readonly Quantity[], total: Quantity): boolean {
  return middle(sumOf(list.map((q) => toInterval(q)))) > APART * middle(toInterval(total));
}

function* observed({ index }: CheckContext): Generator<Split> {
  for (const { indicator, unit, observations } of [...index.cells(), ...index.labelled()]) {
    if (!isAdditive(unit) || observations.length < 3) continue;
    const partitions = partitionsOf(observations);
    const confirmed = new Set(
      partitions.flatMap(({ totals: [total], parts }) =>
        total &&
        makesTotal(
          [...parts.values()].map((o) => o.quantity),
          total.quantity,
        )
          ? [total.id]
          : [],
      ),
    );
    for (const { dimension, totals, parts } of partitions) {
      const [total] = totals;
      if (!total || isCumulated(total) || [...parts.values()].some(isCumulated)) continue;
      const amounts = new Map([...parts].map(([part, o]) => [part, o.quantity]));
      const exclusive = index.isExclusive(indicator || null, dimension);
      if (indicator === '' && exclusive === undefined && isMultiple([...amounts.values()], total.quantity)) continue;
      yield {
        rule: id,
        where: placeOf('observations', total, 'quantity'),
        subject: subjectOf(total),
        dimension,
        total: total.quantity,
        parts: amounts,
        exclusive,
        isDeclared: indicator !== '',
        exhaustive: isExhaustive(index, dimension, amounts),
        isWhole: index.isWhole(indicator, dimension),
        confirmed: confirmed.has(total.id),
      };
    }
  }
}

/** Groups figures that differ by their territory only. */
function byTerritory({ index }: CheckContext): Iterable<readonly Observation[]> {
  const groups = new Map<string, Observation[]>();
  for (const o of index.standing()) {
    const span = index.span(o.period);
    if (!span || !isAdditive(o.quantity.unit)) continue;
    const first = o.indicator && index.isStock(o.indicator) ? '' : span.first;
    const what = o.indicator ?? `label ${labelStem(o.label.fr)}`;
    push(groups, [what, first, span.last, o.status, o.quantity.unit, dimensionsKey(o.dimensions)].join('\u0000'), o);
  }
  return groups.values();
}

/** Yields the counts of territories of one kind, with the count of the territory that contains them. */
function* located(context: CheckContext): Generator<Split> {
  const places = context.index.places();
  for (const list of byTerritory(context)) {
    if (list.length < 3) continue;
    const inside = new Map<string, Map<string, Quantity>>();
    for (const { territory, quantity } of list) {
      const here = territory ? places.territory(territory) : undefined;
      for (const parent of here?.parents ?? []) {
        const key = `${parent}\u0000${here?.kind ?? ''}`;
        const parts = inside.get(key) ?? new Map<string, Quantity>();
        inside.set(key, parts.set(territory ?? '', quantity));
      }
    }
    for (const [key, parts] of inside) {
      const [parent = '', kind = ''] = key.split('\u0000');
      const total = list.find(({ territory }) => territory === parent);
      if (!total || parts.size < 2) continue;
      yield {
        rule: id,
        where: placeOf('observations', total, 'quantity'),
        subject: subjectOf(total),
        dimension: kind,
        total: total.quantity,
        parts,
        exclusive: true,
        exhaustive: false,
        confirmed: false,
      };
    }
  }
}

function* tallied({ index }: CheckContext): Generator<Split> {
  for (const tally of index.list('tallies')) {
    if (!tally.total) continue;
    const { total } = tally;
    const confirmed = Object.values(tally.by).some((by) => makesTotal(Object.values(by), total));
    for (const [dimension, by] of Object.entries(tally.by)) {
      const parts = new Map(Object.entries(by));
      yield {
        rule: id,
        where: placeOf('tallies', tally, `by.${dimension}`),
        subject: subjectOf(tally),
        dimension,
        total,
        parts,
        exclusive: index.isExclusive(null, dimension) ?? true,
        exhaustive: isExhaustive(index, dimension, parts),
        confirmed,
      };
    }
  }
}

function* employed({ index }: CheckContext): Generator<Split> {
  const groups = new Map<string, { readonly contract: string; readonly at: number }[]>();
  const jobs = index.list('jobs');
  jobs.forEach((job, at) => {
    const key = [job.programme, job.period, job.mode ?? '', job.lot ?? '', job.territory ?? ''].join('\u0000');
    push(groups, key, { contract: job.contract ?? '', at });
  });
  for (const group of groups.values()) {
    const total = jobs[group.find(({ contract }) => contract === '')?.at ?? -1];
    if (!total) continue;
    const parts = new Map(
      group.flatMap(({ contract, at }): [string, Quantity][] => {
        const job = jobs[at];
        return contract === '' || !job ? [] : [[contract, job.jobs]];
      }),
    );
    yield {
      rule: id,
      where: placeOf('jobs', total, 'jobs'),
      subject: subjectOf(total),
      dimension: 'contract',
      total: total.jobs,
      parts,
      exclusive: true,
      exhaustive: isExhaustive(index, 'contract', parts),
      confirmed: false,
    };
  }
}

/** Parts of a whole against its total. A list of parts that is not complete is no mistake, unless it exceeds the total. */
export const partsAndTotals: Check = {
  id,
  label: { fr: 'Parties et totaux', en: 'Parts and totals' },
  needs: ['observations', 'tallies', 'jobs', 'categories', 'colleges', 'territories'],
  run: (context) =>
    [...observed(context), ...located(context), ...tallied(context), ...employed(context)].flatMap(
      (split) => judgeSplit(split, context.index) ?? [],
    ),
};
