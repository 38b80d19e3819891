/** Whether two numbers of one length differ in one digit, or in two neighbours that were swapped. */
export function nearDigits(a: number, b: number): boolean {
  const [x, y] = [String(a), String(b)];
  if (!/^\d+$/.test(x + y) || x.length !== y.length || x === y) return false;
  const at = [...x].flatMap((digit, i) => (digit === y[i] ? [] : [i]));
  const [i = 0, j] = at;
  if (j === undefined) return true;
  return at.length === 2 && j === i + 1 && x[i] === y[j] && x[j] === y[i];
}

/** Whether one digit that is not the last one makes the difference: 11 for 21. A last digit may well be right. */
export function leadingDigitTypo(a: number, b: number): boolean {
  const [x, y] = [String(a), String(b)];
  return nearDigits(a, b) && x.at(-1) === y.at(-1);
}
