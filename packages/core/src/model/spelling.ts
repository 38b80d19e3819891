/** Returns a text without accents, case and punctuation, words one space apart. */
export function fold(text: string): string {
  // Most names are plain letters: what follows costs ten times as much.
  if (/^[A-Za-z0-9 -]+$/.test(text)) return text.toLowerCase().replace(/[ -]+/g, ' ').trim();
  return text
    .replace(/œ/giu, 'oe')
    .replace(/æ/giu, 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether `b` is `a` with one letter added, dropped, changed, or swapped with its neighbour. Equal texts are not. */
export function oneErrorApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let [x, y] = [a.length, b.length];
  while (x > start && y > start && a[x - 1] === b[y - 1]) {
    x -= 1;
    y -= 1;
  }
  if (x - start <= 1 && y - start <= 1) return true;
  return x - start === 2 && y - start === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}

/** Letters to add, drop, change or swap to turn `a` into `b`; null if more than `most` (small). */
export function editDistance(a: string, b: string, most: number): number | null {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return null;
  let before: readonly number[] = [];
  let above: readonly number[] = [...b, ''].map((_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (before[j - 2] ?? 0) + 1 : change;
      row.push(Math.min(change, swap, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) > most) return null;
    before = above;
    above = row;
  }
  const last = above[b.length] ?? 0;
  return last > most ? null : last;
}

/** Returns a day or a month as French writes it: `05/03/2025`, `01/2025`; other periods as they are. */
export const dayFirst = (period: string): string =>
  /^\d{4}(-\d\d){1,2}$/.test(period) ? period.split('-').reverse().join('/') : period;

const inWords = (lang: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const [FRENCH, ENGLISH] = [inWords('fr'), inWords('en-GB')];

/** Returns a day in words, which read one way only: "1er avril 2019", "1 April 2019". */
export function dayInWords(iso: string): { readonly fr: string; readonly en: string } {
  const day = Date.parse(`${iso}T00:00:00Z`);
  return { fr: FRENCH.format(day).replace(/^1 /, '1er '), en: ENGLISH.format(day) };
}

/** Adds a value to the list of its key. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
