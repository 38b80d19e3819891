import type { Participation } from '../model/participation.ts';

/** The programme for the ecological and energy transition (TEE) of a data set: `tee`, or its parts `tee-…`. */
const TEE = 'tee';

/** Whether an organisation took part in that programme, in a role. */
export const isOfTransition =
  (role: Participation['role']) =>
  (p: Participation): boolean =>
    p.role === role && (p.of === TEE || p.of.startsWith(`${TEE}-`));
