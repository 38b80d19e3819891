import { runChecks } from '@ess-widgets/core/checks';
import { readNetwork } from './files.ts';
import { optionsOf } from './benches/checks.ts';
const d = await readNetwork(10000);
const seen: any = {};
for (const f of runChecks(d, optionsOf(d))) { seen[f.rule] = (seen[f.rule] ?? 0) + 1; if (seen[f.rule] < 4) console.log(f.rule, f.message.en, JSON.stringify(f.where)); }
