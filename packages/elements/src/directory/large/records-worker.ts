/**
 * The worker of large directories that are read from their records: what checks those is four times the engine, and packed
 * columns do without it. Built into one file without imports: it also runs as a classic worker.
 */
import { type Port, READY, serveEngine } from '@ess-widgets/core/directory';
import { openRecords } from './open-records.ts';

const scope = globalThis as unknown as Port;
serveEngine(scope, openRecords);
scope.postMessage(READY, []);
