import { computeAll, loadIndicators } from '@ess-widgets/core/indicators';
import { runChecks } from '@ess-widgets/core/checks';
import { readFiles, writeFiles } from './files.ts';
import { optionsOf } from './benches/checks.ts';
const [what, n, runs = '7'] = process.argv.slice(2);
const cat = await loadIndicators();
const files = writeFiles(Number(n));
const base = await readFiles(files);
const fresh = () => ({ ...base, collections: Object.fromEntries(Object.entries(base.collections).map(([k, v]: any) => [k, [...v]])) }) as any;
const t: number[] = [];
for (let i = 0; i < Number(runs); i++) { const d = fresh(); globalThis.gc?.(); const s = performance.now(); what === 'checks' ? runChecks(d, optionsOf(d)) : computeAll(d, cat); t.push(performance.now() - s); }
console.log('min', Math.min(...t).toFixed(0), 'median', t.sort((a, b) => a - b)[t.length >> 1]!.toFixed(0));
