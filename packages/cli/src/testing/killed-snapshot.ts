/** Takes the snapshot of a folder in a process that is killed before one of its operations on files: its arguments. */

import { ESS_WIDGETS } from '../run.ts';
import { runTool } from '../tool.ts';
import { failAt } from './failing-files.ts';

const [, , folder = '.', operation = '0'] = process.argv;

failAt(Number(operation), () => process.kill(process.pid, 'SIGKILL'));

process.exitCode = await runTool(ESS_WIDGETS, ['snapshot', 'snapshot.json', '--out', 'out'], {
  out: () => undefined,
  err: (text) => process.stderr.write(text),
  terminal: { out: false, err: false },
  env: {},
  cwd: folder,
  wait: async () => undefined,
  fetch: (url, init) => fetch(url, init),
});
