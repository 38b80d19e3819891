/** Contenders of a measurement. */

/**
 * Sign by which a page is known to show its figure: a number of elements, or a canvas that is painted. `within` names
 * the hosts of the shadow roots on the way, with ` >>> ` between them.
 */
export type Sign =
  | { readonly selector: string; readonly within?: string; readonly least?: number }
  | { readonly canvas: string; readonly within?: string };

/** Our own element, a bare page that does the least that such a page can, or a library that others would take. */
export type ContenderKind = 'ours' | 'bare' | 'peer';

export interface Contender {
  readonly name: string;
  readonly kind: ContenderKind;
  /**
   * A source under `src/pages`, or the body of a page with our loader (without it if it is alone).
   */
  readonly page:
    | { readonly source: string }
    | { readonly html: string; readonly isAlone?: boolean; readonly style?: string };
  /** Address of the folder of its data, where they are not those of the work. */
  readonly data?: string;
  /** All of them: the figure is on screen. */
  readonly signs: readonly Sign[];
}
