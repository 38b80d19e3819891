import type { Finding } from '../model/finding.ts';
import type { Network } from '../model/network.ts';
import type { Check, CheckContext } from './check.ts';
import { type At, report, subjectOf, type Told, told } from './shared/finding.ts';
import { dayFirst } from './shared/text.ts';

const id = 'lifetimes';

/** A date outside the time of what its record belongs to. */
const outside = (at: At, found: string, expected: string, what: Told): Finding =>
  report({
    rule: id,
    severity: 'warning',
    certainty: 'likely',
    ...told(at),
    found,
    expected,
    what,
    todo: { fr: 'Relisez les dates des deux fiches.', en: 'Read the dates of both records again.' },
  });

/** Networks that begin after the data that tell of them. */
const unborn = ({ index }: CheckContext): readonly Network[] =>
  index.list('networks').filter((each) => (index.span(each.since)?.first ?? '') > index.publishedOn(each));

const tooNew = ({ index }: CheckContext, record: Network): Finding => {
  const [since, published] = [record.since ?? '', index.publishedOn(record)];
  return outside({ collection: 'networks', record, field: 'since' }, since, `≤ ${published}`, {
    fr: `la création de ce réseau (${dayFirst(since)}) est plus tard que ces données (${dayFirst(published)})`,
    en: `this network is said to begin in ${since}, after these data, of ${published}`,
  });
};

/** Members of a network that does not exist yet. */
function* early({ index }: CheckContext, apart: ReadonlySet<Network | undefined>): Generator<Finding> {
  for (const record of index.list('memberships')) {
    const network = index.byId('networks').get(record.network);
    const [since, start] = [index.span(network?.since), index.span(record.start)];
    // Of a network that is told of already nothing more is said.
    if (!network || apart.has(network) || !since || !start || start.last >= since.first) continue;
    const [own, begun] = [record.start ?? '', network.since ?? ''];
    const name = subjectOf(network);
    yield outside({ collection: 'memberships', record, field: 'start' }, own, `≥ ${begun}`, {
      fr: `l'adhésion commence (${dayFirst(own)}) avant la création de ${name.fr} (${dayFirst(begun)})`,
      en: `the membership begins in ${own}, before ${name.en} does, in ${begun}`,
    });
  }
}

/** Missions, projects and jobs of a programme that is over, or to come. */
function* outOfProgramme({ index }: CheckContext): Generator<Finding> {
  for (const collection of ['projects', 'missions', 'jobs'] as const) {
    for (const record of index.list(collection)) {
      const programme = index.byId('programmes').get(record.programme);
      const [whole, span] = [index.span(programme?.period), index.span(record.period)];
      if (!programme || !whole || !span || (span.last >= whole.first && span.first <= whole.last)) continue;
      const [name, period] = [subjectOf(programme), programme.period ?? ''];
      yield outside({ collection, record, field: 'period' }, record.period, period, {
        fr: `la période, ${dayFirst(record.period)}, est en dehors de celle de ${name.fr}, ${dayFirst(period)}`,
        en: `the period, ${record.period}, is outside that of ${name.en}, ${period}`,
      });
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
  run: (context) => {
    const news = unborn(context);
    return [
      ...news.map((network) => tooNew(context, network)),
      ...early(context, new Set(news)),
      ...outOfProgramme(context),
    ];
  },
};
