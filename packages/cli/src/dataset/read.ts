import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { EssError } from '@ess-widgets/core/errors';
import type { Io } from '../io.ts';
import { Refusal } from '../refusal.ts';
import { readable } from './address.ts';

export type Fetch = (url: string, init?: { signal?: AbortSignal }) => Promise<Response>;

/** The largest file that is read, in bytes: parsed, it takes some ten times that in memory. */
const LARGEST = 100_000_000;

/** Media types of files: what a server would say of them. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/\.json$/i, 'application/json'],
  [/\.(csv|tsv|txt)$/i, 'text/csv'],
];

/** What a failing read of a file is in the words of a server, so that sources tell of both in the same way. */
const STATUS: Readonly<Record<string, number>> = { ENOENT: 404, ENOTDIR: 404, EISDIR: 404, EACCES: 403, EPERM: 403 };

/** A fetch that also reads `file:` addresses, reads each address once, and nothing that is too large. */
export function createRead(io: Pick<Io, 'fetch' | 'cwd'>): Fetch {
  const answers = new Map<string, Promise<Response>>();
  return async (url, { signal = new AbortController().signal } = {}) => {
    const answer = answers.get(url) ?? (url.startsWith('file:') ? readLocal(url, io) : readWeb(url, signal, io));
    answers.set(url, answer);
    const read = await answer;
    return from(read.url || url, read.clone());
  };
}

/** An answer that knows where it came from, which its relative addresses start from: what is made or cloned here does not. */
const from = (url: string, response: Response): Response => Object.defineProperty(response, 'url', { value: url });

async function readLocal(url: string, { cwd }: Pick<Io, 'cwd'>): Promise<Response> {
  const file = fileURLToPath(url);
  try {
    const { mtime, size } = await stat(file);
    if (size > LARGEST) throw tooLarge(readable(url, cwd), size);
    const type = TYPES.find(([pattern]) => pattern.test(file))?.[1] ?? 'application/octet-stream';
    const headers = { 'content-type': type, 'last-modified': mtime.toUTCString() };
    return new Response(await readFile(file), { headers });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const status = STATUS[code];
    if (status === undefined) throw cause;
    return new Response(null, { status });
  }
}

async function readWeb(url: string, signal: AbortSignal, { fetch }: Pick<Io, 'fetch'>): Promise<Response> {
  try {
    const { body, status, headers, url: home } = await fetch(url, { signal });
    const announced = Number(headers.get('content-length'));
    if (announced > LARGEST) throw tooLarge(url, announced);
    return from(home, new Response(body && (await readBody(body, url)), { status, headers }));
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    if (signal.aborted) throw new EssError('timeout', `No answer from ${url} in time.`, { url, cause });
    throw new EssError('network', `${url} could not be reached.`, { url, cause });
  }
}

/** The bytes of an answer: a server need not say how many there will be. */
async function readBody(body: NonNullable<Response['body']>, url: string): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > LARGEST) throw tooLarge(url, size);
    chunks.push(chunk);
  }
  return new Blob(chunks);
}

function tooLarge(file: string, size: number): Refusal {
  const [found, most] = [size, LARGEST].map((bytes) => Math.ceil(bytes / 1_000_000));
  return new Refusal({
    fr: `${file} est trop volumineux\u202f: ${found}\u00a0Mo, cette commande en lit au plus ${most}. Répartissez les données en un fichier par collection.`,
    en: `${file} is too large: ${found} MB, this command reads at most ${most}. Split the data into a file for each collection.`,
  });
}
