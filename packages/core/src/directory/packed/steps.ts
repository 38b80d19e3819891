/** Long work that says where it may be interrupted: a generator of steps of some milliseconds each. */

/** Lets everything else that waits go first. */
export type Pause = () => Promise<void>;

/** Does it at once. */
export function atOnce<T>(steps: Iterator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does it with a pause between two steps, where there is somebody to wait for. */
export async function inSteps<T>(steps: Iterator<void, T>, pause: Pause | undefined): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (pause) await pause();
  }
}
