/**
 * Writes the golden files: the answers of all indicators and the findings of all checks, so that a change of either is
 * seen line by line: `npx tsx --conditions=ess-source scripts/golden.ts` (`--check` writes nothing and
 * fails where a file is stale).
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findingLines } from './golden/findings.ts';
import { measureLines } from './golden/measures.ts';

const FOLDER = path.resolve(import.meta.dirname, '../packages/bretagne/golden');

/** The golden files by name, with what computes their lines. */
export const GOLDEN = { 'measures.jsonl': measureLines, 'findings.jsonl': findingLines } as const;

export type GoldenName = keyof typeof GOLDEN;

/** Reads the lines of a golden file; none where it does not exist. */
export async function readGolden(name: GoldenName): Promise<readonly string[]> {
  const text = await readFile(path.join(FOLDER, name), 'utf8').catch(() => '');
  return text.split('\n').slice(0, -1);
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const isCheck = process.argv.includes('--check');
  await mkdir(FOLDER, { recursive: true });
  for (const name of Object.keys(GOLDEN) as GoldenName[]) {
    const [lines, written] = [await GOLDEN[name](), await readGolden(name)];
    if (lines.join('\n') === written.join('\n')) continue;
    process.stdout.write(`${isCheck ? 'stale' : 'written'}: packages/bretagne/golden/${name}\n`);
    if (isCheck) process.exitCode = 1;
    else await writeFile(path.join(FOLDER, name), lines.map((line) => `${line}\n`).join(''));
  }
}
