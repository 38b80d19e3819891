/** What `npm run bench` does in a browser. */
export const COMMANDS = ['peers', 'map', 'report', 'profile', 'write'] as const;
export type Command = (typeof COMMANDS)[number];
