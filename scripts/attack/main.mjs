/**
 * `npm run attack`: hostile texts, faults, fuzzed files, leaks and policies on the built folder. Status 1 if anything that
 * must not happen has happened.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';
import { ROOT } from '../site/mounts.mjs';

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e6));
if (!Number.isInteger(seed) || seed < 0) throw new Error(`--seed takes a whole number, not "${values.seed}"`);
if (!existsSync(path.join(ROOT, 'packages/elements/cdn/ess.js')))
  throw new Error('There is nothing to attack: run `npm run build -- cdn` first.');
process.env['ESS_ATTACK_QUICK'] = values.quick ? '1' : '0';
process.env['ESS_ATTACK_SEED'] = String(seed);
process.env['ESS_ATTACK_ONLY'] = values.only ?? '';
console.log(`attack: seed ${seed}`);
const vitest = await startVitest('test', [], { watch: false, root: ROOT, project: ['attack'], reporters: ['default'] });
const files = vitest.state.getFiles();
// A name that nothing has runs nothing: that is no success.
if (files.length === 0 || files.some(({ result }) => result?.state !== 'pass')) process.exitCode = 1;
await vitest.close();
