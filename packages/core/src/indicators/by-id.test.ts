import { expect, it } from 'vitest';
import { byId } from './by-id.ts';

it('records by id are sorted once; of two with one id, the first is found', () => {
  const list = [
    { id: 'a', n: 1 },
    { id: 'a', n: 2 },
    { id: 'b', n: 3 },
  ];
  expect(byId(list).get('a')?.n).toBe(1);
  expect(byId(list).get('b')?.n).toBe(3);
  expect(byId(list)).toBe(byId(list));
});
