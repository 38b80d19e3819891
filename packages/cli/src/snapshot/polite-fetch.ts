/** Requests of a snapshot: two a second to a host, conditional, and patient with a server that asks to wait. */
import { EssError } from '@ess-widgets/core';
import { retryAfterOf } from '@ess-widgets/core/data';
import { contentHash } from '@ess-widgets/core/prepare';
import { HIGHEST_MAX_BYTES, readBody } from '@ess-widgets/core/reading';
import type { Io } from '../io.ts';

/** An answer that its server can confirm. */
export interface KnownAnswer {
  /** Address that it came from, where that is another one. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Name of its body. */
  readonly body: string;
}

/** Facts about servers that are kept from one run to the next. */
export interface Memory {
  /** Time before which a host is not asked, in ms since 1970. */
  readonly waits: Map<string, number>;
  /** Answers by the hash of their address, which may hold a key. */
  readonly answers: Map<string, KnownAnswer>;
  readonly bodyOf: (name: string) => Uint8Array | null;
  readonly keepBody: (name: string, body: Uint8Array) => void;
}

/** Time between two requests to a host, in ms. */
const PACE_MS = 500;
/** Tries of a request, and the first wait between two, in ms. */
const TRIES = 3;
const BACK_OFF_MS = 1_000;
/** The longest wait within a run, in ms: a longer one is for the next runs. */
const LONGEST_MS = 30_000;
/** Wait for a server that refuses and does not say for how long, in ms. */
const REFUSED_MS = 60_000;

const KEPT_HEADERS = ['content-type', 'etag', 'last-modified'] as const;

/** Statuses of a server that is overloaded, or down for a while. */
const isBusy = (status: number): boolean => status === 429 || status === 502 || status === 503 || status === 504;

const addressHash = (url: string): string => contentHash(Buffer.from(url));

/** Wraps the fetch of a run. One function for all its requests keeps the pace of each host. */
export function politeFetch({ fetch, now, wait }: Pick<Io, 'fetch' | 'now' | 'wait'>, memory: Memory): Io['fetch'] {
  const time = (): number => (now?.() ?? new Date()).getTime();
  const pause = wait ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const nextTurn = new Map<string, number>();
  const turn = async (host: string): Promise<void> => {
    const at = Math.max(time(), nextTurn.get(host) ?? 0);
    nextTurn.set(host, at + PACE_MS);
    if (at > time()) await pause(at - time());
  };
  return async (url, init) => {
    const { host } = new URL(url);
    const isPlain = init.headers === undefined && init.method === undefined;
    for (let tries = 1; ; tries += 1) {
      const until = memory.waits.get(host) ?? 0;
      if (until > time()) throw waiting(url, until - time());
      await turn(host);
      init.signal.throwIfAborted();
      const known = isPlain ? knownAnswer(memory, url) : null;
      const answer = await fetch(url, { ...init, ...(known ? { headers: validatorsOf(known) } : {}) }).catch(
        (error: unknown) => {
          // A connection that breaks is tried again, as a server that is busy.
          if (init.signal.aborted || tries >= TRIES) throw error;
          return null;
        },
      );
      if (answer && known && answer.status === 304) return confirmed(memory, known, answer, url);
      if (answer && !isBusy(answer.status)) return isPlain ? remembered(memory, url, answer) : answer;
      const seconds = answer ? retryAfterOf(answer.headers, time()) : undefined;
      const asked = seconds === undefined ? undefined : seconds * 1_000;
      const backOff = BACK_OFF_MS * 2 ** (tries - 1) * (0.5 + Math.random());
      const delay = asked ?? backOff;
      if (delay <= LONGEST_MS && tries < TRIES) {
        await pause(delay);
        continue;
      }
      memory.waits.set(host, time() + (asked ?? REFUSED_MS));
      if (answer) return answer;
    }
  };
}

function knownAnswer(memory: Memory, url: string): KnownAnswer | null {
  const known = memory.answers.get(addressHash(url));
  return known && memory.bodyOf(known.body) ? known : null;
}

function validatorsOf({ headers }: KnownAnswer): Record<string, string> {
  const { etag, 'last-modified': day } = headers;
  return { ...(etag ? { 'if-none-match': etag } : {}), ...(day ? { 'if-modified-since': day } : {}) };
}

/** Returns an answer that its server has confirmed, as it came then, with the time of today. */
function confirmed(memory: Memory, known: KnownAnswer, { headers }: Response, url: string): Response {
  const body = memory.bodyOf(known.body) ?? new Uint8Array();
  return answerOf(known.url || url, body, known.headers, headers.get('date'));
}

/** Keeps an answer that its server can confirm. */
async function remembered(memory: Memory, url: string, answer: Response): Promise<Response> {
  memory.answers.delete(addressHash(url));
  const headers = Object.fromEntries(KEPT_HEADERS.flatMap((name) => valueOf(answer, name)));
  if (answer.status !== 200 || !(headers['etag'] || headers['last-modified'])) return answer;
  const body = new Uint8Array(await readBody(answer, url, HIGHEST_MAX_BYTES));
  const known: KnownAnswer = { url: answer.url === url ? '' : answer.url, headers, body: contentHash(body) };
  memory.keepBody(known.body, body);
  memory.answers.set(addressHash(url), known);
  return answerOf(known.url || url, body, headers, answer.headers.get('date'));
}

const valueOf = ({ headers }: Response, name: string): readonly (readonly [string, string])[] => {
  const value = headers.get(name);
  return value === null ? [] : [[name, value]];
};

function answerOf(url: string, body: Uint8Array, headers: KnownAnswer['headers'], date: string | null): Response {
  const all = { ...headers, ...(date === null ? {} : { date }) };
  return Object.defineProperty(new Response(new Uint8Array(body), { headers: all }), 'url', { value: url });
}

function waiting(url: string, ms: number): EssError {
  const retry = Math.ceil(ms / 1_000);
  const { host } = new URL(url);
  const remedy = {
    fr: `${host} a demandé d’attendre\u202f: il n’est pas interrogé avant ${retry}\u00a0s`,
    en: `${host} has asked to wait: it is not asked for another ${retry} s`,
  };
  return new EssError('http', `${url}: ${remedy.en}.`, { url, status: 429, retryAfter: retry, remedy });
}
