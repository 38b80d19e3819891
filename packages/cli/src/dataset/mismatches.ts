/** All that a value has and its schema does not expect, as findings. */

import { mismatchesOf } from '@ess-widgets/core/data';
import type { Finding, FindingPlace } from '@ess-widgets/core/model';

/** Error of a schema that refused a value. */
type Failure = Parameters<typeof mismatchesOf>[0];

/** Returns a finding for each of the issues, at a place that gets their fields. */
export function mismatches(error: Failure, value: unknown, place: FindingPlace): readonly Finding[] {
  return mismatchesOf(error, value).map(({ path, found, expected, said: { fr, br, en } }) => ({
    rule: 'schema',
    severity: 'error',
    certainty: 'certain',
    where: path === '' ? place : { ...place, field: path },
    found,
    expected: expected.en,
    message: { fr: `${fr}.`, br: `${br}.`, en: `${en}.` },
  }));
}
