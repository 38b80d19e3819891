import type * as z from 'zod/mini';
import type { SumOfPartsParameters } from '../../model/index.ts';
import type { Formula } from '../formula.ts';
import { sumOfParts as addParts } from '../recorded.ts';

/** Adds the published parts of a dimension: a total that nobody publishes, or the confirmation of one. */
export const sumOfParts: Formula<z.infer<typeof SumOfPartsParameters>> = {
  value: (context, { self, parameters }) => addParts(context, self, parameters.dimension),
};
