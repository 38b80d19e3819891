import '@ess-widgets/core/format/all';
import { commands } from './commands/index.ts';
import type { ExitStatus } from './exit-status.ts';
import type { Io } from './io.ts';
import { runTool, type Tool } from './tool.ts';

/** The command line `ess-widgets`. */
export const ESS_WIDGETS: Tool = {
  name: 'ess-widgets',
  commands,
  moved: { basemap: 'ess-geo basemap', boundaries: 'ess-geo boundaries', communes: 'ess-geo communes' },
  statusHelp: {
    fr: `Statut de sortie\u202f: 0 quand tout va bien, 1 quand check trouve une anomalie, 2 quand la commande
n’a pas pu faire son travail.`,
    en: `Exit status: 0 when all went well, 1 when check found an anomaly, 2 when the command could not do
its work.`,
  },
  manifest: new URL('../package.json', import.meta.url),
};

/** Runs a command of `ess-widgets`. @returns the exit status; it never rejects */
export const run = (args: readonly string[], io: Io): Promise<ExitStatus> => runTool(ESS_WIDGETS, args, io);
