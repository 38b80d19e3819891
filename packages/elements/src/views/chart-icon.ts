/** The way back from a table to its chart. */
export const CHART = 'M2.5 2.5v11h11M5.5 11V7.5M8.5 11V4.5M11.5 11V8.5';
