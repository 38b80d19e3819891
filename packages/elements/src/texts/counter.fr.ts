import { counterWords } from '@ess-widgets/core/charts';

/** French texts of the event counter. */
export const counter = {
  ...counterWords,
  counterUnderWay: 'en cours',
} as const;
