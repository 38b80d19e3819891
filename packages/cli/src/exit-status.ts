/** Exit statuses. 1 is kept for commands that find something wrong with the data. */
export const EXIT = {
  ok: 0,
  /** The command could not do its work: wrong arguments, unreadable data, no value. */
  failed: 2,
} as const;
