import type { Content } from './frame.ts';

/** What a subclass shows once its data is there. */
export interface ElementView {
  /** Title computed from the data; the `heading` attribute wins. */
  readonly title: Content;
  readonly subtitle?: Content;
  readonly body: Content;
  /** Source line: references and badges at the left, actions at the right. */
  readonly source?: Content;
  readonly actions?: Content;
  /** What the element has to remark about the data, listed with what the client found. */
  readonly remarks?: readonly Content[];
  /** Nothing matches, or it could not be had: the body says so, and the state is `empty` or `error`. */
  readonly empty?: boolean;
  readonly failed?: boolean;
}
