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
  /** ms from the next move of the pointer to the frame that shows other signs. */
  readonly again: (signs: readonly Sign[]) => Promise<number>;
  /** Answers that wait for one another before the figure, the page itself first. */
  readonly levels: () => Promise<number>;
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
  const seen = (all: readonly Sign[]): Promise<number> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!all.every(holds)) requestAnimationFrame(look);
        // The frame is on screen when its next task runs.
        else setTimeout(() => resolve(performance.now()));
      };
      requestAnimationFrame(look);
    });
  const figure = seen(signs);
  const again = (all: readonly Sign[]): Promise<number> =>
    new Promise((resolve) => {
      const begin = ({ timeStamp }: Event): void => void seen(all).then((at) => resolve(at - timeStamp));
      addEventListener('pointermove', begin, { once: true, capture: true });
    });
  const levels = async (): Promise<number> => {
    const at = await figure;
    const kinds = ['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind));
    const answers = (kinds as PerformanceResourceTiming[])
      .filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= at)
      .map(({ startTime, responseEnd }) => ({ startTime, responseEnd, level: 1 }))
      .sort((a, b) => a.startTime - b.startTime);
    for (const answer of answers)
      for (const before of answers)
        if (before.responseEnd <= answer.startTime) answer.level = Math.max(answer.level, before.level + 1);
    return Math.max(...answers.map(({ level }) => level));
  };
  globalThis.essWatch = { figure, tasks, again, levels, slowest: 0 };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    // A pointer that comes over something else, which every scroll makes it do, is an event and no interaction.
    for (const { duration, interactionId } of list.getEntries() as PerformanceEventTiming[])
      if (interactionId) globalThis.essWatch.slowest = Math.max(globalThis.essWatch.slowest, duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}
