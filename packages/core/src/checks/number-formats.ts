import { type Finding, push, type Quantity } from '../model/index.ts';
import type { Check } from './check.ts';
import { comma, formatAmount } from './shared/amounts.ts';
import { type Printed, printedInRecords, printedInTexts } from './shared/printed.ts';
import { type PrintedVerdict, type Seen, severalWays, verdictFinding } from './shared/printed-verdict.ts';
import { writtenNumber, writtenNumbers } from './shared/written-numbers.ts';

const id = 'number-formats';

const SPACE = '[ \\u00a0\\u202f\\u2009]';

/** A number as it is written: digits, thousands apart by a space, a comma or a point, decimals after a comma or a point. */
const NUMBER = new RegExp(
  `(?<![\\d.,/])[-−]?\\d{1,3}(?:${SPACE}\\d{3})+(?:[.,]\\d+)?(?!\\d)|(?<![\\d])[-−]?\\d+(?:[.,]\\d+)*`,
  'gu',
);

type Style = 'decimal-comma' | 'decimal-point' | 'thousands-space' | 'thousands-comma' | 'thousands-point' | 'plain';

/** A reading of a number. */
interface Reading {
  readonly value: number;
  readonly style: Style;
}

/** Returns all that a written number may mean, the French reading first. */
export function readingsOf(written: string): readonly Reading[] {
  const text = written.replace('−', '-').replace(new RegExp(SPACE, 'gu'), ' ');
  const bare = text.replaceAll(' ', '');
  if (text.includes(' ')) return [{ value: Number(bare.replace(',', '.')), style: 'thousands-space' }];
  const grouped = (mark: string): Reading[] =>
    new RegExp(`^-?\\d{1,3}(?:\\${mark}\\d{3})+$`).test(text)
      ? [{ value: Number(text.replaceAll(mark, '')), style: mark === ',' ? 'thousands-comma' : 'thousands-point' }]
      : [];
  const decimal = (mark: string): Reading[] =>
    new RegExp(`^-?\\d+\\${mark}\\d+$`).test(text)
      ? [{ value: Number(text.replace(mark, '.')), style: mark === ',' ? 'decimal-comma' : 'decimal-point' }]
      : [];
  const both = /^-?\d{1,3}(?:,\d{3})+\.\d+$/.test(text)
    ? [{ value: Number(text.replaceAll(',', '')), style: 'thousands-comma' } as const]
    : [];
  const plain = /^-?\d+$/.test(text) ? [{ value: Number(text), style: 'plain' } as const] : [];
  return [...plain, ...decimal(','), ...grouped('.'), ...grouped(','), ...decimal('.'), ...both];
}

const numbersIn = (text: string): readonly string[] => [...text.matchAll(NUMBER)].map(([match]) => match);

const valuesOf = (q: Quantity): readonly number[] =>
  [q.value, q.min, q.max].flatMap((n) => (n === undefined ? [] : [n]));

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** Returns the fractions in a text (`4/5ème`), each of which is one number. */
function fractionsIn(text: string): readonly number[] {
  return [...text.matchAll(/(\d+)\s?\/\s?(\d+)/gu)].flatMap(([, a, b]) =>
    Number(b) > 0 ? [Number(a) / Number(b)] : [],
  );
}

const findingOf = (printed: Printed, said: PrintedVerdict): Finding => verdictFinding(id, printed, said);

function otherNumber(printed: Printed, q: Quantity, expected: string): Finding {
  return findingOf(printed, {
    severity: 'warning',
    certainty: 'likely',
    found: formatAmount(q),
    expected,
    fr: [
      `le document écrit « ${printed.text} », la fiche dit ${comma(formatAmount(q))}`,
      'Corrigez la valeur (« value »), ou le texte imprimé (« printed »).',
    ],
    en: [
      `the document prints "${printed.text}", the record says ${formatAmount(q)}`,
      'Correct the value ("value"), or the printed text ("printed").',
    ],
  });
}

/** Returns a number the French way: narrow spaces between thousands, a decimal comma. */
function inFrench(value: number): string {
  const [whole = '', decimals] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}

/** Finds numbers that English writes so, and French reads otherwise. */
function foreign(printed: Printed, written: string, reading: Reading, value: number): Finding[] {
  const all = readingsOf(written);
  const thousands = all.find(({ style }) => style === 'thousands-comma');
  const french = inFrench(value);
  if (thousands && reading.style === 'decimal-comma') {
    return [
      findingOf(printed, {
        severity: 'warning',
        certainty: 'likely',
        found: written,
        expected: String(thousands.value),
        fr: [
          `« ${written} » est lu ${comma(String(reading.value))}, mais trois chiffres après la virgule font plutôt ${thousands.value}`,
          'Vérifiez la valeur.',
        ],
        en: [
          `"${written}" is read as ${reading.value}, but three digits after the comma make rather ${thousands.value}`,
          'Check the value.',
        ],
      }),
    ];
  }
  const isForeign =
    reading.style === 'thousands-comma' || reading.style === 'thousands-point' || reading.style === 'decimal-point';
  if (!isForeign) return [];
  return [
    findingOf(printed, {
      severity: 'info',
      certainty: 'certain',
      found: written,
      expected: french,
      fr: [`« ${written} » n'est pas écrit à la française`, `Écrivez ${french} dans le document.`],
      en: [`"${written}" is not written the French way`, `Write ${french} in the document.`],
    }),
  ];
}

/** Returns the values that a text gives in figures otherwise than as one number: `4/5`, `1h30`, `1 demi-journée`. */
function spelled(text: string): readonly number[] {
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

function scaled(text: string): readonly number[] {
  const times = SCALES.flatMap(([pattern, n]) => (pattern.test(text) ? [n] : []));
  const values = numbersIn(text).flatMap((written) => readingsOf(written).map(({ value }) => value));
  return times.flatMap((n) => values.map((value) => value * n));
}

/** Whether a range that is printed as two numbers has other bounds than these two. */
function otherRange(printed: Printed, { op, min, max }: Quantity): boolean {
  const [a, b, more] = numbersIn(printed.text);
  if (op !== 'range' || a === undefined || b === undefined || more !== undefined) return false;
  const bounds = [a, b].map((each) => readingsOf(each).map(({ value }) => value));
  if (bounds.flat().some(isYear) || scaled(printed.text).length > 0) return false;
  const has = (list: readonly number[] | undefined, n: number | undefined): boolean =>
    list !== undefined && n !== undefined && list.some((value) => near(value, n));
  const isOrdered = (bounds[0]?.[0] ?? 0) <= (bounds[1]?.[0] ?? 0);
  return isOrdered && !(has(bounds[0], min) && has(bounds[1], max));
}

/** Returns the years that a text writes by their last two digits: `25-28`, `Décembre 24`. */
const shortYears = (text: string): readonly number[] =>
  [...text.matchAll(/(?<!\d)\d{2}(?!\d)/g)].flatMap(([n]) => [1900 + Number(n), 2000 + Number(n)]);

const isYear = (n: number): boolean => Number.isInteger(n) && n >= 1900 && n <= 2100;

function judge(printed: Printed, q: Quantity, isFrench: boolean): readonly Finding[] {
  const { text } = printed;
  const values = valuesOf(q);
  const says = (n: number): boolean => values.some((value) => near(Math.abs(value), Math.abs(n)));
  const written = numbersIn(text);
  if (written.length === 0) {
    const word = writtenNumber(text);
    return word === null || says(word) ? [] : [otherNumber(printed, q, String(word))];
  }
  if (otherRange(printed, q)) return [otherNumber(printed, q, written.join('–'))];
  if (spelled(text).some(says) || scaled(text).some(says) || (q.unit === 'year' && shortYears(text).some(says)))
    return [];
  for (const each of written) {
    const reading = readingsOf(each).find(({ value }) => says(value));
    if (reading) return isFrench ? foreign(printed, each, reading, reading.value) : [];
  }
  if (writtenNumbers(text).some(says)) return [];
  // A sentence, or several numbers: which one was read is not said. A lone year dates it.
  const [only, more] = written;
  const readings = readingsOf(only ?? '').map(({ value }) => value);
  if (more !== undefined || readings.some(isYear) || text.split(' ').length > 6) return [];
  return [otherNumber(printed, q, [...new Set(readings)].join(' / '))];
}

/** Numbers that a document writes with a sign that says what they are: those of dates and addresses are left alone. */
const STYLES: readonly (readonly [family: 'decimals' | 'thousands', style: Style, pattern: RegExp])[] = [
  ['decimals', 'decimal-comma', /(?<![\d.,])\d+,\d{1,2}(?![\d,])/u],
  ['decimals', 'decimal-point', /(?<![\d.,/])\d+\.\d{1,2}\s?(?:%|€)/u],
  [
    'thousands',
    'thousands-space',
    new RegExp(`(?<![\\d.,/]|\\d${SPACE})[1-9]\\d{0,2}${SPACE}\\d{3}(?!\\d|${SPACE}\\d)`, 'u'),
  ],
  ['thousands', 'plain', /(?<![\d.,/\-–(+])(?!19\d\d|20\d\d|2100)[1-9]\d{3}(?![\d.,/\-–)]|\s?-)/u],
];

const WRITTEN = { fr: 'les nombres de ce document sont écrits', en: 'numbers of this document are written' };

/** Numbers as they are printed, against the value that was read in them and against each other. */
export const numberFormats: Check = {
  id,
  label: { fr: 'Écriture des nombres', en: 'Number formats' },
  needs: [],
  run: (context) => {
    const found: Finding[] = [];
    const seen = new Map<string, Seen[]>();
    const isFrench = context.dataset.manifest.language.startsWith('fr');
    const look = (printed: Printed): void => {
      for (const [family, style, pattern] of STYLES) {
        const match = pattern.exec(printed.text);
        if (match) push(seen, `${printed.document}\u0000${family}`, { way: style, text: match[0], printed });
      }
    };
    for (const printed of printedInRecords(context)) {
      if (!printed.quantity) continue;
      found.push(...judge(printed, printed.quantity, isFrench));
      if (/\d/.test(printed.text)) look(printed);
    }
    for (const printed of printedInTexts(context)) if (/\d/.test(printed.text)) look(printed);
    return [...found, ...severalWays(id, WRITTEN, seen)];
  },
};
