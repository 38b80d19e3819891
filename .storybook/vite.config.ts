import { defineConfig } from 'vite';

/** Stories show the elements from their sources, as production code: no "development" condition. */
export default defineConfig({
  resolve: { conditions: ['ess-source', 'module', 'browser', 'production'] },
  build: { target: 'es2022', chunkSizeWarningLimit: 3000 },
});
