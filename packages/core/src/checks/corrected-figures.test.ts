import { describe, expect, it } from 'vitest';
import { runChecks } from './run.ts';
import { line } from './testing/find.ts';
import { added, amount, type Collections, clean, figure, optionsFor, regionOf } from './testing/region.ts';

type Fields = { readonly id: string };

/** Returns the region with a wrong amount in a figure, and a later document that states the right amount again. */
function correctedLater(id: string, wrong: number): Collections {
  const right = (clean.observations as readonly Fields[]).find((o) => o.id === id);
  const { observations = [] } = amount(id, wrong);
  return { ...clean, observations: [...observations, { ...right, id: `${id}-anew`, corrects: [id] }] };
}

/** Two figures of which the second corrects the first, and others that they are compared with. */
const corrected = (wrong: object, right: object, ...others: readonly object[]): Collections =>
  added('observations', wrong, { ...right, corrects: [(wrong as Fields).id] }, ...others);

const jobs = (id: string, value: number, territory: string) => figure(id, 'emplois', value, 'jobs', { territory });
const labelled = (id: string, value: number, fr: string) => figure(id, null, value, 'organisations', { label: { fr } });
const voted = (id: string, value: number) => figure(id, null, value, 'organisations', { of: '#voters' });
const plan = (id: string, year: number, section = 'A') =>
  figure(id, null, year, 'year', {
    section,
    status: 'planned',
    period: String(year),
    dimensions: { programme: 'velo' },
    label: { fr: 'Lancement' },
  });
const visits = (id: string, value: number, period: string) =>
  figure(id, 'visites-cumulees', value, 'people', { period });

const cases: Readonly<Record<string, Collections>> = {
  'a part that was too large': correctedLater('stock-b', 25),
  'a share of too much': correctedLater('absent', 20),
  'a share that was not its part of its whole': correctedLater('share-a', 47.1),
  'a running total of shares': correctedLater('excused-cumulated', 95),
  'a running total that fell': corrected(
    visits('then', 90, '2022'),
    visits('then-anew', 40, '2022'),
    visits('now', 60, '2023'),
  ),
  'a change that the stocks do not show': correctedLater('left', 5),
  'a number of meetings': correctedLater('board', 4),
  'a half-year that was more than its year': correctedLater('workshops-h1', 17),
  'one of two statements': correctedLater('fair', 500),
  'the figure of a region that was less than those of its towns': corrected(
    jobs('all', 800, 'departement-77'),
    jobs('all-anew', 1000, 'departement-77'),
    jobs('one', 600, 'commune-77001'),
    jobs('two', 300, 'commune-77002'),
  ),
  'a part that its label tells': corrected(
    labelled('part', 42, 'Structures, dont adhérentes'),
    labelled('part-anew', 12, 'Structures, dont adhérentes'),
    labelled('all', 30, 'Structures'),
  ),
  'a part that its name tells': corrected(
    figure('off', 'webinars-cancelled', 9, 'events'),
    figure('off-anew', 'webinars-cancelled', 1, 'events'),
    figure('meant', 'webinars-planned', 5, 'events'),
  ),
  'a part of a whole': corrected(voted('abstained', 25), voted('abstained-anew', 6)),
  'a plan': {
    ...corrected(plan('launch', 2025), plan('launch-anew', 2026), plan('elsewhere', 2026, 'B')),
    programmes: [{ id: 'velo', name: { fr: 'Vélo' } }],
  },
  'the number of territories of a programme': {
    ...corrected(
      figure('places', null, 1, 'territories', { dimensions: { programme: 'velo' } }),
      figure('places-anew', null, 2, 'territories', { dimensions: { programme: 'velo' } }),
    ),
    programmes: [{ id: 'velo', name: { fr: 'Vélo' }, territories: ['commune-77001', 'commune-77002'] }],
  },
};

describe('a figure that a later document states anew', () => {
  it.each(Object.entries(cases))('contradicts nothing any more: %s', (_what, data) => {
    expect(runChecks(regionOf(data), optionsFor(data)).map(line)).toEqual([]);
  });

  it('is an error as long as nothing corrects it', () => {
    for (const [what, { observations = [], ...rest }] of Object.entries(cases)) {
      const standing = observations.flatMap((o) => ('corrects' in o ? [] : [o]));
      const all = { ...rest, observations: standing };
      expect(runChecks(regionOf(all), optionsFor(all)), what).not.toEqual([]);
    }
  });
});
