/** The worker of the Atelier. */
import { serveCalls } from '../../elements/src/base/worker-calls.ts';
import { createAtelierEngine } from './engine.ts';

serveCalls(createAtelierEngine());
