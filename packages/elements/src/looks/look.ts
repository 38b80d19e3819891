import type { Look } from '@ess-widgets/core/charts';

/** A look of elements. */
export interface ElementLook extends Look {
  /** Returns its rules besides the tokens. @param host the selector of an element with this look */
  readonly rules: (host: string) => string;
}
