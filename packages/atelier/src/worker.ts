/** The worker of the Atelier. */
import { serveCalls } from '../../elements/src/base/worker-calls.ts';
import { createEngine } from './engine.ts';

serveCalls(createEngine());
