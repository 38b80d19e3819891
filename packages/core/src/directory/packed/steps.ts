/** Long work as a generator that yields where it may be interrupted, after some milliseconds each time. */

/** Function that lets every other waiting task go first. */
export type YieldToEventLoop = () => Promise<void>;

/** Runs all steps without an interruption. */
export function runSync<T>(steps: Iterator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Runs the steps and yields between two of them; a worker gives no such function, because nobody waits for it. */
export async function runInSlices<T>(
  steps: Iterator<void, T>,
  yieldToEventLoop: YieldToEventLoop | undefined,
): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (yieldToEventLoop) await yieldToEventLoop();
  }
}
