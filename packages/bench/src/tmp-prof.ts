import { writeFileSync } from 'node:fs';
import inspector from 'node:inspector/promises';
import { runChecks } from '@ess-widgets/core/checks';
import { computeAll, loadIndicators } from '@ess-widgets/core/indicators';
import { optionsOf } from './benches/checks.ts';
import { readFiles, writeFiles } from './files.ts';

const [what, n, only] = process.argv.slice(2);
const cat = await loadIndicators();
const files = writeFiles(Number(n));
const act = (d: any) =>
  what === 'checks'
    ? runChecks(d, { ...optionsOf(d), ...(only ? { only: only.split(',') } : {}) })
    : computeAll(d, cat);
let d: any = await readFiles(files);
act(d);
d = await readFiles(files);
act(d);
d = await readFiles(files);
globalThis.gc?.();
const s = new inspector.Session();
s.connect();
await s.post('Profiler.enable');
await s.post('Profiler.setSamplingInterval', { interval: 200 });
await s.post('Profiler.start');
const t = performance.now();
const c = process.cpuUsage();
act(d);
console.log('ms', performance.now() - t, process.cpuUsage(c).user / 1000);
const { profile } = (await s.post('Profiler.stop')) as any;
writeFileSync('/tmp/p.cpuprofile', JSON.stringify(profile));
