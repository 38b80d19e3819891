import { type Ran, runLine, type Where } from '../../../cli/src/testing/io.ts';
import { ESS_GEO } from '../ess-geo.ts';

/** Runs a line of `ess-geo`. */
export const essGeo = (line: string, where?: Where): Promise<Ran> => runLine(ESS_GEO, line, where);
