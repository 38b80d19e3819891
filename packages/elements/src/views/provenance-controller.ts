import type { Dataset } from '@ess-widgets/core/model';
import type { EssElement } from '../base/element.ts';
import { LazyModule } from '../base/lazy-module.ts';
import type * as provenanceCode from './provenance.ts';

/** Controller of what an element says of the origin of its records: nothing, where all come from one source. */
export class ProvenanceController {
  readonly #code: LazyModule<typeof provenanceCode>;

  constructor(host: EssElement) {
    this.#code = new LazyModule(host, 'where records come from', async () => {
      const code = await import('./provenance.ts');
      await host.wantTexts(code.texts);
      return code;
    });
  }

  /** Returns the code that renders origins, where a data set was merged from several sources and the code is there. */
  of({ differences }: Dataset): typeof provenanceCode | null {
    if (!differences) return null;
    void this.#code.load();
    return this.#code.code;
  }
}
