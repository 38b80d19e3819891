/** Recognition of JSON files of other programs, to name them in an error. */
import { EssError } from '../../../errors.ts';

type Json = Readonly<Record<string, unknown>>;

const isList = (value: unknown): boolean => Array.isArray(value);

/** Names of these formats, with the test that recognises each. */
const KINDS: readonly (readonly [name: string, is: (json: Json) => boolean])[] = [
  ['GeoJSON', ({ type, features, coordinates }) => type === 'Feature' || isList(features) || isList(coordinates)],
  ['TopoJSON', ({ type }) => type === 'Topology'],
  ['GoGoCarto', ({ ontology }) => typeof ontology === 'string' && ontology.startsWith('gogo')],
  [
    'OpenDataSoft',
    ({ total_count: total, nhits, results, records }) => isAnswer(total, results) || isAnswer(nhits, records),
  ],
  ['JSON-LD', (json) => '@context' in json || '@graph' in json],
];

/** Whether an answer is a page of a list: how many records there are, and some of them. */
const isAnswer = (count: unknown, some: unknown): boolean => typeof count === 'number' && isList(some);

/** Names of the formats whose outlines a map draws, by another attribute. */
const OUTLINES = new Set(['GeoJSON', 'TopoJSON']);

/** Returns the error of a JSON of a kind that is known elsewhere; undefined for any other. */
export function foreign(json: Json, url: string): EssError | undefined {
  const name = KINDS.find(([, is]) => is(json))?.[0];
  if (name === undefined) return undefined;
  const cure = OUTLINES.has(name) ? ', or give its outlines to a map by "boundaries"' : '';
  const message = `${url} is ${name}, which is not read: export its members as CSV (UTF-8)${cure}.`;
  return new EssError('config', message, { url, given: `src = ${name} (ess-dataset, csv)` });
}
