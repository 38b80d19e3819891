/** The markers of a large directory: clusters that its engine gathers for the view, and names as details arrive. */

import type { Item, ItemSource, Items, MapScale } from '@ess-widgets/core/charts';
import type { Clusters, DirectoryEntry, Engine } from '@ess-widgets/core/directory';
import type { LonLatBox, Plane } from '@ess-widgets/core/geo';
import type { MapPoint } from '../../map/types.ts';

/** Markers whose names are asked for at once: a view of more gets the others after them. */
const NAMED = 60;
/** ms that a view stays before the names in it are asked for: one that somebody passes through needs none. */
const REST = 400;
/** A cluster surely falls apart where it is wider than this many radii: no cluster is. */
const SPLITS = 1.5;

/** Clusters of thousands are larger than those of some tens: they need more room, in radii of the map. */
const ROOM = 1.4;

/** Function that makes the markers of entries. */
export type DrawMarkers = (entries: readonly DirectoryEntry[]) => readonly MapPoint[];

type Known = Pick<DirectoryEntry, 'college' | 'position'> & Partial<DirectoryEntry>;

interface Batch {
  readonly level: number;
  readonly version: number;
  readonly covers: LonLatBox;
  readonly items: readonly LargeItem[];
}

interface LargeItem extends Item {
  readonly place: number;
  readonly box: LonLatBox;
  readonly holdsSelected: boolean;
}

interface Selected {
  readonly id: string;
  readonly place: number;
  readonly entry: DirectoryEntry;
}

interface Wanted {
  readonly box: LonLatBox;
  readonly level: number;
}

/** Ids of places whose entry is not known: no record's id begins so. */
const placeId = (place: number): string => `@${place}`;
export const placeOfId = (id: string): number | null => (/^@\d+$/.test(id) ? Number(id.slice(1)) : null);

/** An {@link ItemSource} over an engine. */
export class EngineItems implements ItemSource {
  readonly #engine: Engine;
  readonly #list: number;
  readonly #listeners = new Set<() => void>();
  readonly #entries = new Map<number, DirectoryEntry>();
  readonly #leads = new Map<string, readonly [number, number]>();
  #draw: DrawMarkers = () => [];
  #dress = '';
  #selected: Selected | null = null;
  #batches: readonly Batch[] = [];
  #version = 0;
  #scale: MapScale | null = null;
  #wanted: Wanted | null = null;
  #busy = false;
  #naming = false;
  #rest: ReturnType<typeof setTimeout> | undefined;

  /** @param list its number among those who share the engine */
  constructor(engine: Engine, list: number) {
    this.#engine = engine;
    this.#list = list;
  }

  readonly listen = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  readonly items = (scale: MapScale): Items => {
    if (!isSame(this.#scale, scale)) this.#batches = [];
    this.#scale = scale;
    const own = (item: Item): LargeItem => item as LargeItem;
    return {
      levelOf: scale.levelOf,
      at: (box, level) => this.#at(box, level),
      asks: (box, level) => this.#asks({ box, level }),
      name: (item) => void this.#name([own(item)]),
      pointsIn: (item) => [item.point],
      idsIn: (item) => [own(item).box.join()],
      boxOf: (item) => own(item).box,
      find: (id) => this.#find(id),
      holds: (item, id) => this.#holds(own(item), id),
      splitLevel: (item) => this.#splitLevel(own(item)),
    };
  };

  /** Other organisations are shown: what is drawn stays until theirs have come. */
  renew(): void {
    this.#version += 1;
    if (this.#wanted) void this.#ask(this.#wanted);
  }

  /** Says how markers are drawn; what is drawn is drawn again only in another dress. */
  draw(draw: DrawMarkers, dress: string): void {
    this.#draw = draw;
    if (dress === this.#dress) return;
    this.#dress = dress;
    this.#redraw();
  }

  #redraw(): void {
    this.#batches = this.#batches.map((batch) => ({ ...batch, items: batch.items.map((item) => this.#drawn(item)) }));
    this.#tell();
  }

  select(selected: Selected | null): void {
    if (this.#selected?.place === selected?.place) return;
    this.#selected = selected;
    if (selected) this.#entries.set(selected.place, selected.entry);
    this.renew();
  }

  #at(box: LonLatBox, level: number): readonly LargeItem[] {
    this.#asks({ box, level });
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.#name(this.#known({ box, level })), REST);
    return this.#known({ box, level });
  }

  #asks(wanted: Wanted): boolean {
    this.#wanted = wanted;
    const own = this.#batches.find(({ level }) => level === wanted.level);
    if (own && own.version === this.#version && isInside(wanted.box, own.covers)) return false;
    void this.#ask(wanted);
    return true;
  }

  /** Returns the items of a view that have come: of the same level, else of the one drawn last. */
  #known({ box, level }: Wanted): readonly LargeItem[] {
    const batch = this.#batches.find((each) => each.level === level) ?? this.#batches[0];
    return batch?.items.filter(({ lon, lat }) => isInside([lon, lat, lon, lat], box)) ?? [];
  }

  async #ask(wanted: Wanted): Promise<void> {
    const scale = this.#scale;
    if (this.#busy || !scale) return;
    this.#busy = true;
    const version = this.#version;
    const selected = this.#selected?.place ?? null;
    try {
      const view = { box: wanted.box, radius: ROOM * scale.radiusAt(wanted.level), selected };
      const clusters = await this.#engine.clusters(view, this.#list);
      if (isSame(this.#scale, scale)) this.#take(clusters, wanted.level, version, scale.plane);
    } catch {
      // The engine has ended, or failed: whoever opened it says so.
      return;
    } finally {
      this.#busy = false;
    }
    const last = this.#wanted;
    const isLate = last && (last.level !== wanted.level || !this.#covers(last) || version !== this.#version);
    if (isLate) void this.#ask(last);
    this.#tell();
  }

  #covers({ box, level }: Wanted): boolean {
    return this.#batches.some((batch) => batch.level === level && isInside(box, batch.covers));
  }

  #take(clusters: Clusters, level: number, version: number, plane: Plane): void {
    const items = [...clusters.count].map((_, at) => this.#itemOf(clusters, at, plane));
    const others = this.#batches.filter((batch) => batch.version === version && batch.level !== level);
    this.#batches = [{ level, version, covers: clusters.covers, items }, ...others];
  }

  #itemOf(clusters: Clusters, at: number, plane: Plane): LargeItem {
    const [count = 1, place = 0, first = 0] = [clusters.count[at], clusters.place[at], clusters.rank[at]];
    const [lon = 0, lat = 0] = clusters.position.subarray(at * 2);
    const [west = 0, south = 0, east = 0, north = 0] = clusters.box.subarray(at * 4);
    const [x, y] = plane.toPlane(lon, lat);
    const [leadLon = 0, leadLat = 0] = clusters.lead.subarray(at * 2);
    this.#leads.set(placeId(place), [leadLon, leadLat]);
    const precision = clusters.precision[at] ?? 'other';
    const bare = { college: clusters.college[at] ?? null, position: { lon: leadLon, lat: leadLat, precision } };
    return {
      key: count > 1 ? `c${count}:${place}` : `p:${place}`,
      first,
      x,
      y,
      lon,
      lat,
      point: this.#pointOf(place, this.#entries.get(place) ?? bare),
      count,
      place,
      box: [west, south, east, north],
      holdsSelected: at === clusters.holder,
    };
  }

  /** Without details, an organisation is drawn by its collège. */
  #pointOf(place: number, known: Known): MapPoint {
    const [point] = this.#draw([{ ...NOBODY, ...known }]);
    if (!point) throw new TypeError(`place ${place} has no position`);
    return { ...point, id: placeId(place) };
  }

  #drawn(item: LargeItem): LargeItem {
    const entry = this.#entries.get(item.place);
    return entry ? { ...item, point: this.#pointOf(item.place, entry) } : item;
  }

  /** Names of the markers in view that have none yet. */
  async #name(items: readonly LargeItem[]): Promise<void> {
    const wanted = items.filter(({ count, place }) => count === 1 && !this.#entries.has(place)).slice(0, NAMED);
    if (this.#naming || wanted.length === 0) return;
    this.#naming = true;
    try {
      const places = wanted.map(({ place }) => place);
      const entries = await this.#engine.entries(places);
      places.forEach((place, at) => {
        const entry = entries[at];
        if (entry) this.#entries.set(place, entry);
      });
      this.#redraw();
    } catch {
      // Markers keep their collège; the next view asks again.
    } finally {
      this.#naming = false;
    }
  }

  #find(id: string): MapPoint | undefined {
    const selected = this.#selected;
    return selected && selected.id === id ? this.#pointOf(selected.place, selected.entry) : undefined;
  }

  #holds({ box, point, holdsSelected }: LargeItem, id: string): boolean {
    if (id === this.#selected?.id) return holdsSelected;
    const lead = this.#leads.get(id);
    return point.id === id || (lead !== undefined && isInside([...lead, ...lead], box));
  }

  /** The first level at which its points are surely too far apart for one cluster. */
  #splitLevel({ box: [west, south, east, north] }: LargeItem): number | null {
    if (!this.#scale) return null;
    const { plane, levels, radiusAt } = this.#scale;
    const [[left, top], [right, bottom]] = plane.boxOf([west, south, east, north]);
    const width = Math.max(right - left, bottom - top) / plane.world;
    for (let level = 0; level <= levels; level += 1) {
      if (width > SPLITS * ROOM * radiusAt(level)) return level;
    }
    return null;
  }

  #tell(): void {
    for (const changed of [...this.#listeners]) changed();
  }
}

const isSame = (a: MapScale | null, b: MapScale): boolean => a?.plane === b.plane && a.home === b.home;

const isInside = ([west, south, east, north]: LonLatBox, [w, s, e, n]: LonLatBox): boolean =>
  west >= w && south >= s && east <= e && north <= n;

const NOBODY: DirectoryEntry = {
  id: '',
  layer: 'members',
  name: { fr: '' },
  aliases: [],
  college: null,
  position: null,
  place: null,
  departement: null,
  lineage: [],
  date: null,
  status: null,
  description: null,
  activities: [],
  links: [],
};
