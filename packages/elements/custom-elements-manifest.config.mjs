/** What `npm run sync` reads to write custom-elements.json. */
export default {
  // The base classes are read for the attributes that every element has from them.
  globs: ['src/ess-*/ess-*.ts', 'src/base/{element,panel}.ts', 'src/directory/*-element.ts'],
  exclude: ['src/**/*.test.ts', 'src/**/*.styles.ts'],
  litelement: true,
  packagejson: false,
  plugins: [publicElements()],
};

/** Gives each class the tag that its folder is named after, and keeps what a page's author can use: no private part. */
function publicElements() {
  return {
    name: 'public-elements',
    /** @param {{customElementsManifest: {modules: Module[]}}} context */
    packageLinkPhase({ customElementsManifest: manifest }) {
      manifest.modules = manifest.modules.filter(({ path }) => path.startsWith('src/ess-'));
      for (const module of manifest.modules) {
        const tag = module.path.split('/')[1] ?? '';
        // It also lists variables that it takes for exports.
        module.declarations = (module.declarations ?? []).filter(({ kind }) => kind === 'class');
        for (const declaration of module.declarations) {
          declaration.tagName = tag;
          declaration.customElement = true;
          const { events = [], members = [] } = declaration;
          // The analyser also lists what it sees being dispatched, under guessed names: only what is documented counts.
          declaration.events = events.filter(({ name }) => name?.startsWith('ess-'));
          // What is static is for who writes an element.
          declaration.members = members.filter((each) => !each.static && (each.privacy ?? 'public') === 'public');
        }
      }
      Object.assign(manifest, JSON.parse(JSON.stringify(manifest), asPacked));
    },
  };
}

/**
 * The package has what was built, not its sources.
 * @param {string} key @param {unknown} value
 */
function asPacked(key, value) {
  return typeof value === 'string' && (key === 'path' || key === 'module')
    ? value.replace(/^\/?src\/(.*)\.ts$/, 'dist/$1.js')
    : value;
}

/**
 * @typedef {object} Module
 * @property {string} path
 * @property {{kind?: string, tagName?: string, customElement?: boolean, members?: {privacy?: string, static?: boolean}[], events?: {name?: string}[]}[]} [declarations]
 */
