import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { EssError } from '@ess-widgets/core/errors';
import type { Io } from '../io.ts';

type Fetch = (url: string, init?: { signal?: AbortSignal }) => Promise<Response>;

/** Media types of files: what a server would say of them. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/\.json$/i, 'application/json'],
  [/\.(csv|tsv|txt)$/i, 'text/csv'],
];

/** What a failing read of a file is in the words of a server, so that sources tell of both in the same way. */
const STATUS: Readonly<Record<string, number>> = { ENOENT: 404, ENOTDIR: 404, EISDIR: 404, EACCES: 403, EPERM: 403 };

/** A fetch that also reads `file:` addresses, and reads each address once. */
export function createRead(io: Pick<Io, 'fetch'>): Fetch {
  const answers = new Map<string, Promise<Response>>();
  return async (url, { signal = new AbortController().signal } = {}) => {
    const answer = answers.get(url) ?? (url.startsWith('file:') ? readLocal(url) : readWeb(url, signal, io));
    answers.set(url, answer);
    return (await answer).clone();
  };
}

async function readLocal(url: string): Promise<Response> {
  const file = fileURLToPath(url);
  try {
    const [body, { mtime }] = await Promise.all([readFile(file), stat(file)]);
    const type = TYPES.find(([pattern]) => pattern.test(file))?.[1] ?? 'application/octet-stream';
    return new Response(body, { headers: { 'content-type': type, 'last-modified': mtime.toUTCString() } });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const status = STATUS[code];
    if (status === undefined) throw cause;
    return new Response(null, { status });
  }
}

async function readWeb(url: string, signal: AbortSignal, { fetch }: Pick<Io, 'fetch'>): Promise<Response> {
  try {
    return await fetch(url, { signal });
  } catch (cause) {
    if (signal.aborted) throw new EssError('timeout', `No answer from ${url} in time.`, { url, cause });
    throw new EssError('network', `${url} could not be reached.`, { url, cause });
  }
}
