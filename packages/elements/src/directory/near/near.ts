/**
 * Searches around the visitor, or around a commune that they typed. The visitor's own position is requested only when
 * they press the button, stays in this object and goes nowhere: neither into the scope, nor into the page's address,
 * nor over the network. A commune is a choice like any other: it is the facet `near` of the scope, so that the widgets
 * of a page share it and an address can hold it.
 */

import { EssError } from '@ess-widgets/core';
import {
  type Around,
  type Commune,
  type CommuneTable,
  communesLike,
  type NearCommune,
  readNear,
  SEARCH_RADIUS_KM,
  writeNear,
} from '@ess-widgets/core/geo';
import type { Dataset, Point, ScopeState } from '@ess-widgets/core/model';
import type { ReactiveController } from 'lit';
import { addStyles } from '../../base/added-styles.ts';
import { communesOf } from '../../base/communes-of.ts';
import type { EssElement } from '../../base/element.ts';
import { warn } from '../../base/warn.ts';
import type { MapEngine } from '../../map/types.ts';
import type { MessageKey } from '../../texts/texts.ts';
import { activeOf } from '../derive.ts';
import { nearStyles } from './near.styles.ts';
import { type NearDrawing, NearLayer } from './near-layer.ts';
import { nearMapStyles } from './near-map.styles.ts';
import { type NearGiven, type NearView, viewOf } from './near-view.ts';

export { near as texts } from '../../texts/near.fr.ts';

/** Communes proposed at once: namesakes, or names that begin alike. */
const PROPOSED = 3;
/** Fewer letters name too many communes to load their table. */
const SHORTEST = 3;

export class Near implements ReactiveController {
  readonly #host: EssElement;
  readonly #ask: (patch: Partial<ScopeState>) => void;
  #own: Point | null = null;
  #ownRadius: number | null = SEARCH_RADIUS_KM;
  #message: MessageKey | null = null;
  /** State of the scope when the message was set: a visitor who has changed it since has read the message. */
  #saidOf: ScopeState | null = null;
  /** Number of the latest request for a position: answers to earlier requests are ignored. */
  #asked = 0;
  #dataset: Dataset | null = null;
  #table: CommuneTable | null = null;
  #loading = false;
  #layer: NearLayer | null = null;
  /** Selector of the node that takes the focus once it is drawn, because the button that was pressed is gone. */
  #focus: string | null = null;

  /** @param ask changes what is asked for: the result will be said to the visitor */
  constructor(host: EssElement, ask: (patch: Partial<ScopeState>) => void) {
    this.#host = host;
    this.#ask = ask;
    host.addController(this);
    addStyles(host, [nearStyles]);
  }

  hostDisconnected(): void {
    this.#asked += 1;
  }

  hostUpdated(): void {
    const target = this.#focus && this.#host.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (!target) return;
    this.#focus = null;
    target.focus();
  }

  /** Communes are on their way. */
  get pending(): boolean {
    return this.#loading;
  }

  /** The button "near me": asks where the visitor is, or forgets it. */
  toggle(): void {
    this.#asked += 1;
    if (this.#own) {
      this.#take(null, null);
      return;
    }
    const asked = this.#asked;
    const take = (own: Point | null, message: MessageKey | null): void => {
      if (asked === this.#asked) this.#take(own, message);
    };
    // Missing on pages that are not served over https.
    if (!('geolocation' in navigator)) {
      take(null, 'nearFailed');
      return;
    }
    this.#say('nearAsking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => take({ lon: coords.longitude, lat: coords.latitude }, null),
      (error) => take(null, error.code === error.PERMISSION_DENIED ? 'nearDenied' : 'nearFailed'),
      { timeout: 15_000, maximumAge: 300_000 },
    );
  }

  /** Forgets where the visitor is: their filters are cleared. */
  forget(): void {
    this.#asked += 1;
    this.#own = null;
    this.#message = null;
  }

  /** Returns the place to search around; null for everywhere, and while the communes are loading. */
  around(dataset: Dataset): Around | null {
    this.#load(dataset);
    if (this.#own) return { ...this.#own, km: this.#ownRadius };
    const position = this.#commune?.position;
    return position ? { ...position, km: this.#chosen?.km ?? null } : null;
  }

  /** Returns the view that the filters show. */
  view(given: NearGiven, dataset: Dataset): NearView {
    const { query, facets } = this.#host.provider.scope.state;
    const text = query.trim();
    const chosen = this.#chosen;
    return viewOf(
      {
        ...given,
        around: this.around(dataset),
        isOwn: this.#own !== null,
        message: this.#saidOf === this.#host.provider.scope.state ? this.#message : null,
        commune: this.#commune,
        isMapped: this.#layer !== null,
        unknown: chosen && this.#table && !this.#commune ? chosen.insee : null,
        communes:
          this.#table && text.length >= SHORTEST
            ? communesLike(this.#table, text, PROPOSED, isLost(given, facets))
            : [],
        departement: departementOf(text, given.departements, facets['departement']?.[0]),
      },
      {
        choose: (commune) => this.#choose(commune),
        departement: (id) => this.#replace({ departement: [id] }, '#departement'),
        widen: (km) => this.#widen(km, '#radius'),
        radius: (km) => this.#widen(km, null),
        remove: () => {
          this.forget();
          this.#replace({ near: [] }, '#search', false);
        },
        draw: (drawing, engine) => this.#draw(drawing, engine),
      },
    );
  }

  #draw(drawing: NearDrawing | null, engine: MapEngine | null): void {
    const isNew = engine !== (this.#layer?.engine ?? null);
    if (isNew) this.#layer = engine && new NearLayer(engine);
    this.#layer?.draw(drawing);
    if (!isNew) return;
    addStyles(this.#host, [nearMapStyles]);
    // Its mark stands beside the words too.
    this.#host.requestUpdate();
  }

  get #chosen(): NearCommune | null {
    return readNear(this.#host.provider.scope.state.facets['near']?.[0]);
  }

  get #commune(): Commune | null {
    const { insee = '' } = this.#chosen ?? {};
    return this.#table?.byInsee.get(insee) ?? this.#table?.formerByInsee.get(insee) ?? null;
  }

  #choose({ insee }: Commune): void {
    this.forget();
    this.#replace({ near: [writeNear({ insee, km: SEARCH_RADIUS_KM })] }, '#radius');
  }

  #widen(km: number | null, focus: string | null): void {
    const chosen = this.#chosen;
    if (this.#own || !chosen) {
      this.#ownRadius = km;
      this.#focus = focus;
      this.#ask({ view: null });
    } else this.#replace({ near: [writeNear({ ...chosen, km })] }, focus, false);
  }

  /**
   * Changes the facets of the scope. Words that have become a choice are removed from the field, unless they were not
   * about it.
   */
  #replace(chosen: ScopeState['facets'], focus: string | null, typed = true): void {
    const facets = { ...this.#host.provider.scope.state.facets, ...chosen };
    const filled = Object.fromEntries(Object.entries(facets).filter(([, ids]) => ids.length > 0));
    this.#focus = focus;
    this.#ask({ facets: filled, view: null, ...(typed ? { query: '' } : {}) });
  }

  #take(own: Point | null, message: MessageKey | null): void {
    this.#own = own;
    this.#ownRadius = SEARCH_RADIUS_KM;
    if (own && this.#chosen) this.#replace({ near: [] }, null, false);
    else this.#ask({ view: null });
    this.#say(message);
  }

  #say(message: MessageKey | null): void {
    this.#message = message;
    this.#saidOf = this.#host.provider.scope.state;
    this.#host.requestUpdate();
  }

  /** Loads the communes of a data set once there is something to look up in them. */
  #load(dataset: Dataset): void {
    const { query } = this.#host.provider.scope.state;
    if (dataset === this.#dataset || (!this.#chosen && query.trim().length < SHORTEST)) return;
    this.#dataset = dataset;
    this.#loading = true;
    void communesOf(dataset)
      .catch((error: unknown) => {
        const { code, details, message } = error instanceof EssError ? error : new EssError('schema', String(error));
        warn(`${code}/${details.url ?? 'communes'}`, `communes cannot be proposed, their table is missing: ${message}`);
        return null;
      })
      .then((table) => {
        if (this.#dataset !== dataset) return;
        this.#table = table;
        this.#loading = false;
        this.#host.requestUpdate();
      });
  }
}

/** Whether nobody is found by the words. Where only what filters leave of them is counted, one of them hides that. */
const isLost = ({ found, n, beyond }: NearGiven, facets: ScopeState['facets']): boolean =>
  found === undefined
    ? n === 0 && activeOf(facets) === 0 && beyond?.nearest === null && beyond.unplaced === 0
    : found === 0;

/** The département whose code was typed, where the list of départements has it and it is not chosen yet. */
function departementOf(
  text: string,
  departements: NearGiven['departements'],
  chosen: string | undefined,
): NearGiven['departements'][number] | null {
  const found = departements.find(({ id }) => id === `departement-${text.toUpperCase()}`);
  return found && found.id !== chosen && departements.length > 1 ? found : null;
}
