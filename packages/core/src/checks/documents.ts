/** Rules over what a document prints: dates, numbers and lists, against what was read in them and against each other. */
import { dayFirst, dayInWords, push, type Quantity } from '../model/index.ts';
import type { CheckContext } from './check.ts';
import { amount, type Hits, inField, inManifest, type Pattern, rule, type Value } from './rule.ts';
import { exactInteger, formatAmount, isAdditive } from './shared/amounts.ts';
import { type At, sameInBoth } from './shared/finding.ts';
import { allPrinted, listedIn, type Printed, printedInRecords, printedInTexts } from './shared/printed.ts';
import {
  daysInMonth,
  isoDay,
  type NumericDate,
  numericDates,
  writtenDates,
  writtenMonth,
} from './shared/printed-dates.ts';
import {
  inFrench,
  type NumberReading,
  type NumberStyle,
  numbersIn,
  readingsOf,
  SPACE,
  scaled,
  shortYears,
  spelled,
} from './shared/printed-numbers.ts';
import { recordAmounts } from './shared/record-amounts.ts';
import { writtenNumber, writtenNumbers } from './shared/written-numbers.ts';

/** A way of writing something, and where it was seen. */
interface Seen {
  readonly way: string;
  readonly text: string;
  readonly printed: Printed;
}

/** Ways of writing, by the family that each is one of, its name, and the pattern that shows it. */
type Ways = readonly (readonly [family: string, way: string, pattern: RegExp])[];

/** Notes which ways of writing a text shows, by document and family. */
function look(ways: Ways, printed: Printed, seen: Map<string, Seen[]>): void {
  for (const [family, way, pattern] of ways) {
    const match = pattern.exec(printed.text);
    if (match) push(seen, `${printed.document}\u0000${family}`, { way, text: match[0], printed });
  }
}

/** Says of each kind of thing that is written in several ways that it is, with an example of each, at the second. */
function* severalWays(seen: ReadonlyMap<string, readonly Seen[]>): Hits<'several'> {
  for (const list of seen.values()) {
    const ways = new Map<string, Seen>();
    for (const each of list) if (!ways.has(each.way)) ways.set(each.way, each);
    const [, odd] = ways.values();
    if (odd)
      yield ['several', { at: odd.printed, found: [...ways.values()].map(({ text }) => text.trim()).join(' ; ') }];
  }
}

const ONE_WAY: Pattern = ['Choisissez une seule écriture.', 'Choose one way.'];

const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

const isOn = (iso: string, weekday: number): boolean => new Date(`${iso}T00:00:00Z`).getUTCDay() === weekday;

/** Numbers of dates of a document that can be read in one way only, by their order of day and month. */
interface Habit {
  dayFirst: number;
  monthFirst: number;
}

/** Dates that show that a document puts the day first: fewer may be chance. */
const ENOUGH = 2;

const differs = (at: Printed, text: string, read: string) =>
  ['differs', { at, found: at.typed ?? '', expected: read, values: { text } }] as const;

function* monthFirst(at: Printed, { text: found }: NumericDate, iso: string): Hits<'monthFirst'> {
  const isRead = at.typed === undefined || at.typed === iso;
  const andRecord = isRead ? sameInBoth('') : { fr: `, et ${iso} dans la fiche`, en: `, and ${iso} in the record` };
  const weight = isRead ? undefined : 'warning, likely';
  yield ['monthFirst', { at, found, expected: dayFirst(iso), values: { andRecord }, weight }];
}

const ELSEWHERE = {
  fr: ' ; ailleurs, le même document met le mois avant le jour',
  en: '; elsewhere the same document puts the month first',
};

/**
 * Judges a date in figures. Of one that both orders allow day first is the rule in French; a neighbour that puts the month
 * first makes it doubtful.
 */
function* numericDate(
  at: Printed,
  date: NumericDate,
  habit: Habit,
): Hits<'impossible' | 'monthFirst' | 'differs' | 'twoWays' | 'otherWay'> {
  const { first, second, year, text: found, weekday } = date;
  const usual = isoDay(year, second, first);
  const other = isoDay(year, first, second);
  if (!usual) {
    if (other) yield* monthFirst(at, date, other);
    else yield ['impossible', { at, found }];
    return;
  }
  const isTwofold = other !== null && usual !== other;
  if (isDay(at.typed) && at.typed !== usual && !(isTwofold && at.typed === other)) yield differs(at, found, usual);
  else if (isTwofold) {
    // The day of the week that is printed with it settles it.
    if (weekday !== undefined && isOn(usual, weekday) && !isOn(other, weekday)) return;
    const isMixed = habit.monthFirst > 0;
    if (!isMixed && habit.dayFirst >= ENOUGH && (at.typed === undefined || at.typed === usual)) return;
    // One slip among many dates that put the day first makes the others no worse.
    const isDoubtful = isMixed && habit.dayFirst <= ENOUGH * habit.monthFirst;
    const [one, two] = [dayInWords(usual), dayInWords(other)];
    const values = { one, two, usual, other, elsewhere: isDoubtful ? ELSEWHERE : sameInBoth('') };
    const hit = { at, found, expected: `${usual} / ${other}`, values };
    if (at.typed === other) yield ['otherWay', hit];
    else yield ['twoWays', { ...hit, weight: isDoubtful ? 'warning, possible' : undefined }];
  }
}

/** Notations of dates, by their kind: a document with two notations of one kind is hard to read by machine. */
const NOTATIONS: Ways = [
  ['day', 'jj/mm/aaaa', /(?<![\d/])(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])\/\d{4}/u],
  ['day', 'mm/jj/aaaa', /(?<![\d/])(?:0?[1-9]|1[0-2])\/(?:1[3-9]|2\d|3[01])\/\d{4}/u],
  ['day', 'jj.mm', /(?<![\d.,])(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?![\d.,]|\s?%)/u],
  [
    'month',
    'mois aaaa',
    /(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) 20\d\d/iu,
  ],
  [
    'month',
    'mois aa',
    /(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) \d\d(?!\d)/iu,
  ],
  ['years', 'aaaa/aa', /(?<!\d)(?:19|20)\d\d\/\d\d(?!\d)/u],
  ['years', 'aaaa-aa', /(?<!\d)(?:19|20)\d\d-\d\d(?![\d-])/u],
  ['years', 'aaaa-aaaa', /(?<!\d)(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d(?!\d)/u],
];

/** Finds a month that is printed alone (`septembre`) and is not that of the typed date. */
function* otherMonth(at: Printed): Hits<'differs'> {
  const typed = /^(\d{4})-(\d{2})(?:-\d{2})?$/.exec(at.typed ?? '');
  const month = typed ? writtenMonth(at.text) : null;
  if (!typed || month === null || month === Number(typed[2])) return;
  yield differs(at, at.text, `${typed[1] ?? ''}-${String(month).padStart(2, '0')}`);
}

/** Whether a text of several days of one month names this one among them: "25 et 26 septembre". */
function namesDay(text: string, typed: string, month: number): boolean {
  const [, typedMonth, day] = typed.split('-').map(Number);
  const days = [...text.matchAll(/(?<!\d)\d{1,2}(?!\d)/g)].map(([n]) => Number(n));
  return month === typedMonth && days.length > 1 && days.includes(day ?? 0);
}

const isMonthFirst = ({ first, second }: NumericDate): boolean => first <= 12 && second > 12 && second <= 31;
const isDayFirst = ({ first, second }: NumericDate): boolean => second <= 12 && first > 12 && first <= 31;

const TWO_WAYS: Pattern = [
  '« {found} » se lit de deux façons : {one} ou {two}{elsewhere}',
  '"{found}" reads two ways: {one} or {two}{elsewhere}',
];

/** Dates as they are printed: impossible, month first, ambiguous, read as another day, written in several ways. */
export const printedDates = rule(
  'printed-dates',
  { fr: 'Dates imprimées', en: 'Printed dates' },
  [],
  {
    impossible: [
      'error, certain',
      ["« {found} » n'est pas une date qui existe", '"{found}" is no date that exists'],
      ['Relisez la date dans le document.', 'Read the date again in the document.'],
    ],
    monthFirst: [
      'warning, certain',
      ["« {found} » met le mois avant le jour, à l'américaine", '"{found}" has the month before the day'],
      ['Écrivez {expected} dans le document{andRecord}.', 'Write {expected} in the document{andRecord}.'],
    ],
    twoWays: [
      'info, possible',
      TWO_WAYS,
      ['Écrivez le mois en lettres, ou vérifiez.', 'Write the month in letters, or make sure.'],
    ],
    otherWay: [
      'warning, likely',
      TWO_WAYS,
      [
        "La fiche dit {other} ; vérifiez que ce n'est pas {usual}.",
        'The record says {other}; make sure that it is not {usual}.',
      ],
    ],
    differs: [
      'warning, likely',
      ['le document écrit « {text} », la fiche dit {found}', 'the document prints "{text}", the record says {found}'],
      ['Écrivez {expected} dans la fiche.', 'Write {expected} in the record.'],
    ],
    several: [
      'info, certain',
      [
        'les dates de ce document sont écrites de plusieurs façons : {found}',
        'dates of this document are written in several ways: {found}',
      ],
      ONE_WAY,
    ],
  },
  function* (context) {
    const seen = new Map<string, Seen[]>();
    const habits = new Map<string, Habit>();
    const numeric: { readonly printed: Printed; readonly date: NumericDate; readonly habit: Habit }[] = [];
    for (const printed of allPrinted(context)) {
      const { text, typed, document } = printed;
      if (!/\d/.test(text)) {
        yield* otherMonth(printed);
        continue;
      }
      look(NOTATIONS, printed, seen);
      for (const date of numericDates(text)) {
        const habit = habits.get(document) ?? { dayFirst: 0, monthFirst: 0 };
        habits.set(document, habit);
        if (isMonthFirst(date)) habit.monthFirst += 1;
        if (isDayFirst(date)) habit.dayFirst += 1;
        numeric.push({ printed, date, habit });
      }
      if (/^\d{4}-\d{2}$/.test(typed ?? '')) yield* otherMonth(printed);
      for (const { text: found, day, month, year } of writtenDates(text)) {
        if (day < 1 || day > daysInMonth(month, year)) yield ['impossible', { at: printed, found }];
        else if (isDay(typed) && !namesDay(text, typed, month)) {
          const read = isoDay(year ?? Number(typed.slice(0, 4)), month, day);
          if (read !== null && read !== typed) yield differs(printed, found, read);
        }
      }
    }
    // Only once all dates are seen is the habit of a document known.
    for (const { printed, date, habit } of numeric) yield* numericDate(printed, date, habit);
    yield* severalWays(seen);
  },
);

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

const isYear = (n: number): boolean => Number.isInteger(n) && n >= 1900 && n <= 2100;

const otherNumber = (at: Printed, q: Quantity, expected: string) =>
  ['other', { at, found: q, expected, values: { text: at.text } }] as const;

/** Finds numbers that English writes so, and French reads otherwise. */
function* foreign(at: Printed, found: string, { style, value }: NumberReading): Hits<'thousands' | 'foreign'> {
  const thousands = readingsOf(found).find((each) => each.style === 'thousands-comma');
  if (thousands && style === 'decimal-comma')
    yield ['thousands', { at, found, expected: thousands.value, values: { read: amount(String(value)) } }];
  else if (style === 'thousands-comma' || style === 'thousands-point' || style === 'decimal-point')
    yield ['foreign', { at, found, expected: inFrench(value) }];
}

/** Whether a range that is printed as two numbers has other bounds than these two. */
function otherRange(text: string, { op, min, max }: Quantity): boolean {
  const [a, b, more] = numbersIn(text);
  if (op !== 'range' || a === undefined || b === undefined || more !== undefined) return false;
  const bounds = [a, b].map((each) => readingsOf(each).map(({ value }) => value));
  if (bounds.flat().some(isYear) || scaled(text).length > 0) return false;
  const has = (list: readonly number[] | undefined, n: number | undefined): boolean =>
    list !== undefined && n !== undefined && list.some((value) => near(value, n));
  const isOrdered = (bounds[0]?.[0] ?? 0) <= (bounds[1]?.[0] ?? 0);
  return isOrdered && !(has(bounds[0], min) && has(bounds[1], max));
}

function* printedNumber(at: Printed, q: Quantity, isFrench: boolean): Hits<'other' | 'thousands' | 'foreign'> {
  const { text } = at;
  const values = [q.value, q.min, q.max].flatMap((n) => (n === undefined ? [] : [Math.abs(n)]));
  const says = (n: number): boolean => values.some((value) => near(value, Math.abs(n)));
  const written = numbersIn(text);
  if (written.length === 0) {
    const word = writtenNumber(text);
    if (word !== null && !says(word)) yield otherNumber(at, q, String(word));
    return;
  }
  if (otherRange(text, q)) {
    yield otherNumber(at, q, written.join('–'));
    return;
  }
  if (spelled(text).some(says) || scaled(text).some(says) || (q.unit === 'year' && shortYears(text).some(says))) return;
  for (const each of written) {
    const reading = readingsOf(each).find(({ value }) => says(value));
    if (!reading) continue;
    if (isFrench) yield* foreign(at, each, reading);
    return;
  }
  if (writtenNumbers(text).some(says)) return;
  // A sentence, or several numbers: which one was read is not said. A lone year dates it.
  const [only, more] = written;
  const readings = readingsOf(only ?? '').map(({ value }) => value);
  if (more === undefined && !readings.some(isYear) && text.split(' ').length <= 6)
    yield otherNumber(at, q, [...new Set(readings)].join(' / '));
}

/** Numbers that a document writes with a sign that says what they are: those of dates and addresses are left alone. */
const STYLES: readonly (readonly [family: 'decimals' | 'thousands', style: NumberStyle, pattern: RegExp])[] = [
  ['decimals', 'decimal-comma', /(?<![\d.,])\d+,\d{1,2}(?![\d,])/u],
  ['decimals', 'decimal-point', /(?<![\d.,/])\d+\.\d{1,2}\s?(?:%|€)/u],
  [
    'thousands',
    'thousands-space',
    new RegExp(`(?<![\\d.,/]|\\d${SPACE})[1-9]\\d{0,2}${SPACE}\\d{3}(?!\\d|${SPACE}\\d)`, 'u'),
  ],
  ['thousands', 'plain', /(?<![\d.,/\-–(+])(?!19\d\d|20\d\d|2100)[1-9]\d{3}(?![\d.,/\-–)]|\s?-)/u],
];

/** Numbers as they are printed, against the value that was read in them and against each other. */
export const numberFormats = rule(
  'number-formats',
  { fr: 'Écriture des nombres', en: 'Number formats' },
  [],
  {
    other: [
      'warning, likely',
      ['le document écrit « {text} », la fiche dit {found}', 'the document prints "{text}", the record says {found}'],
      [
        'Corrigez la valeur (« value »), ou le texte imprimé (« printed »).',
        'Correct the value ("value"), or the printed text ("printed").',
      ],
    ],
    thousands: [
      'warning, likely',
      [
        '« {found} » est lu {read}, mais trois chiffres après la virgule font plutôt {expected}',
        '"{found}" is read as {read}, but three digits after the comma make rather {expected}',
      ],
      ['Vérifiez la valeur.', 'Check the value.'],
    ],
    foreign: [
      'info, certain',
      ["« {found} » n'est pas écrit à la française", '"{found}" is not written the French way'],
      ['Écrivez {expected} dans le document.', 'Write {expected} in the document.'],
    ],
    several: [
      'info, certain',
      [
        'les nombres de ce document sont écrits de plusieurs façons : {found}',
        'numbers of this document are written in several ways: {found}',
      ],
      ONE_WAY,
    ],
  },
  function* (context) {
    const seen = new Map<string, Seen[]>();
    const isFrench = context.dataset.manifest.language.startsWith('fr');
    for (const printed of printedInRecords(context)) {
      if (!printed.quantity) continue;
      yield* printedNumber(printed, printed.quantity, isFrench);
      if (/\d/.test(printed.text)) look(STYLES, printed, seen);
    }
    for (const printed of printedInTexts(context)) if (/\d/.test(printed.text)) look(STYLES, printed, seen);
    yield* severalWays(seen);
  },
);

/** "21 organisations of 24", in figures and of one kind of thing. */
const OF =
  /(?<![\d.,])(\d{1,6})(?: (\p{L}+))?(?: \p{L}+)? (?:sur|of|out of) (?:les |the )?(\d{1,6})(?![\d.,%])(?: (\p{L}+))?/u;

/** Whether a text says a number, in figures or in letters. */
const saysNumber = (text: string, n: number): boolean =>
  new RegExp(`(?<![\\d.,])${n}(?![\\d.,])`).test(text) || writtenNumbers(text).includes(n);

/** Compares a number with the text printed beside it: the things that it names, the whole that it is a part of. */
export const printedLists = rule(
  'printed-lists',
  { fr: 'Nombres et listes imprimés', en: 'Printed numbers and lists' },
  ['observations'],
  {
    list: [
      'warning, likely',
      [
        'le nombre annoncé est {expected}, la liste en nomme {listed} : {names}',
        'the announced number is {expected}, the list names {listed}: {names}',
      ],
      ['Relisez le nombre et la liste dans le document.', 'Read the number and the list again in the document.'],
    ],
    larger: [
      'warning, likely',
      [
        '{part} sur {whole} : la partie est plus grande que le tout',
        '{part} of {whole}: the part is larger than the whole',
      ],
      ['Relisez les deux nombres dans le document.', 'Read both numbers again in the document.'],
    ],
  },
  function* ({ index }) {
    for (const o of index.list('observations')) {
      const { printed, quantity } = o;
      if (!printed) continue;
      const at = inField('observations', o, 'printed');
      const n = isAdditive(quantity.unit) ? exactInteger(quantity) : null;
      const items = n === null || !saysNumber(printed, n) ? [] : listedIn(printed);
      if (n !== null && items.length > 0 && items.length !== n) {
        const values = { listed: items.length, names: items.join(', ') };
        yield ['list', { at, found: `${items.length} (${items.join(', ')})`, expected: n, values }];
      }
      const [, part, noun, whole, other] = OF.exec(printed) ?? [];
      if (part === undefined || whole === undefined || Number(part) <= Number(whole)) continue;
      // "35 h sur 5 jours": two kinds of things.
      if (other === undefined || other === noun)
        yield ['larger', { at, found: `${part} / ${whole}`, expected: `≤ ${whole}`, values: { part, whole } }];
    }
  },
);

/** A number and what it is compared with: numbers of one kind, nearest first. */
interface Entry extends At {
  readonly q: Quantity;
  readonly printed: string;
  readonly keys: readonly string[];
}

/** Total of a year, named by the year alone: "20 of 2022". The other counts of its section show how large it may be. */
const OF_YEAR = /(?:^| )(?:sur|of|out of) (?:les |the )?(?:19|20)\d\d(?!\d)/u;

function* entries({ index }: CheckContext): Generator<Entry> {
  for (const o of index.list('observations')) {
    const { indicator, quantity: q, source } = o;
    const printed = o.printed ?? '';
    const section = `section ${source.document} ${source.section ?? ''}`;
    const keys = [
      ...(indicator ? [`indicator ${indicator} ${q.unit}`] : []),
      `${section} ${q.unit}`,
      `unit ${q.unit}`,
      ...(OF_YEAR.test(printed) ? [section] : []),
    ];
    if (isAdditive(q.unit)) yield { ...inField('observations', o, 'quantity'), q, printed, keys };
  }
  for (const each of recordAmounts(index)) {
    const { collection, record, q } = each;
    const isCounted = isAdditive(q.unit);
    switch (collection) {
      case 'votes': {
        const keys = [`vote ${record.id}`, `votes ${record.body ?? ''} ${q.unit}`];
        if (isCounted) yield { ...each, printed: record.printed?.[each.field] ?? '', keys };
        break;
      }
      case 'tallies': {
        // A part is named by its category alone.
        const field = each.field.replace(/^by\.[^.]*\./, '');
        if (isCounted) yield { ...each, field, printed: '', keys: [`tally ${record.id}`, `tallies ${q.unit}`] };
        break;
      }
      case 'events': {
        const keys = [...(record.series ? [`series ${record.series}`] : []), `attendance ${q.unit}`];
        yield { ...each, printed: record.printed?.['attendance'] ?? '', keys };
        break;
      }
      case 'jobs':
        yield { ...each, printed: '', keys: [`jobs ${record.programme}`] };
        break;
      case 'movements':
        yield { ...each, printed: '', keys: ['movements'] };
        break;
      default:
    }
  }
}

/** Ten times all the others: numbers of one kind may differ much, but a year among tens does not look like one of them. */
const FAR = 10;

/** Numbers of one kind that are compared with one that looks like a year. */
const COMPARED = 1000;

/** Whether a number looks like a year. Round numbers are amounts more often than years. */
const isYearLike = (n: number): boolean => n >= 1900 && n <= 2100 && n % 50 !== 0;

const LIKE_A_YEAR: Pattern = [
  '{said} ressemble à une année : les autres nombres de ce genre ne dépassent pas {largest}',
  '{said} looks like a year: the other numbers of this kind are {largest} at most',
];

/** A year where a number of things belongs: 20 organisations "of 2022" for "of 22". */
export const yearTypos = rule(
  'year-typos',
  { fr: 'Années à la place d’un nombre', en: 'Years in place of a number' },
  ['observations', 'votes', 'tallies', 'events', 'jobs', 'movements'],
  {
    // "sur 2022" for "sur 22": the century was typed along with the number.
    century: [
      'warning, likely',
      LIKE_A_YEAR,
      [
        "Relisez le document : sans doute {expected}, qui s'y trouve aussi.",
        'Read the document again: probably {expected}, which is there too.',
      ],
    ],
    year: [
      'warning, possible',
      LIKE_A_YEAR,
      ['Relisez le document : {number} y est-il une année ?', 'Read the document again: is {number} a year there?'],
    ],
  },
  function* (context) {
    const kinds = new Map<string, number[]>();
    const suspects: Entry[] = [];
    for (const entry of entries(context)) {
      const n = entry.q.value ?? entry.q.max;
      if (n === undefined) continue;
      if (isYearLike(n)) suspects.push(entry);
      else {
        for (const key of entry.keys) push(kinds, key, n);
        const { document = '', section = '' } = entry.record.source ?? {};
        if ('source' in entry.record && !/euros$/.test(entry.q.unit)) push(kinds, `section ${document} ${section}`, n);
      }
    }
    // Two numbers of one kind around 2000 are what that kind of number is like.
    const alike = new Map<string, Set<number>>();
    for (const {
      keys: [kind = ''],
      q,
    } of suspects)
      alike.set(kind, (alike.get(kind) ?? new Set<number>()).add(q.value ?? 0));
    for (const { keys, q, printed, ...at } of suspects) {
      const [kind = ''] = keys;
      if (kind.startsWith('indicator') && (alike.get(kind)?.size ?? 0) > 1) continue;
      const others = keys.map((key) => kinds.get(key) ?? []).find((list) => list.length >= 2);
      const found = exactInteger(q);
      if (found === null || !others) continue;
      const largest = Math.max(...others.slice(0, COMPARED));
      if (largest * FAR > found) continue;
      const said: Value = printed === '' ? found : { fr: `« ${printed} »`, en: `"${printed}"` };
      const shorter = Number(String(found).slice(2));
      const values = { said, largest, number: formatAmount(q) };
      if (others.includes(shorter)) yield ['century', { at, found, expected: shorter, values }];
      else yield ['year', { at, found, values }];
    }
  },
);

/** A licence without its text gives nobody a right: readers are told to ask. A list alone cites no document, and has no licence. */
export const reuse = rule(
  'reuse',
  { fr: 'Réutilisation', en: 'Reuse' },
  [],
  {
    licence: [
      'warning, certain',
      [
        '« {found} » n’a pas d’adresse : personne ne sait s’il peut réutiliser ces données',
        '"{found}" has no address: nobody knows whether they may reuse these data',
      ],
      [
        'Donnez l’adresse du texte de la licence, dans licence.href. D’ici là, les widgets disent à qui demander : contact.',
        'Give the address of the text of the licence, in licence.href. Until then widgets say whom to ask: contact.',
      ],
    ],
  },
  function* ({ dataset }) {
    const { licence, documents } = dataset.manifest;
    if (licence.href || Object.keys(documents).length === 0) return;
    yield ['licence', { at: inManifest('licence.href'), found: licence.name, expected: 'https://…' }];
  },
);
