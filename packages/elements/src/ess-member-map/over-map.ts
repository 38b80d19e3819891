import { formatNumber } from '@ess-widgets/core/format';
import type { Basemap } from '@ess-widgets/core/geo';
import type { Dataset, DirectoryLayer } from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import { addStyles } from '../base/added-styles.ts';
import type { Need } from '../base/data-controller.ts';
import type { Content } from '../base/frame.ts';
import type { RowActions, RowsModel } from '../directory/rows.ts';
import { mapCardStyles } from '../map/card.styles.ts';
import { Card } from '../map/card.ts';
import { comfortStyles } from '../map/comfort.styles.ts';
import { FullScreen } from '../map/full-screen.ts';
import { GestureHint } from '../map/gesture-hint.ts';
import { ScaleLayer } from '../map/scale.ts';
import { type SeenView, SpokenView } from '../map/spoken-view.ts';
import { territoryStyles } from '../map/territory.styles.ts';
import { tileStyles } from '../map/tiles.styles.ts';
import type { MapEngine } from '../map/types.ts';
import type { Localized } from '../texts/texts.ts';
import { mapKey, mapKeyStyles } from '../views/map-key.ts';
import { CardSheet } from './card-sheet.ts';
import type { EssMemberMap } from './ess-member-map.ts';
import { whatOf } from './map-texts.ts';
import { StreetMapOver } from './street-map.ts';
import { TerritoriesOver } from './territories.ts';

export { over as texts } from '../texts/over.fr.ts';

/** Parts of the map that the page's author wants besides its markers: territories, their values, a street map. */
export class OverMap {
  readonly #host: EssMemberMap;
  readonly #territories: TerritoriesOver;
  readonly #street: StreetMapOver;
  readonly #card: CardSheet;
  #ground: { readonly engine: MapEngine; readonly credit: string } | null = null;
  #m: Localized | null = null;
  #layers: readonly DirectoryLayer[] = [];
  #comfort: {
    readonly engine: MapEngine;
    readonly card: Card;
    readonly scale: ScaleLayer;
    readonly screen: FullScreen;
    readonly hint: GestureHint;
    readonly spoken: SpokenView;
    lang: string;
  } | null = null;

  constructor(host: EssMemberMap) {
    this.#host = host;
    this.#territories = new TerritoriesOver(host);
    this.#street = new StreetMapOver(host);
    this.#card = new CardSheet(host);
    // The data that it reads besides those of the map are asked for with the next update.
    void host.details.load().then(() => host.requestUpdate());
  }

  /** Collections that it reads besides those of the map. */
  get needs(): readonly Need[] {
    return this.#territories.needs;
  }

  /**
   * Draws the lines under the map: the legend, the street map's button, what is wrong; on paper, the meaning of its
   * markers.
   */
  view(dataset: Dataset, ground: Basemap | null, layers: readonly DirectoryLayer[], m: Localized): Content {
    this.#m = m;
    this.#layers = layers;
    addStyles(this.#host, [territoryStyles, tileStyles, mapCardStyles, comfortStyles, mapKeyStyles]);
    const said = [...this.#territories.show(dataset, ground, m), this.#street.view(m)].filter((one) => one !== nothing);
    return html`${this.#street.switchView(m)}${said.length ? html`<div class="over">${said}</div>` : nothing}${m.has('cardHollow') ? mapKey(m) : nothing}`;
  }

  /** Renders the card of the entry that is chosen, over a narrow map: see {@link CardSheet.view}. */
  card(chosen: RowsModel, actions: RowActions, isAsked: boolean, m: Localized): Content | null {
    return this.#card.view(chosen, actions, isAsked, m);
  }

  /** Draws it, when the element has updated. */
  draw(engine: MapEngine | null): void {
    this.#card.draw(engine);
    this.#street.draw(engine);
    this.#territories.draw(engine);
    if (this.#comfort && this.#comfort.engine !== engine) {
      const { card, screen, hint, spoken } = this.#comfort;
      for (const part of [card, screen, hint, spoken]) part.remove();
      this.#comfort = null;
    }
    if (!engine || !this.#m) return;
    this.#credit(engine, this.#m);
    this.#comfortOf(engine, this.#m);
  }

  /** Labels of markers, scale, full screen and how it is moved: for whoever comes near the map. */
  #comfortOf(engine: MapEngine, m: Localized): void {
    if (this.#comfort?.lang === m.lang) return;
    const written = (km: number): string =>
      km < 1
        ? m.text('overMetres', { n: formatNumber(km * 1000, m.lang) })
        : m.text('overKilometres', { km: formatNumber(km, m.lang) });
    const card = this.#comfort?.card ?? new Card();
    if (!this.#comfort) engine.label(card);
    const scale = this.#comfort?.scale ?? new ScaleLayer(engine, written);
    const screen = this.#comfort?.screen ?? new FullScreen(this.#host, engine);
    const hint = this.#comfort?.hint ?? new GestureHint(engine);
    const spoken = this.#comfort?.spoken ?? new SpokenView(engine, this.#speak);
    scale.written = written;
    hint.texts = { touch: m.text('overTwoFingers'), wheel: m.text('overWheel') };
    screen.rename({ enter: m.text('overFullScreen'), leave: m.text('overFullScreenLeave') });
    this.#comfort = { engine, card, scale, screen, hint, spoken, lang: m.lang };
    engine.layers.add(scale);
    engine.refresh();
  }

  readonly #speak = ({ zoom, place, n }: SeenView): void => {
    const m = this.#m;
    if (!m) return;
    const what = whatOf(n, this.#layers, m);
    const at = { zoom: formatNumber(Math.round(zoom * 10) / 10, m.lang), place: place && `, ${place}` };
    this.#host.announce(m.text('overView', { ...at, what }));
  };

  /** Writes to whom what is on the map is owed, beside those of the ground. */
  #credit(engine: MapEngine, { lang }: Localized): void {
    const line = engine.stage.parentElement?.querySelector('.attribution');
    if (!line) return;
    if (this.#ground?.engine !== engine) this.#ground = { engine, credit: line.textContent ?? '' };
    const owed = [this.#ground.credit, this.#territories.credit(lang), this.#street.credit];
    const text = owed.filter(Boolean).join(' · ');
    if (line.textContent !== text) line.textContent = text;
  }
}
