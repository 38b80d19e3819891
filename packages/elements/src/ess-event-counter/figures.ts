import { findMeasure } from '@ess-widgets/core/indicators/written';
import type { Dataset } from '@ess-widgets/core/model';
import type { MeasureAsked } from '../internal/measure-controller.ts';
import type { MessageKey } from '../messages/messages.ts';

/** A figure beside the count, and the words under it. */
interface Side {
  readonly indicator: string;
  readonly label: MessageKey;
}

/** Indicators that tell of one series: how many events, their part of a larger whole, at most three figures beside. */
export interface SeriesFigures {
  readonly count: string;
  readonly share: Side & { readonly rest: MessageKey };
  readonly sides: readonly Side[];
}

/** Series with published figures of their own. Any other series is counted in the list of events. */
const figuresOf: Readonly<Record<string, SeriesFigures>> = {
  'mois-de-l-ess': {
    count: 'month-events',
    share: { indicator: 'month-national-share', label: 'counterNational', rest: 'counterElsewhere' },
    sides: [
      { indicator: 'month-organisers', label: 'counterOrganisers' },
      { indicator: 'month-member-organisers', label: 'counterMembers' },
      { indicator: 'month-attendance', label: 'counterAttendance' },
    ],
  },
};

/** What to ask for a counter. `figures` is null where only the list of events can tell. */
export interface CounterPlan {
  readonly figures: SeriesFigures | null;
  /** The count of the list, asked where the series' own figures are missing or may be. */
  readonly list: MeasureAsked | null;
  readonly asked: readonly MeasureAsked[];
}

/** Fields of the request that all figures share. */
export type CounterScope = Pick<MeasureAsked, 'period' | 'compare' | 'territory' | 'where'>;

/**
 * Chooses the indicators of a counter. Where the build has written the series' own figures the list is not needed, and its
 * code not loaded.
 */
export function planOf(dataset: Dataset, series: string | undefined, scope: CounterScope): CounterPlan {
  const own = series !== undefined && Object.hasOwn(figuresOf, series) ? figuresOf[series] : undefined;
  const pairs = [...(scope.where ? [scope.where] : []), ...(series ? [`series=${series}`] : [])];
  const list: MeasureAsked = {
    indicator: 'events-held',
    ...scope,
    ...(pairs.length ? { where: pairs.join(' ') } : {}),
  };
  if (!own) return { figures: null, list, asked: [list] };
  const { measures } = dataset;
  const plain = !scope.territory && !scope.where;
  const { period } = scope;
  const written = plain && measures && findMeasure(measures, { indicator: own.count, ...(period ? { period } : {}) });
  if (measures && plain && !written) return { figures: null, list, asked: [list] };
  const ids = [own.count, own.share.indicator, ...own.sides.map((side) => side.indicator)];
  const figures = ids.map((indicator) => ({ indicator, ...scope }));
  return { figures: own, list: written ? null : list, asked: written ? figures : [...figures, list] };
}
