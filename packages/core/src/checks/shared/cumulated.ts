import type { Observation } from '../../model/index.ts';

const CUMULATED = /cumul|running[- ]total/iu;

/** Whether a figure is a running total, as its names say: never added up with its neighbours. */
export const isCumulated = (o: Observation): boolean =>
  CUMULATED.test(`${o.indicator ?? ''} ${o.id} ${o.label.fr} ${o.label['en'] ?? ''}`);
