import type { Dataset } from '@ess-widgets/core/model';
import type { EssElement } from '../base/element.ts';
import { Late } from '../base/late.ts';
import type * as provenanceCode from './provenance.ts';

/**
 * Makes the function that returns the code that renders where records come from: null where a data set was not merged
 * from several sources, and until the code is there.
 */
export function provenanceLoader(host: EssElement): (dataset: Dataset) => typeof provenanceCode | null {
  const late = new Late(host, 'origins', () => host.withTexts(import('./provenance.ts')));
  return ({ differences }) => (differences ? late.ask() : null);
}
