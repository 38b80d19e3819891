/** The engine of the Atelier: doors `prepare` and `workbook` of core run in a worker of a page, without Node and without a network. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellsAlone } from './cells-alone.ts';
import { doors } from './doors.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(ROOT, 'node_modules/.ess-engine-'));
const WORKER = `
import { archiveOf, offersOf, prepare, takeHome } from '@ess-widgets/core/prepare';
import { newWorkbook, readYear, readYearBook } from '@ess-widgets/core/workbook';
self.onmessage = ({ data }) => postMessage({ archiveOf, offersOf, prepare, takeHome, newWorkbook, readYear, readYearBook }[data]);
`;

let chunks: readonly Rolldown.OutputChunk[] = [];

beforeAll(async () => {
  const entry = path.join(folder, 'worker.js');
  writeFileSync(entry, WORKER);
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    plugins: [doors(), cellsAlone()],
    resolve: { conditions: ['ess-source', 'browser', 'module', 'import', 'default'] },
    build: {
      write: false,
      target: 'es2023',
      lib: { entry, formats: ['es'] },
      rolldownOptions: { output: { minify: true } },
    },
  });
  chunks = [built]
    .flat()
    .flatMap((one) => ('output' in one ? one.output : []))
    .flatMap((one) => (one.type === 'chunk' ? [one] : []));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

describe('the engine in a worker', () => {
  it('is bundled with nothing of Node, and with nothing that is fetched from elsewhere', () => {
    const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
    expect(modules.filter((id) => /packages\/core\/src\/(?:prepare|workbook)\//.test(id)).length).toBeGreaterThan(20);
    expect(modules.filter((id) => /^node:|browser-external/.test(id) || builtinModules.includes(id))).toEqual([]);
    const own = new Set(chunks.map(({ fileName }) => fileName));
    const imported = chunks.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports]);
    expect(imported.filter((name) => !own.has(name))).toEqual([]);
  });

  it('is no page: it names neither document nor window', () => {
    const code = chunks.map(({ code: text }) => text).join('\n');
    const named = code.match(/(?<![\w.$'"`-])(?:document|window|Buffer|process)\.\w+.{0,40}/g) ?? [];
    expect(named).toEqual([]);
  });

  // No page loads it before somebody brings a file: half of it reads and writes workbooks and judges data.
  it('weighs 300 kB at most as it is sent', () => {
    const bytes = chunks.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
    expect(bytes).toBeLessThan(300_000);
  });
});
