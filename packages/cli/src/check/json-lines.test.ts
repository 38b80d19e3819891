import { describe, expect, it } from 'vitest';
import { linesOfPaths } from './json-lines.ts';

const lines = (text: string, ...paths: readonly string[]) => Object.fromEntries(linesOfPaths(text, new Set(paths)));

describe('the lines of a JSON text', () => {
  it('are those where values begin, in lists and in objects', () => {
    const text = '{\n "a": [\n  1,\n  {"b": {}, "c":\n   true}\n ],\n "d": "x"\n}';
    expect(lines(text, '', 'a', 'a.0', 'a.1', 'a.1.b', 'a.1.c', 'd')).toEqual({
      '': 1,
      a: 2,
      'a.0': 3,
      'a.1': 4,
      'a.1.b': 4,
      'a.1.c': 5,
      d: 7,
    });
  });

  it('are not misled by what texts hold', () => {
    const text = '[\n"]}, \\" \\n {",\n{"k\\"}": [[], ""]},\n""\n]';
    expect(lines(text, '0', '1.k"}', '1.k"}.1', '2')).toEqual({ '0': 2, '1.k"}': 3, '1.k"}.1': 3, '2': 4 });
  });

  it('know an empty key, and one that is given twice by its first place', () => {
    expect(lines('{"": {\n"x": 1},\n"y": 2}', '', '.x', 'y')).toMatchObject({ y: 3 });
    expect(lines('{"x": 1,\n"y": 2}', 'y', 'z')).toEqual({ y: 2 });
  });

  it('are found in any value, at the line where it is written', () => {
    const value = { list: [...Array(40).keys()].map((n) => ({ id: `r${n}`, deep: { n: [n, [n]] } })), last: null };
    const text = JSON.stringify(value, null, 2);
    const written = text.split('\n');
    for (const n of [0, 1, 17, 39]) {
      const found = lines(text, `list.${n}`, `list.${n}.id`, `list.${n}.deep.n.1.0`, 'last');
      expect(written[(found[`list.${n}.id`] ?? 0) - 1]).toContain(`"id": "r${n}"`);
      expect(written[(found[`list.${n}.deep.n.1.0`] ?? 0) - 1]?.trim()).toBe(String(n));
      expect(found[`list.${n}`]).toBe((found[`list.${n}.id`] ?? 0) - 1);
      expect(written[(found['last'] ?? 0) - 1]).toContain('"last": null');
    }
  });
});
