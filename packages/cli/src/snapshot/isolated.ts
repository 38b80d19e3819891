/**
 * Reading of a source in a process of its own: one that takes all memory or never ends is given up, and the others are read.
 * The child asks for nothing by itself: its requests come to this process, which keeps the pace of hosts and what they said.
 */
import { type ChildProcess, fork } from 'node:child_process';
import type { SourceResult } from '@ess-widgets/core/data';
import { Refusal } from '@ess-widgets/core/prepare';
import { HIGHEST_MAX_BYTES, readBody } from '@ess-widgets/core/reading';
import type { Io } from '../io.ts';
import { errorOf, type FromChild, type ServerAnswer, type Task, type ToChild, writtenError } from './messages.ts';
import { type ReadOptions, SOURCE_TIMEOUT_MS, type SourceToTake } from './sources.ts';

/** Limits of a child. */
interface Limits {
  /** Heap in MB. Bytes of files are beside it: those are limited as they are read. */
  readonly memory: number;
  /** Time that it computes between two requests, in ms. */
  readonly computing: number;
  readonly child: URL;
  /** Options of Node. */
  readonly execArgv: readonly string[];
}

const LIMITS: Limits = {
  memory: 1_536,
  computing: 120_000,
  child: new URL('./reading.ts', import.meta.url),
  execArgv: process.execArgv,
};

/** Reads a source. @throws Refusal or EssError where it cannot be read, or costs too much */
export async function readIsolated(
  source: SourceToTake,
  io: Io,
  options: ReadOptions,
  { memory, computing, child: module, execArgv }: Limits = LIMITS,
): Promise<SourceResult> {
  const child = fork(module, [], {
    execArgv: [...execArgv, `--max-old-space-size=${memory}`],
    serialization: 'advanced',
    // Node writes pages of addresses to the error output when memory is out.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ended = new AbortController();
  try {
    return await answerOf(child, { source, options, cwd: io.cwd }, io, computing, ended.signal);
  } finally {
    ended.abort();
    child.kill('SIGKILL');
  }
}

function answerOf(
  child: ChildProcess,
  task: Task,
  io: Io,
  computing: number,
  signal: AbortSignal,
): Promise<SourceResult> {
  return new Promise((resolve, reject) => {
    const tell = (message: ToChild): void => void (child.connected && child.send(message, () => undefined));
    let waiting: NodeJS.Timeout | undefined;
    let requests = 0;
    const compute = (): void => {
      clearTimeout(waiting);
      if (requests === 0) waiting = setTimeout(() => reject(new Refusal(TOO_LONG)), computing);
    };
    const whole = setTimeout(() => reject(new Refusal(TOO_LONG)), SOURCE_TIMEOUT_MS);
    signal.addEventListener('abort', () => [waiting, whole].forEach(clearTimeout));
    child.once('error', reject);
    // Without an answer: memory was out.
    child.once('exit', () => reject(new Refusal(TOO_MUCH)));
    child.on('message', (message: FromChild) => {
      if (message.kind === 'read') resolve(message.result);
      else if (message.kind === 'failed') reject(errorOf(message.error));
      else {
        requests += 1;
        clearTimeout(waiting);
        ask(message, io, signal).then((answer) => {
          requests -= 1;
          compute();
          tell({ kind: 'answer', id: message.id, answer });
        }, reject);
      }
    });
    compute();
    tell({ kind: 'task', task });
  });
}

async function ask(
  { url, init }: Extract<FromChild, { readonly kind: 'fetch' }>,
  io: Io,
  signal: AbortSignal,
): Promise<ServerAnswer> {
  try {
    const response = await io.fetch(url, { ...init, signal });
    const body = new Uint8Array(await readBody(response, url, HIGHEST_MAX_BYTES));
    const { status, headers } = response;
    return { url: response.url, status, headers: [...headers], body: body.length > 0 ? body : null };
  } catch (error) {
    return { error: writtenError(error) };
  }
}

const TOO_MUCH = {
  fr: 'la lire demande plus de mémoire qu’une source n’en reçoit\u202f: elle n’est pas lue',
  en: 'reading it needs more memory than a source is given: it is not read',
};
const TOO_LONG = {
  fr: 'la lire prend plus de temps qu’une source n’en reçoit\u202f: elle n’est pas lue',
  en: 'reading it takes more time than a source is given: it is not read',
};
