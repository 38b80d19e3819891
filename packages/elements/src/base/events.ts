/**
 * The public events of the elements: typed subclasses, bubbling and composed, so that one listener on the page hears all.
 * React 19 listens with `oness-select`.
 */
import type { EssError, EssErrorCode } from '@ess-widgets/core';

// Fields are declared, not defined: they are those of what an event is made with.
const INIT: EventInit = { bubbles: true, composed: true };

/** `ess-load`: an element shows data. `stale` when it is the last good data while the source fails. */
export class EssLoadEvent extends Event {
  static readonly type = 'ess-load';
  /** When our copy was fetched, in milliseconds since 1970; null for data that was never fetched. */
  declare readonly updatedAt: number | null;
  declare readonly stale: boolean;
  constructor(detail: { updatedAt: number | null; stale: boolean }) {
    super(EssLoadEvent.type, INIT);
    Object.assign(this, detail);
  }
}

/** `ess-error`: a source failed, its data cannot be read, or the element was given something that does not exist. */
export class EssErrorEvent extends Event {
  static readonly type = 'ess-error';
  declare readonly error: EssError;
  declare readonly code: EssErrorCode;
  constructor(error: EssError) {
    super(EssErrorEvent.type, INIT);
    Object.assign(this, { error, code: error.code });
  }
}

/** `ess-select`: the visitor selected a record (an organisation, an event), or nothing any more. */
export class EssSelectEvent extends Event {
  static readonly type = 'ess-select';
  declare readonly id: string | null;
  declare readonly collection: string;
  constructor(detail: { id: string | null; collection: string }) {
    super(EssSelectEvent.type, INIT);
    Object.assign(this, detail);
  }
}

/** Detail of an `ess-filter` event. */
interface Filtered {
  readonly query: string;
  readonly facets: Readonly<Record<string, readonly string[]>>;
  readonly count: number;
  readonly territory?: string | undefined;
  readonly period?: string | undefined;
  readonly compare?: string | undefined;
}

/** `ess-filter`: the visitor searched, chose facets, or picked a territory or a period; `count` records are left. */
export class EssFilterEvent extends Event {
  static readonly type = 'ess-filter';
  declare readonly query: string;
  declare readonly facets: Readonly<Record<string, readonly string[]>>;
  declare readonly count: number;
  /** What a picker has set; undefined for the data's default. */
  declare readonly territory: string | undefined;
  declare readonly period: string | undefined;
  declare readonly compare: string | undefined;
  constructor(detail: Filtered) {
    super(EssFilterEvent.type, INIT);
    Object.assign(this, detail);
  }
}

declare global {
  // Of elements, of the document and of the window: events bubble there.
  interface GlobalEventHandlersEventMap {
    'ess-load': EssLoadEvent;
    'ess-error': EssErrorEvent;
    'ess-select': EssSelectEvent;
    'ess-filter': EssFilterEvent;
  }
}
