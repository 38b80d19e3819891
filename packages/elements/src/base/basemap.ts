import type { Client } from '@ess-widgets/core/data';
import { type Basemap, readBasemap, showsSome } from '@ess-widgets/core/geo';
import type { Dataset } from '@ess-widgets/core/model';
import { addressOf } from '@ess-widgets/core/reading';
import type { WorldPart } from '../world/elsewhere.ts';
import { dom } from './dom.ts';
import { manifestAt, pageReference } from './manifest.ts';
import { pageClient } from './page.ts';

/** Basemaps read for a page, by its client and their address, so that several maps and an early request share one. */
const grounds = new WeakMap<Client, Map<string, Promise<Basemap>>>();

/**
 * Reads a ground.
 * @param of the data set that names it; without one an attribute does
 */
async function read(href: string, of?: Dataset, byHand = false): Promise<Basemap> {
  const url = addressOf(href, of?.base || dom.baseURI);
  const client = pageClient();
  const known = grounds.get(client) ?? new Map<string, Promise<Basemap>>();
  grounds.set(client, known);
  const by = of ? ({ author: 'data', of } as const) : ({ author: 'block' } as const);
  // One that could not be drawn is read again, by its schema.
  const key = `${url} ${of?.judged?.[href]}`;
  const parse = (text: string, _from: string, _reach: unknown, isRead: boolean) =>
    readBasemap(JSON.parse(text), isRead);
  const reading = known.get(key) ?? client.file(href, parse, { ...by, byHand });
  known.set(key, reading);
  // A failed request is forgotten, so that the next map tries again.
  reading.catch(() => known.delete(key));
  return reading;
}

/**
 * Returns the ground of a map, through the client's cache: the one that the page's author names, else the data set's own, else
 * that of the reference data where some of the data lie on it, else a coarse outline of France with the same condition.
 * @param asked the `basemap` attribute; `none` gives null, a map without ground
 * @param part the part of the world that the visitor looks at instead
 * @param byHand because the visitor wants it again
 * @throws when the ground that was asked for cannot be had
 */
export async function basemapFor(
  dataset: Dataset,
  asked: string | undefined,
  part?: WorldPart | null,
  byHand = false,
): Promise<Basemap | null> {
  if (part?.ground) return part.ground();
  if (asked === 'none') return null;
  if (asked) return read(asked, undefined, byHand);
  const { basemap } = dataset.manifest;
  if (basemap) return read(basemap, dataset, byHand);
  const ground = await referenceGround(dataset.reference);
  if (ground && showsSome(ground, dataset)) return ground;
  return (await import('../world/coarse.ts')).coarseGround(dataset);
}

/**
 * Returns the basemap of reference data, by default those of the page; null where they have none. A spreadsheet has no basemap,
 * so its map uses this one.
 */
export async function referenceGround(named?: string): Promise<Basemap | null> {
  try {
    const reference = named ?? (await pageReference());
    if (!reference) return null;
    const dataset = await manifestAt(pageClient(), reference);
    const { basemap } = dataset.manifest;
    return basemap ? await read(basemap, dataset) : null;
  } catch {
    return null;
  }
}
