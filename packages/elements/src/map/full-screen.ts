/** A button that gives a widget the whole screen. The browser takes it back with Escape; the focus stays on the button. */
import { dom } from '../base/dom.ts';
import { element } from './dom.ts';
import type { MapEngine } from './types.ts';

/** Names of the button. */
interface FullScreenTexts {
  readonly enter: string;
  readonly leave: string;
}

/** The button, in the place kept for it among those of the map: there is none where no full screen is allowed. */
export class FullScreen {
  readonly #host: HTMLElement;
  readonly #button: HTMLButtonElement;
  #texts: FullScreenTexts = { enter: '', leave: '' };

  constructor(host: HTMLElement, engine: MapEngine) {
    this.#host = host;
    this.#button = element('button', 'control full-screen', { type: 'button' });
    this.#button.addEventListener('click', () => void this.#turn());
    host.addEventListener('fullscreenchange', this.#name);
    const place = engine.stage.parentElement?.querySelector('.bar .full-screen');
    this.#button.append(...(place?.childNodes ?? []));
    place?.replaceWith(this.#button);
  }

  /** Writes the names of the button. */
  rename(texts: FullScreenTexts): void {
    this.#texts = texts;
    this.#name();
  }

  remove(): void {
    this.#host.removeEventListener('fullscreenchange', this.#name);
    this.#button.remove();
  }

  get #isOn(): boolean {
    return this.#host.matches(':fullscreen');
  }

  readonly #name = (): void => {
    const name = this.#isOn ? this.#texts.leave : this.#texts.enter;
    this.#button.setAttribute('aria-label', name);
    this.#button.title = name;
  };

  async #turn(): Promise<void> {
    try {
      await (this.#isOn ? dom.exitFullscreen() : this.#host.requestFullscreen());
    } catch {
      // Refused after all: a button that does nothing would only be in the way.
      this.#button.remove();
    }
  }
}
