import { type Finding, fold, type Observation, push, type Quantity } from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { comma, exactInteger, formatAmount, intersects, isAdditive, toInterval } from './shared/amounts.ts';
import { type DatasetIndex, dimensionsKey, narrower } from './shared/dataset-index.ts';
import { type At, type BilingualText, placeAndSubject, report, subjectOf } from './shared/finding.ts';
import { nearDigits } from './shared/typos.ts';

const id = 'contradictions';

/** Something that says how much one thing is. */
interface Statement extends At {
  readonly key: string;
  readonly q: Quantity;
  /** Whether only a label says that it is the same thing. */
  readonly loose?: boolean;
}

function* observations({ index }: CheckContext): Generator<Statement> {
  let cell = 0;
  for (const { observations: list } of index.cells()) {
    cell += 1;
    for (const o of list) {
      const key = `${cell}\u0000${dimensionsKey(o.dimensions)}`;
      yield { key, collection: 'observations', record: o, field: 'quantity', q: o.quantity };
    }
  }
}

/** Yields figures of no indicator, under one label in our words: the same thing said twice, probably. */
function* labelled({ index }: CheckContext): Generator<Statement> {
  for (const o of index.standing()) {
    const span = index.span(o.period);
    if (o.indicator || !span) continue;
    const { unit, base = '' } = o.quantity;
    const what = ['label', fold(o.label.fr), span.first, span.last, o.territory ?? '', o.status, unit, base];
    const key = [...what, dimensionsKey(o.dimensions)].join('\u0000');
    yield { key, collection: 'observations', record: o, field: 'quantity', q: o.quantity, loose: true };
  }
}

/** Yields the statements of several records on one gathering: the event itself, its tally, a published figure. */
function* attendances({ index }: CheckContext): Generator<Statement> {
  const keyOf = (of: string, unit: string): string => `attendance\u0000${of}\u0000${unit}`;
  for (const e of index.list('events')) {
    const q = e.attendance;
    if (q) yield { key: keyOf(e.id, q.unit), collection: 'events', record: e, field: 'attendance', q };
  }
  for (const t of index.list('tallies')) {
    const q = t.total;
    if (q) yield { key: keyOf(t.of, q.unit), collection: 'tallies', record: t, field: 'total', q };
  }
  for (const o of index.standing()) {
    const q = o.quantity;
    const of = o.dimensions['event'] ?? o.dimensions['webinar'] ?? o.dimensions['meeting'];
    const alone = Object.keys(o.dimensions).length === 1 && !o.territory && o.status === 'held';
    if (!of || !alone || !isAdditive(q.unit) || !/attendance/.test(o.indicator ?? '')) continue;
    yield { key: keyOf(of, q.unit), collection: 'observations', record: o, field: 'quantity', q };
  }
}

/** Followers of a channel on a day, and their change until then: the snapshot and the published figures. */
function* audiences({ index }: CheckContext): Generator<Statement> {
  const keyOf = (channel: string, day: string, unit: string): string =>
    ['followers', channel, day, unit].join('\u0000');
  for (const s of index.list('audiences')) {
    const key = keyOf(s.channel, index.span(s.date)?.last ?? '', s.followers.unit);
    yield { key, collection: 'audiences', record: s, field: 'followers', q: s.followers };
    if (s.change) {
      yield { key: `change ${key}`, collection: 'audiences', record: s, field: 'change', q: s.change };
    }
  }
  for (const o of index.standing()) {
    const channel = o.dimensions['channel'];
    const isChange = /-change$/.test(o.indicator ?? '') && index.span(o.period)?.kind === 'year';
    const isFollowers = /-followers$/.test(o.indicator ?? '');
    const alone = Object.keys(o.dimensions).length === 1 && o.status === 'held';
    if (!channel || !alone || !(isChange || isFollowers)) continue;
    const key = (isChange ? 'change ' : '') + keyOf(channel, index.span(o.period)?.last ?? '', o.quantity.unit);
    yield { key, collection: 'observations', record: o, field: 'quantity', q: o.quantity };
  }
}

/** Jobs of the organisations that a programme supports: the tally and the published figure. */
function* jobs({ index }: CheckContext): Generator<Statement> {
  const list = index.list('jobs');
  const programmes = new Set(list.map(({ programme }) => programme));
  const [alone] = programmes.size === 1 ? programmes : [];
  const keyOf = (programme: string, period: string, rest: Readonly<Record<string, string | null | undefined>>) => {
    const span = index.span(period);
    const { contract, mode, lot, territory } = rest;
    const parts = [contract ?? '', mode ?? '', lot ?? '', territory ?? ''];
    return ['jobs', programme, span?.first ?? '', span?.last ?? '', ...parts].join('\u0000');
  };
  for (const job of list) {
    const { programme, period, jobs: q } = job;
    const { contract, mode, lot, territory } = job;
    yield {
      key: keyOf(programme, period, { contract, mode, lot, territory }),
      collection: 'jobs',
      record: job,
      field: 'jobs',
      q,
    };
  }
  const known = new Set(['programme', 'contract', 'mode', 'lot', 'territory']);
  for (const o of index.standing()) {
    const programme = o.dimensions['programme'] ?? alone;
    const isJobs = o.quantity.unit === 'jobs' && /-jobs$/.test(o.indicator ?? '') && o.status === 'held';
    if (!programme || !isJobs || !Object.keys(o.dimensions).every((key) => known.has(key))) continue;
    const rest = { territory: o.territory, ...o.dimensions };
    yield {
      key: keyOf(programme, o.period, rest),
      collection: 'observations',
      record: o,
      field: 'quantity',
      q: o.quantity,
    };
  }
}

const REREAD: BilingualText = {
  fr: 'Relisez les deux passages du document ; si ce sont deux choses, distinguez-les par une dimension ou une période.',
  en: 'Read both passages of the document again; if they are two things, tell them apart by a dimension or a period.',
};

/**
 * Returns the advice. A report may state the figure of the year before again: then the later document corrects the
 * earlier.
 */
function todoOf(a: Statement, b: Statement, { byId, publishedOn }: DatasetIndex): BilingualText {
  const figureOf = ({ collection, record }: Statement): Observation | undefined =>
    collection === 'observations' ? byId('observations').get(record.id) : undefined;
  const [one, other] = [figureOf(a), figureOf(b)];
  if (!one || !other || publishedOn(one) === publishedOn(other)) return REREAD;
  const [earlier, later] = publishedOn(one) < publishedOn(other) ? [one, other] : [other, one];
  const [told, field] = [`observations/${later.id}`, `"corrects": ["${earlier.id}"]`];
  return {
    fr: `Si le document le plus récent corrige l’autre, ajoutez ${field} à ${told} ; sinon relisez les deux passages.`,
    en: `If the later document corrects the other, add ${field} to ${told}; otherwise read both passages again.`,
  };
}

function disagreement(wrong: Statement, right: Statement, index: DatasetIndex): Finding {
  const other = `${right.collection}/${right.record.id}`;
  const subject = subjectOf(right.record);
  return report({
    rule: id,
    severity: wrong.loose ? 'warning' : 'error',
    certainty: wrong.loose ? 'possible' : 'likely',
    ...placeAndSubject(wrong),
    found: formatAmount(wrong.q),
    expected: formatAmount(right.q),
    what: {
      fr: `${comma(formatAmount(wrong.q))} ici, ${comma(formatAmount(right.q))} dans ${subject.fr}, ${other}, pour la même chose`,
      en: `${formatAmount(wrong.q)} here, ${formatAmount(right.q)} in ${subject.en}, ${other}, for one thing`,
    },
    todo: todoOf(wrong, right, index),
  });
}

/** Smaller numbers have the same digits by chance. */
const LARGE = 1000;

/** Returns the words of a label that say what it is about. */
const aboutOf = (label: string): ReadonlySet<string> =>
  new Set(
    fold(label)
      .split(' ')
      .filter((word) => word.length > 4),
  );

/** Finds large amounts of one period under almost one label, in two places, of which two digits were swapped. */
function transposed({ index }: CheckContext): readonly Finding[] {
  const groups = new Map<string, Observation[]>();
  for (const o of index.standing()) {
    const n = exactInteger(o.quantity) ?? 0;
    const span = index.span(o.period);
    if (!span || n < LARGE || !isAdditive(o.quantity.unit)) continue;
    const digits = [...String(n)].sort().join('');
    const { unit } = o.quantity;
    push(
      groups,
      [digits, span.first, span.last, o.territory ?? '', unit, o.status, dimensionsKey(o.dimensions)].join('\u0000'),
      o,
    );
  }
  return [...groups.values()].flatMap((list) => {
    const [first, ...others] = list;
    return first ? others.flatMap((o) => (isTransposed(first, o) ? swapped(o, first, index) : [])) : [];
  });
}

function isTransposed(a: Observation, b: Observation): boolean {
  const about = aboutOf(a.label.fr);
  const isAlike = !a.indicator && !b.indicator && [...aboutOf(b.label.fr)].some((word) => about.has(word));
  // Two figures with the same label are compared with the other statements already.
  return isAlike && fold(a.label.fr) !== fold(b.label.fr) && nearDigits(a.quantity.value ?? 0, b.quantity.value ?? 0);
}

function swapped(o: Observation, other: Observation, index: DatasetIndex): Finding {
  const statement = (record: Observation): Statement => ({
    key: '',
    collection: 'observations',
    record,
    field: 'quantity',
    q: record.quantity,
    loose: true,
  });
  return disagreement(statement(o), statement(other), index);
}

/** Statements of one thing whose amounts cannot both be right. The narrowest is taken as the measure of the others. */
export const contradictions: Check = {
  id,
  label: { fr: 'Énoncés contradictoires', en: 'Contradictory statements' },
  needs: ['observations', 'events', 'tallies', 'audiences', 'jobs'],
  run: (context) => {
    const groups = new Map<string, Statement[]>();
    for (const source of [observations, labelled, attendances, audiences, jobs]) {
      for (const statement of source(context)) push(groups, statement.key, statement);
    }
    const seen = new Set<string>();
    const contradicted = [...groups.values()].flatMap((list) => {
      const [narrowest, ...others] = [...list].sort((a, b) => narrower(a.q, b.q));
      return others.flatMap((other) => {
        if (!narrowest || intersects(toInterval(narrowest.q), toInterval(other.q))) return [];
        const key = `${other.collection}/${other.record.id}`;
        if (seen.has(key)) return [];
        seen.add(key);
        return disagreement(other, narrowest, context.index);
      });
    });
    return [...contradicted, ...transposed(context).filter(({ where }) => !seen.has(`observations/${where.id}`))];
  },
};
