import { classOf, discRadius, placeName } from '@ess-widgets/core/charts';
import { formatQuantity, quantityParts } from '@ess-widgets/core/format';
import type { Basemap } from '@ess-widgets/core/geo';
import { type Dataset, OUTLINED_KINDS, type OutlinedKind } from '@ess-widgets/core/model';
import type { Need } from '../base/data-controller.ts';
import { type Content, notice } from '../base/frame.ts';
import { type ConfigProblem, MeasureController } from '../base/measure-controller.ts';
import { pageClient } from '../base/page.ts';
import { warn } from '../base/warn.ts';
import { type Area, readTerritories, ringsOf, type Territories, topologyAreas } from '../map/territories.ts';
import { type AreaLook, type DrawnAreas, TerritoryLayer } from '../map/territory-layer.ts';
import type { MapEngine } from '../map/types.ts';
import type { Localized, MessageKey } from '../texts/texts.ts';
import type { EssMemberMap } from './ess-member-map.ts';
import { areaName, areaValues, type Values } from './values.ts';
import { renderValues } from './values-view.ts';
import { warnConfiguration } from './warn-configuration.ts';

/** Radius of the largest disc, px. */
const DISC = 24;
/** A smaller disc has no room for its number. */
const READABLE = 10;

/** The outlines of territories over a map: of an author's file or of the ground, with the values of an indicator. */
export class TerritoriesOver {
  readonly #host: EssMemberMap;
  readonly #measures: MeasureController;
  #asked = '';
  /** Null while the file is on its way. */
  #file: Territories | 'failed' | null = null;
  #ground: { readonly basemap: Basemap; readonly areas: readonly Area[] } | null = null;
  #known: { readonly of: readonly unknown[]; readonly values: Values | ConfigProblem | null } | null = null;
  #drawing: DrawnAreas | null = null;
  #drawnOf: readonly unknown[] = [];
  #layer: { readonly engine: MapEngine; readonly layer: TerritoryLayer; drawn: DrawnAreas } | null = null;
  #fitted = '';
  #open = false;

  constructor(host: EssMemberMap) {
    this.#host = host;
    this.#measures = new MeasureController(host);
  }

  get needs(): readonly Need[] {
    return this.#host.indicator ? this.#measures.needs(this.#host.indicator) : [];
  }

  /** To whom the outlines are owed. */
  credit(lang: string): string {
    const { attribution = {} } = this.#file && this.#file !== 'failed' ? this.#file : {};
    return attribution[lang] ?? attribution['fr'] ?? '';
  }

  /** Works out what to draw, and what to say under the map. */
  show(dataset: Dataset, basemap: Basemap | null, m: Localized): readonly Content[] {
    const { boundaries = '', indicator } = this.#host;
    this.#load(boundaries);
    if (!boundaries && !indicator) return this.#nothing();
    const areas = this.#areas(basemap);
    const by = this.#host.by || 'departement';
    if (indicator && !OUTLINED_KINDS.includes(by)) return [...this.#nothing(), notices.kind({ by }, m)];
    const shown = areas.filter(({ kind }) => kind === (indicator ? by : outlineOf(areas)));
    const values = indicator && shown.length ? this.#values(dataset, indicator, by, shown) : null;
    const said = this.#said(dataset, basemap, areas, m);
    this.#draw(dataset, areas, shown, values && 'values' in values ? values : null, m);
    if (!indicator || (boundaries && !this.#file)) return said;
    if (shown.length === 0) return basemap || boundaries ? [...said, notices.noAreas({ by }, m)] : said;
    if (values === null) return said;
    if (!('values' in values)) return [...said, this.#unknown(indicator, values, m)];
    if (values.classes.length === 0) return [...said, notices.none({ by }, m)];
    return [...said, renderValues({ dataset, values, by, open: this.#open, toggle: this.#toggle }, m)];
  }

  /** Draws it on a map, and fits the map to the chosen territory once. */
  draw(engine: MapEngine | null): void {
    if (!engine || this.#layer?.engine !== engine) this.#layer = null;
    if (!engine || !this.#drawing) return;
    if (!this.#layer) {
      const layer = new TerritoryLayer(engine);
      engine.layers.add(layer);
      this.#layer = { engine, layer, drawn: { areas: [], look: () => ({}), chosen: null } };
      this.#fitted = '';
    }
    if (this.#layer.drawn !== this.#drawing) {
      this.#layer.drawn = this.#drawing;
      this.#layer.layer.draw(this.#drawing);
      engine.refresh();
    }
    this.#fit(engine, this.#layer.layer, this.#drawing.chosen);
  }

  #fit(engine: MapEngine, layer: TerritoryLayer, chosen: Area | null): void {
    const id = chosen?.id ?? '';
    if (id === this.#fitted) return;
    this.#fitted = id;
    if (chosen && !this.#host.provider.scope.state.view) engine.show(layer.boxOf(chosen));
  }

  #load(boundaries: string): void {
    if (boundaries === this.#asked) return;
    this.#asked = boundaries;
    this.#file = null;
    if (!boundaries) return;
    const done = (file: Territories | 'failed'): void => {
      if (boundaries !== this.#asked) return;
      this.#file = file;
      this.#host.requestUpdate();
    };
    pageClient()
      .file(boundaries, (text) => readTerritories(JSON.parse(text)), { author: 'block' })
      .then(done, (error: unknown) => {
        warn('boundaries', `the outlines of "${boundaries}" cannot be shown: ${String(error)}`);
        done('failed');
      });
  }

  #areas(basemap: Basemap | null): readonly Area[] {
    if (this.#asked) return this.#file && this.#file !== 'failed' ? this.#file.areas : [];
    if (!basemap) return [];
    if (this.#ground?.basemap !== basemap) {
      const { departements } = basemap.topology.objects;
      this.#ground = { basemap, areas: departements ? topologyAreas(basemap.topology, { departements }) : [] };
    }
    return this.#ground.areas;
  }

  #values(dataset: Dataset, indicator: string, by: string, areas: readonly Area[]): Values | ConfigProblem | null {
    const { territory: _territory, compare: _compare, ...wishes } = this.#host.requestedScope();
    const of = [dataset, indicator, by, areas[0], areas.length, ...Object.values(wishes)];
    if (this.#known?.values && of.every((each, index) => each === this.#known?.of[index])) return this.#known.values;
    const values = areaValues(
      dataset,
      this.#measures,
      { ...wishes, indicator, by, ignoresUnknownFilters: true },
      areas,
    );
    this.#known = { of, values };
    return values;
  }

  #said(dataset: Dataset, basemap: Basemap | null, areas: readonly Area[], m: Localized): readonly Content[] {
    if (!this.#asked || !this.#file) return [];
    if (this.#file === 'failed') return [notices.failed({}, m)];
    if (basemap && !areas.some((area) => meets(area, basemap.bbox))) return [notices.elsewhere({}, m)];
    const { territory = '' } = this.#host.requestedScope();
    const isOutlined = OUTLINED_KINDS.some((kind) => territory.startsWith(`${kind}-`));
    if (!isOutlined || areas.some(({ id }) => id === territory)) return [];
    return [notices.lacks({ name: placeName(dataset, territory, m) ?? territory }, m)];
  }

  #draw(dataset: Dataset, areas: readonly Area[], shown: readonly Area[], values: Values | null, m: Localized): void {
    const chosen = areas.find(({ id }) => id === this.#host.requestedScope().territory) ?? null;
    const of: readonly unknown[] = [shown[0], shown.length, values, chosen, m.lang];
    if (this.#drawing && of.every((each, index) => each === this.#drawnOf[index])) return;
    this.#drawnOf = of;
    const looks = new Map(values ? looksOf(values, (area) => areaName(dataset, area, m), m) : []);
    this.#drawing = { areas: shown, look: ({ id }) => looks.get(id) ?? {}, chosen };
  }

  #unknown(id: string, { params: { known } }: ConfigProblem, m: Localized): Content {
    return known === undefined ? notices.indicator({ id }, m) : notices.indicatorNear({ id, known: `${known}` }, m);
  }

  #nothing(): readonly Content[] {
    if (this.#drawing?.areas.length) this.#drawing = { areas: [], look: () => ({}), chosen: null };
    this.#drawnOf = [];
    return [];
  }

  readonly #toggle = (): void => {
    this.#open = !this.#open;
    this.#host.requestUpdate();
  };
}

/** Without values: EPCI where they are there, else départements, else whatever there is. */
const outlineOf = (areas: readonly Area[]): OutlinedKind | undefined =>
  (['epci', 'departement', 'commune', 'region'] as const).find((kind) => areas.some((area) => area.kind === kind));

function looksOf(
  { values, classes, discs }: Values,
  name: (area: Area) => string,
  m: Localized,
): readonly (readonly [string, AreaLook])[] {
  const most = values.reduce((largest, { value }) => Math.max(largest, Math.abs(value ?? 0)), 0);
  return values.map(({ area, quantity, value }) => {
    const text = quantity ? formatQuantity(quantity, m.lang) : '';
    if (discs) {
      const disc = discRadius(value ?? 0, most, DISC);
      // The number alone: "at least" is said in the table.
      const number = quantity && disc >= READABLE ? quantityParts(quantity, m.lang).number : '';
      return [area.id, disc > 0 ? { disc, lines: [number] } : {}];
    }
    const shade = classOf(classes, value)?.shade ?? null;
    return [area.id, { shade, lines: quantity ? [name(area), text] : [name(area)] }];
  });
}

function meets({ geometry }: Area, [west, south, east, north]: Basemap['bbox']): boolean {
  return ringsOf(geometry).some((ring) =>
    ring.some(([lon = 0, lat = 0]) => lon > west && lon < east && lat > south && lat < north),
  );
}

type Notice = (params: Readonly<Record<string, string>>, m: Localized) => Content;
const noticeOf =
  (key: MessageKey): Notice =>
  ({ by, ...params }, m) => {
    const isKnown = by !== undefined && OUTLINED_KINDS.some((kind) => kind === by);
    const words = by === undefined ? {} : { by: isKnown ? m.text(`overBy_${by}` as MessageKey) : by };
    return notice('info', m.content(key, { ...params, ...words }));
  };
/** A mistake of the page's author, which leaves the map as it is: said there and in the console. */
const mistakeOf =
  (key: MessageKey): Notice =>
  (params, m) => {
    warnConfiguration(m.text(key, params));
    return noticeOf(key)(params, m);
  };
const notices = {
  failed: noticeOf('overFailed'),
  elsewhere: noticeOf('overElsewhere'),
  lacks: noticeOf('overLacks'),
  noAreas: noticeOf('overNoAreas'),
  indicator: mistakeOf('overIndicator'),
  indicatorNear: mistakeOf('overIndicatorNear'),
  kind: mistakeOf('overKind'),
  none: noticeOf('overNone'),
};
