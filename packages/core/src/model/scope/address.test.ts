import { describe, expect, it } from 'vitest';
import { readScope, writeAddress } from './address.ts';
import { createScope, type ScopeState } from './scope.ts';

const stateOf = (patch: Partial<ScopeState> = {}): ScopeState => createScope(patch).state;
const AUTHOR = stateOf({ period: '2024' });
const FULL = stateOf({
  territory: 'departement-29',
  period: '2023-SY',
  compare: 'none',
  query: 'épicerie & café',
  facets: { layer: ['events'], college: ['mutuelles', 'associations'] },
  selection: 'mon-ess-2023/22278-1',
  view: '-4.18,48.3,2.5',
});

describe('a scope in an address', () => {
  it('is read as it was written', () => {
    const { patch, bad } = readScope(writeAddress('', 'ess', FULL, AUTHOR), 'ess');
    expect(bad).toEqual([]);
    expect({ ...AUTHOR, ...patch }).toEqual({
      ...FULL,
      facets: { college: ['associations', 'mutuelles'], layer: ['events'] },
    });
  });

  it('is written so that people can read it, in one order', () => {
    expect(writeAddress('', 'ess', FULL, AUTHOR)).toBe(
      '?ess-territory=departement-29&ess-period=2023-SY&ess-compare=none&ess-q=%C3%A9picerie+%26+caf%C3%A9' +
        '&ess-selection=mon-ess-2023/22278-1&ess-view=-4.18,48.3,2.5' +
        '&ess-filter=college=associations&ess-filter=college=mutuelles&ess-filter=layer=events',
    );
  });

  it('says nothing of what the page’s author set, and takes it back with an empty parameter', () => {
    expect(writeAddress('', '', AUTHOR, AUTHOR)).toBe('');
    const without = writeAddress('', '', stateOf(), AUTHOR);
    expect(without).toBe('?period=');
    expect({ ...AUTHOR, ...readScope(without, '').patch }.period).toBeUndefined();
  });

  it('leaves the parameters of others as they are written, and where they are', () => {
    const written = writeAddress('?b=%20x&ess-territory=departement-35&a&%E0%A4%A=1', 'ess', FULL, FULL);
    expect(written).toBe(
      '?b=%20x&a&%E0%A4%A=1&ess-filter=college=associations&ess-filter=college=mutuelles&ess-filter=layer=events',
    );
  });

  it('does not mix two prefixes up, nor a prefix with none', () => {
    const both = writeAddress(
      writeAddress('?q=mot', 'a', FULL, AUTHOR),
      'b',
      stateOf({ territory: 'pole-x' }),
      stateOf(),
    );
    expect(readScope(both, 'b')).toEqual({ patch: { territory: 'pole-x' }, bad: [] });
    expect(readScope(both, 'a').patch.territory).toBe('departement-29');
    expect(readScope(both, '')).toEqual({ patch: { query: 'mot' }, bad: [] });
  });

  it('touches the fields alone that it is asked for: what is named like the others is somebody else’s', () => {
    const kept = ['period', 'query'] as const;
    expect(readScope('?q=mot&view=liste&filter=x&period=2023', '', kept)).toEqual({
      patch: { query: 'mot', period: '2023' },
      bad: [],
    });
    expect(writeAddress('?view=liste&filter=x&q=mot', '', FULL, AUTHOR, kept)).toBe(
      '?view=liste&filter=x&period=2023-SY&q=%C3%A9picerie+%26+caf%C3%A9',
    );
  });

  it.each([
    'territory=29',
    'territory=<b>-1',
    'period=2024-13',
    'compare=hier',
    'view=1,2',
    'view=a,b,c',
    'filter=college',
    'q=%E0%A4%A',
    `selection=${'x'.repeat(201)}`,
  ])('passes over a value that says nothing, and names it: %s', (parameter) => {
    expect(readScope(`?${parameter}&territory=epci-1`, '')).toEqual({
      patch: { territory: 'epci-1' },
      bad: [parameter],
    });
  });

  it('keeps the choice of what has no value', () => {
    const scope = { ...FULL, facets: { college: [''] } };
    const written = writeAddress('', '', scope, AUTHOR, ['facets']);
    expect(written).toBe('?filter=college=');
    expect(readScope(written, '', ['facets'])).toEqual({ patch: { facets: { college: [''] } }, bad: [] });
  });

  it('cannot reach what an object has by birth', () => {
    const { patch, bad } = readScope('?filter=__proto__=x&filter=constructor=y', '');
    expect(bad).toEqual(['filter=__proto__=x']);
    expect(patch.facets).toEqual({ constructor: ['y'] });
  });
});
