/** Expected state and messages of a story, which the test of all stories asserts. */
export interface Expected {
  /** State of every widget in it; `ready` where not said. */
  readonly state?: 'loading' | 'empty' | 'error' | 'stale';
  /** Lines that the page's author reads in the console, in order; none where not said. */
  readonly says?: readonly RegExp[];
  /** Text that every widget in it shows. */
  readonly shows?: RegExp;
}

/** Returns the fields of a story whose data are not simply ready, or that writes to the console. */
export const expects = (expected: Expected) => ({ parameters: { expects: expected } });
