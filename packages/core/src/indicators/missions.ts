import { type Dataset, records } from '../model/dataset.ts';
import { type Period, parsePeriod, period, periodContains, periodsOverlap } from '../model/period.ts';
import type { SupportMission } from '../model/support-mission.ts';
import { every, type Selection, selectBy } from './counting.ts';
import type { IndicatorContext } from './indicator.ts';
import type { ValueLabels } from './labels.ts';
import { placed } from './territory.ts';

/** The programme of local support (DLA) of a data set: `dla`, or its parts `dla-…` where only these are told apart. */
const DLA = 'dla';

/** Names of the modes and statuses of missions. */
export const missionLabels: ValueLabels = {
  mode: {
    individual: { fr: 'individuelles', br: 'hiniennel', en: 'individual' },
    collective: { fr: 'collectives', br: 'a-stroll', en: 'collective' },
    other: { fr: 'autres', br: 'all', en: 'other' },
  },
  status: {
    held: { fr: 'terminées', br: 'echuet', en: 'completed' },
    ongoing: { fr: 'lancées', br: 'boulc’het', en: 'started' },
    planned: { fr: 'prévues', br: 'raktreset', en: 'planned' },
    cancelled: { fr: 'annulées', br: 'nullet', en: 'cancelled' },
    other: { fr: 'autres', br: 'all', en: 'other' },
  },
};

/**
 * Whether something that lasts took place in a period, if only in part: a mission of `2023/2024` did in each of the two
 * years. Null where its dates are too vague to tell.
 */
export function lastsIn(asked: Period, lasting: Period): boolean | null {
  if (!periodsOverlap(asked, lasting)) return false;
  const ends = lasting.split('/').filter((end) => parsePeriod(end) !== null);
  const [a, p] = [period(asked), period(lasting)];
  const isSure = ends.some((end) => periodContains(asked, end)) || (ends.length > 1 && spans(ends, a.first, a.last));
  return isSure || (p.first >= a.first && p.last <= a.last) ? true : null;
}

/** Begun at the latest on the first day, ended at the earliest on the last. */
function spans([start = '', end = '']: readonly string[], first: string, last: string): boolean {
  return period(start).last <= first && period(end).first >= last;
}

/** Whether a record belongs to the programme asked for, or to the DLA. */
export function isOfDla({ programme }: { readonly programme: string }, { where }: IndicatorContext): boolean {
  const asked = where['programme'];
  return asked === undefined ? programme === DLA || programme.startsWith(`${DLA}-`) : programme === asked;
}

/** A mission completed since then was still under way at the end of an earlier period. */
export const statusIn = (m: SupportMission, asked: Period): string =>
  m.status === 'held' && period(m.period).last > period(asked).last ? 'ongoing' : m.status;

/** The category of a mission in a dimension. */
export function categoryOfMission(m: SupportMission, dimension: string, asked: Period): string | undefined {
  if (dimension === 'status') return statusIn(m, asked);
  if (dimension === 'mode') return m.mode;
  return dimension === 'lot' ? (m.lot ?? undefined) : undefined;
}

const lies = (dataset: Dataset, m: SupportMission, territory: string | undefined): boolean | null =>
  territory === undefined || placed(dataset, m.territories, territory);

/** Missions of the period: those completed or under way, unless another status is asked for. */
export function missionsOf(context: IndicatorContext, anyStatus = false): Selection<SupportMission> {
  const { dataset, period: asked, territory, where } = context;
  const keys = Object.keys(where).filter((key) => key !== 'programme');
  const isHeld = (m: SupportMission): boolean =>
    anyStatus || where['status'] !== undefined || m.status === 'held' || m.status === 'ongoing';
  const has = (m: SupportMission, key: string): boolean | null => {
    const category = categoryOfMission(m, key, asked);
    return category === undefined ? null : category === where[key];
  };
  return selectBy(records(dataset, 'missions'), (m) =>
    every([
      isOfDla(m, context) && isHeld(m),
      lastsIn(asked, m.period),
      lies(dataset, m, territory),
      ...keys.map((key) => has(m, key)),
    ]),
  );
}
