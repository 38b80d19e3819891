import { records } from '../../model/coverage.ts';
import type { Meeting } from '../../model/meeting.ts';
import type { Quantity } from '../../model/quantity.ts';
import { type Countable, counted, covers, groupBy, select } from '../counting.ts';
import { defineIndicator, type IndicatorContext } from '../indicator.ts';
import { once } from '../remember.ts';

const how: Countable<Meeting> = {
  dateOf: (m) => m.date,
  // Where a body meets says nothing of the territory that it is about.
  territoriesOf: () => null,
  categoryOf: (m, dimension) => (dimension === 'body' ? m.body : undefined),
};

const heldIn = once((list: readonly Meeting[]) => list.filter((m) => m.status === 'held'));
const held = ({ dataset }: IndicatorContext): readonly Meeting[] => heldIn(records(dataset, 'meetings'));
const byBody = once((list: readonly Meeting[]) => groupBy(list, (m) => [m.body]));

/**
 * Meetings held, by body. Counted where every meeting of the body is listed; a total of all bodies is given only where all
 * of them are. Planned and cancelled meetings are left out. Sections I.1.b, I.1.d, I.2.a.
 */
export const bodyMeetings = defineIndicator({
  id: 'body-meetings',
  seedId: 'X.meeting.count',
  kind: 'flow',
  unit: 'meetings',
  label: { fr: 'Réunions des instances', br: 'Emvodoù an ensavioù', en: 'Meetings of the bodies' },
  definition: {
    fr: 'Réunions tenues pendant la période par chaque instance ou groupe de travail.',
    en: 'Meetings that each body or working group held during the period.',
  },
  dimensions: [{ id: 'body', label: { fr: 'instance', br: 'ensav', en: 'body' }, exclusive: true }],
  needs: ['observations', 'meetings', 'bodies'],
  value: (context) => {
    if (context.territory !== undefined) return null;
    const complete = covers(context, 'meetings');
    // Bodies are listed unevenly: the meetings that happen to be listed are no total.
    if (!complete && context.where['body'] === undefined) return null;
    return counted(select(held(context), context, how), 'meetings', complete);
  },
  parts: (context) => {
    if (context.territory !== undefined) return null;
    const whole = [...byBody(held(context))].map(([body, list]) => [body, meetingsOf(context, body, list)] as const);
    return new Map(whole.filter((pair): pair is readonly [string, Quantity] => pair[1] !== null));
  },
});

/** The meetings of one body, where all of them are listed. */
function meetingsOf(context: IndicatorContext, body: string, list: readonly Meeting[]): Quantity | null {
  if (context.where['body'] !== undefined && context.where['body'] !== body) return null;
  const one = { ...context, where: { body } };
  const { quantity, complete } = counted(select(list, one, how), 'meetings', covers(one, 'meetings'));
  return complete ? quantity : null;
}
