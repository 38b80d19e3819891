import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vite';
import { doors } from '../../scripts/doors.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const OUT = path.join(ROOT, 'packages/elements/cdn/atelier');

/**
 * The Atelier, into the folder of the elements, whose build starts this one: it stands wherever they do. Page and worker share their
 * files, since both come from the same site.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  plugins: [
    doors(),
    {
      name: 'ess-atelier',
      writeBundle() {
        // Counted by the build of the elements.
        const weights = path.join(ROOT, 'dist/weights.json');
        if (existsSync(weights)) cpSync(weights, path.join(OUT, 'weights.json'));
      },
    },
  ],
  resolve: { conditions: ['ess-source', 'module', 'browser', 'production'] },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2022',
    outDir: OUT,
    emptyOutDir: true,
    chunkSizeWarningLimit: 700,
    // The worker shares files with the page, and has no document to preload them in.
    modulePreload: false,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: {
        index: path.join(import.meta.dirname, 'index.html'),
        worker: path.join(import.meta.dirname, 'src/worker.ts'),
      },
      output: {
        minify: true,
        comments: { annotation: false },
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        assetFileNames: '[name][extname]',
      },
    },
  },
});
