import { describe, expect, it } from 'vitest';
import { keptRecords, keptWhereKnown } from './record-pairs.ts';

const records = [
  {
    id: 'a',
    start: '2024-03-19',
    themes: ['egalite', 'mer'],
    online: true,
    source: { document: 'r', section: 'I.1.a' },
  },
  { id: 'b', start: '2023', network: 'cress', sections: ['I.2', 'III.6'], source: { document: 'r', section: 'I.1.a' } },
  { id: 'c', start: null, network: 'cress', edition: 17 },
];
const kept = (where?: string) => keptRecords(records, where).map(({ id }) => id);

describe('the records that a block keeps', () => {
  it('are all of them without a condition', () => {
    expect([kept(), kept('')]).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
  });

  it('have each field that is named, or have it in a list', () => {
    expect(kept('network=cress')).toEqual(['b', 'c']);
    expect(kept('network=cress edition=17')).toEqual(['c']);
    expect(kept('theme=mer')).toEqual(['a']);
    expect(kept('online=true')).toEqual(['a']);
    expect(kept('mood=good')).toEqual([]);
  });

  it('are dated inside the period that is named', () => {
    expect(kept('start=2024')).toEqual(['a']);
    expect(kept('start=2024-03-19')).toEqual(['a']);
    expect(kept('start=2023-06')).toEqual([]);
  });

  it('are told in the section that is named or in its parts: by their own list, else by their source', () => {
    expect(kept('section=I.1')).toEqual(['a']);
    expect(kept('section=III')).toEqual(['b']);
  });
});

describe('the records that a table of a page keeps', () => {
  const known = (where: string) => keptWhereKnown(records, where).map(({ id }) => id);

  it('pass over what is asked of fields that none of them has', () => {
    expect(known('mood=good network=cress')).toEqual(['b', 'c']);
  });

  it('are judged by a field that only some of them have', () => {
    expect(known('edition=17')).toEqual(['c']);
    expect(known('theme=mer')).toEqual(['a']);
  });
});
