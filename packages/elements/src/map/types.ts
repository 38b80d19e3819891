/** Types of the map engine's input and output. The engine knows neither Lit nor the data model: elements translate. */

import type { Item, ItemPart, ItemSource, MapPoint } from '@ess-widgets/core/charts';
import type { Box, LonLatBox, MapBasemap, MapLabel, Plane, PlaneBox, Transform } from '@ess-widgets/core/geo';

export type { Box, LonLatBox, MapBasemap, MapLabel, MapPoint, Plane, PlaneBox, Transform };

/**
 * Names of the fixed texts: the viewport's name and how to move in it by keyboard, the group of markers, the buttons.
 */
export type MapText =
  | 'viewport'
  | 'instructions'
  | 'markers'
  | 'zoomIn'
  | 'zoomOut'
  | 'home'
  | 'move'
  | 'panUp'
  | 'panDown'
  | 'panLeft'
  | 'panRight';

/** Every text of the map. */
export interface MapMessages {
  readonly text: (of: MapText) => string;
  /** A number as the names have it: what is seen on a cluster is part of its name. */
  readonly count?: (n: number) => string;
  /** Name of a marker. */
  readonly marker: (point: MapPoint) => string;
  /**
   * Name of a cluster, for example "12 organisations, Brest, ouvrir".
   * @param place the nearest town of the basemap, null if none is near
   * @param splits false if opening it shows a list instead of a closer view
   */
  readonly cluster: (count: number, place: string | null, splits: boolean) => string;
  /** Contents of a cluster, for example "12 organisations" and "7 Associations, 5 Coopératives". */
  readonly contents?: (count: number, parts: readonly ItemPart[]) => readonly [name: string, detail: string];
}

/** Device with which the visitor acted. */
export type MapOrigin = 'pointer' | 'keyboard';

/** Part of the world that the map shows. */
export interface MapView {
  readonly center: readonly [lon: number, lat: number];
  /** 1 for the whole region. */
  readonly zoom: number;
  readonly bbox: LonLatBox;
}

/** Options of {@link MapEngine}. */
export interface MapEngineOptions {
  readonly basemap: MapBasemap;
  readonly points: readonly MapPoint[];
  /** In place of points that are too many. */
  readonly source?: ItemSource | null;
  readonly messages: MapMessages;
  /** Asked before each movement; the visitor's preference by default. */
  readonly reducedMotion?: () => boolean;
  /** A marker was chosen, or with null the choice was given up. */
  readonly onSelect?: (id: string | null, origin: MapOrigin) => void;
  /** A cluster that no zoom takes apart was opened: show these as a list. */
  readonly onOpenCluster?: (ids: readonly string[]) => void;
  /** The view came to rest somewhere else. */
  readonly onMove?: (view: MapView) => void;
}

/** Layer that follows the movements of a map besides its ground and its markers: tiles, values of areas. */
export interface MapLayer {
  /** The plane lies so on the stage. */
  move?(transform: Transform): void;
  /** The view has come to rest: chooses where to write, around `taken`, and says what it takes. */
  arrange?(transform: Transform, taken: readonly Box[]): readonly Box[];
}

/** Position of a card in the plane of the map. */
export type MapItem = Pick<Item, 'x' | 'y'>;

/** The label of one marker. It is made for whoever comes near the map. */
export interface MapCard {
  readonly root: HTMLElement;
  /** Shows `point` at `item`, its marker or the cluster that holds it, `radius` px from its middle; hides with null. */
  show(item: MapItem | null, point: MapPoint | null, radius: number): void;
  /**
   * Puts the card in its place on a stage of this size.
   * @param room width of the stage that no control covers
   */
  move(x: number, y: number, k: number, stageWidth: number, stageHeight: number, room?: number): void;
}

/** An offer of the map, which the button that zooms in becomes where the map ends. */
export interface MapOffer {
  /** Words of the button. */
  readonly name: string;
  readonly accept: () => void;
}

/** A map in a container. */
export interface MapEngine {
  readonly view: MapView;
  /** Element into which a layer puts its nodes. */
  readonly stage: HTMLElement;
  readonly plane: Plane;
  /** Layers, each told of movements. `refresh()` draws what was added. */
  readonly layers: Set<MapLayer>;
  refresh(): void;
  /** Names places besides those of the ground, largest first, where there is room for them. */
  name(places: readonly MapLabel[]): void;
  /** Gives the map the card that labels its markers. */
  label(card: MapCard): void;
  /** Shows a box of the plane. */
  show(box: PlaneBox): void;
  /** Lets the visitor come as near as a zoom of web maps; null for as near as the ground allows. */
  setClosest(zoom: number | null): void;
  /** Offers what goes on where the visitor wants to come nearer than the map goes; null where there is nothing nearer. */
  setBeyond(offer: MapOffer | null): void;
  /** Replaces the markers; a focused marker that stays keeps its focus. */
  setPoints(points: readonly MapPoint[], source?: ItemSource | null): void;
  /** Shows a marker (or the cluster that holds it) as chosen and brings it into view. */
  setSelected(id: string | null): void;
  /** Changes the language of controls and names. */
  setMessages(messages: MapMessages): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Shows these points, or the whole region. */
  fit(ids?: readonly string[]): void;
  /** Shows a box, or the whole region where it is empty. */
  showAround(box: LonLatBox): void;
  /** Shows a place from as near as a view did. */
  look(view: Pick<MapView, 'center' | 'zoom'>): void;
  /** Moves the view by CSS px. */
  pan(dx: number, dy: number): void;
  focusViewport(): void;
  /** Removes everything: nodes, listeners, observers, frames and timers. */
  destroy(): void;
}
