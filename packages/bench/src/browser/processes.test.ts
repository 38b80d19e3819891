import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { processStats, readStat, treeTime } from './processes.ts';

const line = (pid: number, parent: number, user: number, system: number, name = 'chrome'): string =>
  `${pid} (${name}) S ${parent} 1 1 0 -1 4194560 9 0 0 0 ${user} ${system} 0 0 20 0`;

describe('a line of /proc', () => {
  it('gives parent, user and system time', () => {
    expect(readStat(line(7, 3, 120, 30))).toEqual({ pid: 7, parent: 3, ticks: 150 });
  });

  it('is read behind a name with brackets and spaces', () => {
    expect(readStat(line(7, 3, 1, 2, 'a) (b c'))).toEqual({ pid: 7, parent: 3, ticks: 3 });
  });

  it('is nothing where it is no such line', () => {
    for (const text of ['', 'cpu 1 2 3', '7 (x) S', '7 (x) S a b c d e f g h i j k l m'])
      expect(readStat(text)).toBeNull();
  });
});

describe('the time of a tree of processes', () => {
  const stats = [
    line(1, 0, 9, 9),
    line(10, 1, 100, 0),
    line(11, 10, 20, 5),
    line(12, 11, 0, 5),
    line(20, 1, 900, 0),
  ].map((text) => readStat(text));

  it('is that of the root and of all below, in ms', () => {
    expect(
      treeTime(
        stats.filter((stat) => stat !== null),
        10,
      ),
    ).toBe(1300);
  });

  it('is nothing for a process that is gone', () => {
    expect(
      treeTime(
        stats.filter((stat) => stat !== null),
        99,
      ),
    ).toBe(0);
  });
});

describe('the processes of a machine', () => {
  it('are read from their folders, what is no process left out', () => {
    const proc = mkdtempSync(path.join(os.tmpdir(), 'ess-proc-'));
    try {
      for (const name of ['7', '8', 'self']) mkdirSync(path.join(proc, name));
      writeFileSync(path.join(proc, '7/stat'), line(7, 1, 3, 4));
      writeFileSync(path.join(proc, 'self/stat'), line(9, 1, 3, 4));
      expect(processStats(proc)).toEqual([{ pid: 7, parent: 1, ticks: 7 }]);
    } finally {
      rmSync(proc, { recursive: true });
    }
  });

  it('are none where there is no such folder', () => {
    expect(processStats('/nowhere/proc')).toEqual([]);
  });
});
