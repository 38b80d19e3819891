import type { ReactiveElement } from 'lit';

/**
 * Updates a host now: a page is printed when the listeners have returned, and there is no time for a microtask.
 * `performUpdate` is protected in its type, and public in its contract with `scheduleUpdate`.
 */
export function flush(host: ReactiveElement): void {
  if (host.isConnected && host.isUpdatePending) (host as unknown as { performUpdate(): void }).performUpdate();
}
