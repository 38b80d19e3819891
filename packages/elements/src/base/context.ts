import type { Scope } from '@ess-widgets/core/internal/scope/scope';
import { createContext } from '@lit/context';

/** What a provider gives to the elements inside it. A child's own attribute wins. */
export interface ProviderValue {
  readonly src: string | undefined;
  readonly format: string | undefined;
  readonly theme: string | undefined;
  readonly refresh: string | undefined;
  readonly maxAge: string | undefined;
  readonly basemap: string | undefined;
  readonly hosts: string | undefined;
  readonly maxBytes: string | undefined;
  readonly audience: string | undefined;
  readonly scope: Scope;
  /** What the visitor looks at is being read from the page's address: nothing is asked for before. */
  readonly waiting: boolean;
  /** Whoever holds it says above them that these data are old, or that their source fails: once is enough. */
  readonly told: boolean;
  /** Whoever holds it reads all of the build's measures: what is inside asks for no excerpts of them. */
  readonly whole: boolean;
  /** Speaks in the provider's one polite region. */
  readonly announce: (text: string) => void;
}

/**
 * Context of what the provider around an element says.
 * @since 0.2.0
 */
export const providerContext = createContext<ProviderValue>(Symbol.for('ess-widgets/provider'));
