import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ess } from '../packages/cli/src/testing/io.ts';
import { idsOf } from './readme-catalogue.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const FILES = ['README.md', 'CONTRIBUTING.md', 'packages/bretagne/README.md', 'packages/cli/README.md'];
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/**
 * Returns the commands after `npm run ess --`, without their comments; the indicator that a newcomer makes does not
 * exist yet.
 */
const commandsIn = (file: string): readonly string[] =>
  [...read(file).matchAll(/npm run (?:--silent )?ess -- ([^\n`#|]+)/g)]
    .map(([, command = '']) => command.trim())
    .filter((command) => !command.includes('recycled-bikes'));

const COMMANDS = [...new Set(FILES.flatMap(commandsIn))];

describe('the command lines of the READMEs', () => {
  it('show every command', () => {
    const names = COMMANDS.map((command) => command.split(' ', 1)[0] ?? '');
    for (const name of ['check', 'indicators', 'observations', 'diff', 'schema']) expect(names).toContain(name);
  });

  it.each(COMMANDS)('work as written: %s', async (command) => {
    const { status, out } = await ess(command);
    // The report of the published data has mistakes, which is what `check` is for.
    expect(status).toBe(command.startsWith('check ') ? 1 : 0);
    expect(out).not.toBe('');
  });
});

describe('README.md', () => {
  it('says how many indicators there are', () => {
    expect(read('README.md')).toContain(`has ${idsOf(ROOT).length} indicators`);
  });
});
