import { type Finding, push, type Quantity } from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { exactInteger, formatAmount, isAdditive } from './shared/amounts.ts';
import { type At, placeAndSubject, report } from './shared/finding.ts';

const id = 'year-typos';

/** A number and what it is compared with: numbers of one kind, nearest first. */
interface Entry extends At {
  readonly q: Quantity;
  readonly printed: string;
  readonly keys: readonly string[];
}

/** Total of a year, named by the year alone: "20 of 2022". The other counts of its section show how large it may be. */
const OF_YEAR = /(?:^| )(?:sur|of|out of) (?:les |the )?(?:19|20)\d\d(?!\d)/u;

function* observations({ index }: CheckContext): Generator<Entry> {
  for (const o of index.list('observations')) {
    const { unit } = o.quantity;
    if (!isAdditive(unit)) continue;
    yield {
      collection: 'observations',
      record: o,
      field: 'quantity',
      q: o.quantity,
      printed: o.printed ?? '',
      keys: [
        ...(o.indicator ? [`indicator ${o.indicator} ${unit}`] : []),
        `section ${o.source.document} ${o.source.section ?? ''} ${unit}`,
        `unit ${unit}`,
        ...(OF_YEAR.test(o.printed ?? '') ? [`section ${o.source.document} ${o.source.section ?? ''}`] : []),
      ],
    };
  }
}

function* records({ index }: CheckContext): Generator<Entry> {
  for (const vote of index.list('votes')) {
    for (const field of ['for', 'against', 'abstain', 'eligible'] as const) {
      const q = vote[field];
      if (!q || !isAdditive(q.unit)) continue;
      const printed = vote.printed?.[field] ?? '';
      const keys = [`vote ${vote.id}`, `votes ${vote.body ?? ''} ${q.unit}`];
      yield { collection: 'votes', record: vote, field, q, printed, keys };
    }
  }
  for (const tally of index.list('tallies')) {
    const counts = [
      ...(tally.total ? [['total', tally.total] as const] : []),
      ...Object.values(tally.by).flatMap((by) => Object.entries(by)),
    ];
    for (const [field, q] of counts) {
      if (!isAdditive(q.unit)) continue;
      const keys = [`tally ${tally.id}`, `tallies ${q.unit}`];
      yield { collection: 'tallies', record: tally, field, q, printed: '', keys };
    }
  }
  for (const e of index.list('events')) {
    if (!e.attendance) continue;
    const keys = [...(e.series ? [`series ${e.series}`] : []), `attendance ${e.attendance.unit}`];
    const printed = e.printed?.['attendance'] ?? '';
    yield { collection: 'events', record: e, field: 'attendance', q: e.attendance, printed, keys };
  }
  for (const job of index.list('jobs')) {
    const keys = [`jobs ${job.programme}`];
    yield { collection: 'jobs', record: job, field: 'jobs', q: job.jobs, printed: '', keys };
  }
}

/** Whether a number looks like a year. Round numbers are amounts more often than years. */
const isYearLike = (n: number): boolean => n >= 1900 && n <= 2100 && n % 50 !== 0;

/** Ten times all the others: numbers of one kind may differ much, but a year among tens does not look like one of them. */
const FAR = 10;

function judge(entry: Entry, others: readonly number[]): Finding[] {
  const n = exactInteger(entry.q);
  if (n === null || others.length < 2) return [];
  const largest = Math.max(...others.slice(0, 1000));
  if (largest * FAR > n) return [];
  // "sur 2022" for "sur 22": the century was typed along with the number.
  const shorter = Number(String(n).slice(2));
  const isKnown = others.includes(shorter);
  return [
    report({
      rule: id,
      severity: 'warning',
      certainty: isKnown ? 'likely' : 'possible',
      ...placeAndSubject(entry),
      found: String(n),
      ...(isKnown ? { expected: String(shorter) } : {}),
      what: {
        fr: `${entry.printed === '' ? n : `« ${entry.printed} »`} ressemble à une année : les autres nombres de ce genre ne dépassent pas ${largest}`,
        en: `${entry.printed === '' ? n : `"${entry.printed}"`} looks like a year: the other numbers of this kind are ${largest} at most`,
      },
      todo: {
        fr: isKnown
          ? `Relisez le document : sans doute ${shorter}, qui s'y trouve aussi.`
          : `Relisez le document : ${formatAmount(entry.q)} y est-il une année ?`,
        en: isKnown
          ? `Read the document again: probably ${shorter}, which is there too.`
          : `Read the document again: is ${formatAmount(entry.q)} a year there?`,
      },
    }),
  ];
}

function* movements({ index }: CheckContext): Generator<Entry> {
  for (const record of index.list('movements'))
    yield { collection: 'movements', record, field: 'count', q: record.count, printed: '', keys: ['movements'] };
}

function* entries(context: CheckContext): Generator<Entry> {
  yield* observations(context);
  yield* records(context);
  yield* movements(context);
}

/** A year where a number of things belongs: 20 organisations "of 2022" for "of 22". */
export const yearTypos: Check = {
  id,
  label: { fr: 'Années à la place d’un nombre', en: 'Years in place of a number' },
  needs: ['observations', 'votes', 'tallies', 'events', 'jobs', 'movements'],
  run: (context) => {
    const kinds = new Map<string, number[]>();
    const suspects: Entry[] = [];
    for (const entry of entries(context)) {
      const n = entry.q.value ?? entry.q.max;
      if (n === undefined) continue;
      if (isYearLike(n)) suspects.push(entry);
      else {
        for (const key of entry.keys) push(kinds, key, n);
        if ('source' in entry.record && !/euros$/.test(entry.q.unit)) {
          const { document = '', section = '' } = (entry.record.source ?? {}) as {
            document?: string;
            section?: string;
          };
          push(kinds, `section ${document} ${section}`, n);
        }
      }
    }
    // Two numbers of one kind around 2000 are what that kind of number is like.
    const alike = new Map<string, Set<number>>();
    for (const { keys, q } of suspects) {
      const [kind = ''] = keys;
      alike.set(kind, (alike.get(kind) ?? new Set<number>()).add(q.value ?? 0));
    }
    return suspects.flatMap((entry) => {
      const [kind = ''] = entry.keys;
      if (kind.startsWith('indicator') && (alike.get(kind)?.size ?? 0) > 1) return [];
      const key = entry.keys.find((each) => (kinds.get(each)?.length ?? 0) >= 2);
      return key === undefined ? [] : judge(entry, kinds.get(key) ?? []);
    });
  },
};
