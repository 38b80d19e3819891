/** The worker of the examination of a file. Built into one file without imports: it also runs as a classic worker. */
import { serveCalls } from '../base/worker-calls.ts';
import { createHost } from './host.ts';
import { hostCalls } from './host-calls.ts';

serveCalls(hostCalls(createHost()));
