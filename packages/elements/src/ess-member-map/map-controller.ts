import type { ItemSource } from '@ess-widgets/core/charts';
import type { Basemap } from '@ess-widgets/core/geo';
import { blankGround, mapBasemap } from '@ess-widgets/core/geo';
import type { Dataset } from '@ess-widgets/core/model';
import type { ReactiveController, ReactiveElement } from 'lit';
import { basemapFor, referenceGround } from '../base/basemap.ts';
import { Late, type LateHost } from '../base/late.ts';
import { warn } from '../base/warn.ts';
import type * as namesCode from '../map/commune-names.ts';
import { createMapEngine } from '../map/map-engine.ts';
import type { LonLatBox, MapEngine, MapEngineOptions, MapMessages, MapPoint, MapView } from '../map/types.ts';
import type { WorldPart } from '../world/elsewhere.ts';

/** Request for the ground of a map. */
export interface BasemapRequest {
  readonly dataset: Dataset;
  /** The `basemap` attribute. */
  readonly basemap: string | undefined;
  /** The part of the world that the visitor looks at, where it is not that of the map's own ground. */
  readonly part: WorldPart | null | undefined;
}

/** Content of the map. */
export interface MapRequest extends BasemapRequest {
  readonly lang: string;
  /** Layers of its points. */
  readonly layers: string;
  readonly points: readonly MapPoint[];
  /** In place of points that are too many. */
  readonly source: ItemSource | null;
  /** Box of an area to be shown in place of that of its points. */
  readonly extent: LonLatBox | null;
  readonly messages: MapMessages;
  readonly selection: string | null;
  /** Key of the visitor's filters: when it changes, the map shows the points that are left. */
  readonly area: string;
  /** View in which the visitor left the map, `lon,lat,zoom`; null for the area as a whole. */
  readonly view: string | null;
}

/** The element that has the map; its attributes. */
interface MapHost extends ReactiveElement, Omit<LateHost, keyof ReactiveElement> {
  readonly src: string | undefined;
  readonly basemap: string | undefined;
}

/** Callbacks for the actions of the visitor on the map. */
interface MapEvents extends Pick<MapEngineOptions, 'onSelect' | 'onOpenCluster'> {
  readonly onView: (view: string | null) => void;
  /** The map has come to rest at a view, of the visitor or of the page. */
  readonly onRest: (view: MapView) => void;
}

interface Loaded {
  readonly key: string;
  /** Null for a map without ground. */
  readonly basemap: Basemap | null;
}

interface Live {
  readonly engine: MapEngine;
  readonly box: HTMLElement;
  readonly ground: string;
  points: string;
  area: string;
  view: string | null;
  /** Box that the visitor sees, if they moved the map themselves. */
  seen: LonLatBox | null;
}

/** A view nearer than this is not of the whole region. */
const WHOLE = 1.001;

/** Nearer than the whole region by this, communes are named: their table is asked for no earlier. */
const NAMES_FROM = 1.2;

/** Records wait for the ground this long, so that list and map are drawn at once, ms. */
export const GROUND_TIMEOUT_MS = 100;

/**
 * Loads the map's ground while the records come, and keeps its engine in step with the element. Where the ground does not
 * come (a policy of the host page, a file that is gone), or cannot be drawn, `failed` is true and the list stands alone.
 */
export class MapController implements ReactiveController {
  failed = false;
  readonly #host: MapHost;
  readonly #events: MapEvents;
  #request: MapRequest | null = null;
  #loaded: Loaded | null = null;
  #asked = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isPatient = true;
  #live: Live | null = null;
  readonly #namesCode: Late<typeof namesCode>;
  /** Data set whose communes are named, or are on their way. */
  #named: Dataset | null = null;
  /** The visitor moved the map since the page did. */
  #touched = false;

  constructor(host: MapHost, events: MapEvents) {
    this.#host = host;
    this.#events = events;
    this.#namesCode = new Late(host, 'the names of communes', () => import('../map/commune-names.ts'));
    host.addController(this);
  }

  hostConnected(): void {
    const { src, basemap, hasUpdated } = this.#host;
    // It comes while the records do, not after them.
    if (!src && !basemap) void referenceGround();
    if (hasUpdated) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#end();
    // A ground that could not be loaded is asked for again when the element comes back.
    if (this.failed) this.#asked = '';
    this.failed = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** The map, while it is there. */
  get engine(): MapEngine | null {
    return this.#live?.engine ?? null;
  }

  /** The ground of a data set, once it is there; null also for a map without ground. */
  groundOf(request: BasemapRequest): Basemap | null {
    return this.#loaded?.key === basemapKey(request) ? this.#loaded.basemap : null;
  }

  /** Whether the map may still come: it is drawn before what nobody sees yet. */
  get isComing(): boolean {
    return !this.#loaded && !this.failed;
  }

  /** Whether the ground is about to come for the first time: what is drawn without it would be drawn twice. */
  isAwaited(request: BasemapRequest): boolean {
    this.#want(request);
    this.#timer ??= setTimeout(() => {
      this.#isPatient = false;
      if (!this.#loaded) this.#host.requestUpdate();
    }, GROUND_TIMEOUT_MS);
    return this.#isPatient && this.isComing;
  }

  /** Says what to show; drawn when the element has updated. */
  show(request: MapRequest): void {
    this.#request = request;
    this.#want(request);
  }

  hostUpdated(): void {
    const box = this.#host.renderRoot.querySelector<HTMLElement>('.map-box');
    const { isConnected } = this.#host;
    // The ground may come after the element has gone, and then nothing would remove the map.
    if (isConnected && box && this.#request && this.#loaded && !this.failed)
      this.#draw(box, this.#request, this.#loaded);
    else this.#end();
  }

  #want(request: BasemapRequest): void {
    const key = basemapKey(request);
    if (key === this.#asked) return;
    this.#asked = key;
    void this.#load(key, request);
  }

  /** Loads again what could not be; until it is there the list stands alone. */
  retry(): void {
    this.#asked = '';
    this.#host.requestUpdate();
  }

  async #load(key: string, { dataset, basemap, part }: BasemapRequest): Promise<void> {
    try {
      const ground = await basemapFor(dataset, basemap, part, this.failed);
      if (key !== this.#asked) return;
      this.#loaded = { key, basemap: ground };
      this.failed = false;
    } catch (error) {
      if (key !== this.#asked) return;
      this.#loaded = null;
      this.#fail(error);
    }
    this.#host.requestUpdate();
  }

  #fail(error: unknown): void {
    this.failed = true;
    warn('map', `the map cannot be shown, the list stands alone: ${String(error)}`);
  }

  #draw(box: HTMLElement, request: MapRequest, loaded: Loaded): void {
    const ground = [loaded.key, request.lang, request.layers].join();
    const points = request.source ? 'large' : request.points.map(({ id }) => id).join(' ');
    if (this.#live && (this.#live.box !== box || this.#live.ground !== ground)) this.#end();
    try {
      if (!this.#live) {
        const basemap = loaded.basemap ? mapBasemap(loaded.basemap, request.lang) : blankGround(request);
        const onMove = (view: MapView): void => this.#moved(view);
        const engine = createMapEngine(box, { ...request, basemap, onMove, ...this.#events });
        this.#live = { engine, box, ground, points, area: '', view: null, seen: null };
        this.#touched = false;
        for (const type of ['pointerdown', 'wheel', 'keydown'])
          box.addEventListener(type, this.#touch, { passive: true, capture: true });
      }
      this.#update(this.#live, request, points);
    } catch (error) {
      this.#end();
      this.#fail(error);
      this.#host.requestUpdate();
    }
  }

  #update(live: Live, request: MapRequest, points: string): void {
    if (live.points !== points) live.engine.setPoints(request.points, request.source);
    live.points = points;
    live.engine.setSelected(request.selection);
    const isElsewhere = live.area !== request.area || live.view !== request.view;
    live.area = request.area;
    live.view = request.view;
    if (!isElsewhere) return;
    this.#touched = false;
    const [lon = 0, lat = 0, zoom = 0] = (request.view ?? '').split(',').map(Number);
    // A visitor who moved the map elsewhere and searches sees the results, and is back there when the search is cleared.
    if (zoom > 1 && !(request.area && live.seen && isBeyond(request, live.seen)))
      live.engine.look({ center: [lon, lat], zoom });
    else if (request.area && request.extent) live.engine.showAround(request.extent);
    else live.engine.fit(request.area ? request.points.map(({ id }) => id) : []);
  }

  readonly #touch = (): void => {
    this.#touched = true;
  };

  /** Reports a view of the visitor; a view that the page chose is not reported. */
  #moved(view: MapView): void {
    const { center, zoom, bbox } = view;
    // The element may be in an update, in which it must not ask for another.
    queueMicrotask(() => this.#events.onRest(view));
    if (zoom > NAMES_FROM && this.#live) void this.#nameCommunes(this.#live);
    // Not where the page chose the view: nothing moves while it comes.
    if (zoom < WHOLE || this.#touched) this.#live?.box.classList.toggle('tall', zoom >= WHOLE);
    if (!this.#live || !this.#touched) return;
    this.#live.seen = bbox;
    const [lon, lat] = center.map((degrees) => Number(degrees.toFixed(4)));
    this.#live.view = zoom > WHOLE || this.#request?.part ? `${lon},${lat},${Number(zoom.toFixed(2))}` : null;
    this.#events.onView(this.#live.view);
  }

  /** Names the communes on a map that is looked at from near. Where their table does not come, it does without. */
  async #nameCommunes({ engine }: Live): Promise<void> {
    const dataset = this.#request?.dataset;
    if (!dataset || dataset === this.#named) return;
    this.#named = dataset;
    const code = await this.#namesCode.load();
    const names = await code?.communeNames(dataset).catch(() => []);
    if (names?.length && this.#live?.engine === engine) engine.name(names);
  }

  #end(): void {
    this.#named = null;
    this.#live?.engine.destroy();
    this.#live = null;
  }
}

const basemapKey = ({ dataset, basemap, part }: BasemapRequest): string =>
  [dataset.base, dataset.manifest.basemap, basemap, part?.id].join(' ');

/** Whether all that is to be shown, and there is something, lies outside a box. */
function isBeyond({ extent, points }: MapRequest, [west, south, east, north]: LonLatBox): boolean {
  const found = extent ? [extent] : points.map(({ lon, lat }) => [lon, lat, lon, lat] as const);
  return found.length > 0 && !found.some(([w, s, e, n]) => w < east && e > west && s < north && n > south);
}
