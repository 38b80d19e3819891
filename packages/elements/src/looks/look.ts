/** Types of the looks: values of tokens, in a file each. */

/**
 * Defaults of the public `--ess-*` tokens. Elements read `--ess-accent` and never declare it, so that a page, a provider or
 * a host can set it; what they use is the private `--_accent`.
 */
export type Colours = readonly (readonly [name: string, light: string, dark: string])[];

/** A look besides the default one, without its stripes. */
export interface Look {
  /** Name of its state, as the attribute has it. */
  readonly name: string;
  /** Colours that differ from the default look: those of every element, of maps and of their shades. */
  readonly colours: Colours;
  /** Sizes and shapes that differ. */
  readonly measures: readonly (readonly [name: string, value: string])[];
  /** Returns its other rules. @param host the selector of an element with this look */
  readonly rules: (host: string) => string;
}
