/** Types of the looks: values of tokens, in a file each. */

/**
 * Defaults of the public `--ess-*` tokens of colours. What draws reads `--ess-accent` and never declares it, so that a page, a
 * provider or a host can set it; what it uses is the private `--_accent`.
 */
export type Colours = readonly (readonly [name: string, light: string, dark: string])[];

/** A look besides the default one, without its stripes. */
export interface Look {
  /** Its name, as the attribute has it. */
  readonly name: string;
  /** Colours that differ from the default look: those of every widget, of maps and of their shades. */
  readonly colours: Colours;
  /** Sizes and shapes that differ. */
  readonly measures: readonly (readonly [name: string, value: string])[];
}
