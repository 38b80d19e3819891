/** Draws the search around a place on a map: the circle of the radius, and a mark in its middle. */

import { type Around, circleAround, linePath } from '@ess-widgets/core/geo';
import { html, nothing, render, type TemplateResult } from 'lit';
import { dom } from '../../base/dom.ts';
import type { Box, MapEngine, MapLayer, Transform } from '../../map/types.ts';

export interface NearDrawing {
  readonly around: Around;
  /** The place and the radius, in words. */
  readonly name: string;
  /** The radius alone; empty where there is none. */
  readonly radius: string;
  /** It is where the visitor is: nobody else's business, so that neither a picture nor a printed page has it. */
  readonly isOwn: boolean;
}

/** Its ring lies around the largest cluster that may stand on the place. */
const MARK = 'M-26 0a26 26 0 1 1 52 0a26 26 0 1 1-52 0M0-32v9M0 32v-9M-32 0h9M32 0h-9';
const CENTRE = 'M-3.5 0a3.5 3.5 0 1 1 7 0a3.5 3.5 0 1 1-7 0';

/** The mark in small, beside the words that say what it is. */
export const markIcon = (): TemplateResult =>
  html`<svg class="near-icon" viewBox="-33 -33 66 66" aria-hidden="true" focusable="false"><path d=${MARK}></path><path class="centre" d="M-9 0a9 9 0 1 1 18 0a9 9 0 1 1-18 0"></path></svg>`;

type Place = readonly [x: number, y: number];

/** Part of the layer that moves: a node and its place in the plane. */
interface Moved {
  readonly node: HTMLElement;
  readonly at: Place;
}

/** The layer of one map. It stands over the ground, and a street map, and under names and markers. */
export class NearLayer implements MapLayer {
  readonly engine: MapEngine;
  readonly #root = dom.createElement('div');
  #drawn = '';
  #moved: readonly Moved[] = [];

  constructor(engine: MapEngine) {
    this.engine = engine;
    this.#root.className = 'near-map';
    engine.stage.querySelector('.labels')?.before(this.#root);
    engine.layers.add(this);
  }

  /** Draws this in place of what was drawn, or nothing. */
  draw(drawing: NearDrawing | null): void {
    const key = JSON.stringify(drawing);
    if (key === this.#drawn) return;
    this.#drawn = key;
    this.#root.toggleAttribute('data-private', drawing?.isOwn === true);
    this.#moved = [];
    if (drawing) this.#fill(drawing);
    else render(nothing, this.#root);
    this.engine.refresh();
  }

  move({ x, y, k }: Transform): void {
    this.#root.querySelector('g')?.setAttribute('transform', `translate(${x} ${y}) scale(${k})`);
    for (const { node, at } of this.#moved)
      node.style.transform = `translate(${x + at[0] * k}px, ${y + at[1] * k}px) translate(-50%, -50%)`;
  }

  /** Names of towns keep off the words of the radius; the ring of the mark is thin enough to be written over. */
  arrange({ x, y, k }: Transform): readonly Box[] {
    return this.#moved.slice(1).map(({ node, at }) => {
      const [px, py] = [x + at[0] * k, y + at[1] * k];
      const [across, down] = [node.offsetWidth / 2, node.offsetHeight / 2];
      return { left: px - across, top: py - down, right: px + across, bottom: py + down };
    });
  }

  #fill({ around, name, radius }: NearDrawing): void {
    const { plane } = this.engine;
    const corners = around.km === null ? [] : circleAround(around, around.km);
    const ring = [...corners, ...corners.slice(0, 1)].map((corner) => [...corner]);
    const d = ring.length > 0 ? `${linePath(plane, ring.slice(0, -1))}Z` : '';
    render(html`${d ? circle(d, radius) : nothing}${mark(name)}`, this.#root);
    const south = corners[corners.length / 2];
    const places: readonly (readonly [string, Place])[] = [
      ['.near-mark', plane.toPlane(around.lon, around.lat)],
      ...(south ? [['.near-radius', plane.toPlane(...south)] as const] : []),
    ];
    this.#moved = places.flatMap(([selector, at]) => {
      const node = this.#root.querySelector<HTMLElement>(selector);
      return node ? { node, at } : [];
    });
  }
}

const circle = (d: string, radius: string): TemplateResult =>
  html`<svg aria-hidden="true" focusable="false"><g><path class="halo" d=${d}></path><path class="edge" d=${d}></path></g></svg>
    <span class="near-radius" aria-hidden="true">${radius}</span>`;

const mark = (name: string): TemplateResult =>
  html`<div class="near-mark" role="img" aria-label=${name}><svg viewBox="-32 -32 64 64" aria-hidden="true" focusable="false">
    <path class="halo" d=${MARK}></path><path class="edge" d=${MARK}></path><path class="centre" d=${CENTRE}></path>
  </svg></div>`;
