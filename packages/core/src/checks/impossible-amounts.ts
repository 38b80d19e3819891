import { type CollectionName, type Finding, fold, type Quantity } from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { comma, formatAmount, isAdditive } from './shared/amounts.ts';
import { type At, type BilingualText, placeAndSubject, report } from './shared/finding.ts';

const id = 'impossible-amounts';

/** An amount, and what names it. */
interface Entry extends At {
  readonly q: Quantity;
  /** Its names, folded: they say whether it may fall below nothing or rise above all. */
  readonly words: string;
}

/** Names of what may be less than nothing. */
const SIGNED =
  /\b(?:change|delta|net|balance|growth|evolution|variation|ecart|solde|croissance|baisse|hausse|resultat|difference|progression|deficit|perte|decrease|increase|loss|result|temperature)s?\b/u;

/** Names of percents that may be more than all: growth, and what is compared with an aim or with before. */
const UNBOUNDED =
  /\b(?:growth|rise|increase|croissance|hausse|augmentation|evolution|variation|progression|change|objectifs?|aim|target|remplissage|occupation|realisation|couverture|coverage|par rapport|compared|rapport|ratio|indice|index|surcout|plus value|rendement|execution|multipli\p{L}*)\b/u;

/** Things that are whole: there is no half of one. Jobs may be counted in full-time equivalents. */
const WHOLE = new Set([
  ...['members', 'people', 'organisations', 'events', 'meetings', 'projects', 'sites', 'missions', 'applications'],
  ...['responses', 'interviews', 'filings', 'departures', 'internships', 'subscribers', 'territories', 'votes'],
  ...['publications', 'participants', 'visitors', 'schools', 'pupils', 'volunteers', 'communes', 'webinars', 'seats'],
]);

/** Names of what may be a part of a thing: an average. */
const MEAN =
  /\b(?:moyenne?s?|average|mean|per|median\p{L}*|ratio|par (?:an|jour|mois|personne|reunion|seance|semaine|structure|evenement))\b/u;

function* entries({ index }: CheckContext): Generator<Entry> {
  for (const o of index.list('observations')) {
    const words = fold(`${o.indicator ?? ''} ${o.id} ${o.label.fr} ${o.label['en'] ?? ''} ${o.quantity.base ?? ''}`);
    yield { collection: 'observations', record: o, field: 'quantity', q: o.quantity, words };
  }
  for (const t of index.list('tallies')) {
    if (t.total) yield { collection: 'tallies', record: t, field: 'total', q: t.total, words: '' };
    for (const [dimension, by] of Object.entries(t.by)) {
      for (const [part, q] of Object.entries(by))
        yield { collection: 'tallies', record: t, field: `by.${dimension}.${part}`, q, words: '' };
    }
  }
  for (const vote of index.list('votes')) {
    for (const field of ['for', 'against', 'abstain', 'eligible'] as const) {
      const q = vote[field];
      if (q) yield { collection: 'votes', record: vote, field, q, words: '' };
    }
  }
  for (const e of index.list('events'))
    if (e.attendance) yield { collection: 'events', record: e, field: 'attendance', q: e.attendance, words: '' };
  for (const s of index.list('audiences'))
    yield { collection: 'audiences', record: s, field: 'followers', q: s.followers, words: '' };
  for (const j of index.list('jobs')) yield { collection: 'jobs', record: j, field: 'jobs', q: j.jobs, words: '' };
  for (const m of index.list('movements'))
    yield { collection: 'movements', record: m, field: 'count', q: m.count, words: '' };
  for (const p of index.list('prizes'))
    if (p.amount) yield { collection: 'prizes', record: p, field: 'amount', q: p.amount, words: '' };
}

const boundsOf = (q: Quantity): readonly number[] =>
  [q.value, q.min, q.max].flatMap((n) => (n === undefined ? [] : [n]));

const ADVICE: BilingualText = {
  fr: 'Relisez le nombre dans le document.',
  en: 'Read the number again in the document.',
};

const problem = (at: At, q: Quantity, sure: boolean, expected: string, what: BilingualText): Finding =>
  report({
    rule: id,
    severity: sure ? 'error' : 'warning',
    certainty: sure ? 'certain' : 'likely',
    ...placeAndSubject(at),
    found: formatAmount(q),
    expected,
    what,
    todo: ADVICE,
  });

function judge({ q, words, ...at }: Entry): Finding[] {
  const numbers = boundsOf(q);
  const isPercent = q.unit === 'percent';
  if (numbers.some((n) => n < 0) && (isPercent || isAdditive(q.unit)) && !SIGNED.test(words)) {
    const what = {
      fr: `${comma(formatAmount(q))} est un nombre négatif`,
      en: `${formatAmount(q)} is a negative number`,
    };
    return [problem(at, q, words === '', '≥ 0', what)];
  }
  if (isPercent && numbers.some((n) => n > 100) && !UNBOUNDED.test(words)) {
    const what = {
      fr: `${comma(formatAmount(q))} est plus que le tout`,
      en: `${formatAmount(q)} is more than the whole`,
    };
    return [problem(at, q, words === '', '≤ 100\u202f%', what)];
  }
  const isBroken = q.op === '=' && q.approx !== true && numbers.some((n) => !Number.isInteger(n));
  if (!isBroken || !WHOLE.has(q.unit) || MEAN.test(words)) return [];
  const what = {
    fr: `${comma(formatAmount(q))} n'est pas un nombre entier, or « ${q.unit} » se compte en entiers`,
    en: `${formatAmount(q)} is no whole number, and "${q.unit}" are counted in whole numbers`,
  };
  return [problem(at, q, false, String(Math.round(numbers[0] ?? 0)), what)];
}

const wrong = (at: At, n: number, expected: string, fr: string, en: string): Finding =>
  report({
    rule: id,
    severity: 'warning',
    certainty: 'likely',
    ...placeAndSubject(at),
    found: String(n),
    ...(expected === '' ? {} : { expected }),
    what: { fr, en },
    todo: ADVICE,
  });

/** Whether a whole number looks like a year. */
const isYear = (n: number): boolean => n >= 1900 && n <= 2100;

/** Finds pages below 1, and years in place of pages: no report has as many. */
function* pages({ dataset, index }: CheckContext): Generator<Finding> {
  for (const collection of Object.keys(dataset.collections) as CollectionName[]) {
    for (const record of index.list(collection)) {
      const page = 'source' in record ? record.source?.page : undefined;
      if (page === undefined || (Number.isInteger(page) && page >= 1 && !isYear(page))) continue;
      const at = { collection, record, field: 'source.page' };
      yield isYear(page)
        ? wrong(at, page, '', `page ${page} : sans doute une année`, `page ${page}: a year, probably`)
        : wrong(at, page, '≥ 1', `${page} n'est pas une page`, `${page} is no page`);
    }
  }
}

/** Finds impossible numbers of a record that are no quantities. */
function* plain({ index }: CheckContext): Generator<Finding> {
  for (const record of index.list('bodies')) {
    const n = record.seats;
    if (n == null || (Number.isInteger(n) && n >= 0 && !isYear(n))) continue;
    const at = { collection: 'bodies', record, field: 'seats' };
    yield n >= 1900
      ? wrong(at, n, '', `${n} sièges : sans doute une année`, `${n} seats: a year, probably`)
      : wrong(at, n, '≥ 0', `${n} n'est pas un nombre de sièges`, `${n} is no number of seats`);
  }
  for (const record of index.list('seats')) {
    const n = record.count;
    if (Number.isInteger(n) && n >= 1 && !isYear(n)) continue;
    const at = { collection: 'seats', record, field: 'count' };
    yield isYear(n)
      ? wrong(at, n, '', `${n} sièges : sans doute une année`, `${n} seats: a year, probably`)
      : wrong(at, n, '≥ 1', `${n} n'est pas un nombre de sièges`, `${n} is no number of seats`);
  }
  for (const record of index.list('votes')) {
    const n = record.threshold;
    if (n == null || (n > 0 && n <= 1)) continue;
    const at = { collection: 'votes', record, field: 'threshold' };
    const expected = n > 1 && n <= 100 ? String(n / 100) : '0–1';
    yield wrong(at, n, expected, `le seuil ${n} n'est pas entre 0 et 1`, `the threshold ${n} is not between 0 and 1`);
  }
  for (const record of index.list('events')) {
    const at = { collection: 'events', record, field: 'count' };
    const n = record.count;
    if (Number.isInteger(n) && n >= 0 && !isYear(n)) continue;
    if (n >= 1900) {
      yield wrong(
        at,
        n,
        '',
        `${n} événements en une ligne : sans doute une année`,
        `${n} events in one line: a year, probably`,
      );
      continue;
    }
    yield wrong(at, n, '≥ 0', `${n} n'est pas un nombre d'événements`, `${n} is no number of events`);
  }
}

/** Amounts that cannot be: less than nothing, more than all, a part of a person. */
export const impossibleAmounts: Check = {
  id,
  label: { fr: 'Nombres impossibles', en: 'Impossible amounts' },
  needs: ['observations', 'tallies', 'votes', 'events', 'audiences', 'jobs', 'movements', 'bodies', 'seats', 'prizes'],
  run: (context) => {
    const found: Finding[] = [];
    for (const entry of entries(context)) found.push(...judge(entry));
    return [...found, ...pages(context), ...plain(context)];
  },
};
