import type { Query } from './types.ts';

/** Dependencies of a refresher: the clock, the timers and the state of its page. */
interface RefresherEnvironment {
  readonly now: () => number;
  readonly setTimeout: (callback: () => void, ms: number) => unknown;
  readonly clearTimeout: (handle: unknown) => void;
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number;
  /** Whether somebody can see the page. */
  readonly visible: () => boolean;
  /** Calls `listener` when the page is shown, gets the focus or is online again. */
  readonly onWake: (listener: () => void) => () => void;
}

/** Options of {@link createRefresher}. */
interface RefresherOptions {
  readonly query: Pick<Query, 'state' | 'refresh'>;
  /** Time between two refreshes, in ms; at least 5,000. */
  readonly interval: number;
  readonly environment: RefresherEnvironment;
}

/** Refreshes a query until it is stopped. */
interface Refresher {
  readonly stop: () => void;
}

/** The client asks no more often than that; an interval below would only spin. */
const SHORTEST = 5_000;

/** Failures never space refreshes by more than this, unless the interval itself does. */
const LONGEST_WAIT = 1_800_000;

/** A timer of a browser fires at once when it is asked to wait for longer, some 24 days, in ms. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** A page that is woken again and again refreshes at most this often, in ms. */
const WAKE_SPACING = 30_000;

/**
 * Keeps a query up to date: at an interval, and when the page wakes (shown, focused, online again). It rests while the
 * page is hidden. After a failure the wait doubles each time, with jitter so that the pages of all visitors do not come
 * back together, and never undercuts the `Retry-After` of the server.
 */
export function createRefresher({ query, interval, environment: page }: RefresherOptions): Refresher {
  const every = Math.max(SHORTEST, interval);
  let failures = 0;
  let last = page.now();
  let handle: unknown;
  let stopped = false;
  let busy = false;

  const schedule = (): void => {
    page.clearTimeout(handle);
    if (!stopped) handle = page.setTimeout(tick, Math.min(delay(), LONGEST_TIMER));
  };
  const delay = (): number => {
    if (failures === 0) return every;
    const wait = Math.min(every * 2 ** failures, Math.max(every, LONGEST_WAIT)) * (0.5 + page.random() / 2);
    return Math.max(wait, (query.state.error?.details.retryAfter ?? 0) * 1000);
  };
  const refresh = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    page.clearTimeout(handle);
    await query.refresh();
    busy = false;
    last = page.now();
    failures = query.state.error ? failures + 1 : 0;
    schedule();
  };
  // A hidden page sets no timer: its waking sets the next one.
  const tick = (): void => {
    if (page.visible()) void refresh();
  };
  const unlisten = page.onWake(() => {
    if (stopped || busy || !page.visible()) return;
    if (page.now() - last >= Math.min(every, WAKE_SPACING)) void refresh();
    else schedule();
  });
  schedule();
  return {
    stop: () => {
      stopped = true;
      page.clearTimeout(handle);
      unlisten();
    },
  };
}
