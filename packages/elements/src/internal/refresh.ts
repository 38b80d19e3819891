import { createRefresher, type Query, systemClock } from '@ess-widgets/core/client';

/** Refreshes a query on an interval, on focus and on reconnection, paused while the tab is hidden. @param interval seconds */
export function keepFresh(query: Query, interval: number): () => void {
  const refresher = createRefresher({
    query,
    interval: interval * 1000,
    environment: {
      ...systemClock,
      random: () => Math.random(),
      visible: () => document.visibilityState === 'visible',
      onWake(listener) {
        document.addEventListener('visibilitychange', listener);
        window.addEventListener('focus', listener);
        window.addEventListener('online', listener);
        return () => {
          document.removeEventListener('visibilitychange', listener);
          window.removeEventListener('focus', listener);
          window.removeEventListener('online', listener);
        };
      },
    },
  });
  return () => refresher.stop();
}

/** Seconds of `30s`, `5m`, `1h`; undefined for `off`, nothing or anything else. */
export function parseDuration(text: string | null | undefined): number | undefined {
  const match = /^(\d+)\s*(s|m|h)?$/.exec(text?.trim() ?? '');
  if (!match) return undefined;
  return Number(match[1]) * { s: 1, m: 60, h: 3600 }[(match[2] ?? 's') as 's' | 'm' | 'h'];
}
