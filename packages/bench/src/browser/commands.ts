/** Commands of `npm run bench` that need a browser. */
export const COMMANDS = ['gate', 'map', 'report', 'profile', 'write'] as const;
export type BenchCommand = (typeof COMMANDS)[number];
