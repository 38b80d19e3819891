import { describe, expect, it } from 'vitest';
import { spentIn } from './profile.ts';

const node = (id: number, functionName: string, children: number[] = []) => {
  return { id, callFrame: { functionName, scriptId: '', url: '', lineNumber: 0, columnNumber: 0 }, children };
};

describe('what functions spend', () => {
  const nodes = [
    node(1, '(root)', [2, 5]),
    node(2, 'draw', [3]),
    node(3, 'place', [4]),
    node(4, 'draw'),
    node(5, '(idle)'),
  ];
  const profile = { nodes, startTime: 0, endTime: 9, samples: [3, 4, 5, 2], timeDeltas: [2000, 3000, 9000, 1000] };
  const { self, total } = spentIn(profile, ({ callFrame }) => callFrame.functionName);

  it('is theirs alone, most first, and idle time is nobody’s', () => {
    expect(self).toEqual([
      ['draw', 4],
      ['place', 2],
    ]);
  });

  it('is also that of their callers, once however often they call themselves', () => {
    expect(new Map(total)).toEqual(
      new Map([
        ['(root)', 6],
        ['draw', 6],
        ['place', 5],
      ]),
    );
  });
});
