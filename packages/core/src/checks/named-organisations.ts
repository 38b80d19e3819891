import {
  type Finding,
  type FindingPlace,
  type Interval,
  isComplete,
  type Observation,
  type ParsedPeriod,
  push,
  type Quantity,
} from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { comma, exceeds, formatAmount, formatComputed, intersects, toInterval } from './shared/amounts.ts';
import { type BilingualText, placeOf, report, subjectOf } from './shared/finding.ts';

const id = 'named-organisations';

/** An announced number of organisations, and how many the records name. */
interface Roll {
  readonly where: FindingPlace;
  readonly subject: BilingualText;
  readonly announced: Quantity;
  readonly named: Interval;
  readonly collection: string;
  readonly complete: boolean;
}

function judge({ where, subject, announced, named, collection, complete }: Roll): Finding[] {
  const wrong = complete ? !intersects(named, toInterval(announced)) : exceeds(named, toInterval(announced));
  if (!wrong || named.hi === 0) return [];
  const n =
    named.lo === named.hi ? formatComputed(named.lo) : `${formatComputed(named.lo)}–${formatComputed(named.hi)}`;
  return [
    report({
      rule: id,
      severity: 'warning',
      certainty: 'likely',
      where,
      subject,
      found: `${n} (${collection})`,
      expected: formatAmount(announced),
      what: {
        fr: `le nombre annoncé d'organisations est ${comma(formatAmount(announced))}, la liste en nomme ${n}`,
        en: `the announced number of organisations is ${formatAmount(announced)}, the list names ${n}`,
      },
      todo: {
        fr: 'Relisez le nombre annoncé et la liste des organisations.',
        en: 'Read the announced number and the list of organisations again.',
      },
    }),
  ];
}

const exactly = (n: number): Interval => ({ lo: n, hi: n, loStrict: false, hiStrict: false });

/** Organisations named as taking part in something: such a list may be short, never too long. */
function* participants({ index, dataset }: CheckContext): Generator<Roll> {
  const named = new Map<string, Set<string>>();
  for (const { of, organisation } of index.list('participations')) {
    const set = named.get(of) ?? new Set<string>();
    named.set(of, set.add(organisation));
  }
  const common = (of: string) => ({ named: exactly(named.get(of)?.size ?? 0), collection: 'participations' });
  for (const o of index.standing()) {
    const of = o.dimensions['event'] ?? o.dimensions['programme'];
    const alone = Object.keys(o.dimensions).length === 1 && !o.territory && o.status === 'held';
    const isCount = o.quantity.unit === 'organisations' && (o.indicator ?? '').startsWith('participation');
    if (!of || !alone || !isCount) continue;
    const where = placeOf('observations', o, 'quantity');
    const complete = isComplete(dataset, 'participations', o.period, `programme=${of} event=${of} of=${of}`);
    yield { ...common(of), where, subject: subjectOf(o), announced: o.quantity, complete };
  }
  for (const e of index.list('events')) {
    if (e.attendance?.unit !== 'organisations') continue;
    const where = placeOf('events', e, 'attendance');
    yield { ...common(e.id), where, subject: subjectOf(e), announced: e.attendance, complete: false };
  }
}

/** Organisations that a programme supported by missions: such a list may be short, never too long. */
function* supported({ index }: CheckContext): Generator<Roll> {
  const named = new Map<string, { readonly last: string; readonly list: readonly string[] }[]>();
  for (const { programme, period, status, organisations } of index.list('missions')) {
    const span = index.span(period);
    if (span && status === 'held') push(named, programme, { last: span.last, list: organisations });
  }
  for (const o of index.standing()) {
    const stem = /^(.+)-structures$/.exec(o.indicator ?? '')?.[1];
    const span = index.span(o.period);
    const { programme, ...more } = o.dimensions;
    if (!stem || !span || o.quantity.unit !== 'organisations' || o.status !== 'held' || o.territory) continue;
    if (Object.keys(more).length > 0) continue;
    const meant = [...named.keys()].filter((each) =>
      programme ? each === programme : `${each}-`.startsWith(`${stem}-`),
    );
    const missions = meant.flatMap((each) => named.get(each) ?? []);
    const inside = missions.filter(({ last }) => last >= span.first && last <= span.last);
    yield {
      where: placeOf('observations', o, 'quantity'),
      subject: subjectOf(o),
      announced: o.quantity,
      named: exactly(new Set(inside.flatMap(({ list }) => list)).size),
      collection: 'missions',
      complete: false,
    };
  }
}

/** Returns the network and the collège whose members an observation counts on a day; null for another figure. */
function stockOf({ dataset, index }: CheckContext, o: Observation) {
  const { network = dataset.manifest.network, college, ...more } = o.dimensions;
  const isMembers = o.quantity.unit === 'members' ? /-stock$/ : /-members$/;
  const isStock = o.quantity.unit === 'members' || o.quantity.unit === 'organisations';
  const named =
    isStock && isMembers.test(o.indicator ?? '') && (o.quantity.unit === 'members' || 'network' in o.dimensions);
  const day = index.span(o.period)?.last;
  if (!named || !network || !day || Object.keys(more).length > 0 || o.territory) return null;
  return { network, college, day };
}

/** Period in which an organisation is a member, read once for all days that figures are about. */
interface Stay {
  readonly from: ParsedPeriod | null;
  readonly to: ParsedPeriod | null;
}

/** Counts the members of a network on a day: those that are certain, and at most those whose dates are not known. */
function membersOn(list: readonly Stay[], day: string): Interval {
  let [lo, hi] = [0, 0];
  for (const { from, to } of list) {
    if ((from && from.first > day) || (to && to.last <= day)) continue;
    hi += 1;
    if ((!from || from.last <= day) && (!to || to.first > day)) lo += 1;
  }
  return { lo, hi, loStrict: false, hiStrict: false };
}

function* members(context: CheckContext): Generator<Roll> {
  const { index, dataset } = context;
  const networks = new Map<string, Stay[]>();
  for (const { network, college, start, end } of index.list('memberships')) {
    const stay = { from: index.span(start), to: index.span(end) };
    push(networks, network, stay);
    if (college) push(networks, `${network}\u0000${college}`, stay);
  }
  const counted = new Map<string, Interval>();
  for (const o of index.standing()) {
    const stock = stockOf(context, o);
    if (!stock) continue;
    const { network, college, day } = stock;
    const key = college === undefined ? network : `${network}\u0000${college}`;
    const named = counted.get(`${key}\u0000${day}`) ?? membersOn(networks.get(key) ?? [], day);
    counted.set(`${key}\u0000${day}`, named);
    const where = `flow=stock network=${network}${college ? ` college=${college}` : ''}`;
    yield {
      where: placeOf('observations', o, 'quantity'),
      subject: subjectOf(o),
      announced: o.quantity,
      named,
      collection: 'memberships',
      complete: isComplete(dataset, 'memberships', o.period, where),
    };
  }
}

/** Announced numbers of members and participants against the organisations that are named. */
export const namedOrganisations: Check = {
  id,
  label: { fr: 'Organisations annoncées et nommées', en: 'Organisations announced and named' },
  needs: ['observations', 'events', 'participations', 'memberships', 'missions'],
  run: (context) => [...participants(context), ...supported(context), ...members(context)].flatMap(judge),
};
