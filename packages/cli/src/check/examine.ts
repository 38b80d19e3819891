/** Reads all that can be read of a data set, and says what could not be. */
import { EssError } from '@ess-widgets/core';
import type { TableRows } from '@ess-widgets/core/data';
import { collectionNames, type Dataset, editDistance, type Finding, isCollection } from '@ess-widgets/core/model';
import { manifestMismatches } from '../dataset/manifest.ts';
import type { Opening } from '../dataset/opening.ts';
import { explainDataError } from '../explain.ts';

/** Result of reading a data set for a check: the parts that could be read, and the findings on the others. */
interface Examined {
  /** Null when its manifest cannot be read. */
  readonly dataset: Dataset | null;
  readonly issues: readonly Finding[];
  /** Places of the records in a table. */
  readonly rows?: TableRows | undefined;
}

/**
 * Reads every collection; one that cannot be read is a finding, and costs no other.
 * @throws EssError when there is nothing to read: no such file, no answer, another format
 */
export async function examine(opening: Opening, cwd: string): Promise<Examined> {
  try {
    const { dataset, issues, rows } = await opening.load([...collectionNames, 'measures', 'catalogue']);
    return {
      dataset,
      rows,
      issues: eachNoticeOnce([...issues, ...unknownCollections(dataset), ...(await ofExcerpts(opening, dataset, cwd))]),
    };
  } catch (error) {
    if (!(error instanceof EssError)) throw error;
  }
  const head = await attempt(opening, [], cwd);
  if (!head.dataset) return { dataset: null, issues: await issuesOfHead(opening, head.issues) };
  const { manifest, base } = head.dataset;
  const names = collectionNames.filter((name) => manifest.collections[name] !== undefined);
  const others = ['measures', 'catalogue'] as const;
  const loads = await Promise.all([...names, ...others].map((name) => attempt(opening, [name], cwd)));
  const collections = Object.assign({}, ...loads.map(({ dataset }) => dataset?.collections));
  return {
    dataset: {
      manifest: { ...manifest, collections: only(manifest.collections, collections) },
      base,
      collections,
      ...catalogueOf(loads),
    },
    issues: eachNoticeOnce([
      ...loads.flatMap(({ issues }) => issues),
      ...unknownCollections(head.dataset),
      ...(await ofExcerpts(opening, head.dataset, cwd)),
    ]),
  };
}

/** Returns the findings with each notice of the manifest once: every load of a file beside it reports them. */
function eachNoticeOnce(issues: readonly Finding[]): readonly Finding[] {
  const firsts = new Map(issues.map((issue) => [issue.found, issue]));
  return issues.filter((issue) => issue.rule !== 'notice' || firsts.get(issue.found) === issue);
}

const catalogueOf = (loads: readonly Examined[]): Pick<Dataset, 'catalogue'> => {
  const catalogue = loads.find(({ dataset }) => dataset?.catalogue)?.dataset?.catalogue;
  return catalogue ? { catalogue } : {};
};

/**
 * Returns the findings on the excerpts of the measures, each read as a page that shows one of its indicators reads it.
 */
async function ofExcerpts(opening: Opening, { manifest, base }: Dataset, cwd: string): Promise<readonly Finding[]> {
  const findings: Finding[][] = [];
  for (const [href, ids] of Object.entries(manifest.excerpts ?? {})) {
    const { dataset, issues } = await attempt(opening, [`measures/${ids[0] ?? ''}`], cwd);
    const there = dataset?.measures?.indicators;
    const missing = there ? ids.filter((id) => !Object.hasOwn(there, id)).join(', ') : '';
    findings.push([...issues, ...(missing ? [missingIn(new URL(href, base).href, missing)] : [])]);
  }
  return findings.flat();
}

const missingIn = (file: string, ids: string): Finding => ({
  rule: 'measures',
  severity: 'warning',
  certainty: 'certain',
  where: { file },
  found: ids,
  message: {
    fr: `Le manifeste annonce des indicateurs préparés qui ne sont pas dans ce fichier (${ids})\u202f: chaque page les recalcule.`,
    en: `The manifest announces prepared indicators that are not in this file (${ids}): every page computes them again.`,
  },
});

/** Finds collections that readers ignore: those of a later release, or under a wrong name. */
function unknownCollections({ manifest }: Dataset): readonly Finding[] {
  const unknown = Object.keys(manifest.collections).filter((name) => !isCollection(name));
  return unknown.map((name) => {
    const word = name.toLowerCase();
    const near =
      collectionNames.find((each) => each.slice(0, 4) === word.slice(0, 4)) ??
      collectionNames.find((each) => editDistance(each, word, 1) !== null);
    return {
      rule: 'unknown-collection',
      severity: near === undefined ? 'info' : 'warning',
      certainty: near === undefined ? 'possible' : 'likely',
      where: { collection: name },
      found: name,
      expected: near ?? collectionNames.join(', '),
      message: {
        fr: `La collection «\u202f${name}\u202f» n’est pas connue\u202f: ses fiches ne sont pas lues${near ? `. Peut-être «\u202f${near}\u202f»\u202f?` : '.'}`,
        en: `The collection "${name}" is not known: its records are not read. ${near ? `Perhaps "${near}"?` : ''}`.trim(),
      },
    };
  });
}

/** Removes the entries of collections that could not be read, so that a later reading does not look for them. */
function only<T>(entries: Readonly<Record<string, T>>, read: Dataset['collections']): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => !isCollection(name) || read[name]));
}

async function attempt(opening: Opening, need: Parameters<Opening['load']>[0], cwd: string): Promise<Examined> {
  try {
    return await opening.load(need);
  } catch (error) {
    if (!(error instanceof EssError)) throw error;
    // Of the data set itself: what is no data at all has nothing to be checked.
    const isHead = need.length === 0;
    if (isHead && error.code !== 'syntax' && error.code !== 'schema') throw error;
    return { dataset: null, issues: [unreadableFinding(error, need[0], cwd)] };
  }
}

/** Returns all the mistakes of a manifest, where its reader stopped at the first. */
async function issuesOfHead(opening: Opening, issues: readonly Finding[]): Promise<readonly Finding[]> {
  if (issues.some(({ rule }) => rule !== 'schema')) return issues;
  const all = await manifestMismatches(opening);
  return all.length > 0 ? all : issues;
}

/**
 * Returns the finding on a file that cannot be read: `name` is its collection, `catalogue`, or `measures` or an excerpt
 * of them.
 */
export function unreadableFinding(error: EssError, name: string | undefined, cwd: string): Finding {
  const { code, details } = error;
  const line = /line (\d+)/.exec(details.path ?? '')?.[1];
  const isNoList = error.message.includes('is not a list');
  const isMeasures = name?.startsWith('measures') ?? false;
  const found = /is not JSON: (.*) at line/.exec(error.message)?.[1] ?? String(details.status ?? '');
  return {
    rule: code === 'http' || code === 'network' || code === 'timeout' ? 'missing-file' : code,
    severity: isMeasures ? 'warning' : 'error',
    certainty: 'certain',
    where: {
      ...(details.url === undefined ? {} : { file: details.url }),
      ...(line === undefined ? {} : { line: Number(line) }),
      ...(name === undefined || isMeasures || name === 'catalogue' ? {} : { collection: name }),
    },
    found,
    ...(code === 'syntax' || code === 'html' ? { expected: 'JSON' } : {}),
    message: isNoList
      ? { fr: `${name} n’est pas une liste de fiches.`, en: `${name} is not a list of records.` }
      : explainDataError(error, cwd),
  };
}
