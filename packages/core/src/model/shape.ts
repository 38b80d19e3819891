/**
 * Schemas in a form that weighs little: `npm run sync` compiles the zod schemas of this package into shapes, and pages read
 * good data with these alone. A shape answers only "as the schema reads it" or "refused". The schema is loaded for a value
 * that its shape refuses, and says why. So a shape may refuse too much, and must never accept more.
 *
 * Zod alone would add 9.9 kB (gzip) to a first visit with hand-written records, where all shapes weigh 4.5 kB. Data whose
 * hash matches need shapes too: these fill in the defaults that two of three records leave out.
 */

/** Fields of an object, by name. */
export type Fields = { readonly [name: string]: Shape };

/**
 * A compiled schema: a letter for a plain value (`s`tring, `n`umber, `i`nteger, `b`oolean, `u`nknown) or a tagged list.
 * `e` one of; `n`/`i` a number between; `a` a list (of at least); `r` a record; `o` an object (`rest` for other keys);
 * `t` a tuple; `|` one of several; `?` may be absent; `~` may be absent or null; `N` may be null; `=` absent means a
 * default; `!` obeys a named rule besides.
 */
export type Shape =
  | 's'
  | 'n'
  | 'i'
  | 'b'
  | 'u'
  | readonly ['e', ...(string | number | boolean)[]]
  | readonly ['n' | 'i', number | null, number | null]
  | readonly ['a', Shape, number]
  | readonly ['r', Shape]
  | readonly ['o', Fields]
  | readonly ['o', Fields, Shape]
  | readonly ['t', ...Shape[]]
  | readonly ['|', ...Shape[]]
  | readonly ['?' | '~' | 'N', Shape]
  | readonly ['=', Shape, unknown]
  | readonly ['!', string, Shape];

/** Rules that a shape names: whether a value that has the right form obeys. */
export type Rules = Readonly<Record<string, (value: never) => boolean>>;

/** The answer of {@link readShape} for a value that the schema has to judge. */
export const REFUSED: unique symbol = Symbol('refused');

type Read = unknown;
type Raw = Readonly<Record<string, unknown>>;

/** Returns the value as its schema reads it, without unknown fields and with defaults; or {@link REFUSED}. */
export function readShape(shape: Shape, value: unknown, rules: Rules): Read {
  switch (shape) {
    case 's':
      return typeof value === 'string' ? value : REFUSED;
    case 'n':
      return Number.isFinite(value) ? value : REFUSED;
    case 'i':
      return Number.isSafeInteger(value) ? value : REFUSED;
    case 'b':
      return typeof value === 'boolean' ? value : REFUSED;
    case 'u':
      return value;
  }
  switch (shape[0]) {
    case 'e':
      return shape.includes(value as string, 1) ? value : REFUSED;
    case 'n':
    case 'i':
      return readNumber(shape, value, rules);
    case 'a':
      return Array.isArray(value) && value.length >= shape[2] ? readAll(() => shape[1], value, rules) : REFUSED;
    case 't':
      return Array.isArray(value) && value.length === shape.length - 1
        ? readAll((index) => shape[index + 1] as Shape, value, rules)
        : REFUSED;
    case 'r':
      return isRecord(value) ? readEntries({}, shape[1], value, {}, rules) : REFUSED;
    case 'o':
      return isRecord(value) ? readObject(shape[1], shape[2], value, rules) : REFUSED;
    case '|':
      return readFirst(shape, value, rules);
    case '?':
      return value === undefined ? value : readShape(shape[1], value, rules);
    case '~':
      return value === undefined || value === null ? value : readShape(shape[1], value, rules);
    case 'N':
      return value === null ? value : readShape(shape[1], value, rules);
    case '=':
      return value === undefined ? copyOf(shape[2]) : readShape(shape[1], value, rules);
    case '!':
      return readRuled(shape[1], readShape(shape[2], value, rules), rules);
  }
}

/** Copies a default, because records must not share one list. Defaults are plain values, empty lists and empty objects. */
const copyOf = (value: unknown): unknown =>
  Array.isArray(value) ? [...value] : isRecord(value) ? { ...value } : value;

const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

function readNumber(
  [kind, least, most]: readonly ['n' | 'i', number | null, number | null],
  value: unknown,
  rules: Rules,
): Read {
  const number = readShape(kind, value, rules);
  return number === REFUSED || Number(number) < (least ?? -Infinity) || Number(number) > (most ?? Infinity)
    ? REFUSED
    : number;
}

function readAll(shapeAt: (index: number) => Shape, values: readonly unknown[], rules: Rules): Read {
  const read = values.map((value, index) => readShape(shapeAt(index), value, rules));
  return read.includes(REFUSED) ? REFUSED : read;
}

function readObject(fields: Fields, rest: Shape | undefined, raw: Raw, rules: Rules): Read {
  const into: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) {
    const value = readShape(fields[name] as Shape, raw[name], rules);
    if (value === REFUSED) return REFUSED;
    if (value !== undefined) into[name] = value;
  }
  return rest ? readEntries(fields, rest, raw, into, rules) : into;
}

/** Reads the other keys of an object. It skips `__proto__`, which would set the prototype instead of a field. */
function readEntries(known: Fields, rest: Shape, raw: Raw, into: Record<string, unknown>, rules: Rules): Read {
  for (const name of Object.keys(raw)) {
    if (name === '__proto__' || Object.hasOwn(known, name)) continue;
    const value = readShape(rest, raw[name], rules);
    if (value === REFUSED) return REFUSED;
    into[name] = value;
  }
  return into;
}

function readFirst([, ...shapes]: readonly ['|', ...Shape[]], value: unknown, rules: Rules): Read {
  for (const shape of shapes) {
    const read = readShape(shape, value, rules);
    if (read !== REFUSED) return read;
  }
  return REFUSED;
}

/** Applies a named rule. It refuses where the rule is missing, so that the schema judges. */
function readRuled(rule: string, read: Read, rules: Rules): Read {
  return read !== REFUSED && rules[rule]?.(read as never) ? read : REFUSED;
}
