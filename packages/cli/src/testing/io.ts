import { EssError } from '@ess-widgets/core';
import type { ReadFrance } from '@ess-widgets/core/geo';
import { ESS_WIDGETS } from '../run.ts';
import { runTool, type Tool } from '../tool.ts';

/** Output of a run, and its status. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  /** All of it with the narrow spaces of French, which are plain ones in `out` and `err` for tests to be readable. */
  readonly typeset: string;
}

export const ROOT = new URL('../../../../', import.meta.url);

/** Options of {@link runLine}: the folder it runs in, the terminal and its locale, answers of the web by address. */
export interface Where {
  readonly cwd?: string;
  readonly locale?: string;
  readonly web?: Readonly<Record<string, () => Response>>;
  /** Both outputs are a terminal. */
  readonly terminal?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Reads the communes of France, which are not there by default. */
  readonly france?: ReadFrance;
  /** Hears of each request for the web. */
  readonly onAsked?: (url: string, redirect: string) => void;
  /** Day on which it runs, `YYYY-MM-DD`. */
  readonly today?: string;
}

const missing: ReadFrance = async (path) => {
  throw new EssError('network', `${path} is not there.`);
};

/** Runs a line of a tool in this process, with a terminal in French at the root of the repository by default. */
export async function runLine(
  tool: Tool,
  line: string,
  { cwd, locale = 'fr_FR.UTF-8', web = {}, terminal = false, env = {}, onAsked, today, france = missing }: Where = {},
): Promise<Ran> {
  const printed = { out: '', err: '' };
  const status = await runTool(tool, line.split(' ').filter(Boolean), {
    out: (text) => void (printed.out += text),
    err: (text) => void (printed.err += text),
    terminal: { out: terminal, err: terminal },
    env: { LANG: locale, ...env },
    france,
    cwd: cwd ?? decodeURIComponent(ROOT.pathname),
    ...(today === undefined ? {} : { now: () => new Date(`${today}T12:00:00`) }),
    fetch: async (url, { redirect }) => {
      onAsked?.(url, redirect);
      const answer = web[url];
      if (!answer) throw new TypeError('fetch failed');
      return answer();
    },
  });
  const plain = (text: string): string => text.replaceAll('\u202f', ' ');
  return { status, out: plain(printed.out), err: plain(printed.err), typeset: printed.out + printed.err };
}

/** Runs a line of `ess-widgets`. */
export const ess = (line: string, where?: Where): Promise<Ran> => runLine(ESS_WIDGETS, line, where);
