import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Generated } from './files.ts';

const FOLDER = 'packages/elements';

interface Manifest {
  readonly modules: readonly { readonly path: string }[];
}

/** `custom-elements.json`: what the JSDoc of the elements says, for Storybook, editors and the docs. */
export function customElements(root: string): Generated {
  const folder = path.join(root, FOLDER);
  // Inside of the package, since the analyser takes its output folder from there.
  const out = mkdtempSync(path.join(folder, 'dist-manifest-'));
  try {
    const cem = path.join(
      path.dirname(createRequire(import.meta.url).resolve('@custom-elements-manifest/analyzer/package.json')),
      'cem.js',
    );
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      [cem, 'analyze', '--config', 'custom-elements-manifest.config.mjs', '--outdir', path.basename(out), '--quiet'],
      { cwd: folder, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`The custom elements manifest cannot be made: ${stderr || stdout}`);
    const manifest = JSON.parse(readFileSync(path.join(out, 'custom-elements.json'), 'utf8')) as Manifest;
    const modules = [...manifest.modules].sort((a, b) => (a.path < b.path ? -1 : 1));
    return new Map([[`${FOLDER}/custom-elements.json`, `${JSON.stringify({ ...manifest, modules }, null, 2)}\n`]]);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
