/** The worker of packed directories. Built into one file without imports: it also runs as a classic worker. */
import { type Port, READY, serveEngine } from '@ess-widgets/core/directory';
import { openPacked } from './open-packed.ts';

const scope = globalThis as unknown as Port;
serveEngine(scope, openPacked);
scope.postMessage(READY, []);
