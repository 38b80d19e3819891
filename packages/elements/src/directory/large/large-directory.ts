/** Directory too large to be held by the page: an engine gives its numbers, a page of its rows and its markers. */

import { EssError } from '@ess-widgets/core';
import { placeName } from '@ess-widgets/core/charts';
import type { Counts, DirectoryEntry, Engine } from '@ess-widgets/core/directory';
import { isOff } from '@ess-widgets/core/geo';
import { resolveText } from '@ess-widgets/core/model';
import { html, nothing, type ReactiveController } from 'lit';
import type { ElementView, EssElement } from '../../base/element.ts';
import { EssErrorEvent } from '../../base/events.ts';
import { type Content, failure } from '../../base/frame.ts';
import { warn } from '../../base/warn.ts';
import type { Localized } from '../../texts/texts.ts';
import { filterModel } from '../derive.ts';
import type { Directory } from '../types.ts';
import { acquireEngine, type EngineHandle } from './engines.ts';
import { EngineItems, placeOfId } from './item-source.ts';
import { LargeParts } from './large-parts.ts';
import { type Large, type LargeRequest, openingOf, queryOf } from './large-request.ts';
import { OWN_LISTS, OwnLists } from './own-lists.ts';

export { beyond as texts } from '../../texts/beyond.fr.ts';

/** Rows of a whole list are asked for in parts of this size. */
const PART = 500;

interface Live {
  readonly handle: EngineHandle;
  readonly engine: Engine;
  readonly lists: OwnLists;
  readonly items: EngineItems;
  readonly remarks: readonly string[];
}

let lists = 0;

/** Keeps an engine in step with what its element asks for, and answers from what has come. */
export class LargeDirectory implements ReactiveController {
  error: EssError | null = null;
  /** Whether a failed request is being repeated: the error stands until there is an answer. */
  #isTrying = false;
  readonly #host: EssElement;
  readonly #retry = (): void => {
    this.#isTrying = true;
    this.#end();
    this.#host.tell();
    this.#host.requestUpdate();
  };
  /** The first of its lists among those of all who share an engine. */
  readonly #first: number;
  readonly #parts: LargeParts;
  #asked = '';
  #handle: EngineHandle | null = null;
  #live: Live | null = null;
  #query = '';
  #answered = '';
  #counts: Counts | null = null;
  /** Whether these are numbers of a search or a filter. */
  #filtered = false;
  #rows: readonly DirectoryEntry[] = [];
  #rowsOf = '';
  #reading = '';
  #selection: string | null = null;
  #selected: DirectoryEntry | null = null;

  constructor(host: EssElement) {
    this.#host = host;
    this.#parts = new LargeParts(host);
    this.#first = lists;
    lists += OWN_LISTS;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#isTrying = false;
    this.#end();
  }

  /** Whether what was asked for last is still on its way. */
  get pending(): boolean {
    return this.#query !== this.#answered;
  }

  /** Returns the view with its error above it, or in its place where nothing has come. Null without an error. */
  withFailure(view: ElementView | null, title: Content, m: Localized): ElementView | null {
    if (!this.error) return null;
    const strip = failure(m.content('errorNoData'), this.error, m, this.#retry, this.#isTrying);
    return { title, ...view, body: html`${strip}${view?.body ?? nothing}`, failed: true };
  }

  /** Returns the directory as far as it has come; null until its numbers are there. */
  read(request: LargeRequest): Directory | null {
    this.#open(request);
    const live = this.#live;
    if (!live) return null;
    this.#ask(live, request);
    const counts = this.#counts;
    if (!counts) return null;
    this.#page(live, request.pages.limitFor(counts.shown.n));
    this.#select(live, request);
    return this.#directory(live, counts, request);
  }

  #open(request: LargeRequest): void {
    const opening = openingOf(request);
    const key = JSON.stringify(opening);
    // Code that comes late draws an element that has gone once more: nobody would let go of its engine.
    if (key === this.#asked || !this.#host.isConnected) return;
    this.#end();
    this.#asked = key;
    const handle = acquireEngine(opening);
    this.#handle = handle;
    handle.running.then(
      ({ engine, told }) => {
        if (this.#handle !== handle) return;
        const { m } = request;
        const own = new OwnLists(engine, this.#first);
        this.#live = {
          handle,
          engine,
          lists: own,
          items: new EngineItems(engine, own.map),
          remarks: told.map(({ message }) => resolveText(message, m.lang).text),
        };
        this.#host.requestUpdate();
      },
      (error: unknown) => {
        if (this.#handle === handle) this.#fail(error);
      },
    );
  }

  #ask(live: Live, request: LargeRequest): void {
    const { ground, dataset } = request;
    const boxes = this.#parts.boxes(ground, (this.#counts?.all.off ?? 0) > 0, dataset);
    const query = { ...queryOf(request), parts: boxes };
    const key = JSON.stringify(query);
    if (key === this.#query) return;
    this.#query = key;
    live.lists.counts(query).then(
      (counts) => {
        if (this.#query !== key || this.#live !== live) return;
        if (this.#isTrying) this.error = null;
        this.#isTrying = false;
        this.#counts = counts;
        this.#answered = key;
        this.#parts.learn(counts.parts);
        live.items.renew();
        this.#host.requestUpdate();
      },
      (error: unknown) => {
        if (this.#live === live) this.#fail(error);
      },
    );
  }

  /** Rows come in pages; those of a former query stay until the first of the new ones are there. */
  #page({ lists: own }: Live, limit: number): void {
    const of = this.#answered;
    const from = this.#rowsOf === of ? this.#rows.length : 0;
    const key = `${from} ${limit} ${of}`;
    if (this.pending || (this.#rowsOf === of && from >= limit) || key === this.#reading) return;
    this.#reading = key;
    own.page(from, limit).then(
      (more) => {
        if (this.#reading !== key || this.#answered !== of) return;
        this.#rows = from > 0 ? [...this.#rows, ...more] : more;
        this.#rowsOf = of;
        this.#host.requestUpdate();
      },
      (error: unknown) => {
        if (this.#reading === key) this.#fail(error);
      },
    );
  }

  #select({ engine, items }: Live, { scope: { selection: id }, ground }: LargeRequest): void {
    if (id === this.#selection) return;
    this.#selection = id;
    this.#selected = null;
    if (id === null) {
      items.select(null);
      return;
    }
    const found = async (): Promise<void> => {
      const place = await engine.find(id);
      const [entry] = place < 0 ? [] : await engine.entries([place]);
      if (this.#selection !== id) return;
      this.#selected = entry ?? null;
      const isOn = entry?.position && !(ground && isOff(ground, entry.position));
      items.select(isOn ? { id, place, entry } : null);
      this.#host.requestUpdate();
    };
    found().catch((error: unknown) => warn('fault/selection', `what was chosen could not be read: ${String(error)}`));
  }

  #directory(live: Live, counts: Counts, request: LargeRequest): Directory {
    const { dataset, m, near, panelOpen: open } = request;
    const { query, facets, territory } = request.scope;
    const { categories, filters } = filterModel({
      dataset,
      kinds: counts.colleges.map(([college, count]) => ({ layer: 'members', college, count })),
      colleges: request.asked,
      departements: counts.departements,
      facets,
      query,
      pending: this.pending && (!this.error || this.#isTrying) && query.trim() !== '',
      near,
      n: counts.shown.n,
      found: undefined,
      // Numbers of a former radius say nothing of this one.
      beyond: this.pending ? null : counts.beyond,
      open,
      m,
    });
    if (!this.pending)
      this.#filtered = query.trim() !== '' || Object.values(facets).flat().length > 0 || filters.near?.filters === true;
    const filtered = this.#filtered;
    const off = this.#parts.line(counts, filtered, this.#selected, request);
    const isSelected = this.#selected && !this.#rows.some(({ id }) => id === this.#selected?.id);
    return {
      dataset,
      all: [],
      // The entry chosen is shown, however far down the list it is.
      shown: isSelected && this.#selected ? [this.#selected, ...this.#rows] : this.#rows,
      everywhere: [],
      tally: counts,
      layers: new Map([['members', counts.all]]),
      large: this.#large(live, counts),
      categories,
      filters,
      filtered,
      apart: off,
      off,
      territory: placeName(dataset, territory, m),
    };
  }

  #large({ engine, lists: own, items, remarks }: Live, { shown, extent }: Counts): Large {
    return {
      sourceOf: (draw, dress) => {
        items.draw(draw, dress);
        return items;
      },
      extent,
      parts: this.#parts.shown,
      remarks,
      entryOf: async (id) => {
        const place = placeOfId(id) ?? (await engine.find(id));
        const [entry = null] = place < 0 ? [] : await engine.entries([place]);
        return entry;
      },
      everything: async () => {
        const parts: (readonly DirectoryEntry[])[] = [];
        for (let from = 0; from < shown.n; from += PART) parts.push(await own.page(from, from + PART));
        return parts.flat();
      },
    };
  }

  #fail(cause: unknown): void {
    const error = cause instanceof EssError ? cause : new EssError('schema', String(cause), { cause });
    this.error = error;
    if (this.#isTrying || this.#live) this.#host.tell(error);
    this.#isTrying = false;
    warn(`${error.code}/${error.details.url ?? 'large'}`, `<${this.#host.localName}>: ${error.message}`);
    this.#host.dispatchEvent(new EssErrorEvent(error));
    this.#host.requestUpdate();
  }

  #end(): void {
    this.#handle?.release();
    this.#handle = null;
    this.#live = null;
    if (!this.#isTrying) this.error = null;
    this.#counts = null;
    this.#rows = [];
    this.#selected = null;
    this.#selection = null;
    this.#asked = '';
    this.#query = '';
    this.#answered = '';
    this.#rowsOf = '';
    this.#reading = '';
  }
}
