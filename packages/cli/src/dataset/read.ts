import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { HIGHEST_MAX_BYTES, isAllowed, isListed, readBody } from '@ess-widgets/core/internal/data/client/reading';
import { largeError } from '@ess-widgets/core/internal/data/client/refusals';
import { EssError } from '@ess-widgets/core/internal/errors';
import type { Reach } from '@ess-widgets/core/model';
import type { Io } from '../io.ts';
import type { Said } from '../language.ts';
import { pathOf } from './address.ts';

export type Fetch = (url: string, init?: { signal?: AbortSignal }) => Promise<Response>;

/** Reads what the user of a command named, and what those files name in turn. */
export interface Reader {
  /**
   * Gives the fetch of one document that the user named, by its address. It reads that document wherever it is, and
   * besides only what lies below the folder of a local one, or on the origin of a remote one (as written or as
   * redirected) and on the hosts that the user listed. Each address is read once.
   * @param others hosts that reading a service needs besides
   */
  readonly fetchFor: (address: string, others?: readonly string[]) => Fetch;
  /** Real paths of the files that were read: nothing is written over them. */
  readonly files: ReadonlySet<string>;
}

/** Media types of files: what a server would say of them. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/\.json$/i, 'application/json'],
  [/\.(csv|tsv|txt)$/i, 'text/csv'],
  [/\.ics$/i, 'text/calendar'],
  [/\.xls[xm]$/i, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
];

/** A failing read of a file in the words of a server, so that sources tell of both in the same way. */
const STATUS: Readonly<Record<string, number>> = { ENOENT: 404, ENOTDIR: 404, EISDIR: 404, EACCES: 403, EPERM: 403 };

/** Without blocking: opening a named pipe would wait for somebody to write into it. */
const OPEN = constants.O_RDONLY | constants.O_NONBLOCK;

/**
 * Makes the reader of one run of a command.
 * @param hosts exact hosts that data may name besides their own, as `URL.host` writes them
 */
export function createReader(io: Pick<Io, 'fetch'>, hosts: readonly string[] = []): Reader {
  const files = new Set<string>();
  const fetches = new Map<string, Fetch>();
  const make = (address: string, others: readonly string[]): Fetch => {
    const read = address.startsWith('file:') ? localRead(address, files) : webRead(address, [...hosts, ...others], io);
    const answers = new Map<string, Promise<Response>>();
    return async (url, { signal = new AbortController().signal } = {}) => {
      const answer = answers.get(url) ?? read(url, signal);
      answers.set(url, answer);
      const response = await answer;
      return answerFrom(response.url || url, response.clone());
    };
  };
  return {
    files,
    fetchFor: (address, others = []) => {
      const known = [address, ...others].join(' ');
      const fetch = fetches.get(known) ?? make(address, others);
      fetches.set(known, fetch);
      return fetch;
    },
  };
}

type Read = (url: string, signal: AbortSignal) => Promise<Response>;

/** Gives a response the address it came from, which its relative addresses start from: a made or cloned one has none. */
const answerFrom = (url: string, response: Response): Response =>
  Object.defineProperty(response, 'url', { value: url });

/** Reasons why an address that data name is not read. */
export const BLOCKED = {
  outside: {
    fr: 'il est hors du dossier du jeu de données',
    en: 'it lies outside the folder of the data set',
  },
  noPath: {
    fr: 'un jeu de données de cette machine ne nomme que des fichiers de son dossier',
    en: 'a data set of this machine names files of its own folder alone',
  },
  noFile: {
    fr: 'un fichier est attendu, ni un tube ni un périphérique',
    en: 'a file is expected, neither a pipe nor a device',
  },
  host: {
    fr: 'un jeu de données ne nomme que des fichiers de son propre site (--hosts en permet d’autres)',
    en: 'a data set names files of its own site alone (--hosts allows others)',
  },
  redirect: {
    fr: 'il redirige\u202f: donnez l’adresse où il mène',
    en: 'it redirects: give the address that it leads to',
  },
} as const satisfies Readonly<Record<string, Said>>;

const blocked = (url: string, why: keyof typeof BLOCKED): EssError =>
  new EssError('blocked', `${url} is not read: ${BLOCKED[why].en}.`, { url });

function localRead(address: string, files: Set<string>): Read {
  const folder = realpath(path.dirname(fileURLToPath(address)));
  // The first reading reports a folder that does not exist.
  folder.catch(() => undefined);
  return async (url) => {
    const given = pathOf(url);
    if (given === null) throw blocked(url, 'noPath');
    try {
      const file = await realpath(given);
      const inside = path.relative(await folder, file);
      const isInside = !path.isAbsolute(inside) && inside.split(path.sep)[0] !== '..';
      if (url !== address && !isInside) throw blocked(url, 'outside');
      const response = await readFile(url, file);
      files.add(file);
      return response;
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
      const status = STATUS[code];
      if (status === undefined) throw cause;
      return new Response(null, { status });
    }
  };
}

async function readFile(url: string, file: string): Promise<Response> {
  const handle = await open(file, OPEN);
  try {
    const stat = await handle.stat();
    if (stat.isDirectory()) return new Response(null, { status: 404 });
    if (!stat.isFile()) throw blocked(url, 'noFile');
    if (stat.size > HIGHEST_MAX_BYTES) throw largeError(url, HIGHEST_MAX_BYTES);
    const type = TYPES.find(([pattern]) => pattern.test(file))?.[1] ?? 'application/octet-stream';
    const headers = { 'content-type': type, 'last-modified': stat.mtime.toUTCString() };
    return new Response(new Uint8Array(await handle.readFile()), { headers });
  } finally {
    await handle.close();
  }
}

function webRead(address: string, hosts: readonly string[], { fetch }: Pick<Io, 'fetch'>): Read {
  const addresses = [address];
  const reach: Reach = { addresses, hosts };
  const expectAllowed = (url: string): void => {
    if (!/^https?:/i.test(url) || !isAllowed(url, reach)) throw blocked(url, 'host');
  };
  return async (url, signal) => {
    if (url !== address) expectAllowed(url);
    const follows = url === address || isListed(url, reach);
    try {
      const answer = await fetch(url, { signal, redirect: follows ? 'follow' : 'manual' });
      const home = answer.url || url;
      if (!follows && answer.status >= 300 && answer.status < 400) throw blocked(url, 'redirect');
      if (url === address) addresses.push(home);
      else expectAllowed(home);
      const body = await readBody(answer, url, HIGHEST_MAX_BYTES);
      const { status, headers } = answer;
      return answerFrom(home, new Response(body.byteLength > 0 ? body : null, { status, headers }));
    } catch (cause) {
      if (cause instanceof EssError) throw cause;
      if (signal.aborted) throw new EssError('timeout', `No answer from ${url} in time.`, { url, cause });
      throw new EssError('network', `${url} could not be reached.`, { url, cause });
    }
  };
}
