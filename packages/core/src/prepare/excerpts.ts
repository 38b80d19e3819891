import type { Indicator } from '../indicators/index.ts';
import type { CollectionName, MeasuresDocument } from '../model/index.ts';

/** The indicator whose excerpt has what else there is to say of the events. */
const EVENTS = 'events-held';
/** Collections that an events digest is made of. */
const DIGESTED: readonly CollectionName[] = ['events', 'series', 'territories'];

/**
 * Returns the measures of a build by the topic of their indicators, for pages that show few figures: a topic weighs a
 * tenth of the whole. Each is tied to the collections that its indicators read, and to no others. Topics without a
 * measure are left out.
 * @param indicators those that `document` was made of
 * @since 0.2.0
 */
export function excerptsOf(
  document: MeasuresDocument,
  indicators: readonly Indicator[],
): ReadonlyMap<string, MeasuresDocument> {
  const topics = [...new Set(indicators.map(topicIn))];
  const excerpts = topics.map((topic) => {
    const members = indicators.filter((indicator) => topicIn(indicator) === topic);
    return [topic, excerptFor(members, document)] as const;
  });
  return new Map(excerpts.filter(([, { measures }]) => measures.length > 0));
}

/** Returns the topic of an indicator; those without one share one. */
const topicIn = ({ topic }: Indicator): string => topic ?? 'others';

function excerptFor(members: readonly Indicator[], document: MeasuresDocument): MeasuresDocument {
  const { format, hashes, indicators, measures, events } = document;
  const ids = new Set(members.map(({ id }) => id));
  const digest = events && ids.has(EVENTS) ? { events } : {};
  const read = new Set<string>([...members.flatMap(({ needs }) => needs), ...('events' in digest ? DIGESTED : [])]);
  return {
    format,
    hashes: only(hashes, read),
    ...digest,
    indicators: only(indicators, ids),
    measures: measures.filter(({ indicator }) => ids.has(indicator)),
  };
}

const only = <T>(entries: Readonly<Record<string, T>>, names: ReadonlySet<string>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(entries).filter(([name]) => names.has(name)));
