import { describe, expect, it } from 'vitest';
import { EssError } from '../../errors.ts';
import { IDLE } from './query-state.ts';
import { createRefresher } from './refresher.ts';
import type { QueryState } from './types.ts';

const MINUTE = 60_000;

/** Creates a page whose clock and visibility the test sets, and a query that succeeds or fails as the test says. */
function page(interval = MINUTE) {
  let now = 0;
  let next = 0;
  let visible = true;
  let state: QueryState = IDLE;
  let finish: (() => void) | undefined;
  let slow = false;
  const waiting = new Map<number, { readonly at: number; readonly callback: () => void }>();
  const wakers = new Set<() => void>();
  const refreshes: number[] = [];
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const refresher = createRefresher({
    interval,
    query: {
      get state() {
        return state;
      },
      refresh: async () => {
        refreshes.push(now);
        if (slow) await new Promise<void>((resolve) => (finish = resolve));
      },
    },
    environment: {
      now: () => now,
      setTimeout: (callback, ms) => {
        // As browsers do, which count in 32 bits: what is longer fires at once.
        waiting.set(++next, { at: now + (ms < 2 ** 31 ? ms : 1), callback });
        return next;
      },
      clearTimeout: (handle) => void waiting.delete(handle as number),
      random: () => 1,
      visible: () => visible,
      onWake: (listener) => {
        wakers.add(listener);
        return () => void wakers.delete(listener);
      },
    },
  });
  const advanceTo = async (time: number): Promise<void> => {
    for (;;) {
      const due = [...waiting].filter(([, { at }]) => at <= time).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) break;
      waiting.delete(due[0]);
      now = due[1].at;
      due[1].callback();
      await settle();
    }
    now = time;
  };
  return {
    refresher,
    refreshes,
    advanceTo,
    wake: async () => {
      for (const waker of wakers) waker();
      await settle();
    },
    show: (shown: boolean) => (visible = shown),
    fail: (error: EssError | null) => (state = { ...IDLE, error }),
    slowDown: () => (slow = true),
    finish: async () => {
      finish?.();
      await settle();
    },
    get left() {
      return waiting.size + wakers.size;
    },
  };
}

describe('a refresher', () => {
  it('refreshes at its interval', async () => {
    const { advanceTo, refreshes } = page();
    await advanceTo(3 * MINUTE);
    expect(refreshes).toEqual([MINUTE, 2 * MINUTE, 3 * MINUTE]);
  });

  it('never more often than every five seconds', async () => {
    const { advanceTo, refreshes } = page(10);
    await advanceTo(11_000);
    expect(refreshes).toEqual([5_000, 10_000]);
  });

  it('rests while the page is hidden, and refreshes when it is shown again', async () => {
    const { advanceTo, refreshes, show, wake } = page();
    show(false);
    await advanceTo(10 * MINUTE);
    await wake();
    expect(refreshes).toEqual([]);
    show(true);
    await wake();
    await advanceTo(11 * MINUTE);
    expect(refreshes).toEqual([10 * MINUTE, 11 * MINUTE]);
  });

  it('refreshes once when several things wake it at once, and not again a moment later', async () => {
    const { advanceTo, refreshes, wake } = page(10 * MINUTE);
    await advanceTo(MINUTE);
    await Promise.all([wake(), wake()]);
    await advanceTo(MINUTE + 10_000);
    await wake();
    expect(refreshes).toEqual([MINUTE]);
  });

  it('does not start a second refresh while one is slow', async () => {
    const { advanceTo, refreshes, wake, slowDown, finish } = page();
    slowDown();
    await advanceTo(5 * MINUTE);
    await wake();
    expect(refreshes).toEqual([MINUTE]);
    await finish();
    await advanceTo(6 * MINUTE);
    expect(refreshes).toEqual([MINUTE, 6 * MINUTE]);
  });

  it('backs off while it fails, and comes back to its interval when it succeeds', async () => {
    const { advanceTo, refreshes, fail } = page();
    fail(new EssError('network', 'offline'));
    await advanceTo(8 * MINUTE);
    expect(refreshes.map((time) => time / MINUTE)).toEqual([1, 3, 7]);
    fail(null);
    await advanceTo(17 * MINUTE);
    expect(refreshes.map((time) => time / MINUTE)).toEqual([1, 3, 7, 15, 16, 17]);
  });

  it('never backs off for more than half an hour', async () => {
    const { advanceTo, refreshes, fail } = page();
    fail(new EssError('network', 'offline'));
    await advanceTo(200 * MINUTE);
    const waits = refreshes.map((time, index) => (time - (refreshes[index - 1] ?? 0)) / MINUTE);
    expect(Math.max(...waits)).toBe(30);
  });

  it('comes back no sooner than the server asks', async () => {
    const { advanceTo, refreshes, fail } = page();
    fail(new EssError('http', 'busy', { status: 503, retryAfter: 3_600 }));
    await advanceTo(60 * MINUTE);
    expect(refreshes).toEqual([MINUTE]);
    await advanceTo(61 * MINUTE);
    expect(refreshes).toEqual([MINUTE, 61 * MINUTE]);
  });

  it('waits, and does not spin, where it or the server asks for more than a timer can hold', async () => {
    const month = 30 * 24 * 60 * MINUTE;
    const patient = page(month);
    await patient.advanceTo(60 * MINUTE);
    expect(patient.refreshes).toEqual([]);
    const refused = page();
    refused.fail(new EssError('http', 'closed', { status: 503, retryAfter: month / 1000 }));
    await refused.advanceTo(60 * MINUTE);
    expect(refused.refreshes).toEqual([MINUTE]);
  });

  it('leaves nothing behind once stopped, even in the middle of a refresh', async () => {
    const it = page();
    it.slowDown();
    await it.advanceTo(MINUTE);
    it.refresher.stop();
    await it.finish();
    expect(it.left).toBe(0);
    await it.advanceTo(10 * MINUTE);
    expect(it.refreshes).toEqual([MINUTE]);
  });
});
