/** Commands of `npm run bench` that need a browser. */
export const COMMANDS = ['peers', 'map', 'report', 'profile', 'write'] as const;
export type BenchCommand = (typeof COMMANDS)[number];
