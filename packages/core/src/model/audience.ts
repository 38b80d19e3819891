/** Narrows a data set to what its readers are meant to see: the one place that hides what is internal. */
import type { Dataset, Difference, MeasuresDocument } from './dataset.ts';
import { parseWhere } from './dataset.ts';
import type { Manifest } from './manifest.ts';
import type { Observation } from './observation.ts';

/**
 * Data that are internal unless a data set says otherwise: series about individual staff, and the reasons why
 * organisations left.
 */
const INTERNAL = ['staff-movements', 'movements', 'memberships.exitReason'];

/** A figure, as far as its audience depends on it. */
interface Figure {
  readonly indicator?: string | null | undefined;
  readonly by?: string | undefined;
  readonly where?: string | undefined;
}

type AnyRecord = Readonly<Record<string, unknown>> & { readonly audience?: string | undefined };

/** Data sets from which the figures of each narrowed data set are computed. */
const wholes = new WeakMap<Dataset, Dataset>();
const narrowed = new WeakMap<Dataset, Dataset>();
/** Lists, narrowed: one that comes again with another data set stays the same, and so does what is remembered about it. */
const lists = new WeakMap<readonly AnyRecord[], { readonly key: string; readonly list: readonly AnyRecord[] }>();

/**
 * Returns the data set without what is internal, or as it is for `audience="internal"`. What is internal: records that say
 * so, and the indicators, collections and fields that the manifest names so, with the figures split or kept by such a field.
 */
export function forAudience(dataset: Dataset, audience?: string): Dataset {
  if (audience === 'internal' || wholes.has(dataset)) return dataset;
  const known = narrowed.get(dataset);
  if (known) return known;
  const { manifest, measures, collections, differences } = dataset;
  const kept = Object.entries(collections).map(([name, list]) => [name, publicList(manifest, name, list)]);
  const made: Dataset = {
    ...dataset,
    collections: Object.fromEntries(kept),
    ...(measures ? { measures: publicMeasures(manifest, measures) } : {}),
    ...(differences ? { differences: differences.filter((one) => isPublicDifference(manifest, one)) } : {}),
  };
  wholes.set(made, withoutInternalFigures(dataset));
  narrowed.set(dataset, made);
  return made;
}

/** Returns what figures are computed from: a public figure counts internal records, but is no figure that says to be internal. */
export const unnarrowed = (dataset: Dataset): Dataset => wholes.get(dataset) ?? dataset;

/** Returns the audience that a data set is meant for: an element gets a narrowed one, unless it shows all. */
export const audienceOf = (dataset: Dataset): 'public' | 'internal' => (wholes.has(dataset) ? 'public' : 'internal');

/** Whether a data set was narrowed and does not show an indicator, a collection or a field (`memberships.exitReason`). */
export const isHidden = (dataset: Dataset, name: string): boolean =>
  wholes.has(dataset) && isInternal(dataset.manifest, name);

/** Whether a data set was narrowed and does not show a figure, or not split or kept in that way. */
export const isFigureHidden = (dataset: Dataset, figure: Figure): boolean =>
  wholes.has(dataset) && isInternalFigure(dataset.manifest, figure);

/** A word of a later release is no reason to show it. */
const isInternal = ({ audience = {} }: Manifest, name: string): boolean =>
  (audience[name] ?? (INTERNAL.includes(name) ? 'internal' : 'public')) !== 'public';

const fieldsOf = (manifest: Manifest): readonly string[] =>
  [...INTERNAL, ...Object.keys(manifest.audience ?? {})].filter(
    (name) => name.includes('.') && isInternal(manifest, name),
  );

/** Whether a dimension is the name of an internal field: `exit-reason` of `memberships.exitReason`. */
const isInternalDimension = (manifest: Manifest, dimension: string): boolean =>
  fieldsOf(manifest).some((name) => {
    const field = name.slice(name.indexOf('.') + 1);
    return [field, field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)].includes(dimension);
  });

const isInternalFigure = (manifest: Manifest, { indicator, by, where }: Figure): boolean =>
  isInternal(manifest, indicator ?? '') ||
  [...(by ? [by] : []), ...Object.keys(parseWhere(where))].some((one) => isInternalDimension(manifest, one));

function publicList(manifest: Manifest, name: string, list: readonly object[]): readonly object[] {
  const all = list as readonly AnyRecord[];
  const fields = fieldsOf(manifest).flatMap((each) => (each.startsWith(`${name}.`) ? each.slice(name.length + 1) : []));
  const isAll = isInternal(manifest, name);
  const key = `${fields.join(' ')} ${JSON.stringify(manifest.audience)}`;
  const known = lists.get(all);
  if (known?.key === key) return known.list;
  const isShown = (record: AnyRecord): boolean =>
    record.audience
      ? record.audience === 'public'
      : !isAll && (name !== 'observations' || isPublicObservation(manifest, record as unknown as Observation));
  const shown = all.filter(isShown);
  const bare = fields.length === 0 ? shown : shown.map((record) => without(record, fields));
  // A list that is shown as it is stays the same list.
  const made = bare.length === all.length && bare.every((record, at) => record === all[at]) ? all : bare;
  lists.set(all, { key, list: made });
  return made;
}

function withoutInternalFigures(dataset: Dataset): Dataset {
  const { observations } = dataset.collections;
  const shown = observations?.filter(({ audience = 'public' }) => audience === 'public');
  if (!shown || shown.length === observations?.length) return dataset;
  return { ...dataset, collections: { ...dataset.collections, observations: shown } };
}

const isPublicObservation = (manifest: Manifest, { indicator, dimensions }: Observation): boolean =>
  !isInternal(manifest, indicator ?? '') &&
  !Object.keys(dimensions).some((dimension) => isInternalDimension(manifest, dimension));

/** Returns a record without its internal fields, and without what is printed for them. */
function without(record: AnyRecord, fields: readonly string[]): AnyRecord {
  const { printed } = record;
  const kept = (of: object): AnyRecord =>
    Object.fromEntries(Object.entries(of).filter(([field]) => !fields.includes(field)));
  const isBare = fields.every((field) => !(field in record) && !(printed instanceof Object && field in printed));
  return isBare ? record : { ...kept(record), ...(printed instanceof Object ? { printed: kept(printed) } : {}) };
}

/** Whether a difference of two sources tells nothing internal: those of internal records are never noted. */
const isPublicDifference = (manifest: Manifest, { of }: Difference): boolean =>
  ![of, of.slice(0, of.indexOf('.'))].some((name) => isInternal(manifest, name));

function publicMeasures(manifest: Manifest, document: MeasuresDocument): MeasuresDocument {
  const indicators = Object.entries(document.indicators)
    .filter(([id]) => !isInternal(manifest, id))
    .map(([id, { dimensions, ...texts }]) => [
      id,
      { ...texts, dimensions: dimensions.filter((one) => !isInternalDimension(manifest, one.id)) },
    ]);
  return {
    ...document,
    indicators: Object.fromEntries(indicators),
    measures: document.measures.filter((measure) => !isInternalFigure(manifest, measure)),
  };
}
