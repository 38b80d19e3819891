import { readFileSync, writeFileSync, readdirSync } from 'node:fs';
import { runChecks } from '@ess-widgets/core/checks';
import { essDataset } from '@ess-widgets/core/sources/ess-dataset';
import { collectionSchemas } from '@ess-widgets/core/model';
import { readNetwork } from './files.ts';
import { optionsOf } from './benches/checks.ts';
const snap = new Map(readdirSync('/tmp/bretagne-snap').map((f) => [f, readFileSync('/tmp/bretagne-snap/' + f)]));
const breton: any = (await essDataset.load({ src: 'https://x.example/manifest.json', need: [...Object.keys(collectionSchemas), 'measures'] as any }, { signal: new AbortController().signal, fetch: async (u) => new Response(snap.get(u.split('/').pop()!)!) })).dataset;
const big: any = await readNetwork(3000);
// Spoils a record in a few of each collection, so that rules have something to find.
let s = 7; const rnd = () => ((s = (s * 1103515245 + 12345) >>> 0) / 4294967296);
const spoil = (d: any) => ({ ...d, collections: Object.fromEntries(Object.entries(d.collections).map(([k, list]: any) => [k, list.map((r: any) => { if (rnd() > 0.05) return r; const c = structuredClone(r); const keys = Object.keys(c); const key = keys[Math.floor(rnd() * keys.length)]!; const v = c[key]; const other = list[Math.floor(rnd() * list.length)][key]; if (rnd() < 0.5) { c[key] = other; return c; } if (typeof v === 'string') c[key] = v.slice(0, -1); else if (typeof v === 'number') c[key] = v * 10 + 1; else if (v && typeof v === 'object' && 'value' in v) c[key] = { ...v, value: v.value + 1000 }; else if (v && typeof v === 'object' && 'lon' in v) c[key] = { ...v, lon: v.lat, lat: v.lon }; return c; })])) });
const out: any = {};
const add = (n: string, fs: any) => fs.forEach((f: any, i: number) => (out[n + i] = JSON.stringify(f)));
add('breton', runChecks(breton)); add('big', runChecks(big, optionsOf(big)));
for (let i = 0; i < 4; i++) { const b = spoil(big); add('spoilt' + i, runChecks(b, i % 2 ? optionsOf(b) : {})); const c = spoil(breton); add('bspoilt' + i, runChecks(c, {})); }
writeFileSync(process.argv[2]!, JSON.stringify(out)); console.log(Object.keys(out).length);
const rules: any = {}; for (const f of Object.values(out) as any) { const r = JSON.parse(f).rule; rules[r] = (rules[r] ?? 0) + 1; } console.log(JSON.stringify(rules));
