/** A made-up chart, added as the contributing guide says, is wherever charts are named. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create } from './create.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const COPIED = [
  ...['core/src', 'core/package.json', 'elements/src', 'elements/package.json', 'host-php', 'spip', 'wordpress'],
  'bretagne/data',
].map((each) => `packages/${each}`);

/** Makes a copy of the sources whose packages know each other. */
function copied(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'ess-chart-'));
  for (const each of [
    ...COPIED,
    'scripts/sync',
    'scripts/walls',
    'scripts/wtr',
    'scripts/doors.mjs',
    'stories',
    'biome.json',
    'package.json',
    'tsconfig.base.json',
  ])
    cpSync(path.join(ROOT, each), path.join(copy, each), { recursive: true });
  // Where the sync looks for imports, and finds none.
  for (const each of ['.storybook', 'examples', 'node_modules/@ess-widgets'])
    mkdirSync(path.join(copy, each), { recursive: true });
  for (const each of readdirSync(path.join(ROOT, 'node_modules')).filter((name) => name !== '@ess-widgets'))
    symlinkSync(path.join(ROOT, 'node_modules', each), path.join(copy, 'node_modules', each));
  for (const each of ['core', 'elements'])
    symlinkSync(path.join(copy, 'packages', each), path.join(copy, 'node_modules/@ess-widgets', each));
  return copy;
}

/** Runs a module in a folder, and returns what it prints. */
function run(folder: string, code: string): string {
  const file = path.join(folder, 'probe.mts');
  writeFileSync(file, code);
  const flags = ['--conditions=ess-source', '--import', 'tsx'];
  const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, file], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** Writes the lists of charts, as `npm run sync` does. */
const SYNC = `
import { chartFiles } from './scripts/sync/charts.ts';
import { coreDoors } from './scripts/sync/doors.ts';
import { write } from './scripts/sync/files.ts';
write(process.cwd(), await chartFiles(process.cwd()));
write(process.cwd(), coreDoors(process.cwd()));
// Loaded only now, because the attributes name the charts.
const { attributeFiles } = await import('./scripts/sync/attributes.ts');
const { tagsOf } = await import('./scripts/sync/elements.ts');
write(process.cwd(), attributeFiles(tagsOf(process.cwd()).map((tagName) => ({ tagName }))));
`;

/** Prints what the attributes, the plugins, a report, a still and a file say of the chart `boats`. */
const PROBE = `
import { readFileSync } from 'node:fs';
import { chartFiles } from './packages/core/src/charts/files.ts';
import { charts, choices } from './packages/core/src/charts/register.ts';
import { chooseChart } from './packages/core/src/charts/about.ts';
import { problemsOfReport } from './packages/core/src/model/report/problems.ts';
import { reportOf, section } from './packages/core/src/model/report/testing/report.ts';
import { svgOf } from './packages/core/src/charts/testing/picture.ts';
import { lightStill } from './packages/core/src/charts/still.ts';
import { attributesOf } from './packages/elements/src/base/attributes.ts';
import { lateViews } from './packages/elements/src/ess-breakdown/views.ts';
import { hostAttributes } from './scripts/sync/host-attributes.ts';

const data = (name) => JSON.parse(readFileSync('./packages/bretagne/data/' + name, 'utf8'));
const attributes = { indicator: 'members-stock', by: 'college', chart: 'boats' };
const problems = (chart) => {
  const blocks = [{ type: 'breakdown', indicator: 'x', chart }];
  const manifest = { documents: {}, collections: {} };
  return problemsOfReport(reportOf([section('I.1', { blocks })]), manifest, { x: { dimensions: [] } }).length;
};
const dataset = { manifest: data('manifest.json'), measures: data('measures.json'), collections: {}, issues: [] };
const still = lightStill(dataset, { tag: 'ess-breakdown', attributes, lang: 'fr', today: '2025-06-02' });
const rows = [{ id: 'a', name: { fr: 'Barques' }, label: 'Barques', value: '12' }];
const facts = { measure: { parts: [] }, segments: null, stacks: null, steps: null, ratios: null };
console.log(JSON.stringify({
  values: attributesOf('ess-breakdown').chart.values,
  said: [attributesOf('ess-breakdown').chart.description, attributesOf('ess-breakdown').chart.fr],
  problems: [problems('boats'), problems('ships')],
  chosen: [chooseChart(choices, 'boats', facts), chooseChart(choices, 'auto', facts)],
  views: Object.keys(lateViews),
  still: still?.html,
  svg: svgOf(chartFiles.boats.svg(rows, () => '#000')).svg,
  words: chartFiles.boats.words(rows),
  php: ['host-php/attributes.php', 'wordpress/words.php', 'spip/lang/mots.php'].map((file) => hostAttributes(process.cwd()).get('packages/' + file)),
}));
`;

/** Test of the chart in a browser: in its element, on paper, in a file and in a report. */
const IN_BROWSER = `
import { expect, fixture, html } from '@open-wc/testing';
import { setPageClient } from '../base/page.ts';
import { datasetFile, settle, take, useFiles, waitUntil, watchDownloads } from '../testing/testing.ts';
import './define.ts';
import '../ess-report/define.ts';

const source = { document: 'rapport', section: 'I.1', page: 4 };
const part = (id, value) => ({ id, label: { fr: id }, quantity: { value, op: '=', unit: 'members' } });
const measures = {
  format: 'ess-measures/1',
  hashes: {},
  indicators: { stock: {
    label: { fr: 'Adhérents' }, definition: { fr: 'Nombre.' }, kind: 'stock', unit: 'members',
    dimensions: [{ id: 'college', label: { fr: 'collège' }, exclusive: true }],
  } },
  measures: [{
    indicator: 'stock', period: '2024', by: 'college', parts: [part('Coop', 7), part('Asso', 5)],
    quantity: { value: 12, op: '=', unit: 'members' }, basis: 'published', population: null, missing: null, notes: [],
    sources: [source],
  }],
};
const block = { type: 'breakdown', indicator: 'stock', by: 'college', chart: 'boats' };
const report = {
  format: 'ess-report/1', id: 'rapport', title: { fr: 'Rapport' }, period: '2024', language: 'fr', document: 'rapport',
  opening: { id: '0', title: { fr: 'Essentiel' }, blocks: [block] },
  chapters: [{ id: 'I', title: { fr: 'Un' }, sections: [{ id: 'I.1', title: { fr: 'Deux' } }] }],
};
const rowsOf = (element) => [...element.renderRoot.querySelectorAll('.boats > li')].map((row) => row.textContent.replace(/\\s+/g, ' ').trim());

describe('the chart boats', () => {
  beforeEach(() => useFiles({
    'data.json': datasetFile({}, { measures: 'measures.json', report: 'report.json' }),
    'measures.json': { json: measures }, 'report.json': { json: report },
  }));
  afterEach(() => setPageClient(undefined));

  it('is drawn in its element, on paper and in a file', async () => {
    const element = await fixture(html\`<ess-breakdown src="data.json" lang="fr" indicator="stock" by="college" chart="boats"></ess-breakdown>\`);
    await settle(element);
    await waitUntil(() => rowsOf(element).length === 2);
    expect(rowsOf(element)).to.deep.equal(['Coop, 7', 'Asso, 5']);
    await expect(element).to.be.accessible();
    dispatchEvent(new Event('beforeprint'));
    await element.updateComplete;
    expect(rowsOf(element)).to.have.length(2);
    dispatchEvent(new Event('afterprint'));
    const { files, stop } = watchDownloads();
    await take(element, 'SVG');
    await waitUntil(() => files.length > 0);
    stop();
    expect(await files[0].blob.text()).to.contain('7 Coop');
  });

  it('is drawn in a report', async () => {
    const element = await fixture(html\`<ess-report src="data.json" lang="fr"></ess-report>\`);
    await settle(element);
    const inside = () => element.renderRoot.querySelector('ess-breakdown');
    await waitUntil(() => inside()?.renderRoot && rowsOf(inside()).length === 2);
    expect(rowsOf(inside())[0]).to.equal('Coop, 7');
  });
});
`;

describe('a made-up chart', () => {
  let copy = '';
  let written: readonly string[] = [];
  let found: Readonly<Record<string, never>> & {
    readonly values: readonly string[];
    readonly said: readonly string[];
    readonly problems: readonly number[];
    readonly chosen: readonly string[];
    readonly views: readonly string[];
    readonly still: string;
    readonly svg: string;
    readonly words: readonly (readonly string[])[];
    readonly php: readonly string[];
  };
  beforeAll(() => {
    copy = copied();
    written = create(['chart', 'boats'], copy);
    run(copy, SYNC);
    found = JSON.parse(run(copy, PROBE));
  });
  afterAll(() => rmSync(copy, { recursive: true }));
  const read = (file: string) => readFileSync(path.join(copy, file), 'utf8');

  it('is at most six files by hand, in its folder and beside the element', () => {
    expect(written.length).toBeLessThanOrEqual(6);
    for (const file of written)
      expect(file).toMatch(/^packages\/(core\/src\/charts\/boats\/|elements\/src\/ess-breakdown\/boats)/);
    for (const file of written) expect(read(file)).not.toMatch(/__[A-Za-z]+__/);
  });

  it('is a word of the attribute, in both languages, and of a block of a report', () => {
    expect(found.values).toContain('boats');
    expect(found.said[0]).toContain('`boats`, what the chart shows');
    expect(found.said[1]).toContain('`boats`, ce que le graphique montre');
    expect(found.problems).toEqual([0, 1]);
  });

  it('is drawn by the element where it is asked for, and chosen for no other figure', () => {
    expect(found.chosen).toEqual(['boats', 'bars']);
    expect(found.views).toContain('boats');
  });

  it('has its form in a still, and its words in a file', () => {
    expect(found.still).toMatch(/<ul><li><strong>\d+<\/strong> \S/);
    expect(found.svg).toContain('12 Barques');
    expect(found.words).toEqual([['Barques', '12']]);
  });

  it('is in the lists of both plugins, and has a story', () => {
    const [attributes, wordpress, spip] = found.php;
    expect(attributes).toMatch(/'chart' => .*'boats'/);
    expect(wordpress?.match(/'value_boats' => 'Boats'/g)).toHaveLength(2);
    expect(spip?.match(/'valeur_boats' => 'Boats'/g)).toHaveLength(2);
    expect(read('stories/charts.stories.ts')).toContain("export const Boats = chartStory('boats');");
  });

  it('is drawn in a browser: in its element, on paper, in a file and in a report', () => {
    const base = JSON.stringify(pathToFileURL(path.join(ROOT, 'web-test-runner.config.mjs')));
    writeFileSync(
      path.join(copy, 'web-test-runner.config.mjs'),
      // The doors of these settings are those of the repository, where there is no such chart.
      `import base from ${base};
      import { doors } from './scripts/wtr/doors.mjs';
      const plugins = base.plugins.map((each) => (each.name === 'ess-doors' ? doors() : each));
      export default { ...base, plugins, rootDir: import.meta.dirname };`,
    );
    const file = 'packages/elements/src/ess-breakdown/boats.test.ts';
    writeFileSync(path.join(copy, file), IN_BROWSER);
    const runner = path.join(ROOT, 'node_modules/.bin/wtr');
    const { stdout } = spawnSync(runner, ['--files', file], { cwd: copy, encoding: 'utf8' });
    expect(stdout).toMatch(/2 passed, 0 failed/);
  });
});
