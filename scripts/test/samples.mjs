/** The folder of real files that `npm run test:full -- samples` reads. */
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder `shared` beside the repository. */
const SAMPLES = path.resolve(import.meta.dirname, '../../../shared');

/** Sentence for those who ask for these tests where they cannot run. */
export const NO_SAMPLES = 'The folder "shared" with the real files is not beside this repository: no test could run.';

/** @returns {boolean} whether the tests of real files can run here */
export const hasSamples = () => existsSync(SAMPLES);
