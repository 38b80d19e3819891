import type { Indicator } from './indicator.ts';
import { topicOf, topics } from './topics.ts';

export { topicOf, topics };

/** Ids of the indicators of the catalogue. */
export const indicatorIds = (): readonly string[] => Object.keys(topicOf);

/** Loads an indicator with the chunk of its topic; undefined when the catalogue has none of that id. */
export async function loadIndicator(id: string): Promise<Indicator | undefined> {
  const topic = Object.hasOwn(topicOf, id) ? topicOf[id] : undefined;
  if (topic === undefined) return undefined;
  const { indicators } = await topics[topic]();
  return indicators.find((indicator: Indicator) => indicator.id === id);
}

/** Loads the whole catalogue: for builds and command lines, not for pages. */
export async function loadIndicators(): Promise<readonly Indicator[]> {
  const loaded = await Promise.all(Object.values(topics).map((load) => load()));
  return loaded.flatMap((topic) => topic.indicators);
}
