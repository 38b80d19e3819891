/** A space between thousands, as a pattern. */
export const SPACE = '[ \\u00a0\\u202f\\u2009]';

/** A number as it is written: digits, thousands apart by a space, a comma or a point, decimals after a comma or a point. */
const NUMBER = new RegExp(
  `(?<![\\d.,/])[-−]?\\d{1,3}(?:${SPACE}\\d{3})+(?:[.,]\\d+)?(?!\\d)|(?<![\\d])[-−]?\\d+(?:[.,]\\d+)*`,
  'gu',
);

/** A way of writing numbers. */
export type NumberStyle =
  | 'decimal-comma'
  | 'decimal-point'
  | 'thousands-space'
  | 'thousands-comma'
  | 'thousands-point'
  | 'plain';

/** A reading of a number. */
export interface NumberReading {
  readonly value: number;
  readonly style: NumberStyle;
}

/** Returns all that a written number may mean, the French reading first. */
export function readingsOf(written: string): readonly NumberReading[] {
  const text = written.replace('−', '-').replace(new RegExp(SPACE, 'gu'), ' ');
  const bare = text.replaceAll(' ', '');
  if (text.includes(' ')) return [{ value: Number(bare.replace(',', '.')), style: 'thousands-space' }];
  const grouped = (mark: string): NumberReading[] =>
    new RegExp(`^-?\\d{1,3}(?:\\${mark}\\d{3})+$`).test(text)
      ? [{ value: Number(text.replaceAll(mark, '')), style: mark === ',' ? 'thousands-comma' : 'thousands-point' }]
      : [];
  const decimal = (mark: string): NumberReading[] =>
    new RegExp(`^-?\\d+\\${mark}\\d+$`).test(text)
      ? [{ value: Number(text.replace(mark, '.')), style: mark === ',' ? 'decimal-comma' : 'decimal-point' }]
      : [];
  const both = /^-?\d{1,3}(?:,\d{3})+\.\d+$/.test(text)
    ? [{ value: Number(text.replaceAll(',', '')), style: 'thousands-comma' } as const]
    : [];
  const plain = /^-?\d+$/.test(text) ? [{ value: Number(text), style: 'plain' } as const] : [];
  return [...plain, ...decimal(','), ...grouped('.'), ...grouped(','), ...decimal('.'), ...both];
}

/** Returns the numbers of a text, as they are written. */
export const numbersIn = (text: string): readonly string[] => [...text.matchAll(NUMBER)].map(([match]) => match);

/** Returns the fractions in a text (`4/5ème`), each of which is one number. */
function fractionsIn(text: string): readonly number[] {
  return [...text.matchAll(/(\d+)\s?\/\s?(\d+)/gu)].flatMap(([, a, b]) =>
    Number(b) > 0 ? [Number(a) / Number(b)] : [],
  );
}

/** Returns a number the French way: narrow spaces between thousands, a decimal comma. */
export function inFrench(value: number): string {
  const [whole = '', decimals] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}

/** Returns the values that a text gives in figures otherwise than as one number: `4/5`, `1h30`, `1 demi-journée`. */
export function spelled(text: string): readonly number[] {
  const hours = [...text.matchAll(/(\d+)\s?h\s?([0-5]\d)(?!\d)/gu)].map(([, h, m]) => Number(h) + Number(m) / 60);
  const halves = /demi|half/iu.test(text) ? numbersIn(text).flatMap((n) => [Number(n) / 2, Number(n) + 0.5]) : [];
  return [...fractionsIn(text), ...hours, ...halves];
}

/** Factors that multiply the number before them: `1,2 M€`, `45 k€`, `2,5 millions d'euros`. */
const SCALES: readonly (readonly [pattern: RegExp, times: number])[] = [
  [/(?<![\p{L}\d])(?:k€|keuros|milliers?|thousand)(?!\p{L})/iu, 1e3],
  [/(?<![\p{L}])(?:M€|millions?)(?!\p{L})/iu, 1e6],
  [/(?<![\p{L}])(?:Md€|milliards?|billion)(?!\p{L})/iu, 1e9],
];

/** Returns the values of numbers that a factor multiplies. */
export function scaled(text: string): readonly number[] {
  const times = SCALES.flatMap(([pattern, n]) => (pattern.test(text) ? [n] : []));
  const values = numbersIn(text).flatMap((written) => readingsOf(written).map(({ value }) => value));
  return times.flatMap((n) => values.map((value) => value * n));
}

/** Returns the years that a text writes by their last two digits: `25-28`, `Décembre 24`. */
export const shortYears = (text: string): readonly number[] =>
  [...text.matchAll(/(?<!\d)\d{2}(?!\d)/g)].flatMap(([n]) => [1900 + Number(n), 2000 + Number(n)]);
