import type { LitElement } from 'lit';
import { layPaper, type Printed, preparePaper } from './paper.ts';
import { isAlone, MARK } from './paper-pages.ts';

/**
 * Has a report laid for paper whenever the browser itself prints: by its menu, its keys, or a button of the page.
 * @param printed what is to be printed by then; null where there is nothing yet
 * @param signal ends it
 */
export async function getReady(host: LitElement, printed: () => Printed | null, signal: AbortSignal): Promise<void> {
  const first = printed();
  if (!first || !isAlone(host)) return;
  const { m, drawing } = await preparePaper(host, first);
  const lay = (): void => {
    const now = printed();
    // Its own button has laid it by now, or another report of the page is printed.
    if (!now || document.querySelector(`[${MARK}]`)) return;
    const takeAway = layPaper(host, { ...now, m, drawing });
    window.addEventListener('afterprint', takeAway, { once: true });
  };
  window.addEventListener('beforeprint', lay, { signal });
}
