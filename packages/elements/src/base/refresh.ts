import { createRefresher, type Query, systemClock } from '@ess-widgets/core/data';
import { dom } from './dom.ts';

/**
 * Refreshes a query on an interval, on focus and on reconnection, paused while the tab is hidden.
 * @param interval seconds
 * @param ended ends it
 */
export function keepFresh(query: Query, interval: number, ended: AbortSignal): void {
  if (ended.aborted) return;
  const refresher = createRefresher({
    query,
    interval: interval * 1000,
    environment: {
      ...systemClock,
      random: () => Math.random(),
      visible: () => dom.visibilityState === 'visible',
      onWake(listener) {
        dom.addEventListener('visibilitychange', listener);
        window.addEventListener('focus', listener);
        window.addEventListener('online', listener);
        return () => {
          dom.removeEventListener('visibilitychange', listener);
          window.removeEventListener('focus', listener);
          window.removeEventListener('online', listener);
        };
      },
    },
  });
  ended.addEventListener('abort', () => refresher.stop());
}
