import { describe, expect, it } from 'vitest';
import { findMeasure, partNames, precomputedVariant, writtenFigure } from '../indicators/index.ts';
import { makeDataset, observation } from '../model/testing.ts';
import { named } from '../testing/bretagne.ts';
import { computeAll, MEASURES_FORMAT } from './compute-all.ts';

const membersJoined = named('members-joined');
const membersStock = named('members-stock');
const callApplications = named('call-applications');

const data = makeDataset(
  {
    observations: [
      observation('members-stock', 117, { period: '2024-12-31' }),
      observation('members-stock', 114, { period: '2023-12-31' }),
      observation('members-stock', 19, { period: '2024-12-31', dimensions: { college: 'coops' } }),
      observation('members-joined', 9),
    ],
    memberships: [],
  },
  { periods: ['2023', '2024'] },
);
const document = computeAll(data, [membersStock, membersJoined]);

describe('computeAll', () => {
  it('writes every period, whole and by each dimension that has a value, and leaves out what is unknown', () => {
    expect(document.measures.map((m) => [m.indicator, m.period, m.by, m.quantity?.value])).toEqual([
      ['members-stock', '2023', undefined, 114],
      ['members-stock', '2023', 'college', 114],
      ['members-stock', '2023', 'commune', 114],
      ['members-stock', '2024', undefined, 117],
      ['members-stock', '2024', 'college', 117],
      ['members-stock', '2024', 'commune', 117],
      ['members-joined', '2024', undefined, 9],
      ['members-joined', '2024', 'college', 9],
    ]);
  });

  it('is tied to the collections by their hashes, and carries the texts without the code', () => {
    expect(document.format).toBe(MEASURES_FORMAT);
    expect(document.hashes).toEqual({ observations: 'observations', memberships: 'memberships' });
    expect(document.indicators['members-joined']).toEqual({
      label: membersJoined.label,
      short: membersJoined.short,
      definition: membersJoined.definition,
      kind: 'flow',
      unit: 'members',
      dimensions: membersJoined.dimensions,
    });
  });

  it('survives being written and read, and is the same each time', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    expect(computeAll(data, [membersStock, membersJoined])).toEqual(document);
  });
});

describe('what is known by parts alone', () => {
  const followers = named('audience-followers');
  const count = (n: number, channel: string, period: string) =>
    observation('audience-followers', n, { unit: 'subscribers', period, dimensions: { channel } });
  const observations = [
    count(300, 'mail', '2023-12-31'),
    count(400, 'mail', '2024-12-31'),
    count(90, 'web', '2024-12-31'),
  ];
  const collections = { observations, audiences: [], channels: [] };
  const written = computeAll(makeDataset(collections, { periods: ['2023', '2024'] }), [followers, membersJoined]);

  it('is said to have no single value', () => {
    expect(written.indicators['audience-followers']?.whole).toBe(false);
    // Of what nothing is known at all, it is not said.
    expect(written.indicators['members-joined']).not.toHaveProperty('whole');
    expect(document.indicators['members-stock']).not.toHaveProperty('whole');
  });

  it('answers for the whole at once, without a value', () => {
    const figureOf = (asked: object) => writtenFigure(written, { indicator: 'audience-followers', ...asked });
    expect(figureOf({})?.measure).toMatchObject({ period: '2024', quantity: null });
    expect(figureOf({ period: '2023' })?.measure).toMatchObject({ period: '2023', quantity: null });
    expect(figureOf({ by: 'channel' })?.measure.parts).toHaveLength(2);
    // These are not written: only the records can tell.
    for (const other of [{ period: '2022' }, { territory: 'commune-1' }, { where: 'channel=mail' }])
      expect(figureOf(other)).toBeNull();
  });
});

describe('a figure that is kept to several parts', () => {
  const calls = makeDataset({
    calls: [{ id: 'national', name: { fr: 'Appel national' }, period: '2024' }],
    applications: [],
    observations: [
      observation('call-applications', 103, { unit: 'applications', dimensions: { call: 'national' } }),
      observation('call-applications', 34, {
        unit: 'applications',
        dimensions: { call: 'national', result: 'selected' },
      }),
    ],
    territories: [],
  });
  const asked = { indicator: 'call-applications', where: 'call=national result=selected' };

  it('has the names of all, of which the split of the whole has only one', () => {
    const bare = computeAll(calls, [callApplications]);
    expect(partNames(bare, asked.indicator, asked.where).map(({ fr }) => fr)).toEqual(['Appel national']);
    const written = computeAll(calls, [callApplications], [asked]);
    expect(partNames(written, asked.indicator, asked.where).map(({ fr }) => fr)).toEqual([
      'Appel national',
      'lauréates',
    ]);
    expect(findMeasure(written, asked)?.quantity?.value).toBe(34);
  });
});

describe('findMeasure', () => {
  it('finds what was written for a period and a dimension, the latest one by default', () => {
    expect(findMeasure(document, { indicator: 'members-stock', period: '2023' })?.quantity?.value).toBe(114);
    expect(findMeasure(document, { indicator: 'members-stock' })?.quantity?.value).toBe(117);
    expect(findMeasure(document, { indicator: 'members-stock', by: 'college' })?.parts?.[0]?.quantity?.value).toBe(19);
  });

  it('finds nothing that was not written', () => {
    expect(findMeasure(document, { indicator: 'members-stock', period: '2022' })).toBeUndefined();
    expect(findMeasure(document, { indicator: 'members-joined', by: 'commune' })).toBeUndefined();
    expect(findMeasure(document, { indicator: 'members-left' })).toBeUndefined();
    expect(findMeasure(document, { indicator: 'members-stock', territory: 'departement-29' })).toBeUndefined();
  });
});

describe('a written measure', () => {
  const before = makeDataset(
    {
      observations: [
        observation('members-stock', 117, { period: '2024-12-31' }),
        observation('members-stock', 19, { period: '2024-12-31', dimensions: { college: 'coops' } }),
        observation('members-stock', 114, { period: '2023-12-31' }),
        observation('members-stock', 17, { period: '2023-12-31', dimensions: { college: 'coops' } }),
        observation('members-joined', 9),
      ],
    },
    { periods: ['2024'] },
  );
  const written = computeAll(before, [membersStock, membersJoined]);
  const compared = (indicator: string, by: string | undefined, compare: string | undefined) =>
    precomputedVariant(written, { indicator, ...(by ? { by } : {}), ...(compare ? { compare } : {}) });

  it.each([
    ['members-stock', undefined],
    ['members-stock', 'college'],
    ['members-joined', undefined],
  ])('of %s by %s is what computing would give, compared with nothing or with the year before', (id, by) => {
    const indicator = id === 'members-stock' ? membersStock : membersJoined;
    for (const compare of ['none', 'previous', '2023'] as const) {
      const computed = indicator.compute(before, { period: '2024', compare, ...(by ? { by } : {}) });
      expect(compared(id, by, compare)).toEqual(computed);
    }
    expect(compared(id, by, undefined)).toEqual(compared(id, by, 'previous'));
  });

  it('is compared with the year before however that is written, and with no other', () => {
    expect(compared('members-stock', undefined, '2023-01/2023-12')?.change?.absolute.value).toBe(3);
    expect(compared('members-stock', undefined, '2022')).toBeUndefined();
    expect(compared('members-joined', undefined, '2022')).toBeUndefined();
    expect(compared('members-stock', undefined, 'hier')).toBeUndefined();
  });

  it('is found by its period however that is written', () => {
    const at = (period: string) => precomputedVariant(written, { indicator: 'members-stock', period })?.quantity?.value;
    expect([at('2024-01-01/2024-12-31'), at('2024-01/2024-11'), at('hier')]).toEqual([117, undefined, undefined]);
    // Written under another spelling of its period than that of the figures before it.
    const [own, ...others] = written.measures.filter(({ by }) => !by);
    const spelt = others.map((m) => ({ ...m, period: '2024-01/2024-12' }));
    const asked = { indicator: 'members-joined', period: '2024-H1/2024-H2' };
    const mixed = { ...written, measures: own ? [own, ...spelt] : [] };
    expect(precomputedVariant(mixed, asked)?.quantity?.value).toBe(9);
  });
});

describe('what a report shows besides', () => {
  const asked = [
    { indicator: 'members-stock', period: '2023' },
    { indicator: 'members-stock', period: '2024', where: 'college=coops' },
    { indicator: 'nope', period: '2024' },
  ];
  const withOthers = computeAll(data, [membersStock, membersJoined], asked);

  it('is found by what it is kept to', () => {
    expect(findMeasure(withOthers, { indicator: 'members-stock', where: 'college=coops' })?.quantity?.value).toBe(19);
    expect(findMeasure(withOthers, { indicator: 'members-stock', where: 'college=nope' })).toBeUndefined();
    expect(findMeasure(document, { indicator: 'members-stock', where: 'college=coops' })).toBeUndefined();
  });

  it('may be kept to what is no dimension of it, and is found in whatever order its pairs are', () => {
    const memberships = [{ id: 'm', organisation: 'o', network: 'net', college: 'coops', start: '2020' }];
    const asked = [{ indicator: 'members-stock', where: 'network=net college=coops' }];
    const kept = computeAll(makeDataset({ memberships }), [membersStock], asked);
    const found = findMeasure(kept, { indicator: 'members-stock', where: 'college=coops network=net' });
    expect(found?.quantity?.value).toBe(1);
  });

  it('never stands for the latest whole figure', () => {
    expect(findMeasure(withOthers, { indicator: 'members-stock' })?.quantity?.value).toBe(117);
  });
});

describe('partNames', () => {
  it('gives the names of the parts that an indicator is kept to', () => {
    const [part] = findMeasure(document, { indicator: 'members-stock', by: 'college' })?.parts ?? [];
    expect(partNames(document, 'members-stock', `college=${part?.id}`)).toEqual([part?.label]);
    expect(partNames(document, 'members-stock', `commune=${part?.id}`)).toEqual([]);
    expect(partNames(document, 'members-joined', `college=${part?.id}`)).toEqual([]);
  });

  it('gives none for what the document does not split', () => {
    expect(partNames(document, 'members-stock', 'college=nope body=bureau')).toEqual([]);
    expect(partNames(document, 'members-stock', undefined)).toEqual([]);
    expect(partNames(undefined, 'members-stock', 'college=cooperatives')).toEqual([]);
  });
});
