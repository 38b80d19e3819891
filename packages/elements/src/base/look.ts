/** The look of an element: its tokens, and the colours that follow from an accent that the page sets. */
import type { LitElement, ReactiveController } from 'lit';
import type { ElementLook } from '../looks/look.ts';
import { addStyles } from './added-styles.ts';
import type { ProviderController } from './provider-controller.ts';
import { lookStyles } from './tokens.ts';
import { warn } from './warn.ts';

const LOOKS: Readonly<Record<string, () => Promise<{ readonly look: ElementLook }>>> = {
  sobre: () => import('../looks/sobre.ts'),
  dsfr: () => import('../looks/dsfr.ts'),
};
/** Names of the looks whose styles are loaded late. */
const NAMES = Object.keys(LOOKS);

/** Element that has a look. */
interface LookHost extends LitElement {
  look?: string | undefined;
}

/** Styles of each look, made once for all elements. */
const styles = new Map<string, ReturnType<typeof lookStyles>>();

/** Gives an element the tokens of its look, or of its provider's, and those that follow from the accent of the page. */
export class LookController implements ReactiveController {
  readonly #host: LookHost;
  readonly #provider: ProviderController;
  readonly #toggle: (state: string, on: boolean) => void;
  /** Accent that the colours were last made for. */
  #accent = '';
  #frame = 0;

  /** @param toggle sets or clears a custom state of the host */
  constructor(host: LookHost, provider: ProviderController, toggle: (state: string, on: boolean) => void) {
    this.#host = host;
    this.#provider = provider;
    this.#toggle = toggle;
    host.addController(this);
  }

  hostUpdated(): void {
    const look = this.#host.look || this.#provider.value?.look || '';
    for (const name of NAMES) this.#toggle(name, name === look);
    if (Object.hasOwn(LOOKS, look)) void this.#wear(look);
    // Styles are read once a frame, when the browser works them out anyway.
    this.#frame ||= requestAnimationFrame(() => this.#follow(look));
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  async #wear(look: string): Promise<void> {
    try {
      const known = styles.get(look);
      const made = known ?? (await LOOKS[look]?.().then((code) => lookStyles(code.look)));
      if (!made) return;
      styles.set(look, styles.get(look) ?? made);
      addStyles(this.#host, [styles.get(look) ?? made]);
    } catch (error) {
      warn(`code/look/${look}`, `the look "${look}" did not come: ${String(error)}`);
    }
  }

  #follow(look: string): void {
    this.#frame = 0;
    const style = getComputedStyle(this.#host);
    // A theme that resets every element has made it a part of a line. A page may still hide it.
    if (style.display === 'inline') this.#host.style.display = 'block';
    const [accent, surface] = ['--ess-accent', '--ess-surface'].map((name) => style.getPropertyValue(name).trim());
    const key = accent ? [accent, surface, look].join() : '';
    if (key === this.#accent) return;
    this.#accent = key;
    this.#toggle('accented', false);
    if (!accent) return;
    import('./accent.ts')
      .then(({ accentStyles }) => {
        if (this.#accent !== key) return;
        const made = accentStyles(accent, surface ?? '', styles.get(look) ? look : '');
        if (!made) return;
        addStyles(this.#host, [made]);
        this.#toggle('accented', true);
      })
      .catch((error: unknown) => warn('code/accent', `the colours of an accent did not come: ${String(error)}`));
  }
}
