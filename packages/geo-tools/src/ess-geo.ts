import { STATUS_HELP, type Tool } from 'ess-widgets/internal';
import { basemap } from './basemap/command.ts';
import { boundaries } from './boundaries/command.ts';
import { communes } from './communes/command.ts';

/** The command line `ess-geo`. */
export const ESS_GEO: Tool = {
  name: 'ess-geo',
  commands: [basemap, boundaries, communes],
  statusHelp: STATUS_HELP,
  manifest: new URL('../package.json', import.meta.url),
};
