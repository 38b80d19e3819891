import type { Dataset } from '@ess-widgets/core/model';
import type { EssElement } from '../base/element.ts';
import { LazyModule } from '../base/lazy-module.ts';
import type * as provenanceCode from './provenance.ts';

/**
 * Makes the function that returns the code that renders where records come from: null where a data set was not merged
 * from several sources, and until the code is there.
 */
export function provenanceLoader(host: EssElement): (dataset: Dataset) => typeof provenanceCode | null {
  const lazy = new LazyModule(host, 'origins', async () => {
    const code = await import('./provenance.ts');
    await host.wantTexts(code.texts);
    return code;
  });
  return ({ differences }) => {
    if (differences) void lazy.load();
    return differences ? lazy.code : null;
  };
}
