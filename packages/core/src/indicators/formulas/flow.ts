import type * as z from 'zod/mini';
import type { FlowParameters } from '../../model/index.ts';
import type { Formula } from '../formula.ts';
import { countMemberships, partsOfMemberships } from '../memberships.ts';

type Parameters = z.infer<typeof FlowParameters>;

/** Counts the records that start, or those that end, inside the period. */
export const flow: Formula<Parameters> = {
  value: (context, { parameters }) => countMemberships(flowOf(parameters), context),
  parts: (context, dimension, { parameters }) => partsOfMemberships(flowOf(parameters), context, dimension),
};

const flowOf = ({ date }: Parameters) => (date === 'start' ? 'joined' : 'left');
