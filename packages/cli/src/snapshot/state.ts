/**
 * State of a snapshot between two runs: a folder for the user of the command alone, because answers of servers may hold more
 * than is published. Two runs never use it at once.
 */
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import type { Dataset } from '@ess-widgets/core/model';
import { Refusal } from '@ess-widgets/core/prepare';
import type { SourceStatus } from '../contract/snapshot-status.ts';
import { writeFiles } from '../dataset/write.ts';
import type { KnownAnswer, Memory } from './polite-fetch.ts';

/** The last good part of a source. */
export interface KeptPart {
  readonly dataset: Dataset;
  readonly records: number;
}

/** State of the run before, and the functions that write that of this run. */
export interface State {
  readonly memory: Memory;
  /** Returns the last good part of a source; null for one that has none, or whose file is damaged. */
  readonly partOf: (id: string) => KeptPart | null;
  readonly statusOf: (id: string) => SourceStatus | undefined;
  /** Writes the parts and states of all sources, and forgets other ones. */
  readonly save: (parts: ReadonlyMap<string, KeptPart>, statuses: ReadonlyMap<string, SourceStatus>) => void;
  readonly unlock: () => void;
}

/** Time after which the lock of a run is one that was left, in ms: no run is that long. */
const LEFT_MS = 2 * 3_600_000;

const [STATE, LOCK, ANSWERS] = ['state.json', 'lock', 'answers'] as const;
const partFile = (id: string): string => `part-${id}.json`;

/**
 * Opens the state folder, and makes it where there is none.
 * @throws Refusal where another run uses it
 */
export function openState(folder: string, now: number): State {
  const answersFolder = path.join(folder, ANSWERS);
  mkdirSync(answersFolder, { recursive: true, mode: 0o700 });
  const unlock = lock(path.join(folder, LOCK), now);
  for (const place of [folder, answersFolder]) removeTemporary(place);
  const saved = readJson(path.join(folder, STATE));
  const { waits, answers, statuses } = saved;
  const memory: Memory = {
    waits: new Map(Object.entries(objectOf(waits)).map(([host, time]) => [host, Number(time)])),
    answers: new Map(Object.entries(objectOf(answers)) as [string, KnownAnswer][]),
    bodyOf: (name) => (/^[\da-f]+$/.test(name) ? read(path.join(answersFolder, name)) : null),
    keepBody: (name, body) => {
      if (!read(path.join(answersFolder, name))) writeFiles(answersFolder, [{ name, bytes: body }], new Set());
    },
  };
  const known = new Map(Object.entries(objectOf(statuses)) as [string, SourceStatus][]);
  return {
    memory,
    partOf: (id) => {
      const { dataset, records } = readJson(path.join(folder, partFile(id)));
      return dataset === undefined ? null : { dataset: dataset as Dataset, records: Number(records) };
    },
    statusOf: (id) => known.get(id),
    save: (parts, sources) => {
      const text = JSON.stringify({
        waits: Object.fromEntries([...memory.waits].filter(([, time]) => time > now)),
        answers: Object.fromEntries(memory.answers),
        statuses: Object.fromEntries(sources),
      });
      const files = [...parts].map(([id, part]) => ({ name: partFile(id), bytes: JSON.stringify(part) }));
      writeFiles(folder, [...files, { name: STATE, bytes: text }], new Set());
      const bodies = new Set([...memory.answers.values()].map(({ body }) => body));
      removeOthers(answersFolder, /./, bodies);
      removeOthers(folder, /^part-/, new Set(files.map(({ name }) => name)));
    },
    unlock,
  };
}

/** Removes files that a run which was killed had not finished. */
export function removeTemporary(folder: string): void {
  removeOthers(folder, /^\..+\.[\da-f-]{36}\.tmp$/, new Set());
}

/** Removes the files of a folder whose names a pattern matches, but for some. */
export function removeOthers(folder: string, pattern: RegExp, kept: ReadonlySet<string>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile() && pattern.test(entry.name) && !kept.has(entry.name))
      rmSync(path.join(folder, entry.name), { force: true });
  }
}

function read(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

function readJson(file: string): Readonly<Record<string, unknown>> {
  try {
    return objectOf(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Missing or damaged: everything is read anew.
    return {};
  }
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** Takes the lock. A lock that its process left is taken away. @returns the function that gives it back */
function lock(file: string, now: number): () => void {
  const text = JSON.stringify({ pid: process.pid, host: hostname(), at: now, run: randomUUID() });
  for (let tries = 0; tries < 2; tries += 1) {
    if (create(file, text)) {
      return () => {
        if (read(file)?.toString() === text) rmSync(file, { force: true });
      };
    }
    const held = read(file)?.toString();
    if (held === undefined || !isLeft(held, now)) break;
    takeAway(file, held);
  }
  throw new Refusal({
    fr: `un autre instantané est en cours (${file})\u202f: rien n’est fait.`,
    en: `another snapshot is running (${file}): nothing is done.`,
  });
}

/** Creates a file with its text at once: another run never reads a half of it. @returns false where there is one */
function create(file: string, text: string): boolean {
  const own = `${file}.${randomUUID()}`;
  writeFileSync(own, text, { flag: 'wx' });
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Removes a lock that was left, unless another run has replaced it meanwhile: that one gets it back. */
function takeAway(file: string, left: string): void {
  const away = `${file}.${randomUUID()}`;
  try {
    renameSync(file, away);
    if (readFileSync(away, 'utf8') !== left) linkSync(away, file);
  } catch {
    // Another run was faster: the next try to lock tells.
  } finally {
    rmSync(away, { force: true });
  }
}

/** Whether the process that holds a lock is no more: one of this machine has ended, one of elsewhere is hours old. */
function isLeft(text: string, now: number): boolean {
  let held: Readonly<Record<string, unknown>>;
  try {
    held = objectOf(JSON.parse(text));
  } catch {
    // No run writes such a lock.
    return true;
  }
  const { pid, host, at } = held;
  if (now - Number(at) > LEFT_MS) return true;
  if (host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
