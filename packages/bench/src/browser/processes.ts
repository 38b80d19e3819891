/** Processor time of a process and of all that descend from it, from `/proc`. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A line of `/proc/<pid>/stat`. */
interface ProcessStat {
  readonly pid: number;
  readonly parent: number;
  /** User and system time, in ticks. */
  readonly ticks: number;
}

/** Linux counts in hundredths of a second wherever a program can see it. */
const TICKS_A_SECOND = 100;

/** Reads a line; its second field is a name in brackets, which may hold spaces and brackets. Null for anything else. */
export function readStat(line: string): ProcessStat | null {
  const end = line.lastIndexOf(')');
  const pid = Number.parseInt(line, 10);
  const fields = line
    .slice(end + 1)
    .trim()
    .split(/\s+/);
  const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
  if (end < 0 || !Number.isSafeInteger(pid) || parent === undefined || user === undefined || system === undefined)
    return null;
  return Number.isFinite(parent + user + system) ? { pid, parent, ticks: user + system } : null;
}

/** Returns the processor time, in ms, of the process `root` and of its descendants. */
export function treeTime(stats: readonly ProcessStat[], root: number): number {
  const sum = (pid: number): number =>
    stats.filter(({ parent }) => parent === pid).reduce((total, { pid: id, ticks }) => total + ticks + sum(id), 0);
  const own = stats.find(({ pid }) => pid === root)?.ticks ?? 0;
  return ((own + sum(root)) * 1000) / TICKS_A_SECOND;
}

/** Returns the processes that run now; empty where there is no `/proc`. */
export function processStats(folder = '/proc'): readonly ProcessStat[] {
  const pids = (() => {
    try {
      return readdirSync(folder).filter((name) => /^\d+$/.test(name));
    } catch {
      return [];
    }
  })();
  return pids.flatMap((pid) => {
    try {
      return [readStat(readFileSync(path.join(folder, pid, 'stat'), 'utf8'))].filter((stat) => stat !== null);
    } catch {
      // It ended meanwhile.
      return [];
    }
  });
}

/** Returns the processor time that a browser has used so far, in ms; NaN where it cannot be read. */
export function browserTime(pid: number): number {
  const stats = processStats();
  return stats.length > 0 ? treeTime(stats, pid) : Number.NaN;
}
