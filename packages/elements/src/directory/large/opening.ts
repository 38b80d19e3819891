import { EssError } from '@ess-widgets/core';
import type { Engine, Labels } from '@ess-widgets/core/directory';
import type { Finding, Period, Reach } from '@ess-widgets/core/model';
import { ASKING, addressOf, checkReach, mannerOf } from '@ess-widgets/core/reading';

/** Parameters that an engine is opened with. They are sent to a worker. */
export interface Opening {
  /** Address of the manifest. */
  readonly src: string;
  /** Addresses that it may ask. */
  readonly reach: Reach;
  /** File of the columns, relative to it; null reads the records. */
  readonly packed: string | null;
  /** Addresses of the records that are read: their loader may have asked for them. */
  readonly records?: readonly string[];
  readonly period: Period | undefined;
  /** Pairs that members are kept to as they are read from the records. */
  readonly where?: string | undefined;
  readonly labels: Labels;
  /** Audience of the records; undefined for visitors, for whom columns are made. */
  readonly audience?: string | undefined;
}

/** An engine, and what was wrong with the records. */
export interface Opened {
  readonly engine: Engine;
  readonly told: readonly Finding[];
}

/** Makes what asks servers for the files that a data set names. */
export const askerOf = (opening: Pick<Opening, 'src' | 'reach'>) => (href: string) => answerOf(href, opening);

/**
 * Asks a server. Files of a packed folder never change under a name: the browser's own cache keeps them.
 * @throws EssError when it cannot be reached or has no such file, or when the data may not lead to it
 */
async function answerOf(href: string, { src, reach }: Pick<Opening, 'src' | 'reach'>): Promise<Response> {
  const url = addressOf(href, src);
  const author = url === src ? 'block' : 'data';
  const { redirect } = await mannerOf(url, author, reach);
  let answer: Response;
  try {
    answer = await fetch(url, { ...ASKING, redirect });
  } catch (cause) {
    throw new EssError('network', `${url} could not be reached: offline, refused, or CORS.`, {
      url,
      cause,
    });
  }
  if (answer.redirected) await checkReach(answer.url, author, reach);
  if (answer.ok) return answer;
  throw new EssError('http', `${url} answered with status ${answer.status}.`, { url, status: answer.status });
}
