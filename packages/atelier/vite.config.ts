import { cpSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vite';
import { doors } from '../../scripts/doors.mjs';
import { releaseFiles } from '../../scripts/release/folder.ts';
import { archiveOf, LEFT_AT_HOME } from '../core/src/prepare/archive.ts';

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
        const cdn = path.dirname(OUT);
        if (!existsSync(path.join(cdn, 'ess.js'))) this.error('The elements are not built: npm run build -- cdn.');
        // Counted by the build of the elements.
        cpSync(path.join(ROOT, 'dist/weights.json'), path.join(OUT, 'weights.json'));
        // This page puts the folder, and itself, into what is taken home.
        const files = [...releaseFiles(cdn)].filter(([file]) => !LEFT_AT_HOME.test(file));
        writeFileSync(path.join(OUT, 'folder.zip'), archiveOf(new Map(files)));
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
    // The bundled packages ask to be named with their terms, beside the files that hold them.
    license: { fileName: 'licences.md' },
    // The worker shares files with the page, and has no document to preload them in.
    modulePreload: false,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: {
        index: path.join(import.meta.dirname, 'index.html'),
        embed: path.join(import.meta.dirname, 'embed.html'),
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
