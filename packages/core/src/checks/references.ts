import {
  type CollectionName,
  type Finding,
  fold,
  LINKS,
  type LinkField,
  namingsOf,
  visitLinks,
} from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { placeOf, report, subjectOf } from './shared/finding.ts';

const id = 'references';

/** Ids that a link may lead to; null where the data set, or what was loaded of it, has no such list. */
type Known = (into: string) => ReadonlySet<string> | null;

function createKnown({ dataset, index, options }: CheckContext): Known {
  const sets = new Map<string, ReadonlySet<string> | null>();
  const make = (into: string): ReadonlySet<string> | null => {
    if (into === 'documents') {
      const documents = Object.keys(dataset.manifest.documents);
      return documents.length > 0 ? new Set(documents) : null;
    }
    if (into.startsWith('categories:')) {
      const ids = index.categories(into.slice('categories:'.length));
      return ids.length > 0 ? new Set([...ids, 'unknown']) : null;
    }
    const names = into.split('|') as readonly CollectionName[];
    // Records that were not loaded cannot be looked up: no finding is better than a wrong one.
    const isUnread = (name: CollectionName): boolean =>
      options.unread?.has(name) === true || (!!dataset.manifest.collections[name] && !dataset.collections[name]);
    if (names.some(isUnread)) return null;
    const ids = names.flatMap((name) => index.list(name).map((record) => record.id));
    return ids.length > 0 ? new Set(ids) : null;
  };
  return (into) => {
    const known = sets.get(into);
    if (known !== undefined) return known;
    const made = make(into);
    sets.set(into, made);
    return made;
  };
}

/** The id that differs by case, accents or punctuation only. */
type Similar = (into: string, lost: string) => string | undefined;

function createSimilar(known: Known): Similar {
  const maps = new Map<string, ReadonlyMap<string, string>>();
  return (into, lost) => {
    const map = maps.get(into) ?? new Map([...(known(into) ?? [])].map((each) => [fold(each), each]));
    maps.set(into, map);
    return map.get(fold(lost));
  };
}

function dangling(
  collection: CollectionName,
  record: { readonly id: string },
  link: LinkField,
  similar?: string,
): Finding {
  const into = link.into.replace('categories:', 'categories/').split('|');
  return report({
    rule: id,
    severity: 'error',
    certainty: 'certain',
    where: placeOf(collection, record, link.field),
    subject: subjectOf(record),
    found: link.id,
    ...(similar === undefined ? {} : { expected: similar }),
    what: {
      fr: `« ${link.field} » nomme « ${link.id} », qui n'est pas dans ${into.map((name) => `« ${name} »`).join(' ni dans ')}`,
      en: `"${link.field}" names "${link.id}", which is not in ${into.map((name) => `"${name}"`).join(' or ')}`,
    },
    todo: {
      fr: similar ? `Sans doute « ${similar} ».` : 'Ajoutez la fiche qui manque, ou corrigez l’identifiant.',
      en: similar ? `Probably "${similar}".` : 'Add the missing record, or correct the id.',
    },
  });
}

function repeated(collection: CollectionName, record: { readonly id: string }, times: number): Finding {
  return report({
    rule: id,
    severity: 'error',
    certainty: 'certain',
    where: placeOf(collection, record, 'id'),
    subject: subjectOf(record),
    found: record.id,
    what: {
      fr: `l'identifiant « ${record.id} » sert à ${times} fiches de « ${collection} »`,
      en: `the id "${record.id}" is that of ${times} records of "${collection}"`,
    },
    todo: { fr: 'Donnez à chaque fiche un identifiant à elle.', en: 'Give each record an id of its own.' },
  });
}

function repeatedIn({ index }: CheckContext, collection: CollectionName): readonly Finding[] {
  const list = index.list(collection);
  if (new Set(list.map((record) => record.id)).size === list.length) return [];
  const counts = new Map<string, { readonly record: { readonly id: string }; times: number }>();
  for (const record of list) {
    const key = 'dimension' in record ? `${record.dimension}/${record.id}` : record.id;
    const known = counts.get(key);
    if (known) known.times += 1;
    else counts.set(key, { record, times: 1 });
  }
  return [...counts.values()].flatMap(({ record, times }) => (times > 1 ? repeated(collection, record, times) : []));
}

/** Whether a territory that the data set does not hold is a commune of the table given. */
const isKnownCommune = ({ index }: CheckContext, { into, id: lost }: LinkField): boolean => {
  const places = index.places();
  return (
    into === 'territories' && (places.territory(lost) ?? places.communeOf(lost.replace('commune-', ''))) !== undefined
  );
};

/** Whether a link leads to a record that is there but could not be read. */
const isUnread = ({ options }: CheckContext, { into, id: lost }: LinkField): boolean =>
  (options.unread?.size ?? 0) > 0 && into.split('|').some((name) => options.unread?.has(`${name}/${lost}`));

/** Finds memberships of one network in a college of another one. */
function strangers({ index }: CheckContext): readonly Finding[] {
  const colleges = index.byId('colleges');
  return index.list('memberships').flatMap((m): readonly Finding[] => {
    const college = colleges.get(m.college ?? '');
    if (!college || college.network === m.network) return [];
    return [
      report({
        rule: id,
        severity: 'warning',
        certainty: 'likely',
        where: placeOf('memberships', m, 'college'),
        subject: subjectOf(m),
        found: college.id,
        expected: m.network,
        what: {
          fr: `le collège « ${college.id} » est celui de « ${college.network} », l'adhésion celle de « ${m.network} »`,
          en: `the college "${college.id}" is one of "${college.network}", the membership one of "${m.network}"`,
        },
        todo: { fr: 'Corrigez le collège ou le réseau.', en: 'Correct the college or the network.' },
      }),
    ];
  });
}

/** Checks that the network whose memberships are "the members" is one of the networks. */
function ownNetwork({ dataset, index }: CheckContext): readonly Finding[] {
  const { network } = dataset.manifest;
  const networks = index.list('networks');
  if (network === undefined || networks.length === 0 || index.byId('networks').has(network)) return [];
  const names = networks.map((each) => each.id).join(', ');
  return [
    report({
      rule: id,
      severity: 'error',
      certainty: 'certain',
      where: { file: 'manifest.json', field: 'network' },
      subject: { fr: 'manifeste', en: 'manifest' },
      found: network,
      expected: names,
      what: {
        fr: `« network » nomme « ${network} », qui n'est pas dans « networks »`,
        en: `"network" names "${network}", which is not in "networks"`,
      },
      todo: { fr: `Écrivez l’un de ceux-ci : ${names}.`, en: `Write one of these: ${names}.` },
    }),
  ];
}

/** Ids that lead nowhere, and ids that several records share. */
export const references: Check = {
  id,
  label: { fr: 'Références et identifiants', en: 'References and ids' },
  needs: [...(Object.keys(LINKS) as CollectionName[]), 'channels'],
  run: (context) => {
    const { dataset, index } = context;
    const known = createKnown(context);
    const similar = createSimilar(known);
    const found: Finding[] = [];
    for (const collection of Object.keys(dataset.collections) as CollectionName[]) {
      for (const repeated of repeatedIn(context, collection)) found.push(repeated);
      const namings = namingsOf(collection);
      for (const record of index.list(collection)) {
        visitLinks(namings, record, (field, into, lost) => {
          const link = { field, into, id: lost };
          if (known(into)?.has(lost) !== false || isKnownCommune(context, link) || isUnread(context, link)) return;
          found.push(dangling(collection, record, link, similar(into, lost)));
        });
      }
    }
    return [...found, ...strangers(context), ...ownNetwork(context)];
  },
};
