/** Grounds of the overseas départements: a test of the tools that write them reads them by their schema. */
import type { Basemap } from '@ess-widgets/core/geo';

/** Returns the grounds, as they come with the elements. */
export const overseasGrounds = async (): Promise<readonly Basemap[]> =>
  // JSON has no types of literals.
  (await import('./overseas.json')).default as unknown as readonly Basemap[];
