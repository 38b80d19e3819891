/**
 * `npm run bench`: speed and memory of the core over invented networks.
 *
 * `--only indicators,checks,heap,reading,agenda,calendar,several` and `--sizes 25000,50000,100000` choose; `--json` prints JSON; with `--assert`
 * the exit status is 1 where a target is missed. `gate`, `map`, `report`, `profile` and `write` are benches of whole pages in a
 * browser: see `browser/main.ts`.
 */
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { readBenchArguments } from './arguments.ts';
import { benches } from './benches/all.ts';
import type { BenchFigures } from './benches/bench.ts';
import { COMMANDS } from './browser/commands.ts';
import { bundle } from './bundle.ts';
import { type Report, reportOf, reportTable } from './report.ts';

/** A fresh process for each: neither the garbage nor the compiled code of one size weighs on the next. */
function measure(script: string, name: string, organisations: number): BenchFigures {
  const args = ['--expose-gc', '--max-old-space-size=4096', script, name, String(organisations)];
  const { status, stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`the bench "${name}" failed for ${organisations} organisations`);
  return JSON.parse(stdout) as BenchFigures;
}

const machine = {
  cores: os.availableParallelism(),
  processor: os.cpus()[0]?.model.trim() ?? '',
  memory: `${Math.round(os.totalmem() / 1e9)} GB`,
  node: process.version,
  /** Work that waited for a core in the last minute, before the first bench: above `cores`, times are too long. */
  load: Math.round((os.loadavg()[0] ?? 0) * 10) / 10,
};

/** Measures the core, in Node. */
async function measureCore(args: readonly string[]): Promise<void> {
  const asked = readBenchArguments(
    args,
    benches.map(({ name }) => name),
  );
  if (!asked.json) {
    const { cores, processor, memory, node, load } = machine;
    console.log(`${cores} cores (${processor}), ${memory}, Node ${node}, load ${load}`);
  }
  const reports: Report[] = [];
  const { file, remove } = await bundle(path.join(import.meta.dirname, 'one.ts'));
  try {
    for (const bench of benches) {
      if (asked.only.length > 0 && !asked.only.includes(bench.name)) continue;
      const rows = asked.sizes.map((organisations) => {
        return { organisations, figures: measure(file, bench.name, organisations) };
      });
      const report = reportOf(bench, rows);
      reports.push(report);
      if (!asked.json) console.log(`\n${reportTable(report)}`);
    }
  } finally {
    remove();
  }
  if (asked.json) console.log(JSON.stringify({ machine, reports }, null, 2));
  if (asked.assert && reports.some(({ missed }) => missed.length > 0)) process.exitCode = 1;
}

const [command = '', ...rest] = process.argv.slice(2);
const known = COMMANDS.find((each) => each === command);
if (known) await (await import('./browser/main.ts')).browserBench(known, rest);
else await measureCore(process.argv.slice(2));
