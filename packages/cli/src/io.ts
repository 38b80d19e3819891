import type { ReadFrance } from '@ess-widgets/core/geo';

/** Access of a command to its environment, given by `main.ts` and replaced in tests. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether each output is a terminal: colours and progress are for people who look at one. */
  readonly terminal: { readonly out: boolean; readonly err: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Reads the communes of France; those that come with the core where it is left out. */
  readonly france?: ReadFrance;
  /** The clock; that of the system where it is left out. */
  readonly now?: () => Date;
  /** Waits some milliseconds; a timer where it is left out. */
  readonly wait?: (ms: number) => Promise<void>;
  /** Whether what may cost all memory or never end runs in a process of its own; in this one where it is left out. */
  readonly isolates?: boolean;
  /** The platform's fetch, for http(s) addresses. */
  readonly fetch: (
    url: string,
    init: Pick<RequestInit, 'method' | 'headers' | 'body'> & {
      readonly signal: AbortSignal;
      readonly redirect: 'follow' | 'manual';
    },
  ) => Promise<Response>;
}
