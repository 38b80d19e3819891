import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** A script ready to be run by Node. */
interface Bundle {
  readonly file: string;
  readonly remove: () => void;
}

/**
 * Bundles what is measured, as sites do with the core. Run from its sources by tsx, every function that is made is also
 * given its name, which takes about as long again as the work.
 */
export async function bundle(entry: string): Promise<Bundle> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ess-bench-'));
  const file = path.join(folder, 'bench.mjs');
  await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['ess-source'],
    // Files beside the sources are found from where these stand.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(entry).href) },
    logLevel: 'error',
  });
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
