import { defineConfig } from 'vite';
import { doors } from '../scripts/doors.mjs';

/** Stories show the elements from their sources, as production code: no "development" condition. */
export default defineConfig({
  plugins: [doors()],
  resolve: { conditions: ['ess-source', 'module', 'browser', 'production'] },
});
