import { describe, expect, it } from 'vitest';
import { collectionSchemas } from './collections.ts';
import { isComplete, latestPeriod, records } from './coverage.ts';
import { type Dataset, parseWhere } from './dataset.ts';
import { type Coverage, Manifest } from './manifest.ts';
import { makeDataset, observation } from './testing.ts';

const organisation = { id: 'adess', name: 'Adess' };

describe('the records of a data set', () => {
  it('are those that were loaded', () => {
    const data = makeDataset({ organisations: [organisation] });
    expect(records(data, 'organisations').map((o) => o.id)).toEqual(['adess']);
  });

  it('are none where the data set has no such collection', () => {
    expect(records(makeDataset({}), 'events')).toEqual([]);
  });

  it('are refused where the collection exists and was not loaded, since "none" would be a lie', () => {
    const { organisations: _left, ...collections } = makeDataset({ organisations: [organisation] }).collections;
    const data: Dataset = { ...makeDataset({ organisations: [organisation] }), collections };
    expect(() => records(data, 'organisations')).toThrow('collection "organisations" of test was not loaded');
  });

  it('have an id in every collection', () => {
    for (const [name, schema] of Object.entries(collectionSchemas)) {
      expect(
        schema.safeParse({}).error?.issues.map((issue) => issue.path[0]),
        name,
      ).toContain('id');
    }
  });
});

describe('a manifest', () => {
  const manifest = makeDataset({}).manifest;

  it('keeps what it knows and ignores what it does not', () => {
    const parsed = Manifest.parse({ ...manifest, invented: true });
    expect('invented' in parsed).toBe(false);
    expect(parsed.id).toBe('test');
  });

  it('describes at least one period, which is a period', () => {
    expect(Manifest.safeParse({ ...manifest, periods: [] }).success).toBe(false);
    expect(Manifest.safeParse({ ...manifest, periods: ['2023-24'] }).success).toBe(false);
  });

  it('has its latest period last', () => {
    expect(latestPeriod(makeDataset({}, { periods: ['2023-SY', '2024'] }).manifest)).toBe('2024');
  });
});

describe('a filter', () => {
  it.each([
    [undefined, {}],
    ['', {}],
    ['college=associations', { college: 'associations' }],
    ['  college=associations   body=bureau ', { college: 'associations', body: 'bureau' }],
    ['college=associations college=mutuelles', { college: 'mutuelles' }],
    ['url=https://a.example/?b=c', { url: 'https://a.example/?b=c' }],
    ['associations', {}],
  ])('written %j reads as %j', (text, pairs) => {
    expect(parseWhere(text)).toEqual(pairs);
  });
});

describe('completeness', () => {
  const data = makeDataset(
    { meetings: [], memberships: [] },
    {
      coverage: {
        meetings: [
          { period: '2024', where: 'body=copil', complete: true },
          { period: '2023', complete: true },
          { period: '2022', complete: false },
        ],
      },
    },
  );

  it('is not assumed', () => {
    expect(isComplete(data, 'memberships', '2024')).toBe(false);
    expect(isComplete(data, 'events', '2024')).toBe(false);
    expect(isComplete(data, 'meetings', '2022')).toBe(false);
  });

  it('holds inside the period that is declared, and not beyond', () => {
    expect(isComplete(data, 'meetings', '2023')).toBe(true);
    expect(isComplete(data, 'meetings', '2023-06')).toBe(true);
    expect(isComplete(data, 'meetings', '2023-SY')).toBe(false);
  });

  it('of a part holds for that part and what is inside it, and not for the whole', () => {
    expect(isComplete(data, 'meetings', '2024', 'body=copil')).toBe(true);
    expect(isComplete(data, 'meetings', '2024', 'place=Brest body=copil')).toBe(true);
    expect(isComplete(data, 'meetings', '2024', 'body=bureau')).toBe(false);
    expect(isComplete(data, 'meetings', '2024')).toBe(false);
  });

  it('holds where one of several declarations says so, of the whole or of each part', () => {
    const parts = [
      { where: 'body=copil', complete: true },
      { where: 'body=bureau', complete: true },
    ];
    const meetings = (...coverage: readonly Coverage[]) =>
      makeDataset({ meetings: [] }, { coverage: { meetings: coverage } });
    expect(isComplete(meetings(...parts), 'meetings', '2024', 'body=bureau')).toBe(true);
    expect(isComplete(meetings(...parts, { complete: true }), 'meetings', '2024')).toBe(true);
  });

  it('of the whole holds for a part', () => {
    expect(isComplete(data, 'meetings', '2023', 'body=bureau')).toBe(true);
  });
});

describe('a fixture', () => {
  it('with a mistake in it fails loudly', () => {
    expect(() =>
      makeDataset({ observations: [{ ...observation('members-stock', 117), period: '2023-24' }] }),
    ).toThrow();
  });
});
