import { describe, expect, it } from 'vitest';
import { columnOf, judgeTexts, placesIn } from './columns.ts';

interface Row {
  readonly of?: string | null;
}
const of = (row: Row): string | null | undefined => row.of;
const rows: readonly Row[] = [{ of: 'a' }, { of: 'b' }, {}, { of: 'a' }, { of: null }];

describe('a column', () => {
  it('has each text once, and the rank of the text of each record; what is missing is a text of its own', () => {
    const { texts, ranks } = columnOf(rows, of);
    expect(texts).toEqual(['a', 'b', null]);
    expect([...ranks]).toEqual([0, 1, 2, 0, 2]);
  });

  it('is made once for a list and a function', () => {
    expect(columnOf(rows, of)).toBe(columnOf(rows, of));
    expect(columnOf([...rows], of)).not.toBe(columnOf(rows, of));
  });

  it('takes the ranks of another one, and adds what that one does not have', () => {
    const ids = columnOf([{ of: 'b' }, { of: 'c' }], of);
    const { texts, ranks } = columnOf([{ of: 'c' }, { of: 'x' }, { of: 'b' }, { of: 'x' }], of, ids);
    expect([...ranks]).toEqual([1, 2, 0, 2]);
    expect(texts).toEqual(['b', 'c', 'x']);
    expect(ids.texts).toEqual(['b', 'c']);
    expect(ids.rankOf.has('x')).toBe(false);
  });

  it('answers for each record, though each text is asked only once', () => {
    const asked: (string | null)[] = [];
    const answer = judgeTexts(rows, of, (text) => {
      asked.push(text);
      return text === 'a';
    });
    expect(rows.map((_, at) => answer(at))).toEqual([true, false, false, true, false]);
    expect(asked).toEqual(['a', 'b', null]);
  });

  it('says where the records of each text are, in order', () => {
    const { starts, places } = placesIn(columnOf(rows, of));
    const at = (rank: number) => [...places.subarray(starts[rank], starts[rank + 1])];
    expect([at(0), at(1), at(2)]).toEqual([[0, 3], [1], [2, 4]]);
  });
});
