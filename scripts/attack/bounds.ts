/** Reads hostile files, each in a process of its own: time and memory are bounded, and what ends in an error ends in words. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../site/mounts.mjs';
import type { Cost } from './bounds-child.ts';
import type { HostileFile } from './bounds-files.ts';
import type { Tally } from './tally.ts';

/** Time and memory of one reading; a process is ended after the longest time. */
export const BOUNDS = { ms: 2_000, mb: 200, longest: 30_000 } as const;

const CHILD = fileURLToPath(new URL('./bounds-child.ts', import.meta.url));

/** Reads a file in a process of its own. @returns null where it did not end by itself */
async function costOf({ reader, make }: HostileFile): Promise<Cost | null> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ess-bounds-'));
  const file = path.join(folder, 'file');
  writeFileSync(file, new Uint8Array(make()));
  const flags = ['--conditions=ess-source', '--import', 'tsx', '--max-old-space-size=1024', CHILD, reader, file];
  try {
    return await new Promise((resolve) => {
      execFile(process.execPath, flags, { cwd: ROOT, timeout: BOUNDS.longest }, (error, stdout) =>
        resolve(error ? null : (JSON.parse(stdout) as Cost)),
      );
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Reads a file. @returns what it cost too much */
export async function strain(tally: Tally, hostile: HostileFile): Promise<readonly string[]> {
  const cost = await costOf(hostile);
  const name = `${hostile.reader}, ${hostile.kind}`;
  const costly = !cost
    ? [`${name}: ended after ${BOUNDS.longest} ms, or out of memory`]
    : [
        ...(cost.ms > BOUNDS.ms ? [`${name}: ${Math.round(cost.ms)} ms`] : []),
        ...(cost.mb > BOUNDS.mb ? [`${name}: ${Math.round(cost.mb)} MB`] : []),
      ];
  return tally.add(
    `bounds ${hostile.reader}`,
    `bounds-${hostile.reader}`,
    { other: costly, unhandled: cost?.end.startsWith('thrown') ? [`${name}: ${cost.end}`] : [] },
    { ms: cost?.ms ?? BOUNDS.longest, bytes: Math.round((cost?.mb ?? 0) * 1e6) },
  );
}
