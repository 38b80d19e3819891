import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { added, withFault } from './testing/region.ts';

const rule = 'editions';
const next = (edition: number, date: string, title = 'Salon') => ({
  id: `salon-${edition}-${date}`,
  title: { fr: title },
  date,
  status: 'planned',
  series: 'salon',
  edition,
});

describe('the number of an edition', () => {
  it('is the one that its title says', () => {
    expect(linesOf(rule, withFault('events', 'salon', { title: { fr: '8e salon des solidarités' } }))).toEqual([
      'warning events/salon edition: 9, expected 8',
    ]);
  });

  it('may be lower than the years tell: a year was left out', () => {
    expect(linesOf(rule, withFault('events', 'salon', { edition: 8, title: { fr: 'Salon' } }))).toEqual([]);
  });

  it('rises with the years, and no faster', () => {
    expect(linesOf(rule, added('events', next(10, '2024-06')))).toEqual([]);
    expect(linesOf(rule, added('events', next(9, '2024-06')))).toEqual([
      'warning events/salon-9-2024-06 edition: 9, expected 10',
    ]);
    // One finding is enough: the one on the number of years.
    expect(linesOf(rule, added('events', next(12, '2024-06')))).toEqual([
      'warning events/salon-12-2024-06 edition: 12, expected ≤ 10',
    ]);
  });

  it('is measured by its neighbours where nobody knows the first one', () => {
    const series = [{ id: 'salon', name: { fr: 'Salon' } }];
    const after = (...events: readonly object[]) => linesOf(rule, { ...added('events', ...events), series });
    expect(after(next(12, '2024-06'))).toEqual(['warning events/salon-12-2024-06 edition: 12, expected 10']);
    expect(after(next(12, '2025-06'))).toEqual(['warning events/salon-12-2025-06 edition: 12, expected 10–11']);
    expect(after(next(10, '2025-06'), next(10, '2025-09'))).toEqual([]);
    expect(after(next(8, '2020-06'), next(4, '2021-06'))).toEqual([
      'warning events/salon edition: 9, expected 5–6',
      'warning events/salon-4-2021-06 edition: 4, expected 9',
    ]);
  });

  it('that is wrong by its title is no measure of the next one', () => {
    const first = withFault('events', 'salon', { edition: 6, title: { fr: '9e salon des solidarités' } });
    expect(linesOf(rule, { ...first, events: [...(first.events ?? []), next(10, '2024-06')] })).toEqual([
      'warning events/salon edition: 6, expected 9',
    ]);
    const dated = added('events', next(10, '2024-06', 'Salon 2025'), next(10, '2025-06'));
    expect(linesOf(rule, dated)).toEqual(['warning events/salon-10-2024-06 date: 2024-06, expected 2025']);
  });

  it('stands in a year that is the one of the title', () => {
    expect(linesOf(rule, added('events', next(10, '2024-06', 'Salon 2025')))).toEqual([
      'warning events/salon-10-2024-06 date: 2024-06, expected 2025',
    ]);
  });
});

describe('an ordinal', () => {
  it('of an anniversary is no edition', () => {
    const title = { fr: '20e anniversaire du salon' };
    expect(linesOf('editions', withFault('events', 'salon', { title }))).toEqual([]);
  });
});
