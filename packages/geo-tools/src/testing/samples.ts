import path from 'node:path';
import { ROOT } from '../../../cli/src/testing/io.ts';

/** The official contours of Brittany, beside the repository: only tests of `npm run test:full -- samples` read them. */
export const REAL_CONTOURS = path.resolve(decodeURIComponent(ROOT.pathname), '../shared/geo/bretagne-M.topojson');
