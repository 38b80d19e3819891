/** Takes one snapshot after the other in the folder that is named, until its process is killed. */

import { ESS_WIDGETS } from '../run.ts';
import { runTool } from '../tool.ts';

for (;;) {
  await runTool(ESS_WIDGETS, ['snapshot', 'snapshot.json', '--out', 'out'], {
    out: () => process.stdout.write('.'),
    err: (text) => process.stderr.write(text),
    terminal: { out: false, err: false },
    env: {},
    cwd: process.argv[2] ?? '.',
    wait: async () => undefined,
    fetch: (url, init) => fetch(url, init),
  });
}
