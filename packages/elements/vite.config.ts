import { defineConfig } from 'vite';

/** The chunk of an element is named after its tag, not after its `define.ts`. */
function tagOf(module: string | null): string | undefined {
  return /\/(ess-[^/]+)\/define\.ts$/.exec(module ?? '')?.[1];
}

/**
 * The files for `<script type="module" src="…/ess.js">`: one entry with a stable name, everything else in hashed chunks
 * beside it, so that the entry can be revalidated often and the chunks cached for ever.
 */
export default defineConfig({
  root: import.meta.dirname,
  // Chunks, workers and assets are found relative to the file that asks for them: the folder can be served anywhere.
  base: './',
  publicDir: false,
  resolve: {
    // No "development": Lit must be its production build.
    conditions: ['ess-source', 'module', 'browser', 'production'],
  },
  define: { 'process.env.NODE_ENV': '"production"' },
  worker: {
    format: 'es',
    rolldownOptions: {
      output: { entryFileNames: 'chunks/[name]-[hash].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
  build: {
    target: 'es2022',
    outDir: 'cdn',
    emptyOutDir: true,
    chunkSizeWarningLimit: 150,
    manifest: 'chunks/manifest.json',
    // Library mode leaves out Vite's preload helper, which would write <link> elements into our hosts' pages.
    lib: { entry: { ess: `${import.meta.dirname}/src/loader/ess.ts` }, formats: ['es'] },
    rolldownOptions: {
      output: {
        // Not implied by the minifier in library mode.
        minify: true,
        entryFileNames: '[name].js',
        chunkFileNames: ({ facadeModuleId, name }) => `chunks/${tagOf(facadeModuleId) ?? name}-[hash].js`,
        assetFileNames: 'chunks/[name]-[hash][extname]',
      },
    },
  },
});
