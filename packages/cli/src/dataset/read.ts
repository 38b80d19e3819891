import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { EssError } from '@ess-widgets/core';
import type { Reach } from '@ess-widgets/core/model';
import {
  type Author,
  HIGHEST_MAX_BYTES,
  isAllowed,
  isListedHost,
  largeError,
  readBody,
  resolveHref,
} from '@ess-widgets/core/reading';
import type { Io } from '../io.ts';
import type { CommandText } from '../language.ts';
import { pathOf } from './address.ts';

export type CommandFetch = (url: string, init?: { signal?: AbortSignal }) => Promise<Response>;

/** Reads what the user of a command named, and what those files name in turn. */
export interface DocumentReader {
  /**
   * Gives the fetch of one document, by its address. It reads the document that the user named wherever it is, one that a page
   * named within the bounds of pages, and besides only what lies below the folder of a local one, or on the origin of a remote
   * one (as written or as redirected) and on the hosts that the user listed. Each address is read once.
   * @param others hosts that reading a service needs besides
   */
  readonly fetchFor: (address: string, others?: readonly string[]) => CommandFetch;
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

/** Number of redirections that are followed, one by one. */
const MAX_HOPS = 5;

/** Without blocking: opening a named pipe would wait for somebody to write into it. */
const OPEN = constants.O_RDONLY | constants.O_NONBLOCK;

/** Author of the addresses of documents, and the bounds of those that a page names: who wrote it may not be who renders it. */
export type NamedBy =
  | { readonly author: Extract<Author, 'site'> }
  | {
      readonly author: Extract<Author, 'block'>;
      /** Folder that local files lie below, links followed. */
      readonly root: string;
      /** Address of the page, whose origin is read; undefined where nobody knows it. */
      readonly page: string | undefined;
    };

/**
 * Makes the reader of one run of a command.
 * @param hosts exact hosts that data may name besides their own, as `URL.host` writes them
 * @param naming by default the user names the documents
 */
export function createReader(
  io: Pick<Io, 'fetch'>,
  hosts: readonly string[] = [],
  naming: NamedBy = { author: 'site' },
): DocumentReader {
  const files = new Set<string>();
  const fetches = new Map<string, CommandFetch>();
  const make = (address: string, others: readonly string[]): CommandFetch => {
    const read = address.startsWith('file:')
      ? localRead(address, naming, files)
      : webRead(address, naming, [...hosts, ...others], io);
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
  outsidePage: {
    fr: 'une page ne nomme que des fichiers de son dossier (--root en indique un autre)',
    en: 'a page names files of its own folder alone (--root names another one)',
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
  hostOfPage: {
    fr: 'une page ne nomme que des adresses de son propre site (--page le dit, --hosts en permet d’autres)',
    en: 'a page names addresses of its own site alone (--page says it, --hosts allows others)',
  },
  redirect: {
    fr: 'il redirige\u202f: donnez l’adresse où il mène',
    en: 'it redirects: give the address that it leads to',
  },
} as const satisfies Readonly<Record<string, CommandText>>;

/** Returns the error of an address that is not read. */
export const blocked = (url: string, why: keyof typeof BLOCKED): EssError =>
  new EssError('blocked', `${url} is not read: ${BLOCKED[why].en}.`, { url });

/** Whether a real path lies below a folder. */
async function isBelow(folder: string | Promise<string>, file: string): Promise<boolean> {
  const inside = path.relative(await folder, file);
  return !path.isAbsolute(inside) && inside.split(path.sep)[0] !== '..';
}

function localRead(address: string, naming: NamedBy, files: Set<string>): Read {
  const folder = realpath(path.dirname(fileURLToPath(address)));
  // The first reading reports a folder that does not exist.
  folder.catch(() => undefined);
  return async (url) => {
    const given = pathOf(url);
    if (given === null) throw blocked(url, 'noPath');
    try {
      const file = await realpath(given);
      if (naming.author !== 'site' && !(await isBelow(realpath(naming.root), file))) throw blocked(url, 'outsidePage');
      if (url !== address && !(await isBelow(folder, file))) throw blocked(url, 'outside');
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

function webRead(address: string, naming: NamedBy, hosts: readonly string[], { fetch }: Pick<Io, 'fetch'>): Read {
  const isFree = naming.author === 'site';
  // What a page may name, the data may as well: the origin of the page is that of whoever renders it.
  const addresses = isFree ? [address] : [naming.page ?? ''].filter((page) => /^https?:/i.test(page));
  const reach: Reach = { addresses, hosts };
  /** Asks a server, and whom it sends on to: each address on the way is one that may be read. */
  const ask = async (url: string, isOfData: boolean, signal: AbortSignal, hops = MAX_HOPS): Promise<Response> => {
    const isBound = isOfData || !isFree;
    if (isBound && !(/^https?:/i.test(url) && isAllowed(url, reach)))
      throw blocked(url, isOfData ? 'host' : 'hostOfPage');
    const answer = await fetch(url, { signal, redirect: isBound ? 'manual' : 'follow' });
    if (!isBound || answer.status < 300 || answer.status >= 400) return answer;
    const next = resolveHref(answer.headers.get('location') ?? '', url);
    const mayLead = !isOfData || isListedHost(url, reach);
    if (!mayLead || hops === 0 || typeof next !== 'string') throw blocked(url, 'redirect');
    return ask(next, isOfData, signal, hops - 1);
  };
  return async (url, signal) => {
    try {
      const answer = await ask(url, url !== address, signal);
      const home = answer.url || url;
      if (url === address) addresses.push(home);
      else if (!isAllowed(home, reach)) throw blocked(home, 'host');
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
