/**
 * Measurements of a bench for one size: numbers by name. The slope is that of the first one, which grows with the size.
 */
export type BenchFigures = Readonly<Record<string, number>>;

/** A target: what a number may be at most. */
interface Target {
  readonly figure: string;
  readonly most: number;
  /** Size for which it is asked; every size by default. */
  readonly at?: number;
}

/** Something that is measured over networks of several sizes, each in a process of its own. */
export interface Bench {
  readonly name: string;
  /** Subject of the measurement, for the head of its table. */
  readonly what: string;
  readonly measure: (organisations: number) => Promise<BenchFigures>;
  /** Steepest growth allowed, on logarithmic scales. */
  readonly slope?: number;
  readonly targets?: readonly Target[];
}
