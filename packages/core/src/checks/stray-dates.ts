import type { Finding } from '../model/finding.ts';
import type { Check, CheckContext } from './check.ts';
import { placeOf, report, subjectOf, type Told } from './shared/finding.ts';
import { type Bounds, bounds, dayOfId, type Happening, happenings } from './shared/happenings.ts';
import { push } from './shared/text.ts';

const id = 'stray-dates';

const told = ({ collection, record, field, date }: Happening, expected: string, what: Told): Finding =>
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

function otherDay(happening: Happening): Finding[] {
  const day = dayOfId(happening);
  const { date } = happening;
  if (day === undefined) return [];
  const what = {
    fr: `la date est ${date ?? ''}, l'identifiant dit ${day}`,
    en: `the date is ${date ?? ''}, the id says ${day}`,
  };
  return [told(happening, day, what)];
}

/** Neighbours in the periods of the data for each one before them, until that one looks like a slip. */
const NEIGHBOURS = 4;

/** Years between a day and the periods of the data: last year's are told often, those of ten years ago are history. */
const APART = { least: 2, most: 10 };

/** Meetings of one body, events of one document: what lies years before almost all of them is a slip, probably. */
function strays(list: readonly Happening[], { index }: CheckContext, limits: Bounds): readonly Finding[] {
  const groups = new Map<string, { readonly happening: Happening; readonly gap: number }[]>();
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
    // Of a series former editions may be told.
    const slips = before.filter(
      ({ gap, happening: { record } }) =>
        gap >= APART.least && gap <= APART.most && !('series' in record && record.series),
    );
    return slips.map(({ happening }) =>
      told(happening, about, {
        fr: `${happening.date ?? ''} est avant les périodes que ces données décrivent, ${about}, où sont presque tous ses voisins`,
        en: `${happening.date ?? ''} is before the periods that these data describe, ${about}, where almost all its neighbours are`,
      }),
    );
  });
}

/** Days that their own id or their neighbours gainsay: a meeting of 2013 among those of 2023. */
export const strayDates: Check = {
  id,
  label: { fr: 'Dates isolées', en: 'Stray dates' },
  needs: ['events', 'meetings', 'votes', 'audiences', 'publications', 'projects', 'missions'],
  run: (context) => {
    const list = [...happenings(context)];
    return [...list.flatMap(otherDay), ...strays(list, context, bounds(context))];
  },
};
