/** Follows a guide as a reader would: writes the files that it shows, makes its changes, runs its commands. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ess } from '../../packages/cli/src/testing/io.ts';

/** A block of code of a guide. `file` is the last file that the text before it names. */
export interface Block {
  readonly kind: string;
  readonly code: string;
  readonly file: string;
}

/** Returns the blocks of code of a guide, in its order. */
export function blocksOf(guide: string): readonly Block[] {
  let before = 0;
  return [...guide.matchAll(/```([a-z]+)\n([^]*?)```\n/g)].map((match) => {
    const [whole, kind = '', code = ''] = match;
    const named = [...guide.slice(before, match.index).matchAll(/`([\w./-]+\.(?:json|mjs))`/g)].at(-1)?.[1];
    before = match.index + whole.length;
    return { kind, code, file: named ?? '' };
  });
}

/** A command of a guide that was run, with all that it printed. */
export interface Step {
  readonly command: string;
  readonly status: number;
  /** Exit status that the guide states; 0 where it states none. */
  readonly expectedStatus: number;
  readonly printed: string;
  /** Output that the guide states; null where it shows none. */
  readonly expected: string | null;
}

/** Runs what is no command of ours: `node prepare.mjs`. @returns its exit status */
export type RunNode = (script: string, folder: string) => number;

/** @returns the commands that were run. Files are written below `folder`. */
export async function walk(guide: string, folder: string, lang: string, runNode: RunNode): Promise<readonly Step[]> {
  const blocks = blocksOf(guide);
  const steps: Step[] = [];
  for (const [at, { kind, code, file }] of blocks.entries()) {
    if (kind === 'json' || kind === 'js') write(folder, file, code);
    if (kind === 'diff') change(folder, file, code);
    if (kind !== 'sh') continue;
    const lines = code.trim().split('\n');
    for (const [rank, line] of lines.entries()) {
      const next = blocks[at + 1];
      const expected = rank === lines.length - 1 && next?.kind === 'text' ? next.code.trimEnd() : null;
      steps.push({ ...(await run(line, folder, lang, runNode)), expected });
    }
  }
  return steps;
}

function write(folder: string, file: string, text: string): void {
  if (file === '') throw new Error(`no file is named before: ${text}`);
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

/** Puts the line after `+` in place of the one after `-`, which must be there once. */
function change(folder: string, file: string, diff: string): void {
  const [, out = '', put = ''] = /^-(.*)\n\+(.*)\n$/.exec(diff) ?? [];
  const parts = readFileSync(path.join(folder, file), 'utf8').split(`${out}\n`);
  if (out === '' || parts.length !== 2) throw new Error(`${file} does not have this line once: ${out}`);
  write(folder, file, parts.join(`${put}\n`));
}

async function run(line: string, folder: string, lang: string, runNode: RunNode): Promise<Omit<Step, 'expected'>> {
  const [command = '', comment = ''] = line.split(' # ');
  const expectedStatus = Number(/\d/.exec(comment)?.[0] ?? 0);
  const step = { command, expectedStatus, status: 0, printed: '' };
  const copy = /^cp -r (\S+) (\S+)$/.exec(command);
  const script = /^node (\S+)$/.exec(command)?.[1];
  const [, args, into] = /^npx ess-widgets (.*?)(?: > (\S+))?$/.exec(command) ?? [];
  if (copy) cpSync(path.join(folder, copy[1] ?? ''), path.join(folder, copy[2] ?? ''), { recursive: true });
  else if (script) return { ...step, status: runNode(path.join(folder, script), folder) };
  else if (args === undefined) throw new Error(`no command of a guide: ${command}`);
  else {
    const { status, typeset } = await ess(args, { cwd: folder, locale: `${lang}.UTF-8`, web: online(folder) });
    if (into !== undefined) write(folder, into, typeset);
    return { ...step, status, printed: typeset.trimEnd() };
  }
  return step;
}

/** Returns the folder `data` as the web server of the example gives it. */
function online(folder: string): Readonly<Record<string, () => Response>> {
  const files = readdirSync(path.join(folder, 'data'));
  return Object.fromEntries(
    files.map((file) => [
      `https://exemple.fr/data/${file}`,
      () => new Response(readFileSync(path.join(folder, 'data', file))),
    ]),
  );
}
