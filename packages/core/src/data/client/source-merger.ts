/** Merging of several sources into one data set. Pure functions. */
import {
  type Dataset,
  type Difference,
  type DifferingField,
  type Finding,
  forAudience,
  mergeDatasets,
  recordName,
  type Text,
} from '../../model/index.ts';
import { resolveHref } from '../../reading/index.ts';

/** Merger of the data sets of several sources. */
export interface SourceMerger {
  readonly merge: (datasets: readonly Dataset[]) => Dataset | null;
  /** Returns a finding for each field on which the sources of a merged data set differ: the same list each time. */
  readonly differencesIn?: (merged: Dataset) => readonly Finding[];
  /** Returns the finding that says which source could not be read, so that its data are missing. */
  readonly issueOf: (src: string | undefined, error: Error) => Finding;
}

/** Makes the joining of one query: it remembers what it has merged. */
export const createSourceMerger = (): SourceMerger => ({
  merge: createMerge(),
  differencesIn: createDifferences(),
  issueOf: sourceIssue,
});

/** Resolves an address; one that cannot be resolved is returned unchanged, and reading the file then reports it. */
const resolve = (href: string, base: string): string => {
  const url = resolveHref(href, base);
  return typeof url === 'string' ? url : href;
};

/**
 * Returns the limits of all sources together: the page's author wrote all addresses, so one data set may name files
 * where another one is. All have the reference data of the query.
 */
function reachOf(datasets: readonly Dataset[]): Pick<Dataset, 'reach' | 'reference' | 'judged'> {
  const all = datasets.flatMap(({ reach }) => reach ?? []);
  const [first] = all;
  const reference = datasets[0]?.reference;
  return {
    ...(first ? { reach: { ...first, addresses: all.flatMap(({ addresses }) => addresses) } } : {}),
    ...(reference ? { reference } : {}),
    // The merged manifest names files of several: each is judged. What cannot be shown is judged as well.
    ...(datasets.some(({ judged }) => judged) ? { judged: {} } : {}),
  };
}

/**
 * Creates the merging function. It returns the same object again for the same data sets, because readers compare by
 * identity.
 */
function createMerge(): SourceMerger['merge'] {
  let last: readonly Dataset[] = [];
  let merged: Dataset | null = null;
  return (datasets) => {
    if (datasets.length === last.length && datasets.every((d, index) => d === last[index])) return merged;
    last = datasets;
    merged = datasets.length > 0 ? { ...mergeDatasets(datasets, resolve), ...reachOf(datasets) } : null;
    return merged;
  };
}

function createDifferences(): (merged: Dataset) => readonly Finding[] {
  const known = new WeakMap<Dataset, readonly Finding[]>();
  return (merged) => {
    const findings = known.get(merged) ?? differencesOf(merged);
    known.set(merged, findings);
    return findings;
  };
}

/** Returns a finding for each field on which the sources differ. Findings are for everybody, so what is internal is in none. */
function differencesOf(data: Dataset): readonly Finding[] {
  const { differences = [] } = forAudience(data);
  if (differences.length === 0) return [];
  const names = new Map(
    (['events', 'organisations'] as const).flatMap((name) =>
      (data.collections[name] ?? []).map((record) => [`${name}/${record.id}`, recordName(record)] as const),
    ),
  );
  const titleOf = (document: string): Text => data.manifest.documents[document]?.title ?? { fr: document };
  return differences.map((one) => ({
    rule: 'sources-differ',
    severity: 'warning',
    certainty: 'likely',
    where: { collection: one.collection, id: one.id, field: one.field },
    found: one.kept,
    expected: one.other,
    message: messageOf(one, names.get(`${one.collection}/${one.id}`) ?? { fr: one.id }, titleOf),
  }));
}

function messageOf(
  { field, kept, keptFrom, other, otherFrom }: Difference,
  name: Text,
  titleOf: (id: string) => Text,
): Text {
  const [first, second] = [titleOf(keptFrom), titleOf(otherFrom)];
  const { fr, en } = FIELDS[field];
  const [a, b] = [written(kept), written(other)];
  return {
    fr: `«\u202f${name.fr}\u202f», ${fr}\u202f: «\u202f${first.fr}\u202f» indique ${a}, «\u202f${second.fr}\u202f» indique ${b} (probable). La première de ces valeurs est affichée\u202f; corrigez la source qui se trompe.`,
    en: `“${name.en ?? name.fr}”, ${en}: “${first.en ?? first.fr}” says ${a}, “${second.en ?? second.fr}” says ${b} (likely). The first of these values is shown; correct the source that is wrong.`,
  };
}

/** Returns an instant as day and hour; other values as they are. */
const written = (value: string): string =>
  value.replace(/^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d).*)?$/, (_whole, year, month, day, time) =>
    [`${day}/${month}/${year}`, time].filter(Boolean).join(' '),
  );

/** Words for the fields on which sources differ. */
const FIELDS: Readonly<Record<DifferingField, { readonly fr: string; readonly en: string }>> = {
  title: { fr: 'titre', en: 'title' },
  start: { fr: 'début', en: 'start' },
  end: { fr: 'fin', en: 'end' },
  place: { fr: 'lieu', en: 'place' },
  status: { fr: 'état', en: 'status' },
  url: { fr: 'page', en: 'page' },
  name: { fr: 'nom', en: 'name' },
  commune: { fr: 'commune', en: 'commune' },
  siren: { fr: 'SIREN', en: 'SIREN' },
  address: { fr: 'position', en: 'position' },
  college: { fr: 'collège', en: 'college' },
  site: { fr: 'site', en: 'website' },
  email: { fr: 'courriel', en: 'email' },
  phone: { fr: 'téléphone', en: 'telephone' },
};

function sourceIssue(src: string | undefined, error: Error): Finding {
  const file = src ?? '';
  return {
    rule: 'source',
    severity: 'error',
    certainty: 'certain',
    where: { file },
    found: error.message,
    message: {
      fr: `La source ${file} n’a pas pu être lue\u202f: ce qu’elle contient manque ici.`,
      en: `The source ${file} could not be read: what it holds is missing here.`,
    },
  };
}
