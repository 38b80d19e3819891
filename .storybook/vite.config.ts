import { defineConfig } from 'vite';

/** Stories show the elements from their sources, as production code: no "development" condition. */
export default defineConfig({
  resolve: { conditions: ['ess-source', 'module', 'browser', 'production'] },
});
