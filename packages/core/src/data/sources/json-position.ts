/**
 * Position of the first JSON syntax error. Engines report it in different words, or not at all, so the text is read
 * once more.
 */

/** A place in a text, both from 1, and what is wrong there. */
interface JsonErrorPosition {
  readonly line: number;
  readonly column: number;
  readonly what: string;
}

const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

/** Returns the first error of a text that `JSON.parse` refused. */
export function positionOfError(text: string): JsonErrorPosition {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const at = firstError(text, start);
  const before = text.slice(start, at);
  const line = before.split('\n').length;
  const found = [...text.slice(at, at + 2)][0];
  const end = text.trim() === '' ? 'the text is empty' : 'the text ends too early';
  const what = found === undefined ? end : `unexpected ${JSON.stringify(found)}`;
  return { line, column: before.length - before.lastIndexOf('\n'), what };
}

/**
 * Token that may come next: a value, a value or the end of a list, a key, a key or the end of an object, the token
 * after a value.
 */
type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'after';

function firstError(text: string, start: number): number {
  const open: ('[' | '{')[] = [];
  let expected: Expected = 'value';
  let at = start;
  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found !== null;
  };
  for (;;) {
    match(SPACE);
    const char = text[at];
    const closes = char === (open[open.length - 1] === '{' ? '}' : ']') && open.length > 0;
    if (closes && expected !== 'value' && expected !== 'key') {
      open.pop();
      expected = 'after';
      at++;
    } else if (expected === 'after') {
      if (open.length === 0 || char !== ',') return at;
      expected = open[open.length - 1] === '{' ? 'key' : 'value';
      at++;
    } else if (expected === 'key' || expected === 'key-or-end') {
      if (!match(STRING)) return at;
      match(SPACE);
      if (text[at] !== ':') return at;
      expected = 'value';
      at++;
    } else if (char === '[' || char === '{') {
      open.push(char);
      expected = char === '{' ? 'key-or-end' : 'value-or-end';
      at++;
    } else {
      if (!match(STRING) && !match(SCALAR)) return at;
      expected = 'after';
    }
  }
}
