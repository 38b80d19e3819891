/**
 * Raster tiles under the markers, in the plane of the map, which is Mercator’s like theirs. Written here and not with
 * d3-tile: one window that never wraps round the world needs the numbers of its tiles and nothing else.
 */
import { element } from './dom.ts';
import type { MapEngine, MapLayer, Transform } from './types.ts';

/** Pixels of a tile. */
const TILE = 256;
/** Tiles beyond the view, so that a short pan shows no gap. */
const BEYOND = 0.5;
/** So many failures without one success, and the server does not answer; nor does one from which nothing came for this long, ms. */
const MAX_LOST = 4;
const TIMEOUT_MS = 12_000;

export interface TileSource {
  /** With `{x}`, `{y}` and `{z}`. */
  readonly url: string;
  /** The closest zoom that there is. */
  readonly closest: number;
}

/** Callbacks of the layer to its map. */
interface TileEvents {
  /** No tile comes. */
  readonly failed: () => void;
}

/** The layer of tiles. */
export class TileLayer implements MapLayer {
  readonly #root: HTMLElement;
  readonly #engine: MapEngine;
  readonly #source: TileSource;
  readonly #events: TileEvents;
  #drawn = new Map<string, HTMLImageElement>();
  #came = 0;
  #lost = 0;
  readonly #timer: ReturnType<typeof setTimeout>;

  constructor(engine: MapEngine, source: TileSource, events: TileEvents) {
    this.#root = element('div', 'tiles', { 'aria-hidden': 'true' });
    this.#engine = engine;
    this.#source = source;
    this.#events = events;
    engine.stage.prepend(this.#root);
    this.#timer = setTimeout(() => this.#events.failed(), TIMEOUT_MS);
  }

  move({ x, y, k }: Transform): void {
    const { plane, stage } = this.#engine;
    const { clientWidth: width, clientHeight: height } = stage;
    // Tiles are counted from the west and the north of the whole world, so its place on the stage is computed first.
    const [greenwich, equator] = plane.toPlane(0, 0);
    const world = plane.world * k;
    const [west, north] = [x + greenwich * k - world / 2, y + equator * k - world / 2];
    const zoom = Math.min(this.#source.closest, Math.max(0, Math.round(Math.log2(world / TILE))));
    const size = world / 2 ** zoom;
    const range = (origin: number, room: number): readonly [number, number] => [
      Math.max(0, Math.floor(-origin / size - BEYOND)),
      Math.min(2 ** zoom - 1, Math.floor((room - origin) / size + BEYOND)),
    ];
    const [[left, right], [top, bottom]] = [range(west, width), range(north, height)];
    const next = new Map<string, HTMLImageElement>();
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const key = `${zoom}/${column}/${row}`;
        const tile = this.#drawn.get(key) ?? this.#ask(zoom, column, row);
        // A hair wider than its place, so that no line shows between two.
        tile.style.transform = `translate(${west + column * size}px, ${north + row * size}px) scale(${(size + 0.5) / TILE})`;
        next.set(key, tile);
      }
    }
    for (const [key, tile] of this.#drawn) if (!next.has(key)) tile.remove();
    this.#drawn = next;
  }

  remove(): void {
    clearTimeout(this.#timer);
    this.#root.remove();
    this.#engine.stage.classList.remove('tiled');
  }

  #ask(z: number, x: number, y: number): HTMLImageElement {
    const tile = element('img', 'tile', { alt: '', decoding: 'async', draggable: 'false' });
    // Servers of OpenStreetMap refuse whoever does not say where the map stands: the host of the page, and no more.
    tile.referrerPolicy = 'strict-origin';
    tile.width = TILE;
    tile.height = TILE;
    tile.addEventListener('load', () => {
      this.#came += 1;
      clearTimeout(this.#timer);
      tile.classList.add('there');
      // Until then the map’s own land is in sight.
      if (this.#root.isConnected) this.#engine.stage.classList.add('tiled');
    });
    tile.addEventListener('error', () => {
      this.#lost += 1;
      if (this.#came === 0 && this.#lost === Math.min(MAX_LOST, this.#drawn.size)) this.#events.failed();
    });
    tile.src = this.#source.url.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));
    this.#root.append(tile);
    return tile;
  }
}
