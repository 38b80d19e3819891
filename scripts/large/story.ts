/**
 * Writes the packed folders of the story "Large scale" into `.storybook/dist`, unless they are there: a region and the
 * nation. The map itself says that its organisations are invented.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../packages/cli/src/run.ts';
import type { LargeOptions } from './organisations.ts';
import { writeLargeSet } from './write.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SETS: readonly LargeOptions[] = [{ count: 11_500, region: '53' }, { count: 220_000 }];
const GROUNDS = { region: 'packages/bretagne/data/basemap.json', nation: 'packages/elements/src/world/france.json' };
const LABEL: Readonly<Record<string, string>> = {
  fr: 'Organisations générées',
  br: 'Aozadurioù ganet',
  en: 'Generated organisations',
};

/** Returns a ground whose credit, which stands on the map, says first what it carries. */
function labelled(file: string): object {
  const ground = JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
  const attribution = Object.entries(ground.attribution as Record<string, string>).map(([lang, text]) => [
    lang,
    `${LABEL[lang] ?? LABEL['en']} – ${text}`,
  ]);
  return { ...ground, attribution: Object.fromEntries(attribution) };
}

async function write(options: LargeOptions): Promise<void> {
  const out = path.join(ROOT, '.storybook/dist', `large-${options.count}`);
  if (existsSync(path.join(out, 'manifest.json'))) return;
  const plain = mkdtempSync(path.join(tmpdir(), 'ess-large-'));
  try {
    writeLargeSet(plain, options, { basemap: 'basemap.json' });
    const ground = options.region ? GROUNDS.region : GROUNDS.nation;
    writeFileSync(path.join(plain, 'basemap.json'), JSON.stringify(labelled(ground)));
    const status = await run(['pack', plain, '--out', out, '--no-records', '--lang', 'en'], {
      out: (text) => process.stdout.write(text),
      err: (text) => process.stderr.write(text),
      terminal: { out: false, err: false },
      env: process.env,
      cwd: ROOT,
      fetch: (url, init) => fetch(url, init),
    });
    if (status !== 0) throw new Error(`the organisations of the story could not be packed: status ${status}`);
  } finally {
    rmSync(plain, { recursive: true });
  }
}

for (const options of SETS) await write(options);
