/**
 * `npm run sync` writes what is generated from the sources: the indexes of the elements and texts, the custom
 * elements manifest, the reports of public interfaces, the licences of packages, the JSON Schemas, the data, the numbers in the README, the services in the guide of sources, the heights in that of embedding. `npm run sync -- --check`
 * writes nothing and fails where something is stale.
 */
import path from 'node:path';
import { benchPage } from './bench-page.ts';
import { readmeCatalogue } from './readme-catalogue.ts';
import { readmeElements } from './readme-elements.ts';
import { apiReports } from './sync/api.ts';
import { generalCatalogue } from './sync/catalogue.ts';
import { chartFiles } from './sync/charts.ts';
import { coreDoors } from './sync/doors.ts';
import { elementExports, elementIndexes, versionModule } from './sync/elements.ts';
import { feedTables } from './sync/feeds.ts';
import { type Generated, stale, write } from './sync/files.ts';
import { frameHeights, heightGuides } from './sync/heights.ts';
import { hostSources } from './sync/host-sources.ts';
import { licences } from './sync/licences.ts';
import { recordKeys } from './sync/record-keys.ts';
import { jsonSchemas } from './sync/schemas.ts';
import { serviceTables } from './sync/services.ts';
import { sourceGuides } from './sync/sources.ts';

const STEPS: readonly ((root: string) => Generated | Promise<Generated>)[] = [
  generalCatalogue,
  chartFiles,
  serviceTables,
  coreDoors,
  recordKeys,
  elementIndexes,
  versionModule,
  elementExports,
  // Loaded only now, with the charts that the step before has written: they name their values.
  async (root) => (await import('./sync/manifest.ts')).customElements(root),
  async (root) => (await import('./sync/host-attributes.ts')).hostAttributes(root),
  async () => (await import('./sync/host-stills.ts')).hostStills(),
  feedTables,
  hostSources,
  apiReports,
  licences,
  jsonSchemas,
  benchPage,
  readmeCatalogue,
  readmeElements,
  sourceGuides,
  heightGuides,
  frameHeights,
  // Loaded only now, with the modules that the steps before have written; the manifest has the hashes of the first files.
  async () => (await import('../packages/geo-tools/scripts/build-geo.ts')).geoFiles(),
  async () => (await import('../packages/bretagne/scripts/build-data.ts')).dataFiles(),
];

/**
 * @returns the files that were stale: written, or in check mode only named
 */
export async function sync(root: string, { check }: { readonly check: boolean }): Promise<readonly string[]> {
  const found: string[] = [];
  for (const step of STEPS) {
    const generated = await step(root);
    found.push(...stale(root, generated));
    if (!check) write(root, generated);
  }
  return found;
}

async function main(): Promise<void> {
  const check = process.argv.includes('--check');
  const files = await sync(path.resolve(import.meta.dirname, '..'), { check });
  if (files.length === 0) console.log('Everything that is generated is up to date.');
  for (const file of files) console.log(`${check ? 'stale' : 'written'}: ${file}`);
  if (check && files.length > 0) {
    console.error('Run `npm run sync` and commit what it writes.');
    process.exitCode = 1;
  }
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === import.meta.filename) await main();
