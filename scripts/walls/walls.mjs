/**
 * Allowed imports: the arrows of the design, in one table. The lint rule `ess/walls` shows a breach in the editor,
 * `walls.test.ts` reads every file on its own and finds the same.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Zone
 * @property {string} name
 * @property {string} folder a folder or one file, from the root of the repository
 * @property {readonly string[]} zones what it may import besides itself; `core/*` stands for every zone of core
 * @property {readonly string[]} [types] what it may import with `import type` only
 * @property {true} [isPage] whether it is built from sources alone, and names files of other packages by their paths
 * @property {readonly string[]} packages npm packages it may import: `d3-geo`, `lit/*` for any path below
 */

const MODEL = 'core/model';
const ERRORS = 'core/errors';
const READING = 'core/reading';
const GEO = 'core/geo';
const FORMAT = 'core/format';
const NODE = 'node:*';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ELEMENTS = 'packages/elements/src';
const ELEMENT_PACKAGES = [
  'lit',
  'lit/*',
  '@lit/context',
  '@lit/task',
  'd3-scale',
  'd3-shape',
  'topojson-client',
  'topojson-specification',
  'lean-qr/nano',
  'geojson',
];

/**
 * Zones of the elements: a folder each, with the folders that it may import besides the core.
 * @param {Readonly<Record<string, readonly string[]>>} may
 * @returns {readonly Zone[]}
 */
function rooms(may) {
  const zonesOf = (/** @type {readonly string[]} */ names) => [
    'core',
    'core/*',
    ...names.map((name) => `elements/${name}`),
  ];
  return [
    { name: 'elements', folder: ELEMENTS, zones: zonesOf(['*']), packages: ELEMENT_PACKAGES },
    ...Object.entries(may).map(([name, others]) => ({
      name: `elements/${name}`,
      folder: `${ELEMENTS}/${name}`,
      zones: zonesOf(others),
      // A large list is a source of what a map draws: its types say how.
      types: name === 'directory' ? ['elements/map'] : [],
      packages: ELEMENT_PACKAGES,
    })),
  ];
}

const CORE = 'packages/core/src';
/** Files of core that `import()` names: each is a door by itself, and its names are in no other. */
export const LATE = ['data/address', 'data/all', 'data/story', 'format/all', 'model/closest'];
/** Files that core itself loads late by their paths. */
const LATE_INSIDE = [
  'model/catalogue',
  'model/manifest',
  'model/report/report-schema',
  'model/story/story-schema',
  'reading/decode',
  'reading/refusals',
];

/** @type {readonly Zone[]} */
export const ZONES = [
  { name: ERRORS, folder: 'packages/core/src/errors.ts', zones: [], packages: [] },
  // The rules of reading, by which every reader of the data abides: limits, addresses, and who may write what.
  { name: READING, folder: 'packages/core/src/reading', zones: [MODEL, ERRORS], packages: [] },
  { name: MODEL, folder: 'packages/core/src/model', zones: [], packages: ['zod/mini'] },
  {
    name: 'core/indicators',
    folder: 'packages/core/src/indicators',
    zones: [MODEL, ERRORS],
    packages: ['zod/mini'],
  },
  { name: 'core/checks', folder: 'packages/core/src/checks', zones: [MODEL, ERRORS], packages: [] },
  {
    // A chart is one folder: what it is called, when it suits a figure, how it is drawn; then stills, which show the same.
    name: 'core/charts',
    folder: 'packages/core/src/charts',
    zones: [MODEL, ERRORS, FORMAT, GEO, 'core/indicators', 'core/directory'],
    packages: ['d3-scale', 'd3-shape'],
  },
  { name: GEO, folder: 'packages/core/src/geo', zones: [MODEL, ERRORS, READING], packages: ['zod/mini', 'geojson'] },
  {
    name: 'core/directory',
    folder: 'packages/core/src/directory',
    zones: [MODEL, ERRORS, READING, GEO],
    packages: [],
  },
  { name: FORMAT, folder: 'packages/core/src/format', zones: [MODEL, ERRORS], packages: [] },
  {
    // It makes the files of a folder of data, so that no page computes or judges them. Bytes are hashed and packed without a platform.
    name: 'core/prepare',
    folder: 'packages/core/src/prepare',
    zones: [
      MODEL,
      ERRORS,
      READING,
      GEO,
      FORMAT,
      'core/data',
      'core/directory',
      'core/indicators',
      'core/charts',
      'core/checks',
    ],
    packages: ['@noble/hashes/sha2.js', 'fflate'],
  },
  {
    // The workbook of a year, in which staff enter what happened.
    name: 'core/workbook',
    folder: 'packages/core/src/workbook',
    zones: [MODEL, ERRORS, GEO, FORMAT, 'core/data', 'core/indicators', 'core/prepare'],
    packages: ['hucre/xlsx'],
  },
  {
    name: 'core/data/sources',
    folder: 'packages/core/src/data/sources',
    zones: [MODEL, ERRORS, READING, FORMAT],
    packages: ['zod/mini', 'papaparse', 'hucre/xlsx'],
  },
  {
    // What is declared of each service, and the one reader of it.
    name: 'core/data/feed',
    folder: 'packages/core/src/data/feed',
    zones: [MODEL, ERRORS, READING, 'core/data/sources'],
    packages: [],
  },
  {
    name: 'core/data/cache',
    folder: 'packages/core/src/data/cache',
    zones: [MODEL, ERRORS],
    packages: ['idb', 'zod/mini'],
  },
  {
    name: 'core/data/client',
    folder: 'packages/core/src/data/client',
    zones: [MODEL, ERRORS, READING, 'core/data/cache'],
    types: ['core/data/sources', 'core/data/services'],
    packages: [],
  },
  {
    // The table of services, which a page loads with the first address that is none of a file.
    name: 'core/data/services',
    folder: 'packages/core/src/data/services',
    zones: [MODEL],
    types: ['core/data'],
    packages: ['zod/mini'],
  },
  {
    name: 'core/data',
    folder: 'packages/core/src/data',
    zones: [MODEL, ERRORS, READING, 'core/data/*'],
    packages: [],
  },
  {
    // It reads a file as the widgets would, and says what is wrong with it.
    name: 'core/doctor',
    folder: 'packages/core/src/doctor',
    zones: [MODEL, ERRORS, READING, FORMAT, 'core/data', 'core/data/*', 'core/checks'],
    packages: [],
  },
  { name: 'core', folder: 'packages/core/src', zones: ['core/*'], packages: [] },
  ...rooms({
    texts: [],
    world: ['texts'],
    // Values of tokens, and nothing else.
    looks: [],
    base: ['texts', 'world', 'looks'],
    views: ['texts', 'base'],
    directory: ['texts', 'world', 'base', 'views'],
    map: ['texts', 'base', 'views'],
    // Its cover is the ground of a map.
    report: ['texts', 'base', 'views', 'map'],
    // The rule for an element, so that a new one needs no line here; those below have more or less.
    ...Object.fromEntries(
      readdirSync(path.join(ROOT, ELEMENTS))
        .filter((name) => name.startsWith('ess-'))
        .map((name) => [name, ['texts', 'base', 'views']]),
    ),
    'ess-provider': ['texts', 'base'],
    // Its preview draws the records with other elements, whose code it loads.
    'ess-data-check': ['texts', 'base', 'directory', 'ess-*'],
    'ess-member-list': ['texts', 'base', 'views', 'directory'],
    'ess-member-map': ['texts', 'world', 'base', 'views', 'directory', 'map'],
    // It draws its blocks with other elements, whose code it loads.
    'ess-report': ['texts', 'base', 'views', 'report', 'ess-*'],
    loader: ['*'],
    'extend.ts': ['texts', 'base'],
    testing: ['*'],
    contract: ['*'],
  }),
  {
    // A page, built from sources and in no package: it names files of the elements by their paths.
    name: 'atelier',
    folder: 'packages/atelier/src',
    zones: ['core', 'core/*', 'elements', 'elements/*'],
    packages: ['lit', 'lit/*', 'zod/mini'],
    isPage: true,
  },
  { name: 'bretagne', folder: 'packages/bretagne/src', zones: ['core', 'core/*'], packages: [NODE] },
  {
    name: 'cli',
    folder: 'packages/cli/src',
    zones: ['core', 'core/*', 'bretagne'],
    // Pages are read by a parser that knows the position of each piece, so that no other byte of them changes.
    packages: [NODE, 'parse5'],
  },
  {
    name: 'geo-tools',
    folder: 'packages/geo-tools/src',
    zones: ['core', 'core/*', 'cli'],
    packages: [
      NODE,
      'd3-geo',
      'topojson-client',
      'topojson-server',
      'topojson-simplify',
      'topojson-specification',
      'geojson',
    ],
  },
  {
    name: 'bench',
    folder: 'packages/bench/src',
    zones: ['core', 'core/*', 'bench/pages'],
    packages: [NODE, 'esbuild', 'playwright-core'],
  },
  {
    // Pages of peers, measured beside ours.
    name: 'bench/pages',
    folder: 'packages/bench/src/pages',
    zones: [],
    packages: ['chart.js', 'geojson', 'leaflet/*', 'supercluster', 'topojson-client', 'topojson-specification'],
  },
];

/** Packages that tests may import, besides those of their zone. */
const TEST_PACKAGES = [
  NODE,
  'vitest',
  'fast-check',
  'ical.js',
  'fake-indexeddb',
  'fake-indexeddb/*',
  'hucre/xlsx',
  'zod/mini',
  'lit',
  'lit/*',
  '@open-wc/testing',
  '@web/test-runner-commands',
  'axe-core',
  'geojson',
];

/** Zones that the tests of a package may import: a test of core knows no element either. */
const TEST_ZONES = new Map([
  ['core', ['core', 'core/*']],
  ['elements', ['core', 'core/*', 'elements', 'elements/*']],
  ['atelier', ['core', 'core/*', 'elements', 'elements/*', 'atelier']],
  ['bretagne', ['core', 'core/*', 'bretagne']],
  ['cli', ['core', 'core/*', 'bretagne', 'cli']],
  ['geo-tools', ['core', 'core/*', 'cli', 'geo-tools']],
  ['bench', ['core', 'core/*', 'bench']],
]);

/** @param {string} name */
const packageOf = (name) => name.split('/')[0] ?? name;

/** @param {readonly string[]} patterns @param {string} name */
function allows(patterns, name) {
  return patterns.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name));
}

/**
 * Returns the zone of a file: the deepest folder that holds it.
 * @param {string} file from the root of the repository, with slashes
 * @returns {Zone | undefined}
 */
export function zoneOf(file) {
  return ZONES.filter((zone) => file === zone.folder || file.startsWith(`${zone.folder}/`)).sort(
    (a, b) => b.folder.length - a.folder.length,
  )[0];
}

/** @param {string} file */
export function isTest(file) {
  return (
    /(\.(test|test-d|bench)|\/testing)\.ts$/.test(file) || /\/(testing|fixtures|elements\/src\/contract)\//.test(file)
  );
}

/** Packages that are called as the command that they bring. */
const COMMANDS = new Map([
  ['ess-widgets', 'cli'],
  ['ess-geo', 'geo-tools'],
]);

/** Returns the zone that `@ess-widgets/core/model` and its like stand for. @param {string} specifier */
function workspaceZone(specifier) {
  const [, name, rest] = /^@ess-widgets\/([^/]+)\/?(.*)$/.exec(specifier) ?? [];
  if (!name) return COMMANDS.get(specifier.split('/')[0] ?? '');
  if (name !== 'core' || !rest) return name;
  const first = `core/${rest.split('/')[0]}`;
  return ZONES.some((zone) => zone.name === first) ? first : name;
}

/**
 * Returns the reason why an import does not go through a door of core, or null. A room of core is `src/<room>`, its door its
 * `index.ts`; inside a room files import each other.
 * @param {string} file
 * @param {string} specifier
 * @param {boolean} isLate
 * @returns {string | null}
 */
function besideDoor(file, specifier, isLate) {
  const [, name] = /^@ess-widgets\/core\/(.+)$/.exec(specifier) ?? [];
  if (name)
    return isLate && !LATE.includes(name)
      ? `${file} loads ${specifier} late: import() names a late file, no door`
      : null;
  if (!specifier.startsWith('.') || !file.startsWith(`${CORE}/`)) return null;
  const from = path.posix.relative(CORE, file);
  const to = path.posix.join(path.posix.dirname(from), specifier).replace(/\.ts$/, '');
  const [room = ''] = to.split('/');
  const isOwn = room === from.split('/')[0];
  const isDoor = to === 'index' || to === `${room}/index`;
  if (isOwn || isLate) {
    if (isDoor) return `${file} imports a door ${isOwn ? 'of its own room' : 'late'}: name the file`;
    const isKnown = isOwn || LATE.includes(to) || LATE_INSIDE.includes(to);
    return isKnown ? null : `${file} loads ${to} late, which is no late file`;
  }
  // Errors have no room, and a test may name a file of another room.
  if (isDoor || to === 'errors' || LATE.includes(to) || isTest(file)) return null;
  return `${file} imports ${to}.ts of another room: its door is ${room}/index.ts`;
}

/**
 * Returns the reason why an import breaches a wall, or null.
 * @param {string} file the importing file, from the root of the repository, with slashes
 * @param {string} specifier as written
 * @param {boolean} [typeOnly] `import type`
 * @param {boolean} [isLate] `import()`
 * @returns {string | null}
 */
export function breach(file, specifier, typeOnly = false, isLate = false) {
  const zone = zoneOf(file);
  if (!zone) return null;
  const beside = besideDoor(file, specifier, isLate);
  if (beside) return beside;
  const test = isTest(file);
  const zones = test
    ? (TEST_ZONES.get(packageOf(zone.name)) ?? [])
    : [...zone.zones, ...(typeOnly ? (zone.types ?? []) : [])];

  if (specifier.startsWith('.')) {
    const target = path.posix.join(path.posix.dirname(file), specifier);
    const other = zoneOf(target);
    if (!other) return `${file} reaches ${target}, outside of the sources of its package`;
    // Helpers of tests are in no package that is built: no name leads to them.
    const isHelper = test && isTest(target) && allows(zones, packageOf(other.name));
    if (packageOf(other.name) !== packageOf(zone.name) && !isHelper && !zone.isPage)
      return `${file} imports ${target} by its path: use the package's name`;
    if (!test && isTest(target)) return `${file} imports a test file, ${target}`;
    return other.name === zone.name || allows(zones, other.name)
      ? null
      : `${zone.name} may not import ${other.name} (${file})`;
  }
  const workspace = workspaceZone(specifier);
  if (workspace) {
    if (packageOf(workspace) === packageOf(zone.name) && !test)
      return `${file} imports its own package by name: ${specifier}`;
    return allows(zones, workspace) ? null : `${zone.name} may not import ${specifier} (${file})`;
  }
  const packages = test ? [...zone.packages, ...TEST_PACKAGES] : zone.packages;
  // No test of core renders anything.
  const isForbiddenLit = !zone.packages.includes('lit') && /^(@?lit)(\/|$)/.test(specifier);
  return allows(packages, specifier) && !isForbiddenLit ? null : `${zone.name} may not import ${specifier} (${file})`;
}
