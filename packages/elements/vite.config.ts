import { defineConfig } from 'vite';
import { type Known, loadAlong } from '../../scripts/along.ts';
import { leanDecorators } from '../../scripts/lean-decorators.ts';
import { leanLibraries } from '../../scripts/lean-libraries.ts';
import { minifyCssLiterals } from '../../scripts/minify-css.ts';
import { minifyHtmlLiterals } from '../../scripts/minify-html.ts';
import { umdAsModule } from '../../scripts/umd-as-module.ts';

/** The chunk of an element is named after its tag, not after its `define.ts`. */
function tagOf(module: string | null): string | undefined {
  return /\/(ess-[^/]+)\/define\.ts$/.exec(module ?? '')?.[1];
}

/** The code that reads records one by one, which figures do without. */
const RECORDS = /\/check-records\.ts$/;

/** What the loader asks for ahead. */
const ASKERS = [/\/loader\/ahead\.ts$/];

/** The code that computes figures, and what counts events. */
const COMPUTER = /\/internal\/computer\.ts$/;
const EVENTS = /\/ess-event-counter\/digest\.ts$/;

/** What a report begins with. */
const TILES = /\/ess-indicator\/define\.ts$/;

/** What other elements show their data with, whose own code is a frame. */
const ALGEBRA = /\/model\/algebra\.ts$/;
const BAR = /\/ess-territory-picker\/bar\.ts$/;
const CHART = /\/ess-trend\/chart\.ts$/;
const COMBINED = /\/chart\/combined\.ts$/;
const FILES = /\/internal\/csv-button\.ts$/;
const GRID = /\/grid\/grid-view\.ts$/;
const LATE = /\/grid\/late-styles\.ts$/;
const LIST = /\/ess-timeline\/list\.ts$/;

/** Texts: those of every element, and those that some draw with. */
const TEXTS = /\/texts\/base\.fr\.ts$/;
const VIEWS = /\/texts\/views\.fr\.ts$/;
const DIRECTORY = /\/texts\/directory\.fr\.ts$/;

/** What draws a map. */
const MAP = /\/map\/index\.ts$/;

/** What elements load besides what they import; and of that, small files without which they can not even begin. */
const LATER: Known = {
  soon: {
    '*': [TEXTS],
    'ess-breakdown': [VIEWS, FILES, LATE],
    'ess-event-agenda': [VIEWS, RECORDS],
    'ess-member-list': [DIRECTORY, RECORDS],
    'ess-member-map': [DIRECTORY, RECORDS, MAP],
    'ess-report': [VIEWS, TILES, RECORDS],
    'ess-table': [VIEWS, GRID, FILES, LATE, COMBINED, ALGEBRA],
    'ess-territory-picker': [VIEWS, BAR, RECORDS],
    'ess-timeline': [VIEWS, LIST, FILES, LATE, RECORDS],
    'ess-trend': [VIEWS, CHART, LATE, COMBINED],
    '+': [COMPUTER, RECORDS],
    '+ess-event-counter': [EVENTS],
  },
  askers: ASKERS,
};

/** Large files that nearly all run before an element shows anything. */
const FIRST = /^(base|directory|ess-report)$/;
/** Has Chromium compile all of a file while it comes, on a thread that is idle then; others read it as a comment. */
const AT_ONCE = '//# allFunctionsCalledOnLoad';

/**
 * What every element needs at once: one file compresses better than twenty, and is one request. Left out: what only some
 * need, and what is loaded later.
 */
const BASE = [
  /\/node_modules\/idb\//,
  /\/node_modules\/(lit|lit-element|lit-html|@lit\/(?!task)[a-z-]+)\/(?!.*(directives|directive-helpers|context-consumer|context-provider|context-request-event|create-context|value-notifier))/,
  /\/core\/src\/(client\/(?!bounded|files|http-error|recognise|refresher|refusals|revalidate|several|tab-lock)|cache\/(?!memory-cache)|scope\/scope|sources\/(read|values)\.|errors\.)/,
  /\/core\/src\/sources\/ess-dataset\/(ess-dataset|measures)\./,
  /\/core\/src\/model\/(audience|dataset|measure|misprint|period|rules|shape|shapes|text)\./,
  /\/core\/src\/format\/(calendar|date|language|lean|number|period|plural|quantity|units|languages\/french)\./,
  /\/elements\/src\/base\/checked-names\./,
  /\/elements\/src\/texts\/texts\./,
  /\/elements\/src\/internal\/(announcer|base\.styles|card-controller|notice\.styles|data-controller|define)\./,
  /\/elements\/src\/internal\/(defaults|duration|element|property|events|frame|icons|language|measure-controller|page)\./,
  /\/elements\/src\/internal\/(on-demand|places|provider-controller|quality|source-line|tokens|warn)\./,
];

/**
 * The files for `<script type="module" src="…/ess.js">`: one entry with a stable name, everything else in hashed chunks
 * beside it, so that the entry can be revalidated often and the chunks cached for ever.
 */
export default defineConfig({
  root: import.meta.dirname,
  // Chunks, workers and assets are found relative to the file that asks for them: the folder can be served anywhere.
  base: './',
  publicDir: false,
  plugins: [
    minifyCssLiterals(),
    minifyHtmlLiterals(),
    leanDecorators(),
    leanLibraries(),
    umdAsModule(['papaparse']),
    loadAlong(tagOf, LATER),
  ],
  resolve: {
    // No "development": Lit must be its production build.
    conditions: ['ess-source', 'module', 'browser', 'production'],
  },
  define: { 'process.env.NODE_ENV': '"production"' },
  worker: {
    format: 'es',
    rolldownOptions: {
      // One file without imports: where a page may not run it as a module, its text runs as a classic worker.
      output: { entryFileNames: 'chunks/[name]-[hash:7].js', codeSplitting: false },
    },
  },
  build: {
    target: 'es2022',
    // A second minifier before the bundler's own (below): together they take one per cent more than either.
    minify: 'terser',
    terserOptions: { ecma: 2020, safari10: false, compress: { ecma: 2020, passes: 3 } },
    outDir: 'cdn',
    emptyOutDir: true,
    chunkSizeWarningLimit: 150,
    manifest: 'chunks/manifest.json',
    // What is inside asks to be named with its terms, beside the files that hold it.
    license: { fileName: 'licences.md' },
    // Library mode leaves out Vite's preload helper, which would write <link> elements into our hosts' pages.
    lib: { entry: { ess: `${import.meta.dirname}/src/loader/ess.ts` }, formats: ['es'] },
    rolldownOptions: {
      // Two minifiers take their time: nothing to warn of.
      checks: { pluginTimings: false },
      // What idb adds to databases and cursors (`db.get`, `for await`): our cache does with stores and transactions.
      treeshake: { manualPureFunctions: ['replaceTraps'] },
      output: {
        // Not implied by the minifier in library mode, which also keeps what only another bundler would read.
        minify: true,
        comments: { annotation: false },
        entryFileNames: '[name].js',
        postBanner: ({ name, facadeModuleId, moduleIds }) => {
          return FIRST.test(tagOf(facadeModuleId) ?? name) || moduleIds.some((id) => MAP.test(id)) ? AT_ONCE : '';
        },
        // Seven characters, the fewest that the bundler takes: each stands in all files that name the chunk, and does not compress.
        chunkFileNames: ({ facadeModuleId, name }) => `chunks/${tagOf(facadeModuleId) ?? name}-[hash:7].js`,
        assetFileNames: 'chunks/[name]-[hash:7][extname]',
        codeSplitting: {
          groups: [
            // What is shared with code that comes later has a chunk of its own: in an element's chunk it would cost an
            // object of exports.
            {
              name: 'charts',
              test: /\/(ess-breakdown\/words|chart\/(shares|spread)|internal\/chart-icon|model\/(addition|interval|previous-period))\./,
              priority: 2,
            },
            // What stands in frames larger than a tile; the clock of counters and agendas, too small to be a file.
            {
              name: 'content',
              test: /\/(internal\/(clock|content\.styles|control-icons|empty|heading|panel(\.styles)?|region|styled)|dates\/day-controller|chart\/order|core\/src\/model\/quantity)\./,
              priority: 3,
            },
            // Shapes stand in charts without a directory, and its pages are those of every long list.
            {
              name: 'shapes',
              test: /\/(internal\/(attribute-check|manifest|symbols|directory\/pages-controller)|map\/transform|core\/src\/model\/(coverage|days|period-relations))\./,
              priority: 2,
            },
            {
              name: 'files',
              test: /\/(internal\/(csv-button|download)|format\/(csv|bytes|formula-guard)|chart\/csv-rows|grid\/period-kept)\./,
            },
            { name: 'sections', test: /\/core\/src\/(chart\/named-in|model\/(knows-pair|sections))\./ },
            {
              name: 'dates',
              test: /\/(dates\/(date-block|dated\.styles)|format\/(block|weekday|days-until))\./,
            },
            {
              name: 'algebra',
              test: /\/core\/src\/(indicators\/(remember|territory)|model\/(algebra|record-name))\./,
              priority: 1,
            },
            // What is used together is one file: over HTTP/1.1 a browser asks a host for six at once.
            {
              name: 'count',
              test: /\/(chart\/(events-digest|events-ahead)|ess-event-counter\/digest)\./,
            },
            {
              name: 'event-days',
              test: /\/core\/src\/(chart\/(agenda|standing|days-until)|model\/(add-days|event-days|days-between))\./,
              priority: 1,
            },
            { name: 'records', test: /\/core\/src\/(client\/files|sources\/ess-dataset\/check-records)\./ },
            { name: 'occurrences', test: /\/core\/src\/model\/occurrences\./, priority: 1 },
            { name: 'grid', test: /\/(grid\/(grid-view|grid\.styles)|chart\/grid|ess-table\/table(-body|\.styles))\./ },
            { name: 'reading', test: /\/core\/src\/(sources\/(findings|unreadable)|model\/merge)\./ },
            {
              name: 'recognise',
              test: /\/core\/src\/(client\/recognise|sources\/(csv\/csv|not-text))\./,
              priority: 1,
            },
            // What finds the place of a town.
            {
              name: 'communes',
              test: /\/(core\/src\/geo\/(communes(-shape)?|commune-(names|suggest|around)|placer)|internal\/placer)\./,
            },
            // What every indicator is computed with: one file.
            {
              name: 'indicators',
              test: /\/(internal\/computer|core\/src\/indicators\/(?!remember|territory|written\.)[\w/-]+)\./,
              priority: 1,
            },
            {
              name: 'agenda',
              test: /\/ess-event-agenda\/(agenda-items|webcal)\./,
            },
            {
              name: 'directory',
              test: /\/(internal\/(basemap\.|directory\/(?!apart|rows-table|search-code))|geo\/(basemap-shape|read-basemap|directory(-filter)?|territory-tree)\.|lit-html\/directives\/)/,
            },
            { name: 'base', test: (id) => BASE.some((part) => part.test(id)), priority: 4 },
          ],
        },
      },
    },
  },
});
