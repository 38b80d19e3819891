/** Long work on the page's own thread, in slices: between them the page answers its visitor. */
import type { Engine } from '@ess-widgets/core/internal/directory/packed/contract';

interface Scheduler {
  readonly yield?: () => Promise<void>;
}

/** Lets everything else that waits go first. */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: Scheduler };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}

/** The same engine, each answer in a task of its own: neither with another answer, nor with the drawing of the one before. */
export function sliced(engine: Engine): Engine {
  const apart =
    <A extends readonly unknown[], R>(method: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      await pause();
      const answer = await method(...args);
      await pause();
      return answer;
    };
  return {
    counts: apart(engine.counts),
    page: apart(engine.page),
    clusters: apart(engine.clusters),
    entries: apart(engine.entries),
    find: apart(engine.find),
    rank: apart(engine.rank),
  };
}
