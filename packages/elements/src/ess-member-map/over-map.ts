import type { Basemap } from '@ess-widgets/core/geo';
import type { Dataset } from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import { wearStyles } from '../grid/late-styles.ts';
import type { Need } from '../internal/data-controller.ts';
import type { Content } from '../internal/frame.ts';
import { territoryStyles } from '../map/territory.styles.ts';
import { tileStyles } from '../map/tiles.styles.ts';
import type { MapEngine } from '../map/types.ts';
import type { Localized } from '../messages/messages.ts';
import type { EssMemberMap } from './ess-member-map.ts';
import { StreetMapOver } from './street-map.ts';
import { TerritoriesOver } from './territories.ts';

/** What the page's author wants on the map besides its markers: territories, their values, a street map. */
export class OverMap {
  readonly #host: EssMemberMap;
  #territories: TerritoriesOver | null = null;
  #street: StreetMapOver | null = null;
  #ground: { readonly engine: MapEngine; readonly credit: string } | null = null;
  #lang = 'fr';

  constructor(host: EssMemberMap) {
    this.#host = host;
    void host.wantTexts('overMap');
    // The map’s own code, which is on its way already; where it does not come there is no map to draw on.
    import('../map/index.ts').then(
      (tools) => {
        this.#territories = new TerritoriesOver(host, tools);
        this.#street = new StreetMapOver(host, tools);
        host.requestUpdate();
      },
      () => undefined,
    );
  }

  /** Collections that it reads besides those of the map. */
  get needs(): readonly Need[] {
    return this.#territories?.needs ?? [];
  }

  /** What stands under the map: the legend, the street map's button, what is wrong. */
  view(dataset: Dataset, ground: Basemap | null, m: Localized): Content {
    if (!m.has('overBy') || !this.#territories || !this.#street) return nothing;
    this.#lang = m.lang;
    wearStyles(this.#host, [territoryStyles, tileStyles]);
    const said = [...this.#territories.show(dataset, ground, m), this.#street.view(m)].filter((one) => one !== nothing);
    return said.length ? html`<div class="over">${said}</div>` : nothing;
  }

  /** Draws it, when the element has updated. */
  draw(engine: MapEngine | null): void {
    this.#street?.draw(engine);
    this.#territories?.draw(engine);
    if (engine) this.#credit(engine);
  }

  /** Writes to whom what is on the map is owed, beside those of the ground. */
  #credit(engine: MapEngine): void {
    const line = engine.stage.querySelector('.attribution');
    if (!line) return;
    if (this.#ground?.engine !== engine) this.#ground = { engine, credit: line.textContent ?? '' };
    const owed = [this.#ground.credit, this.#territories?.credit(this.#lang), this.#street?.credit];
    const text = owed.filter(Boolean).join(' · ');
    if (line.textContent !== text) line.textContent = text;
  }
}
