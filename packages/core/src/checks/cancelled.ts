import type { Finding, Quantity } from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { comma, exceeds, formatAmount, toInterval } from './shared/amounts.ts';
import { type At, both, nameOf, placeAndSubject, quoted, report } from './shared/finding.ts';

const id = 'cancelled';

const OFF = new Set(['cancelled', 'postponed']);

/** An amount of people who are said to have come to an event or a meeting. */
interface Attended extends At {
  readonly of: string;
  readonly q: Quantity;
}

/** Yields what records and figures say of those who came, whatever became of the event. */
function* attended({ index }: CheckContext): Generator<Attended> {
  for (const record of index.list('events'))
    if (record.attendance)
      yield { collection: 'events', record, field: 'attendance', of: record.id, q: record.attendance };
  for (const record of index.list('tallies')) {
    const { present } = record.by['attendance'] ?? {};
    const q = record.total ?? present;
    const field = record.total ? 'total' : 'by.attendance.present';
    if (q) yield { collection: 'tallies', record, field, of: record.of, q };
  }
  for (const record of index.standing()) {
    const { event, webinar, meeting } = record.dimensions;
    const of = event ?? webinar ?? meeting;
    const isPeople = record.status === 'held' && record.quantity.unit === 'people';
    if (of !== undefined && isPeople)
      yield { collection: 'observations', record, field: 'quantity', of, q: record.quantity };
  }
}

const NOBODY = { lo: 0, hi: 0, loStrict: false, hiStrict: false };

/** People at an event or a meeting that is said not to have taken place: they are not counted, or the status is wrong. */
export const cancelled: Check = {
  id,
  label: { fr: 'Public d’un événement annulé', en: 'Attendance of what was cancelled' },
  needs: ['events', 'meetings', 'tallies', 'observations'],
  run: (context) => {
    const { index } = context;
    const known = (of: string) => index.byId('events').get(of) ?? index.byId('meetings').get(of);
    const found: Finding[] = [];
    for (const { of, q, ...at } of attended(context)) {
      const whole = known(of);
      if (!whole || !OFF.has(whole.status) || !exceeds(toInterval(q), NOBODY)) continue;
      const name = quoted(nameOf(whole) ?? both(of));
      found.push(
        report({
          rule: id,
          severity: 'warning',
          certainty: 'likely',
          ...placeAndSubject(at),
          found: formatAmount(q),
          expected: '0',
          what: {
            fr: `une participation de ${comma(formatAmount(q))} est donnée à ${name.fr}, qui est dit annulé ou reporté : elle n'est pas comptée`,
            en: `an attendance of ${formatAmount(q)} is given to ${name.en}, which is said to be cancelled or postponed: it is not counted`,
          },
          todo: { fr: 'Corrigez l’état, ou retirez ce nombre.', en: 'Correct the status, or remove this number.' },
        }),
      );
    }
    return found;
  },
};
