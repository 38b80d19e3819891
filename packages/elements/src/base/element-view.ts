import type { Content } from './frame.ts';
import type { Shared } from './share/share-bar.ts';

/** View that a subclass makes of its data. */
export interface ElementView {
  /** Title computed from the data; the `heading` attribute wins. */
  readonly title: Content;
  readonly subtitle?: Content;
  readonly body: Content;
  /** Source line: references and badges. */
  readonly source?: Content;
  /** Content that a visitor may take elsewhere, by the bar beside the source line. */
  readonly shared?: Shared | undefined;
  /** Remarks of the element about the data, listed with the issues that the client found. */
  readonly remarks?: readonly Content[];
  /** Nothing matches, or it could not be had: the body says so, and the state is `empty` or `error`. */
  readonly empty?: boolean;
  readonly failed?: boolean;
}
