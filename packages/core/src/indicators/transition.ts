import type { Participation } from '../model/participation.ts';

/** The programme for the ecological and energy transition (TEE) of a data set: `tee`, or its parts `tee-…`. */
const TEE = 'tee';

/** Whether a programme is that one, or a part of it. */
export const isTransition = (programme: string): boolean => programme === TEE || programme.startsWith(`${TEE}-`);

/** Whether an organisation took part in it, in a role. */
export const isOfTransition =
  (role: Participation['role']) =>
  (p: Participation): boolean =>
    p.role === role && isTransition(p.of);
