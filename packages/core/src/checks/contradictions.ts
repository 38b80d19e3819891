import type { Finding, FindingPlace } from '../model/finding.ts';
import type { Quantity } from '../model/quantity.ts';
import { intervalOf, isApprox } from '../model/quantity.ts';
import type { Check, CheckContext } from './check.ts';
import { isAdditive, meet, reach, show } from './shared/amounts.ts';
import { placeOf, report, subjectOf, type Told } from './shared/finding.ts';
import { dimensionsKey } from './shared/partitions.ts';
import { push } from './shared/text.ts';

const id = 'contradictions';

/** Something that says how much one thing is. */
interface Statement {
  readonly key: string;
  readonly where: FindingPlace;
  readonly subject: Told;
  readonly q: Quantity;
}

function* observations({ index }: CheckContext): Generator<Statement> {
  for (const { observations: list } of index.cells()) {
    for (const o of list) {
      const span = index.span(o.period);
      const { indicator, territory, status, quantity } = o;
      const days = `${span?.first ?? ''}/${span?.last ?? ''}${o.period.includes('-SY') ? 'SY' : ''}`;
      const what = [indicator ?? '', days, territory ?? '', status, quantity.unit, quantity.base ?? ''];
      yield {
        key: [...what, dimensionsKey(o.dimensions)].join('\u0000'),
        where: placeOf('observations', o, 'quantity'),
        subject: subjectOf(o),
        q: quantity,
      };
    }
  }
}

/** What several records say of one gathering: the event itself, its tally, a published figure. */
function* attendances({ index }: CheckContext): Generator<Statement> {
  const keyOf = (of: string, unit: string): string => `attendance\u0000${of}\u0000${unit}`;
  for (const e of index.list('events')) {
    const q = e.attendance;
    if (q) yield { key: keyOf(e.id, q.unit), where: placeOf('events', e, 'attendance'), subject: subjectOf(e), q };
  }
  for (const t of index.list('tallies')) {
    const q = t.total;
    if (q) yield { key: keyOf(t.of, q.unit), where: placeOf('tallies', t, 'total'), subject: subjectOf(t), q };
  }
  for (const o of index.list('observations')) {
    const q = o.quantity;
    const of = o.dimensions['event'] ?? o.dimensions['webinar'] ?? o.dimensions['meeting'];
    const alone = Object.keys(o.dimensions).length === 1 && o.status === 'held';
    if (!of || !alone || !isAdditive(q.unit) || !/attendance/.test(o.indicator ?? '')) continue;
    yield { key: keyOf(of, q.unit), where: placeOf('observations', o, 'quantity'), subject: subjectOf(o), q };
  }
}

/** Followers of a channel on a day: the snapshot and the published figure. */
function* audiences({ index }: CheckContext): Generator<Statement> {
  const keyOf = (channel: string, day: string, unit: string): string =>
    ['followers', channel, day, unit].join('\u0000');
  for (const s of index.list('audiences')) {
    const key = keyOf(s.channel, index.span(s.date)?.last ?? '', s.followers.unit);
    yield { key, where: placeOf('audiences', s, 'followers'), subject: subjectOf(s), q: s.followers };
  }
  for (const o of index.list('observations')) {
    const channel = o.dimensions['channel'];
    if (!channel || Object.keys(o.dimensions).length > 1 || !/-followers$/.test(o.indicator ?? '')) continue;
    const key = keyOf(channel, index.span(o.period)?.last ?? '', o.quantity.unit);
    yield { key, where: placeOf('observations', o, 'quantity'), subject: subjectOf(o), q: o.quantity };
  }
}

const width = (q: Quantity): number => {
  const { lo, hi } = intervalOf(q);
  return hi - lo || (isApprox(q) ? 1e-9 : 0);
};

const narrower = (a: Statement, b: Statement): number => (width(a.q) === width(b.q) ? 0 : width(a.q) - width(b.q));

function told(wrong: Statement, right: Statement): Finding {
  const other = `${right.where.collection ?? ''}/${right.where.id ?? ''}`;
  return report({
    rule: id,
    severity: 'error',
    certainty: 'likely',
    where: wrong.where,
    subject: wrong.subject,
    found: show(wrong.q),
    expected: show(right.q),
    what: {
      fr: `${show(wrong.q)} ici, ${show(right.q)} dans ${right.subject.fr}, ${other}, pour la même chose`,
      en: `${show(wrong.q)} here, ${show(right.q)} in ${right.subject.en}, ${other}, for one thing`,
    },
    todo: {
      fr: 'Relisez les deux passages du document ; si ce sont deux choses, distinguez-les par une dimension ou une période.',
      en: 'Read both passages of the document again; if they are two things, tell them apart by a dimension or a period.',
    },
  });
}

/** Statements of one thing whose amounts cannot both be right. The narrowest is taken as the measure of the others. */
export const contradictions: Check = {
  id,
  label: { fr: 'Énoncés contradictoires', en: 'Contradictory statements' },
  needs: ['observations', 'events', 'tallies', 'audiences'],
  run: (context) => {
    const groups = new Map<string, Statement[]>();
    for (const source of [observations, attendances, audiences]) {
      for (const statement of source(context)) push(groups, statement.key, statement);
    }
    const seen = new Set<string>();
    return [...groups.values()].flatMap((list) => {
      if (list.length < 2) return [];
      const [narrowest, ...others] = [...list].sort(narrower);
      return others.flatMap((other) => {
        if (!narrowest || meet(reach(narrowest.q), reach(other.q))) return [];
        const key = `${other.where.collection ?? ''}/${other.where.id ?? ''}`;
        if (seen.has(key)) return [];
        seen.add(key);
        return told(other, narrowest);
      });
    });
  },
};
