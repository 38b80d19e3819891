import { describe, expect, it } from 'vitest';
import { collectionSchemas, type Dataset } from '../model/index.ts';
import { checks } from './all.ts';
import { checkedCollections, runChecks } from './run.ts';
import { line } from './testing/find.ts';
import { added, amount, type Collections, clean, figure, options, regionOf, withFault } from './testing/region.ts';

interface Planted {
  readonly mistake: string;
  readonly rule: string;
  readonly data: Collections;
  /** Fields of the manifest that differ. */
  readonly manifest?: object;
  /** The finding that says it. */
  readonly said: string;
}

const event = { status: 'held', title: { fr: 'Balade' } };

/** One mistake of each kind, planted in the invented region. */
const mistakes: readonly Planted[] = [
  {
    mistake: 'a collège whose members make more than the total',
    rule: 'parts-and-totals',
    data: amount('stock-b', 25),
    said: 'error observations/stock quantity: 25 + 25 + 8 + 7 + 5 = 70, expected 60',
  },
  {
    mistake: 'shares of one whole above 100 %',
    rule: 'shares',
    data: amount('absent', 20),
    said: 'error observations/present quantity: 70\u202f% + 20\u202f% + 20\u202f% = 110, expected 100\u202f%',
  },
  {
    mistake: 'a share that is not its part of its whole',
    rule: 'shares',
    data: amount('share-a', 47.1),
    said: 'warning observations/share-a quantity: 47.1\u202f%, expected 41.7\u202f%',
  },
  {
    mistake: 'two dates for one plan',
    rule: 'planned-dates',
    data: {
      ...added(
        'observations',
        ...['2026-Q2', '2027'].map((period, at) => ({
          ...figure(`plan-${at}`, null, 2026, 'year', { status: 'planned', period, dimensions: { programme: 'velo' } }),
          label: { fr: 'Lancement' },
        })),
      ),
      programmes: [{ id: 'velo', name: { fr: 'Vélo' } }],
    },
    said: 'warning observations/plan-1 period: 2027, expected 2026-Q2',
  },
  {
    mistake: 'a running total that does not add up',
    rule: 'cumulated-shares',
    data: amount('excused-cumulated', 95),
    said: 'warning observations/excused-cumulated quantity: 95\u202f%, expected 90\u202f%',
  },
  {
    mistake: 'a change that the snapshots do not show',
    rule: 'deltas',
    data: withFault('audiences', 'lettre/2023', { change: { value: 80, op: '=', unit: 'subscribers' } }),
    said: 'warning audiences/lettre/2023 change: 80, expected 50',
  },
  {
    mistake: 'a part that is more than its whole',
    rule: 'parts-of',
    data: added('observations', figure('most', null, 25, 'organisations', { of: '#voters' })),
    said: 'error observations/most of: #voters, expected ≤ 24',
  },
  {
    mistake: 'a stock that did not move as joins and exits say',
    rule: 'deltas',
    data: amount('left', 5),
    said: 'warning observations/stock quantity: 60, expected 57',
  },
  {
    mistake: 'one meeting more than the complete list has',
    rule: 'announced-and-listed',
    data: amount('board', 4),
    said: 'warning observations/board quantity: 3 (meetings), expected 4',
  },
  {
    mistake: 'more participants named than announced',
    rule: 'named-organisations',
    data: {
      ...added(
        'observations',
        figure('taking-part', 'participation-organisations', 1, 'organisations', { dimensions: { event: 'salon' } }),
      ),
      participations: ['jardins', 'atelier'].map((id) => ({ id, organisation: id, of: 'salon', role: 'attendee' })),
    },
    said: 'warning observations/taking-part quantity: 2 (participations), expected 1',
  },
  {
    mistake: 'a half-year larger than its year',
    rule: 'subsets',
    data: amount('workshops-h1', 17),
    said: 'error observations/workshops-h1 quantity: 17, expected ≤ 12',
  },
  {
    mistake: 'a membership that ends before it starts',
    rule: 'dates',
    data: withFault('memberships', 'm2', { end: '2014-06' }),
    said: 'error memberships/m2 end: 2014-06, expected ≥ 2015',
  },
  {
    mistake: 'an event held after the document that tells of it',
    rule: 'dates',
    data: withFault('events', 'foire', { status: 'held' }),
    said: 'error events/foire date: 2024-09, expected ≤ 2024-02-15',
  },
  {
    mistake: 'a meeting on another day than its id says',
    rule: 'stray-dates',
    data: withFault('meetings', 'bureau/2023-05-16', { date: '2023-05-06' }),
    said: 'warning meetings/bureau/2023-05-16 date: 2023-05-06, expected 2023-05-16',
  },
  {
    mistake: 'a time in place of none that its event has',
    rule: 'occurrences',
    data: added(
      'events',
      { ...event, id: 'marche', date: '2023-03-07', recurrence: { frequency: 'weekly', count: 3 } },
      { ...event, id: 'marche-mars', date: '2023-03-15', occurrenceOf: { event: 'marche', date: '2023-03-15' } },
    ),
    said: 'error events/marche-mars occurrenceOf.date: 2023-03-15, expected 2023-03-14, 2023-03-21',
  },
  {
    mistake: 'a territory inside itself',
    rule: 'loops',
    data: withFault('territories', 'region-7', { parents: ['departement-77'] }),
    said: 'error territories/region-7 parents: region-7',
  },
  {
    mistake: 'people at an event that was cancelled',
    rule: 'cancelled',
    data: withFault('events', 'salon', { status: 'cancelled' }),
    said: 'warning events/salon attendance: 290, expected 0',
  },
  {
    mistake: 'a weekday that the date is not',
    rule: 'weekdays',
    data: withFault('events', 'salon', { printed: { date: 'vendredi 15 juin' } }),
    said: 'warning events/salon printed.date: vendredi 15 juin, expected jeudi',
  },
  {
    mistake: 'more editions than years',
    rule: 'editions',
    data: withFault('events', 'salon', { edition: 12, title: { fr: 'Salon' } }),
    said: 'warning events/salon edition: 12, expected ≤ 9',
  },
  {
    mistake: 'a date with the month first',
    rule: 'printed-dates',
    data: withFault('memberships', 'm1', { printed: { start: '04/22/2019' }, start: '2019-04-22' }),
    said: 'warning memberships/m1 printed.start: 04/22/2019, expected 22/04/2019',
  },
  {
    mistake: 'a date that reads two ways',
    rule: 'printed-dates',
    data: withFault('memberships', 'm1', { printed: { start: '02/04/2019' } }),
    said: 'info memberships/m1 printed.start: 02/04/2019, expected 2019-04-02 / 2019-02-04',
  },
  {
    mistake: 'a year where a number of organisations belongs',
    rule: 'year-typos',
    data: added(
      'observations',
      figure('final', null, 2024, 'organisations', { section: 'C', printed: 'sur 2024' }),
      figure('also', null, 20, 'organisations', { section: 'C' }),
    ),
    said: 'warning observations/final quantity: 2024, expected 24',
  },
  {
    mistake: 'an organisation under two spellings',
    rule: 'duplicates',
    data: added('organisations', {
      id: 'jardin',
      name: 'Les Jardin du Lac',
      town: 'Saint-Aubert',
      territories: ['commune-77002'],
    }),
    said: 'warning organisations/jardin name: Les Jardin du Lac, expected Les Jardins du Lac (jardins)',
  },
  {
    mistake: 'an event told twice',
    rule: 'repeated-records',
    data: added('events', { id: 'velos', title: { fr: 'Foire aux Vélos' }, date: '2024-09', status: 'planned' }),
    said: 'warning events/foire title: foire, expected velos',
  },
  {
    mistake: 'a town that is not spelt so',
    rule: 'town-names',
    data: withFault('organisations', 'jardins', { town: 'St Aubertt' }),
    said: 'warning organisations/jardins town: St Aubertt, expected Saint-Aubert (77002)',
  },
  {
    mistake: 'a position far from the commune that it names',
    rule: 'positions',
    data: withFault('organisations', 'jardins', { position: { lon: 6.4, lat: 45.2, precision: 'address' } }),
    said: 'warning organisations/jardins position: 6.4, 45.2, expected ≤ 20 km',
  },
  {
    mistake: 'two figures for one thing',
    rule: 'contradictions',
    data: amount('fair', 500),
    said: 'error observations/fair quantity: ~500, expected 290',
  },
  {
    mistake: 'a membership of nobody',
    rule: 'references',
    data: withFault('memberships', 'm1', { organisation: 'Jardins' }),
    said: 'error memberships/m1 organisation: Jardins, expected jardins',
  },
  {
    mistake: 'a printed number read as another one',
    rule: 'number-formats',
    data: withFault('observations', 'budget', { printed: '1 600', quantity: { value: 160, op: '=', unit: 'euros' } }),
    said: 'warning observations/budget printed: 160, expected 1600',
  },
  {
    mistake: 'a plan whose day has passed',
    rule: 'planned-as-held',
    data: added('events', { id: 'balade', ...event, date: '2023-09', status: 'planned' }),
    said: 'info events/balade date: 2023-09, expected > 2024-02-15',
  },
  {
    mistake: 'a list of names that is longer than its number',
    rule: 'printed-lists',
    data: added(
      'observations',
      figure('towns', null, 2, 'territories', { printed: '2 villes (Montval, Rochelonde et Aubers)' }),
    ),
    said: 'warning observations/towns printed: 3 (Montval, Rochelonde, Aubers), expected 2',
  },
  {
    mistake: 'a percent that is more than all',
    rule: 'impossible-amounts',
    data: added('observations', figure('pleased', null, 194, 'percent', { base: 'answers' })),
    said: 'warning observations/pleased quantity: 194\u202f%, expected ≤ 100\u202f%',
  },
  {
    mistake: 'a member of a network before it existed',
    rule: 'lifetimes',
    data: { ...clean, networks: [{ id: 'valdor', name: { fr: 'Réseau du Valdor' }, since: '2018' }] },
    said: 'warning memberships/m2 start: 2015, expected ≥ 2018',
  },
  {
    mistake: 'a last change on a day that does not exist',
    rule: 'manifest-dates',
    data: clean,
    manifest: { updated: '2024-02-31' },
    said: 'error manifest.json updated: 2024-02-31, expected YYYY-MM-DD',
  },
  {
    mistake: 'facts of a report that are called a licence',
    rule: 'reuse',
    data: clean,
    manifest: { licence: { name: 'Faits du bilan' }, documents: { bilan: { title: { fr: 'Bilan' } } } },
    said: 'warning manifest.json licence.href: Faits du bilan, expected https://…',
  },
  {
    mistake: 'members that are counted in euros',
    rule: 'units',
    data: added(
      'observations',
      figure('stock-2021', 'adherents-stock', 54, 'euros', { period: '2021-12-31' }),
      figure('stock-2020', 'adherents-stock', 50, 'members', { period: '2020-12-31' }),
    ),
    said: 'warning observations/stock-2021 quantity.unit: euros, expected members',
  },
  {
    mistake: 'an indicator that nobody knows',
    rule: 'indicator-names',
    data: added('observations', figure('more', 'atelier', 4, 'events', { period: '2021' })),
    said: 'error observations/more indicator: atelier, expected ateliers',
  },
  {
    mistake: 'a SIREN number of eight digits',
    rule: 'codes',
    data: withFault('organisations', 'jardins', { siren: '12345678' }),
    said: 'warning organisations/jardins siren: 12345678',
  },
];

/** The region with a mistake in its records, or in its manifest. */
function withMistake({ data, manifest }: Pick<Planted, 'data' | 'manifest'>): Dataset {
  const dataset = regionOf(data);
  return { ...dataset, manifest: { ...dataset.manifest, ...manifest } };
}

describe('a data set without a mistake', () => {
  it('has no finding', () => {
    expect(runChecks(regionOf(), options)).toEqual([]);
  });

  it('has none either when nothing is known of its communes and indicators', () => {
    expect(runChecks(regionOf())).toEqual([]);
  });

  it('has none in any part of it that is loaded alone', () => {
    const { collections, ...rest } = regionOf();
    for (const [name, list] of Object.entries(collections)) {
      expect(runChecks({ ...rest, collections: { [name]: list } }, options), name).toEqual([]);
    }
  });
});

describe('a mistake is found', () => {
  it.each(mistakes)('$mistake', ({ rule, said, ...mistake }) => {
    const found = runChecks(withMistake(mistake), options);
    expect(found.filter((finding) => finding.rule === rule).map(line)).toContain(said);
  });

  it('by every rule', () => {
    // That rule compares the indicators' values with each other, and has a test of its own.
    const rules = new Set(mistakes.map(({ rule }) => rule));
    expect(checks.map(({ id }) => id).filter((id) => !rules.has(id))).toEqual(['agreements']);
  });
});

describe('every finding', () => {
  const found = mistakes.flatMap((mistake) => runChecks(withMistake(mistake), options));

  it('is told in French and in English, with its place, how sure it is and what to do', () => {
    for (const { message, where } of found) {
      expect(message.fr).toMatch(/\((?:certain|probable|possible)\)\. .+[.?]$/);
      expect(message['en']).toMatch(/\((?:certain|likely|possible)\)\. .+[.?]$/);
      expect(where.collection ?? where.file).toBeTruthy();
    }
  });

  it('follows French typography', () => {
    for (const { message } of found) expect(message.fr).not.toMatch(/'| [:;!?%»]|« /);
  });
});

describe('runChecks', () => {
  const several: Collections = {
    ...clean,
    observations: amount('stock-b', 25).observations ?? [],
    memberships: withFault('memberships', 'm1', { organisation: 'nobody' }).memberships ?? [],
    events: [...(clean.events ?? []), { id: 'balade', ...event, date: '2023-09', status: 'planned' }],
  };

  it('sorts by gravity, then by place', () => {
    const found = runChecks(regionOf(several), options);
    const ranks = found.map(({ severity }) => ['error', 'warning', 'info'].indexOf(severity));
    expect(ranks).toEqual([...ranks].sort());
    expect(found.length).toBeGreaterThan(2);
    const errors = found
      .filter(({ severity }) => severity === 'error')
      .map(({ where }) => `${where.collection}/${where.id}`);
    expect(errors).toEqual([...errors].sort());
  });

  it('finds the same whatever the order of the records', () => {
    const reversed = Object.fromEntries(
      Object.entries(several).map(([name, list]) => [name, [...(list ?? [])].reverse()]),
    );
    const rules = (data: Collections) =>
      runChecks(regionOf(data), options).map(({ rule, severity }) => `${severity} ${rule}`);
    expect(rules(reversed)).toEqual(rules(several));
  });

  it('runs the rules asked for only', () => {
    const found = runChecks(regionOf(several), { ...options, only: ['references'] });
    expect(found.map(({ rule }) => rule)).toEqual(['references']);
  });

  it('looks at every collection that there is', () => {
    expect(new Set(checkedCollections)).toEqual(new Set(Object.keys(collectionSchemas)));
  });

  it('refuses a rule that does not exist', () => {
    expect(() => runChecks(regionOf(), { only: ['spelling'] })).toThrow('there is no rule "spelling"');
  });

  it('has a label in both languages and an id of its own for every rule, and reads collections that exist', () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
    for (const { label, needs } of checks) {
      expect(label.fr).toBeTruthy();
      expect(label['en']).toBeTruthy();
      for (const name of needs) expect(collectionSchemas).toHaveProperty(name);
    }
  });
});
