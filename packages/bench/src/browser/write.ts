/** `npm run bench -- write`: keeps what was measured last, and has the READMEs written from it. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './chromium.ts';

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, [...args], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}

/** Copies `dist/bench/*.json` into `packages/bench/results`. @throws Error where nothing was measured */
export function writeResults(): void {
  const measured = path.join(ROOT, 'dist/bench');
  const files = existsSync(measured) ? readdirSync(measured).filter((file) => file.endsWith('.json')) : [];
  if (files.length === 0) throw new Error('nothing was measured yet: npm run bench -- gate');
  const kept = path.join(ROOT, 'packages/bench/results');
  mkdirSync(kept, { recursive: true });
  for (const file of files) copyFileSync(path.join(measured, file), path.join(kept, file));
  run(process.execPath, [path.join(ROOT, 'node_modules/@biomejs/biome/bin/biome'), 'check', '--write', kept]);
  run('npm', ['run', '--silent', 'sync']);
}
