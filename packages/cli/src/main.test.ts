import { type StdioOptions, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ROOT } from './testing/io.ts';

/** The command as a process of its own, run from its sources. */
function start(args: readonly string[], stdio: StdioOptions = 'pipe') {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const flags = ['--conditions=ess-source', '--import', 'tsx'];
  const env = { ...process.env, LC_ALL: 'fr_FR.UTF-8' };
  return spawn(process.execPath, [...flags, main, ...args], { cwd: fileURLToPath(ROOT), env, stdio });
}

type Ended = Promise<{ readonly status: number | null; readonly out: string; readonly err: string }>;

function ended(child: ReturnType<typeof start>): Ended {
  const printed = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text) => (printed.out += text));
  child.stderr?.setEncoding('utf8').on('data', (text) => (printed.err += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...printed }));
  });
}

const spawned = (...args: readonly string[]): Ended => ended(start(args));

describe('the process', () => {
  it('prints the indicators of the installed data set, and ends with 0', async () => {
    const ids = ['members-stock', 'members-joined', 'members-left', 'month-events'];
    const { status, out, err } = await spawned('indicators', '@ess-widgets/bretagne', ...ids, '--json');
    expect([status, err]).toEqual([0, '']);
    const measures: readonly { indicator: string; quantity: { value?: number } | null }[] = JSON.parse(out);
    const valueOf = (id: string) => measures.find(({ indicator }) => indicator === id)?.quantity?.value;
    expect(ids.map(valueOf)).toEqual([117, 9, 6, 330]);
  });

  it('ends with 2 when it could not do its work, saying why without a stack', async () => {
    const { status, out, err } = await spawned('indicators', 'nowhere.json');
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/^ess-widgets: fichier introuvable\u202f: nowhere\.json.*\n$/);
  });

  it('ends with 2 also where nobody hears why', async () => {
    const child = start(['indicators', 'nowhere.json']);
    child.stderr?.destroy();
    expect((await ended(child)).status).toBe(2);
  });

  it('ends with 2 where what it prints cannot be written, and says so: 1 is for what a check finds', async () => {
    const unwritable = openSync(fileURLToPath(import.meta.url), 'r');
    const { status, err } = await ended(start(['schema'], ['ignore', unwritable, 'pipe']));
    closeSync(unwritable);
    expect(status).toBe(2);
    expect(err).toMatch(/^ess-widgets: la sortie n’a pas pu être écrite\u202f: EBADF.*\n$/);
  });
});
