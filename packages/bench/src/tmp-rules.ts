import { checks, runChecks } from '@ess-widgets/core/checks';
import { readFiles, writeFiles } from './files.ts';
import { optionsOf } from './benches/checks.ts';
const res: any = {};
for (const n of process.argv.slice(2).map(Number)) { const d = await readFiles(writeFiles(n)); for (const c of checks) { runChecks(d, { ...optionsOf(d), only: [c.id] }); let best = 1e9, f: any; for (let i = 0; i < 3; i++) { const s = performance.now(); f = runChecks(d, { ...optionsOf(d), only: [c.id] }); best = Math.min(best, performance.now() - s); } (res[c.id] ??= []).push(best.toFixed(0) + ' (' + f.length + ')'); } }
console.table(res);
