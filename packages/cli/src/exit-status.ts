/** Exit statuses. */
export const EXIT = {
  ok: 0,
  /** The command did its work, and found something wrong with the data. */
  findings: 1,
  /** The command could not do its work: wrong arguments, unreadable data, no value. */
  failed: 2,
} as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];
