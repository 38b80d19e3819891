import type * as z from 'zod/mini';
import { type AudienceSnapshot, period, previousPeriod, type Quantity, records, subtract } from '../../model/index.ts';
import { followersAt, snapshotsOf } from '../audiences.ts';
import { type Formula, inAnyUnit, type Use } from '../formula.ts';
import type { Computed, IndicatorContext } from '../indicator.ts';
import { recorded } from '../recorded.ts';
import type { SnapshotParameters } from './schemas.ts';

type Parameters = z.infer<typeof SnapshotParameters>;

/**
 * Reads what was counted of each channel on the last day of the period, or how that has changed since its eve: the
 * difference of two counts or, failing these, the change recorded with the last one. Channels share their followers, so
 * there is no total.
 */
export const snapshot: Formula<Parameters> = {
  value: (context, use) => {
    const channel = context.where['channel'];
    const [found] = snapshotsOf(context);
    if (channel === undefined || context.territory !== undefined) return null;
    const counted = use.parameters.field === 'change' ? changeOf(context, channel) : null;
    return counted ? { quantity: counted, complete: true } : told(context, use, found?.[use.parameters.field]);
  },
  parts: (context, _, { parameters: { field } }) => {
    const found = snapshotsOf(context).map((one) => [one.channel, quantityOf(context, one, field)] as const);
    return new Map(
      found.flatMap(([channel, q]): readonly (readonly [string, Quantity])[] => (q ? [[channel, q]] : [])),
    );
  },
};

const told = (context: IndicatorContext, use: Use<Parameters>, q: Quantity | null | undefined): Computed | null =>
  recorded(context, inAnyUnit(use), q);

const quantityOf = (context: IndicatorContext, one: AudienceSnapshot, field: Parameters['field']) =>
  field === 'change' ? (changeOf(context, one.channel) ?? one.change) : one.followers;

function changeOf({ dataset, period: asked }: IndicatorContext, channel: string): Quantity | null {
  const eve = previousPeriod(period(asked).first, 'flow');
  const audiences = records(dataset, 'audiences');
  return subtract(followersAt(audiences, channel, asked), followersAt(audiences, channel, eve));
}
