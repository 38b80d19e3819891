import { records } from '../model/coverage.ts';
import { type Period, period } from '../model/period.ts';
import type { SupportMission } from '../model/support-mission.ts';
import { datesIn, every, type Selection, selectBy } from './counting.ts';
import type { IndicatorContext } from './indicator.ts';
import type { ValueLabels } from './labels.ts';
import { placed } from './territory.ts';

/** The programme of local support (DLA) of a data set: `dla`, or its parts `dla-…` where only these are told apart. */
export const DLA = 'dla';

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
  const lasts = datesIn(asked, true);
  return selectBy(records(dataset, 'missions'), (m) => {
    const inTime = lasts(m.period);
    if (inTime === false || !isOfDla(m, context) || !isHeld(m)) return false;
    return every([inTime, placed(dataset, m.territories, territory), ...keys.map((key) => has(m, key))]);
  });
}
