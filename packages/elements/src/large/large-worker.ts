/** The worker of large directories. Built into one file without imports: it also runs as a classic worker. */
import { type Port, READY, serveEngine } from '@ess-widgets/core/geo/packed';
import { openEngine } from './open-engine.ts';

const scope = globalThis as unknown as Port;
serveEngine(scope, openEngine);
scope.postMessage(READY, []);
