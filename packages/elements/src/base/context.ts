import type { Dataset, Scope } from '@ess-widgets/core/model';
import { createContext } from '@lit/context';

/** Values that a provider gives to the elements inside it. A child's own attribute wins. */
export interface ProviderValue {
  readonly src: string | undefined;
  readonly source: string | undefined;
  readonly sources: string | undefined;
  readonly reference: string | undefined;
  /** Data set that the page hands over in place of an address. */
  readonly data: Dataset | undefined;
  readonly format: string | undefined;
  readonly theme: string | undefined;
  readonly look: string | undefined;
  readonly refresh: string | undefined;
  readonly maxAge: string | undefined;
  readonly basemap: string | undefined;
  readonly tiles: string | undefined;
  readonly tilesConsent: string | undefined;
  readonly hosts: string | undefined;
  readonly maxBytes: string | undefined;
  readonly audience: string | undefined;
  readonly evidence: string | undefined;
  readonly scope: Scope;
  /** Whether the scope is still being read from the page's address. Elements request no data before that. */
  readonly waiting: boolean;
  /**
   * Whether the provider itself says that the data are old or that their source fails, so that the elements inside need not.
   */
  readonly told: boolean;
  /**
   * Whether the elements inside are one document, which is checked as one and reads all measures of the build instead of
   * excerpts.
   */
  readonly validatesAsOne: boolean;
  /** Territory for which an element inside shows figures of all of the data; undefined where none does. */
  readonly regional: string | undefined;
  /** Speaks in the provider's one polite region. */
  readonly announce: (text: string) => void;
}

/**
 * Context of what the provider around an element says.
 * @since 0.2.0
 */
export const providerContext = createContext<ProviderValue>(Symbol.for('ess-widgets/provider'));
