/** Runs in every measured page before its own scripts: says when its figure is on screen, and counts long tasks. */
import type { Sign } from './contender.ts';

/** A task of the main thread of more than 50 ms. */
export interface LongTask {
  readonly start: number;
  readonly duration: number;
}

/** Measurements that the page hands to the harness. */
interface Watch {
  /** ms from the start of the navigation to the frame that shows the figure. */
  readonly figure: Promise<number>;
  readonly tasks: LongTask[];
  /** The slowest interaction so far, ms: from a click or a key to the frame that answers it. */
  slowest: number;
}

declare global {
  var essWatch: Watch;
}

/** The whole of it is one function: it is sent to the browser as text. */
export function watch(signs: readonly Sign[]): void {
  if (window.top !== window) return;
  const isPainted = (canvas: HTMLCanvasElement): boolean => {
    const { width, height } = canvas;
    if (width < 10 || height < 10) return false;
    const data = canvas.getContext('2d')?.getImageData(0, Math.floor(height / 2), width, 1).data ?? [];
    return data.some((value) => value !== 0);
  };
  const holds = (sign: Sign): boolean => {
    const hosts = sign.within?.split(' >>> ') ?? [];
    const root = hosts.reduce<ParentNode | null | undefined>(
      (at, host) => at?.querySelector(host)?.shadowRoot,
      document,
    );
    if ('canvas' in sign) return [...(root?.querySelectorAll<HTMLCanvasElement>(sign.canvas) ?? [])].some(isPainted);
    const { selector, least = 1 } = sign;
    return (root?.querySelectorAll(selector).length ?? 0) >= least;
  };
  const tasks: LongTask[] = [];
  const figure = new Promise<number>((resolve) => {
    const look = (): void => {
      if (!signs.every(holds)) requestAnimationFrame(look);
      // The frame is on screen when its next task runs.
      else setTimeout(() => resolve(performance.now()));
    };
    requestAnimationFrame(look);
  });
  globalThis.essWatch = { figure, tasks, slowest: 0 };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    // A pointer that comes over something else, which every scroll makes it do, is an event and no interaction.
    for (const { duration, interactionId } of list.getEntries() as PerformanceEventTiming[])
      if (interactionId) globalThis.essWatch.slowest = Math.max(globalThis.essWatch.slowest, duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}
