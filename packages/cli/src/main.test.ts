import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ROOT } from './testing/io.ts';

/** The command as a process of its own, run from its sources. */
function spawned(...args: readonly string[]): Promise<{ status: number | null; out: string; err: string }> {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const flags = ['--conditions=ess-source', '--import', 'tsx'];
  const child = spawn(process.execPath, [...flags, main, ...args], {
    cwd: fileURLToPath(ROOT),
    env: { ...process.env, LC_ALL: 'fr_FR.UTF-8' },
  });
  const printed = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => (printed.out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (printed.err += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...printed }));
  });
}

describe('the process', () => {
  it('prints the indicators of the installed data set, and ends with 0', async () => {
    const { status, out, err } = await spawned('indicators', '@ess-widgets/bretagne', '--json');
    expect([status, err]).toEqual([0, '']);
    const measures: readonly { indicator: string; quantity: { value?: number } | null }[] = JSON.parse(out);
    const valueOf = (id: string) => measures.find(({ indicator }) => indicator === id)?.quantity?.value;
    expect(['members-stock', 'members-joined', 'members-left', 'month-events'].map(valueOf)).toEqual([117, 9, 6, 330]);
  });

  it('ends with 2 when it could not do its work, saying why without a stack', async () => {
    const { status, out, err } = await spawned('indicators', 'nowhere.json');
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/^ess-widgets: fichier introuvable\u202f: nowhere\.json.*\n$/);
  });
});
