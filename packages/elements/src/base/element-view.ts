import type { Content } from './frame.ts';

/** View that a subclass makes of its data. */
export interface ElementView {
  /** Title computed from the data; the `heading` attribute wins. */
  readonly title: Content;
  readonly subtitle?: Content;
  readonly body: Content;
  /** Source line: references and badges at the left, actions at the right. */
  readonly source?: Content;
  readonly actions?: Content;
  /** Remarks of the element about the data, listed with the issues that the client found. */
  readonly remarks?: readonly Content[];
  /** Nothing matches, or it could not be had: the body says so, and the state is `empty` or `error`. */
  readonly empty?: boolean;
  readonly failed?: boolean;
}
