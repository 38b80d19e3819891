/** Runs in the page: does something to a map or a widget, and says when the last change that came of it was on screen. */

/** Step of a bench. `button` is pressed; without one the page's own zoom is called. */
export interface BenchStep {
  /** Element whose shadow root holds both; the document without one. */
  readonly within?: string;
  /** Element that is watched for changes. */
  readonly watched: string;
  readonly button?: string;
  readonly zoom?: 1 | -1;
}

/** ms without a change after which nothing more is expected. */
const CALM = 250;

/** @returns ms from the step to the frame that shows its last change */
export async function takeStep({ step, calm }: { readonly step: BenchStep; readonly calm: number }): Promise<number> {
  const root = step.within ? document.querySelector(step.within)?.shadowRoot : document;
  const watched = root?.querySelector(step.watched);
  if (!root || !watched) throw new Error(`nothing to watch: ${step.watched}`);
  const start = performance.now();
  let last = start;
  const seen = (): void => {
    requestAnimationFrame(() => setTimeout(() => (last = performance.now())));
  };
  const observer = new MutationObserver(seen);
  observer.observe(watched, { subtree: true, childList: true, attributes: true, characterData: true });
  if (step.button) root.querySelector<HTMLElement>(step.button)?.click();
  else await (globalThis as { bench?: { zoom?: (by: 1 | -1) => unknown } }).bench?.zoom?.(step.zoom ?? 1);
  seen();
  do await new Promise((resolve) => setTimeout(resolve, 50));
  while (performance.now() - last < calm || last === start);
  observer.disconnect();
  return last - start;
}

export const stepArguments = (step: BenchStep): { readonly step: BenchStep; readonly calm: number } => ({
  step,
  calm: CALM,
});
