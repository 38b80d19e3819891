import { type Finding, push } from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { type Bounds, bounds, type DatedRecord, datedRecords, dayOfId } from './shared/dated-records.ts';
import { type BilingualText, placeOf, report, subjectOf } from './shared/finding.ts';

const id = 'stray-dates';

const findingOf = ({ collection, record, field, date }: DatedRecord, expected: string, what: BilingualText): Finding =>
  report({
    rule: id,
    severity: 'warning',
    certainty: 'possible',
    where: placeOf(collection, record, field),
    subject: subjectOf(record),
    found: date ?? '',
    expected,
    what,
    todo: { fr: 'Relisez la date dans le document.', en: 'Read the date again in the document.' },
  });

function otherDay(happening: DatedRecord): Finding[] {
  const day = dayOfId(happening);
  const { date } = happening;
  if (day === undefined) return [];
  const what = {
    fr: `la date est ${date ?? ''}, l'identifiant dit ${day}`,
    en: `the date is ${date ?? ''}, the id says ${day}`,
  };
  return [findingOf(happening, day, what)];
}

/** Neighbours in the periods of the data for each one before them, until that one looks like a slip. */
const NEIGHBOURS = 4;

/**
 * Distance in years between a slip and the periods of the data: documents often report the year before, and dates of
 * more than ten years ago are history.
 */
const APART = { least: 2, most: 10 };

/**
 * Finds slips among the meetings of one body or the events of one document: a record dated years before almost all
 * others.
 */
function strays(list: readonly DatedRecord[], { index }: CheckContext, limits: Bounds): readonly Finding[] {
  const groups = new Map<string, { readonly happening: DatedRecord; readonly gap: number }[]>();
  for (const happening of list) {
    const { collection, record, date, status } = happening;
    const span = index.span(date);
    if ((collection !== 'meetings' && collection !== 'events') || span?.kind !== 'day' || status !== 'held') continue;
    const gap = Math.max(limits.first - Number(span.first.slice(0, 4)), 0);
    const group = 'body' in record ? String(record.body) : (record.source?.document ?? '');
    push(groups, `${collection}\u0000${group}`, { happening, gap });
  }
  const about = limits.first === limits.last ? String(limits.first) : `${limits.first}–${limits.last}`;
  return [...groups.values()].flatMap((group) => {
    const before = group.filter(({ gap }) => gap > 0);
    if (group.length - before.length < NEIGHBOURS * before.length) return [];
    // Former editions of a series are no slips.
    const slips = before.filter(
      ({ gap, happening: { record } }) =>
        gap >= APART.least && gap <= APART.most && !('series' in record && record.series),
    );
    return slips.map(({ happening }) =>
      findingOf(happening, about, {
        fr: `${happening.date ?? ''} est avant les périodes que ces données décrivent, ${about}, où sont presque tous ses voisins`,
        en: `${happening.date ?? ''} is before the periods that these data describe, ${about}, where almost all its neighbours are`,
      }),
    );
  });
}

/**
 * Finds days that contradict the record's own id, or lie far from its neighbours: a meeting of 2013 among those of
 * 2023.
 */
export const strayDates: Check = {
  id,
  label: { fr: 'Dates isolées', en: 'Stray dates' },
  needs: ['events', 'meetings', 'votes', 'audiences', 'publications', 'prizes', 'projects', 'missions'],
  run: (context) => {
    const list = [...datedRecords(context)];
    return [...list.flatMap(otherDay), ...strays(list, context, bounds(context))];
  },
};
