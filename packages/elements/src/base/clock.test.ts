import { expect } from '@open-wc/testing';
import { setClock, today } from './clock.ts';

describe('today', () => {
  afterEach(() => setClock(undefined));

  for (const [at, day] of [
    ['2026-01-15T00:00:00Z', '2026-01-15'],
    ['2026-01-15T21:59:59Z', '2026-01-15'],
    ['2026-01-15T22:59:59Z', '2026-01-15'],
    ['2026-01-15T23:00:00Z', '2026-01-16'],
    ['2026-07-15T21:59:59Z', '2026-07-15'],
    ['2026-07-15T22:00:00Z', '2026-07-16'],
    ['2026-12-31T23:30:00Z', '2027-01-01'],
  ] as const) {
    it(`is ${day} in Paris at ${at}`, () => {
      setClock(() => Date.parse(at));
      expect(today()).to.equal(day);
    });
  }

  it('is what the zone itself says, at every hour of a year with its two changes', () => {
    const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', dateStyle: 'short' });
    const wrong: string[] = [];
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 2); at += 3_600_000) {
      setClock(() => at);
      if (today() !== zone.format(at)) wrong.push(new Date(at).toISOString());
    }
    expect(wrong).to.deep.equal([]);
  });
});
