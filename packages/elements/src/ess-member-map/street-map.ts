import { html, nothing, type ReactiveController } from 'lit';
import { pageDefaults } from '../base/defaults.ts';
import { dom } from '../base/dom.ts';
import { type Content, notice } from '../base/frame.ts';
import { boxOn } from '../map/geometry.ts';
import { TileLayer, type TileSource } from '../map/tiles.ts';
import type { MapEngine, MapLayer } from '../map/types.ts';
import type { Localized } from '../texts/texts.ts';
import type { EssMemberMap } from './ess-member-map.ts';
import { warnConfiguration } from './warn-configuration.ts';

/** A street map and to whom it is owed. */
interface Street extends TileSource {
  /** Empty for one that we do not know. */
  readonly name: string;
  readonly credit: string;
  /** Address of its terms. */
  readonly terms?: string;
}

/**
 * Street maps that have a name, with the addresses and credits of their own documentation: geoservices.ign.fr (WMTS of the Géoplateforme),
 * openstreetmap.fr and operations.osmfoundation.org/policies/tiles. †: none of their servers was seen answering here, where no other
 * host is reached.
 */
const KNOWN: Readonly<Record<string, Street>> = {
  // † Plan IGN, `GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2`, levels 0 to 19, without a key.
  ign: {
    name: 'Plan IGN',
    url: 'https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}',
    closest: 19,
    credit: '© IGN – Géoplateforme',
    terms: 'https://cartes.gouv.fr/',
  },
  // † One of its hosts: the visitor is told from which the pictures come.
  osmfr: {
    name: 'OpenStreetMap France',
    url: 'https://a.tile.openstreetmap.fr/osmfr/{z}/{x}/{y}.png',
    closest: 20,
    credit: '© OpenStreetMap France · © OpenStreetMap',
    terms: 'https://www.openstreetmap.org/copyright',
  },
  // † Its policy asks for a Referer and for a light use.
  osm: {
    name: 'OpenStreetMap',
    url: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
    closest: 19,
    credit: '© OpenStreetMap',
    terms: 'https://www.openstreetmap.org/copyright',
  },
};

/** Part of `navigator` that tells whether a visitor saves data; not all browsers have it. */
interface Saving {
  readonly connection?: { readonly saveData?: boolean };
}

/**
 * The street map under the markers: named by the page's author, on the map, on the provider around it or on the tag of the loader, and
 * asked for by the visitor, unless the page's author has their consent.
 */
export class StreetMapOver implements ReactiveController {
  readonly #host: EssMemberMap;
  /** Decision of the visitor; null until they have made it. */
  #wanted: boolean | null = null;
  #failed = false;
  /** The visitor is asked whether images may be loaded from another host. */
  #isAsking = false;
  #layer: {
    readonly engine: MapEngine;
    readonly url: string;
    readonly layer: TileLayer;
    readonly credit: string;
  } | null = null;

  readonly #room: MapLayer;
  #engine: MapEngine | null = null;
  #m: Localized | null = null;

  constructor(host: EssMemberMap) {
    this.#host = host;
    // Names are written around the switch.
    this.#room = {
      arrange: () => {
        const node = host.renderRoot.querySelector<HTMLElement>('.ground-switch');
        return node && this.#engine ? boxOn(this.#engine.stage, node) : [];
      },
    };
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this.#update);
    addEventListener('offline', this.#update);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#update);
    removeEventListener('offline', this.#update);
  }

  readonly #update = (): void => this.#host.requestUpdate();

  /** To whom the street map in sight is owed. */
  get credit(): string {
    return this.#layer?.credit ?? '';
  }

  /** The switch on the map between its own drawing and the street map, with the visitor's consent inside. */
  switchView(m: Localized): Content {
    this.#m = m;
    const street = this.#street;
    if (!street) return nothing;
    const isOn = this.#isOn && !this.#failed;
    const name = street.name || m.text('tilesOther');
    const consent = html`<div class="tiles-question" @keydown=${this.#onKey}>
      <p>${m.content('tilesFrom', { host: new URL(street.url).host })}</p>
      <button class="button tiles-consent" type="button" @click=${() => this.#turn(true, m)}>${m.content('tilesShow', { name })}</button>
      <button class="link" type="button" @click=${() => this.#answer()}>${m.content('tilesStay')}</button>
    </div>`;
    return html`<div class="ground-switch">
      <button class="ground-choice" type="button" aria-pressed=${isOn} aria-expanded=${this.#isAsking} @click=${() => this.#press(isOn, m)}>${m.content('tilesStreets')}</button>
      ${this.#isAsking ? consent : nothing}
    </div>`;
  }

  /** What is owed for it, and what is wrong with it. */
  view(m: Localized): Content {
    const tiles = this.#tiles;
    if (tiles === 'none') return nothing;
    const street = streetOf(tiles);
    if (!street) {
      warnConfiguration(m.text('tilesUnknown', { tiles }));
      return notice('info', m.content('tilesUnknown', { tiles }));
    }
    if (!navigator.onLine && !this.#layer) return html`<p>${m.content('tilesOffline')}</p>`;
    const isOn = this.#isOn && !this.#failed;
    const again = html`<button class="link" type="button" @click=${() => this.#turn(true, m)}>${m.content('retry')}</button>`;
    if (this.#failed) return notice('info', m.content('tilesFailed'), again);
    if (!isOn) return nothing;
    return html`<p class="over-links">${
      street.terms
        ? html`<a href=${street.terms} rel="noopener">${street.credit}</a>`
        : html`<span>${street.credit}</span>`
    }</p>`;
  }

  /** The street map that can be shown: null for none, for one that nobody knows, and without a network. */
  get #street(): Street | null {
    const tiles = this.#tiles;
    if (tiles === 'none' || (!navigator.onLine && !this.#layer)) return null;
    return streetOf(tiles);
  }

  /** Leaves the street map, or shows it to a visitor who has consented, and asks others. */
  #press(isOn: boolean, m: Localized): void {
    const isAllowed = this.#wanted !== null || this.#isGranted;
    if (isAllowed) this.#turn(!isOn, m);
    else if (this.#isAsking) this.#answer();
    else this.#ask();
  }

  readonly #ask = (): void => {
    this.#isAsking = true;
    this.#update();
    this.#focus('.tiles-consent');
  };

  #answer(): void {
    this.#isAsking = false;
    this.#update();
    this.#focus('.ground-choice');
  }

  #focus(selector: string): void {
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#answer();
  };

  /** Puts the tiles on a map, or takes them away. Nothing is asked of their server before. */
  draw(engine: MapEngine | null): void {
    const street = streetOf(this.#tiles);
    if (engine !== this.#engine) {
      this.#engine = engine;
      engine?.layers.add(this.#room);
    }
    const wanted = engine && street && this.#isOn && !this.#failed;
    if (this.#layer && (!wanted || this.#layer.engine !== engine || this.#layer.url !== street.url)) this.#remove();
    engine?.setClosest(wanted ? street.closest : null);
    const name = this.#m?.text('tilesOffer');
    const offer = !wanted && this.#street && name ? { name, accept: this.#ask } : null;
    engine?.setBeyond(offer);
    // The question and the streets have the room of a map that somebody reads by itself.
    engine?.stage.closest('.map-box')?.classList.toggle('asked', this.#isAsking || this.#wanted === true);
    if (!wanted || this.#layer) return;
    const failed = (): void => {
      this.#failed = true;
      this.#update();
    };
    const layer = new TileLayer(engine, street, { failed });
    engine.layers.add(layer);
    this.#layer = { engine, url: street.url, layer, credit: street.credit };
    engine.refresh();
  }

  /** The street map that the site names, for this map or for the page. */
  get #tiles(): string {
    return this.#host.tiles || this.#host.provider.value?.tiles || pageDefaults.tiles || 'none';
  }

  get #isGranted(): boolean {
    const { tilesConsent, provider } = this.#host;
    return (tilesConsent || provider.value?.tilesConsent || pageDefaults.tilesConsent) === 'granted';
  }

  get #isOn(): boolean {
    if (this.#wanted !== null) return this.#wanted;
    const { connection } = navigator as Navigator & Saving;
    return this.#isGranted && connection?.saveData !== true && navigator.onLine;
  }

  #turn(on: boolean, m: Localized): void {
    if (this.#isAsking) this.#focus('.ground-choice');
    this.#isAsking = false;
    this.#failed = false;
    if (on === this.#isOn) {
      this.#update();
      return;
    }
    this.#wanted = on;
    this.#host.announce(m.text(on ? 'tilesShown' : 'tilesHidden'));
    this.#update();
  }

  #remove(): void {
    if (!this.#layer) return;
    const { engine, layer } = this.#layer;
    engine.layers.delete(layer);
    layer.remove();
    this.#layer = null;
  }
}

/** A known street map, or one of an author's own address; null for what is neither. */
function streetOf(tiles: string): Street | null {
  const known = Object.hasOwn(KNOWN, tiles) ? KNOWN[tiles] : undefined;
  if (known) return known;
  if (!['{x}', '{y}', '{z}'].every((part) => tiles.includes(part)) || !URL.canParse(tiles, dom.baseURI)) return null;
  const { href, protocol, host } = new URL(tiles, dom.baseURI);
  if (!/^https?:$/.test(protocol)) return null;
  // An address keeps its braces as signs.
  const url = href.replace(/%7B([xyz])%7D/gi, '{$1}');
  return { name: '', url, closest: 19, credit: host };
}
