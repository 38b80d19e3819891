import { agenda } from './agenda.ts';
import type { Bench } from './bench.ts';
import { calendar } from './calendar.ts';
import { checks } from './checks.ts';
import { doctor } from './doctor.ts';
import { heap } from './heap.ts';
import { indicators } from './indicators.ts';
import { reading } from './reading.ts';
import { several } from './several.ts';

/** Every bench, in the order of its table. */
export const benches: readonly Bench[] = [indicators, checks, heap, reading, agenda, calendar, several, doctor];
