import path from 'node:path';
import { type Ran, ROOT, runLine, type Where } from '../../../cli/src/testing/io.ts';
import { ESS_GEO } from '../ess-geo.ts';

/** Runs a line of `ess-geo`. */
export const essGeo = (line: string, where?: Where): Promise<Ran> => runLine(ESS_GEO, line, where);

/** The official contours of Brittany, beside the repository: only tests of `npm run test:samples` read them. */
export const REAL_CONTOURS = path.resolve(decodeURIComponent(ROOT.pathname), '../shared/geo/bretagne-M.topojson');
