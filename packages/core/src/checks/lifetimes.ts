import type { Finding, FindingPlace } from '../model/finding.ts';
import type { Check, CheckContext } from './check.ts';
import { placeOf, report, subjectOf, type Told } from './shared/finding.ts';

const id = 'lifetimes';

/** What lies wholly outside the time of what it belongs to. */
const outside = (at: FindingPlace, subject: Told, found: string, expected: string, owner: Told): Finding =>
  report({
    rule: id,
    severity: 'warning',
    certainty: 'likely',
    where: at,
    subject,
    found,
    expected,
    what: {
      fr: `${found} est hors du temps de ${owner.fr}, ${expected}`,
      en: `${found} is outside the time of ${owner.en}, ${expected}`,
    },
    todo: { fr: 'Relisez les dates des deux fiches.', en: 'Read the dates of both records again.' },
  });

/** Members of a network that does not exist yet; missions, projects and jobs of a programme that is over, or to come. */
function* owned({ index }: CheckContext): Generator<Finding> {
  const unborn = new Set<string>();
  for (const network of index.list('networks')) {
    const published = index.publishedOn(network);
    if ((index.span(network.since)?.first ?? '') <= published) continue;
    unborn.add(network.id);
    const owner = { fr: 'ces données, qui en parlent', en: 'these data, which tell of it' };
    yield outside(
      placeOf('networks', network, 'since'),
      subjectOf(network),
      network.since ?? '',
      `≤ ${published}`,
      owner,
    );
  }
  for (const m of index.list('memberships')) {
    // Said once, of the network.
    const network = unborn.has(m.network) ? undefined : index.byId('networks').get(m.network);
    const [since, start] = [index.span(network?.since), index.span(m.start)];
    if (network && since && start && start.last < since.first) {
      const expected = `≥ ${network.since ?? ''}`;
      yield outside(placeOf('memberships', m, 'start'), subjectOf(m), m.start ?? '', expected, subjectOf(network));
    }
  }
  for (const collection of ['projects', 'missions', 'jobs'] as const) {
    for (const record of index.list(collection)) {
      const programme = index.byId('programmes').get(record.programme);
      const [whole, span] = [index.span(programme?.period), index.span(record.period)];
      if (!programme || !whole || !span || (span.last >= whole.first && span.first <= whole.last)) continue;
      const at = placeOf(collection, record, 'period');
      yield outside(at, subjectOf(record), record.period, programme.period ?? '', subjectOf(programme));
    }
  }
}

/** What happens before the network or the programme that it belongs to exists, or after it is over. */
export const lifetimes: Check = {
  id,
  label: {
    fr: 'Dates hors de la durée d’un réseau ou d’un programme',
    en: 'Dates outside a network’s or a programme’s time',
  },
  needs: ['memberships', 'networks', 'projects', 'missions', 'jobs', 'programmes'],
  run: (context) => [...owned(context)],
};
